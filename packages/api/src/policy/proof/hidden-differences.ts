import { type EntityName, type Field, isStructural, models } from '../../catalogue.ts';
import { scalarsOf } from '../../read/proof/random-query.ts';
import {
  currencyCodes,
  formedTexts,
  type Rows,
  randomSource,
  randomValue,
  type StoredRow,
} from '../../read/proof/random-world.ts';
import { entityPolicies } from '../index.ts';
import { Expectation, hasEnd, type Person } from './expectation.ts';

/** Rows that nothing refers to: of these, hidden ones may be missing altogether. */
export const leaves: ReadonlySet<string> = new Set([
  'Compensation',
  'TaxChange',
  'AssignmentChange',
  'HomeChange',
  'BankChange',
  'DeviceAssignment',
  'Assignment',
  'Absence',
  'WorkPattern',
  'Holiday',
  'Session',
  'AuditOperation',
  'SensitiveRead',
  'SavedView',
  'ImportedVoucher',
  'Allocation',
  'BudgetLine',
  'RecurringEntry',
  'EntryTemplateLine',
  'EntryDraftLine',
  'PeriodLock',
  'LockException',
  'ExchangeRate',
  'PayFact',
  'PayOpeningBalance',
  'PayComponentVersion',
  'PayAccount',
  'PayItem',
  'PayCalculation',
  'PayProblem',
  'PayslipLine',
  'PayslipSum',
  'PayslipOrigin',
  'Payment',
  'PaymentOmission',
]);
const missingShare = 0.3;
const differingShare = 0.8;

/** What is drawn of, where one world is made to differ from another. */
export interface Differing {
  readonly random: () => number;
  readonly expected: Expectation;
  readonly rows: Rows;
  readonly person: Person;
  /** Differences so far. */
  changes: number;
}

export const uniqueIn = (entity: EntityName, field: Field): boolean =>
  field.unique || models[entity].uniques.some((key) => key.includes(field.name));

/** Another value of a field that is hidden; one that shows its end keeps the end. */
export function otherValue(
  at: Differing,
  entity: EntityName,
  row: StoredRow,
  field: Field,
  index: number,
): StoredRow[string] {
  const value = row[field.name] ?? null;
  const formed = formedTexts[`${entity}.${field.name}`];
  if (formed) return formed[Math.floor(at.random() * formed.length)] ?? null;
  if (hasEnd(field) && at.expected.sees(entity, row) && at.expected.may(entity, row, field.name, 'masked')) {
    const letters = [...String(value ?? '')];
    const room = Number(field.native?.[1]?.[0] ?? 0);
    return letters.length > 4 && letters.length < room ? `z${letters.join('')}` : value;
  }
  if (!field.required && at.random() < 0.3) return null;
  return randomValue(at.random, field, uniqueIn(entity, field) ? index + 500 : null);
}

/** Columns that say where the target of a reference is, on either side of it: a device's room is at the device's site. */
export const places: ReadonlySet<string> = new Set(
  Object.values(models).flatMap((model) =>
    Object.values(model.fields).flatMap((field) => [
      ...(field.from ?? []).slice(0, -1).map((each) => `${model.name}.${each}`),
      ...(field.to ?? []).slice(0, -1).map((each) => `${field.type}.${each}`),
    ]),
  ),
);

/** What the rules of the policy go by must stay, or other rows would be visible. */
export function isFixed({ person }: Pick<Differing, 'person'>, entity: EntityName, key: string): boolean {
  const { company, subject, kept, wages } = entityPolicies[entity];
  if (Object.values(kept ?? {}).includes(key) || key === wages?.column) return true;
  const ofCompany = Object.values(company ?? {})[0];
  if (
    places.has(`${entity}.${key}`) ||
    key === ofCompany ||
    Object.values(subject).includes(key) ||
    key === 'companyId' ||
    key === 'personId'
  )
    return true;
  return key === 'managerId' && person.grants.some(({ role }) => role === 'MANAGER');
}

/** Points a hidden relation, or one to a record that is hidden, somewhere else that is hidden. */
export function repoint(at: Differing, entity: EntityName, row: StoredRow, relation: Field): void {
  const key = relation.from?.at(-1) ?? '';
  if (isFixed(at, entity, key) || at.random() > differingShare) return;
  const target = relation.type as EntityName;
  const followed = at.expected.sees(entity, row) && at.expected.may(entity, row, relation.name);
  if (relation.type === 'Currency') {
    const code = currencyCodes[Math.floor(at.random() * currencyCodes.length)] ?? 'SEK';
    if (!followed && row[key] !== null) row[key] = code;
    return;
  }
  if (followed && at.expected.target(entity, row, relation)) return;
  const there = (relation.from ?? []).slice(0, -1).map((from, index) => [from, relation.to?.[index] ?? ''] as const);
  const among = (at.rows.get(target) ?? []).filter(
    (each) =>
      each !== row &&
      there.every(([from, to]) => each[to] === row[from]) &&
      (!followed || !at.expected.sees(target, each)),
  );
  const optional = models[entity].fields[key]?.required === false;
  const chosen = optional && at.random() < 0.3 ? null : among[Math.floor(at.random() * among.length)];
  if (chosen === undefined) return;
  row[key] = chosen?.['id'] ?? null;
  at.changes += 1;
}

/**
 * The same world, but for what a viewer may not read: other values in hidden fields, other relations, hidden rows that
 * are not there. Whoever tells the two apart has read what was hidden.
 */
export function withHiddenDifferences(rows: Rows, person: Person, seed: number): { rows: Rows; changes: number } {
  const random = randomSource(seed);
  const expected = new Expectation(rows, person);
  const copies: Rows = new Map([...rows].map(([entity, made]) => [entity, made.map((row) => ({ ...row }))]));
  const at: Differing = { random, expected, rows, person, changes: 0 };
  for (const [entity, made] of rows) {
    const copied = copies.get(entity) ?? [];
    const currencies = new Set(
      Object.values(models[entity].fields).flatMap((field) =>
        field.type === 'Currency' ? [...(field.from ?? [])] : [],
      ),
    );
    for (const [index, row] of made.entries()) {
      const copy = copied[index] as StoredRow;
      const sees = expected.sees(entity, row);
      for (const field of scalarsOf(entity)) {
        const points = field.name === 'id' || isFixed(at, entity, field.name) || currencies.has(field.name);
        if (points || (sees && (isStructural(field.name) || expected.may(entity, row, field.name)))) continue;
        copy[field.name] = otherValue(at, entity, row, field, index);
        at.changes += 1;
      }
      for (const relation of Object.values(models[entity].fields))
        if (
          relation.kind === 'relation' &&
          (relation.from?.length ?? 0) > 0 &&
          !models[relation.type as EntityName].internal
        )
          repoint(at, entity, copy, relation);
    }
    if (leaves.has(entity))
      copies.set(
        entity,
        copied.filter((_, index) => expected.sees(entity, made[index] as StoredRow) || random() > missingShare),
      );
  }
  return { rows: copies, changes: at.changes };
}
