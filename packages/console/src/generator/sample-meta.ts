import type { ConsoleMeta, MetaAction, MetaEntity, MetaField, MetaFigures } from './meta.ts';

function measuresOf(kind: MetaField['kind']): readonly string[] {
  if (kind === 'LIST') return [];
  const counts = ['count', 'countDistinct'];
  if (kind === 'MONEY' || kind === 'DECIMAL' || kind === 'INTEGER') return [...counts, 'sum', 'avg', 'min', 'max'];
  return kind === 'DATE' || kind === 'INSTANT' || kind === 'TEXT' ? [...counts, 'min', 'max'] : counts;
}

/** A small graph for tests: employees in departments, with devices. Its names are those of the real one. */
const field = (name: string, kind: MetaField['kind'], rest: Partial<MetaField> = {}): MetaField => ({
  name,
  kind,
  label: name,
  description: '',
  required: false,
  read: 'ALWAYS',
  create: false,
  update: 'NEVER',
  inputName: kind === 'REFERENCE' ? `${name}Id` : name,
  operators:
    kind === 'LIST'
      ? ['some', 'every', 'none']
      : kind === 'REFERENCE'
        ? ['is', 'isNot', 'isNull']
        : ['eq', 'in', 'gte', 'contains', 'isNull'],
  sortable: kind !== 'LIST' && kind !== 'REFERENCE',
  groupable: kind !== 'LIST',
  measures: measuresOf(kind),
  constraints: {},
  ...rest,
});

const entity = (
  name: string,
  plural: string,
  fields: readonly MetaField[],
  rest: Partial<MetaEntity> = {},
): MetaEntity => ({
  name,
  single: name.charAt(0).toLowerCase() + name.slice(1),
  plural,
  domain: 'people',
  domainLabel: 'People',
  label: name,
  pluralLabel: plural,
  description: '',
  labelPaths: ['name'],
  columns: ['name'],
  searchable: true,
  followable: true,
  deactivates: false,
  create: true,
  update: 'ALWAYS',
  deactivate: 'NEVER',
  importable: false,
  fields,
  ...rest,
});

export const employee = entity(
  'Employee',
  'employees',
  [
    field('createdAt', 'INSTANT'),
    field('firstName', 'TEXT'),
    field('lastName', 'TEXT'),
    field('status', 'ENUM', { enumName: 'EmploymentStatus', operators: ['eq', 'in'] }),
    field('department', 'REFERENCE', { target: 'Department' }),
    field('salary', 'MONEY', { currencyField: 'salaryCurrencyCode', currencyPath: 'salaryCurrencyCode' }),
    field('salaryCurrencyCode', 'TEXT'),
    field('workEmail', 'EMAIL', { update: 'ALWAYS', create: true }),
    field('taxDependants', 'INTEGER', { update: 'PER_RECORD' }),
    field('devices', 'LIST', { target: 'Device', backReference: 'holder' }),
  ],
  { labelPaths: ['firstName', 'lastName'], columns: ['lastName', 'department', 'salary'], create: false },
);

export const department = entity(
  'Department',
  'departments',
  [field('code', 'TEXT'), field('name', 'TEXT'), field('active', 'BOOLEAN')],
  {
    deactivates: true,
    deactivate: 'ALWAYS',
  },
);

export const device = entity(
  'Device',
  'devices',
  [
    field('assetTag', 'TEXT'),
    field('status', 'ENUM', { enumName: 'DeviceStatus' }),
    field('holder', 'REFERENCE', { target: 'Employee' }),
  ],
  {
    domain: 'devices',
    domainLabel: 'Devices',
    labelPaths: ['assetTag'],
    columns: ['assetTag', 'holder'],
    statusField: 'status',
  },
);

export const assignDevice: MetaAction = {
  name: 'assignDevice',
  label: 'Hand out',
  description: '',
  confirmation: null,
  entity: 'Device',
  recordInput: 'deviceId',
  payloadField: 'device',
  destructive: false,
  versioned: true,
  idempotent: true,
  inputs: [
    {
      name: 'employeeId',
      kind: 'REFERENCE',
      label: 'To',
      description: '',
      required: true,
      constraints: {},
      target: 'Employee',
      list: false,
      section: 'main',
    },
    {
      name: 'note',
      kind: 'TEXT',
      label: 'Note',
      description: '',
      required: false,
      constraints: {},
      list: false,
      section: 'main',
      defaultFrom: 'note',
    },
  ],
};

export const payTotals: MetaFigures = {
  name: 'PayTotals',
  single: 'payTotals',
  domain: 'people',
  label: 'Pay in totals',
  measureLabel: 'Salary',
  currencyField: 'salaryCurrencyCode',
  always: [
    { name: 'salaryCurrencyCode', label: 'Currency', isRecord: false },
    { name: 'salaryPeriod', label: 'Pay period', isRecord: false, enumName: 'PayPeriod' },
  ],
  dimensions: [
    { name: 'department', label: 'Department', isRecord: true, dimension: 'DEPARTMENT' },
    {
      name: 'contractType',
      label: 'Contract',
      isRecord: false,
      enumName: 'ContractType',
      dimension: 'CONTRACT_TYPE',
    },
  ],
};

export const sampleMeta: ConsoleMeta = {
  explainsAccess: false,
  readyReports: [],
  reports: [],
  figures: [payTotals],
  entities: [employee, department, device],
  actions: [assignDevice],
  enums: [
    { name: 'EmploymentStatus', values: [{ name: 'ACTIVE', label: 'Active', description: '' }] },
    { name: 'DeviceStatus', values: [{ name: 'IN_USE', label: 'In use', description: '' }] },
  ],
};

/** The same graph for somebody who may not read some fields of an entity. */
export function without(meta: ConsoleMeta, entityName: string, ...names: readonly string[]): ConsoleMeta {
  const entities = meta.entities.map((one) =>
    one.name === entityName ? { ...one, fields: one.fields.filter((each) => !names.includes(each.name)) } : one,
  );
  return { ...meta, entities };
}
