/**
 * Every root field of the graph is asked for everything that it can show, by somebody who may read everything. Where the
 * answer holds a salary, an account or an identity, whose it is must be on record: a door that is new is asked too.
 */
import { openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { type GraphQLField, type GraphQLOutputType, getNamedType, isNonNullType, isObjectType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EntityName, type Field, graphFields, models } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { isGroupable } from '../graph/group-keys.ts';
import { classOf, entityPolicies } from '../policy/index.ts';
import { schema } from '../schema.ts';
import { isSensitive, leadsToSamePerson } from './notes.ts';

let world: World;
let owner: pg.Pool;
let token: string;
/** Values that nobody else has, and what reading them is called. */
const secrets = {
  'Seven days of fever': 'HEALTH',
  '41234.5': 'PAY',
  '8112289874': 'IDENTITY',
  SE4550000000058398257466: 'BANK',
} as const;
const ids = new Map<string, string>();

beforeAll(async () => {
  world = await startWorld();
  owner = new pg.Pool({ connectionString: world.ownerUrl, max: 2 });
  const office = await openOffice(world);
  const anna = await office.hire('Anna', { salary: '41234.5', nationalId: '811228-9874' });
  const here = (role: Role) => [{ role, companyId: office.companyId }];
  const herself = await world.member('anna', here('EMPLOYEE'), anna.personId);
  const kind = { companyId: office.companyId, code: 'SICK', name: 'Sickness', needsApproval: false, isHealth: true };
  const calendar = { companyId: office.companyId, code: 'SE', name: 'Sweden', region: 'SE', isDefault: true };
  const { id: kindId } = await performed(office.hr, 'createAbsenceKind', kind, 'absenceKind { id }');
  const { id: calendarId } = await performed(office.hr, 'createWorkCalendar', calendar, 'workCalendar { id }');
  await performed(office.hr, 'fillHolidays', { calendarId, year: 2026 }, 'workCalendar { id }');
  await performed(
    herself,
    'requestAbsence',
    { employeeId: anna.employeeId, kindId, startOn: '2026-11-09', healthNote: 'Seven days of fever' },
    'employee { id }',
  );
  const change = { personId: anna.personId, iban: 'SE4550000000058398257466' };
  const proposed = await performed<{ bankChanges: { nodes: { id: string }[] } }>(
    herself,
    'proposeBankChange',
    change,
    'person { bankChanges { nodes { id } } }',
  );
  for (const name of ['payroll', 'payroll2'])
    await performed(
      await world.member(name, here('PAYROLL')),
      'approveBankChange',
      { bankChangeId: proposed.bankChanges.nodes[0]?.id },
      'bankChange { id }',
    );
  await performed(
    await world.member('accounting', here('ACCOUNTING')),
    'setUpBooks',
    { companyId: office.companyId, chart: 'INTERNATIONAL', startsOn: '2026-01-01' },
    'fiscalYear { id }',
  );
  const everything = Object.values(Role).map((role) => ({ role }));
  ({ token } = await world.member('everything', everything));
  for (const { name } of entities()) {
    const { rows } = await owner.query<{ id: string }>(
      `select id::text from ${models[name].table} order by id limit 1`,
    );
    if (rows[0]) ids.set(name, rows[0].id);
  }
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

const isRecord = (name: string): boolean =>
  entities().some((each) => each.name === name || `${each.name}GroupKey` === name);
const isList = (name: string): boolean => entities().some((each) => name === `${each.name}Connection`);
const nestedAtMost = 6;

/** Everything that a type shows, and the records that it leads to as often as is said. */
function selectionOf(type: GraphQLOutputType, relations: number, depth = 0): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const { nodes } = named.getFields();
  if (isList(named.name) && nodes) return `{ nodes ${selectionOf(nodes.type, relations, depth)} }`;
  const parts = Object.values(named.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    if (isRecord(below.name))
      return relations > 0 ? [`${field.name} ${selectionOf(below, relations - 1, depth + 1)}`] : [];
    if (isList(below.name))
      return relations > 0 ? [`${field.name}(first: 3) ${selectionOf(below, relations - 1, depth + 1)}`] : [];
    return depth < nestedAtMost ? [`${field.name} ${selectionOf(below, relations, depth + 1)}`] : [];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{ __typename }';
}

const year = (): string => `companyId: "${ids.get('Company')}", startsOn: "2026-01-01", endsOn: "2026-12-31"`;

/** What the root fields that are no entity's have to be told. */
const told: Readonly<Record<string, () => readonly string[]>> = {
  history: () => [...ids].map(([entity, id]) => `(entity: "${entity}", id: "${id}")`),
  find: () => ['(search: "Anna")'],
  explainAccess: () =>
    [...ids].map(([entity, id]) => `(userId: "${ids.get('User')}", entity: "${entity}", id: "${id}")`),
  whoMayRead: () => [`(entity: "Employee", id: "${ids.get('Employee')}", field: "salary")`],
  payTotals: () => [`(companyId: "${ids.get('Company')}")`],
  workforceByMonth: () => [`(${year()})`],
  positionsAgainstBudget: () => [`(companyId: "${ids.get('Company')}", asOf: "2026-06-30")`],
  payrollCost: () => [`(${year()})`],
  trialBalance: () => [`(${year()})`],
  profitAndLoss: () => [`(${year()})`],
  balanceSheet: () => [`(${year()})`],
  cashFlow: () => [`(${year()})`],
  generalLedger: () => [`(${year()}, accountId: "${ids.get('Account')}")`],
  journalReport: () => [`(${year()})`],
  payRunComparison: () => [`(runId: "${ids.get('PayRun')}")`],
  payPreview: () => [`(employeeId: "${ids.get('Employee')}", amount: "41234.5", from: "2026-07-01")`],
  agedItems: () => [`(companyId: "${ids.get('Company')}", endsOn: "2026-12-31")`],
  agedAccounts: () => [`(companyId: "${ids.get('Company')}", endsOn: "2026-12-31")`],
  costCentreResult: () => [`(costCentreId: "${ids.get('CostCentre')}", endsOn: "2026-12-31")`],
};

const isSecret = (entity: EntityName, field: Field): boolean => isSensitive(classOf(entity, field.name));
const by = ({ name, type }: Field): string => `${name}: ${type === 'DateTime' ? 'DAY' : 'VALUE'}`;

/** Groups by each sensitive field of an entity and of the records that it refers to. */
function groupings(entity: EntityName): readonly string[] {
  const keysOf = (name: EntityName): readonly string[] =>
    graphFields(name)
      .filter((field) => isSecret(name, field) && isGroupable(field) && field.kind !== 'relation')
      .map(by);
  const further = graphFields(entity).flatMap((field) =>
    field.kind === 'relation' && isGroupable(field)
      ? keysOf(field.type as EntityName).map((key) => `${field.name}: { ${key} }`)
      : [],
  );
  return ['id: VALUE', ...keysOf(entity), ...further].map((key) => `(groupBy: [{ ${key} }])`);
}

/** The ways in which a root field is asked here. */
function askedBy(field: GraphQLField<unknown, unknown>): readonly string[] {
  const own = told[field.name];
  if (own) return own();
  const grouped = entities().find((each) => `${each.single}Groups` === field.name);
  if (grouped) return groupings(grouped.name);
  const entity = entities().find((each) => each.single === field.name);
  if (entity) return ids.has(entity.name) ? [`(id: "${ids.get(entity.name)}")`] : [];
  const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  if (required.length > 0) throw new Error(`Say here with what ${field.name} is asked.`);
  return [field.args.some((arg) => arg.name === 'first') ? '(first: 3)' : ''];
}

async function ask(query: string): Promise<string> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  expect(JSON.parse(text).errors, query).toBeUndefined();
  return text;
}

async function onRecord(operation: string): Promise<string[]> {
  const { rows } = await owner.query<{ data_class: string }>(
    `delete from sensitive_read where operation = $1 returning data_class`,
    [operation],
  );
  return rows.map((row) => row.data_class);
}

test('every root field that shows a sensitive value is recorded', async () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const showing = new Set<string>();
  for (const field of fields)
    for (const args of askedBy(field)) {
      const text = await ask(`{ ${field.name}${args} ${selectionOf(field.type, 1)} }`);
      const recorded = await onRecord(field.name);
      for (const [secret, dataClass] of Object.entries(secrets)) {
        if (!text.includes(secret)) continue;
        showing.add(`${field.name} ${dataClass}`);
        expect(recorded, `${field.name}${args}`).toContain(dataClass);
      }
    }
  // The test sees what there is to see.
  expect([...showing]).toEqual(
    expect.arrayContaining([
      'employee PAY',
      'employees PAY',
      'employees IDENTITY',
      'people BANK',
      'person IDENTITY',
      'bankChanges BANK',
      'compensation PAY',
      'compensations PAY',
      'history PAY',
      'history IDENTITY',
      'employeeGroups PAY',
      'employeeAggregate PAY',
      'personGroups BANK',
      'personGroups IDENTITY',
    ]),
  );
}, 120_000);

test('the record in every payload of a mutation is read by the same way', () => {
  const payloads = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => getNamedType(field.type));
  const records = payloads.flatMap((payload) =>
    isObjectType(payload)
      ? Object.values(payload.getFields()).flatMap((field) => {
          const below = getNamedType(field.type);
          return isRecord(below.name) || isList(below.name) ? [{ payload: payload.name, field }] : [];
        })
      : [],
  );
  expect(records.length).toBeGreaterThan(50);
  for (const { payload, field } of records)
    expect(field.extensions['readAgain'], `${payload}.${field.name}`).toBe(true);
});

test('every sensitive field stands where it is known whose it is', () => {
  const placed = entities().flatMap(({ name }) =>
    graphFields(name)
      .filter((field) => isSecret(name, field))
      .map((field) => ({ name, field, subject: entityPolicies[name].subject })),
  );
  expect(placed.length).toBeGreaterThan(20);
  const elsewhere = placed.filter(
    ({ name, field, subject }) =>
      !subject.person &&
      !subject.employee &&
      !(field.list && field.kind === 'relation' && !leadsToSamePerson(name, field)),
  );
  expect(elsewhere.map(({ name, field }) => `${name}.${field.name}`)).toEqual([]);
});
