/** Figures over many rows tell a viewer what that viewer's own rows come to, and nothing of the others. */
import type { World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredRow } from '../read/proof/random-world.ts';
import { type Answer, told } from './proof/asking.ts';
import { codeOf, type Hidden, hide } from './proof/hidden.ts';
import type { Middle } from './proof/world-rows.ts';

let world: World;
let middle: Middle;
let colleague: StoredRow;
let stranger: StoredRow;
let employees: readonly StoredRow[];
let as: Hidden['as'];
let here: Hidden['here'];

beforeAll(async () => {
  ({ world, middle, colleague, stranger, employees, as, here } = await hide());
});
afterAll(() => world.stop());

interface Group {
  readonly key: Readonly<Record<string, unknown>>;
  readonly aggregate: { readonly count: number; readonly salary?: { readonly count: number; readonly sum: string } };
}

const groupsOf = (answer: Answer): readonly Group[] => told<{ nodes: Group[] }>(answer).nodes;
const byCurrency = `query ($where: EmployeeWhere) { list: employeeGroups(where: $where, first: 1000,
  groupBy: [{ salaryCurrencyCode: VALUE }]) { nodes { key { salaryCurrencyCode } aggregate { count salary { count sum max } } } } }`;

const isOwn = (row: StoredRow): boolean => row['personId'] === middle.personId;

test('aggregate (Directus CVE-2026-35442): a sum is over the values that may be read, and no others', async () => {
  const employee = await as(here('EMPLOYEE'));
  const payroll = await as(here('PAYROLL'));
  const own = employees.filter((row) => isOwn(row) && row['companyId'] === middle.companyId && row['salary'] !== null);
  const groups = groupsOf(await employee(byCurrency));
  const counted = groups.reduce((sum, { aggregate }) => sum + (aggregate.salary?.count ?? 0), 0);
  expect(counted).toBe(own.length);
  const currencies = groups.map(({ key }) => key['salaryCurrencyCode']).filter((code) => code !== null);
  expect(currencies.toSorted()).toEqual([...new Set(own.map((row) => row['salaryCurrencyCode']))].toSorted());
  const one = { id: { eq: colleague['id'] } };
  expect(groupsOf(await employee(byCurrency, { where: one }))).toEqual([
    { key: { salaryCurrencyCode: null }, aggregate: { count: 1, salary: { count: 0, sum: null, max: null } } },
  ]);
  expect(groupsOf(await payroll(byCurrency, { where: one }))).toEqual([
    { key: { salaryCurrencyCode: 'SEK' }, aggregate: { count: 1, salary: { count: 1, sum: '54321', max: '54321' } } },
  ]);
});

test('aggregate: a field that may never be read is nothing, and is told once', async () => {
  const administrator = await as(here('ADMINISTRATOR'));
  const answer = await administrator('{ list: employeeAggregate { count salary { sum countDistinct } } }');
  expect(told<{ count: number; salary: unknown }>(answer).count).toBeGreaterThan(1);
  expect(told<{ salary: unknown }>(answer).salary).toBeNull();
  expect(answer.extensions?.redacted).toEqual(['Employee.salary']);
});

test('groups, having and order (Directus CVE-2026-35442): what may never be read decides nothing', async () => {
  const administrator = await as(here('ADMINISTRATOR'));
  const nodes = '{ nodes { aggregate { count } } }';
  const refused = [
    `{ list: employeeGroups(groupBy: [{ salary: VALUE }]) ${nodes} }`,
    `{ list: employeeGroups(groupBy: [{ manager: { salary: VALUE } }]) ${nodes} }`,
    `{ list: employeeGroups(groupBy: [{ status: VALUE }], having: { salary: { max: { gt: "1" } } }) ${nodes} }`,
    `{ list: employeeGroups(groupBy: [{ status: VALUE }], having: { not: { salary: { count: { eq: 0 } } } }) ${nodes} }`,
    `{ list: employeeGroups(groupBy: [{ status: VALUE }], orderBy: [{ measure: { salary: { sum: {} } } }]) ${nodes} }`,
    `{ list: employeeGroups(groupBy: [{ status: VALUE }], where: { salary: { gt: "1" } }) ${nodes} }`,
    `{ list: employeeAggregate(where: { manager: { is: { salary: { gt: "1" } } } }) { count } }`,
  ];
  for (const query of refused) expect(codeOf(await administrator(query)), query).toBe('FORBIDDEN');
});

test('groups: a record that may not be seen is no group, and its label is nowhere', async () => {
  const employee = await as(here('EMPLOYEE'));
  const query = `{ list: employeeGroups(groupBy: [{ company: { id: VALUE } }], first: 1000) {
    totalCount nodes { key { company { id _label } } aggregate { count } } total { count } } }`;
  const answer = await employee(query);
  const text = JSON.stringify(answer);
  expect(text).toContain(middle.companyId);
  expect(text).not.toContain(String(stranger['companyId']));
  expect(told<{ total: { count: number } }>(answer).total.count).toBeLessThan(employees.length);
});

test('group cursor: one that names a hidden value is like one that names nothing', async () => {
  const employee = await as(here('EMPLOYEE'));
  const query = `query ($after: ID) { list: employeeGroups(groupBy: [{ salary: VALUE }], after: $after) {
    nodes { key { salary } } } }`;
  const cursor = (...keys: unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const answers = await Promise.all(
    [cursor('54321.0000'), cursor('54321'), cursor('1.2345'), cursor('a', 'b'), 'nonsense'].map((after) =>
      employee(query, { after }),
    ),
  );
  for (const answer of answers) {
    expect(codeOf(answer)).toBe('BAD_INPUT');
    expect(answer.errors?.[0]?.message).toBe(answers[0]?.errors?.[0]?.message);
  }
});
