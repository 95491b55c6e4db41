import { type EntityName, type Field, fieldOf, graphFields, models } from '../catalogue.ts';
import { entityNamed } from '../entity.ts';
import type { Argument } from './argument.ts';

type Path = readonly string[];

/** A path of fields by their names, such as `company.baseCurrencyCode`. */
function fieldsOn(entity: EntityName, [first = '', ...rest]: Path): readonly Field[] {
  const field = fieldOf(entity, first);
  return rest.length === 0 ? [field] : [field, ...fieldsOn(field.type as EntityName, rest)];
}

/** Where the currency of an amount stands; null for what is no money. */
export function currencyOf(entity: EntityName, field: string): readonly Field[] | null {
  const path = entityNamed(entity).money[field];
  return path === undefined ? null : fieldsOn(entity, path.split('.'));
}

/** Relations that lead to the company of a row: its own, and those of records that the database keeps in the same one. */
function companiesOf(entity: EntityName): readonly Path[] {
  const { fields } = models[entity];
  const through = graphFields(entity).filter(
    (field) =>
      field.kind === 'relation' &&
      field.required &&
      field.from?.[0] === 'companyId' &&
      models[field.type as EntityName].fields['company']?.type === 'Company',
  );
  return [
    ...(fields['company']?.type === 'Company' ? [['company']] : []),
    ...through.filter((field) => field.type !== 'Company').map((field) => [field.name, 'company']),
  ];
}

/** Paths of which each has one value in one currency alone: its code, its record, the company whose currency it is. */
function decidedBy(entity: EntityName, currency: readonly Field[]): readonly Path[] {
  const names = currency.map((field) => field.name);
  const code = names.at(-1) ?? '';
  const record = [...names.slice(0, -1), code.replace(/Code$/, '')];
  const owners = code === 'baseCurrencyCode' ? [names.slice(0, -1), ...companiesOf(entity)] : [];
  return [
    names,
    record,
    [...record, 'code'],
    ...owners.flatMap((owner) => [owner, [...owner, 'id'], [...owner, 'code']]),
  ];
}

function isOneValue(where: Argument | undefined, [first, ...rest]: Path): boolean {
  if (where?.kind !== 'object' || first === undefined) return false;
  const each = where.fields.get(first);
  if (each?.kind === 'object' && (rest.length > 0 ? isOneValue(each.fields.get('is'), rest) : each.fields.has('eq')))
    return true;
  const also = where.fields.get('and');
  return also?.kind === 'list' && also.items.some((item) => isOneValue(item, [first, ...rest]));
}

/** Whether all rows of a group are in one currency for certain, by what they are grouped by or filtered to. */
export function isInOneCurrency(
  entity: EntityName,
  currency: readonly Field[],
  grouped: readonly (readonly Field[])[],
  where: Argument | undefined,
): boolean {
  const keys = new Set(grouped.map((path) => path.map((field) => field.name).join('.')));
  return decidedBy(entity, currency).some((path) => keys.has(path.join('.')) || isOneValue(where, path));
}
