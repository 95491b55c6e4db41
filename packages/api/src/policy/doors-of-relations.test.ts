import type { World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredRow } from '../read/proof/random-world.ts';
import { told } from './proof/asking.ts';
import { codeOf, employeeList, type Hidden, hide, idsOf, listOf } from './proof/hidden.ts';
import type { Middle } from './proof/world-rows.ts';

/** The doors that relations are: into filters, labels and counts, and to what stands at their end. */
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

test('relation filter (Strapi CVE-2026-27886, Hasura CVE-2026-54698): what is hidden is not there at the end of a path', async () => {
  const employee = await as(here('EMPLOYEE'));
  const company = { id: { eq: middle.companyId } };
  const companies = listOf('companies', 'Company');
  const pay = { id: { eq: colleague['id'] }, salary: { eq: '54321' } };
  expect(idsOf(await employee(companies, { where: { ...company, employees: { some: pay } } }))).toEqual([]);
  expect(idsOf(await employee(companies, { where: { ...company, employees: { none: pay } } }))).toEqual([
    middle.companyId,
  ]);
  // All that fail are hidden: none of those that are seen fails.
  expect(
    idsOf(await employee(companies, { where: { ...company, compensations: { every: { amount: { lt: '0' } } } } }))
      .length,
  ).toBeLessThan(2);
  const lists = [{ some: {} }, { some: { salary: { gt: '0' } } }].map((reports) =>
    employee(employeeList, { where: { id: { eq: stranger['id'] }, reports } }),
  );
  for (const answer of await Promise.all(lists)) expect(idsOf(answer)).toEqual([]);
  const administrator = await as(here('ADMINISTRATOR'));
  expect(codeOf(await administrator(companies, { where: { employees: { some: { salary: { gt: '0' } } } } }))).toBe(
    'FORBIDDEN',
  );
  // Who works in a department is told by a field of the employee, which an administrator may not read.
  const departments = await administrator('{ list: departments(first: 90) { nodes { id employees { totalCount } } } }');
  expect(departments.extensions?.redacted).toEqual(['Department.employees']);
  expect(codeOf(await administrator(listOf('departments', 'Department'), { where: { employees: { some: {} } } }))).toBe(
    'FORBIDDEN',
  );
});

test('relation label (Strapi 4.12.1): a label is made of what may be read', async () => {
  const human = await as(here('HR'));
  const query = '{ list: users(first: 100) { nodes { id _label person { id _label } } } }';
  const { nodes } = told<{ nodes: { person: unknown }[] }>(await human(query));
  expect(nodes.filter((node) => node.person !== null)).toHaveLength(1);
  const administrator = await as(here('ADMINISTRATOR'));
  const seats = await administrator(
    'query ($id: ID!) { one: employee(id: $id) { _label position { _label } department { _label } manager { _label } } }',
    { id: colleague['id'] },
  );
  expect(told(seats, 'one')).toEqual({ _label: 'Colleen Agger', position: null, department: null, manager: null });
});

test('relation count (Directus CVE-2026-35442): a count has in it what is seen, and no more', async () => {
  const employee = await as(here('EMPLOYEE'));
  const query = `query ($id: ID!) { one: company(id: $id) {
    compensations(first: 1) { totalCount nodes { employee { id } } } taxChanges(first: 1) { totalCount } employees(first: 1) { totalCount } } }`;
  type Counts = Record<'compensations' | 'taxChanges' | 'employees', { totalCount: number } | null>;
  const counts = told<Counts>(await employee(query, { id: middle.companyId }), 'one');
  const companyOfAll = (entity: 'Compensation' | 'Employee') =>
    (middle.rows.get(entity) ?? []).filter((row) => row['companyId'] === middle.companyId).length;
  expect([counts.compensations?.totalCount ?? 0, counts.taxChanges?.totalCount ?? 0]).toEqual([0, 0]);
  expect(counts.employees?.totalCount).toBe(companyOfAll('Employee'));
  expect(companyOfAll('Compensation')).toBeGreaterThan(5);
  const counted = await employee(listOf('compensations', 'Compensation'));
  const own = employees.filter((row) => row['personId'] === middle.personId && row['companyId'] === middle.companyId);
  const ownPay = (middle.rows.get('Compensation') ?? []).filter((row) =>
    own.some((each) => each['id'] === row['employeeId']),
  );
  expect(told<{ totalCount: number }>(counted).totalCount).toBe(ownPay.length);
});

test('the end of a relation: what stands there is there by its own right, and not by that of what leads to it', async () => {
  // The person in the middle is employed here and elsewhere; who reads people here sees the person, and the one employment.
  const human = await as(here('HR'));
  const elsewhere = employees.find(
    (row) => row['personId'] === middle.personId && row['companyId'] === middle.otherCompanyId,
  );
  const query = `query ($id: ID!) { one: person(id: $id) { employees(first: 100) { totalCount nodes { id company { id } } } } }`;
  type Person = { employees: { totalCount: number; nodes: { id: string; company: { id: string } }[] } };
  const person = told<Person>(await human(query, { id: middle.personId }), 'one');
  expect(person.employees.totalCount).toBe(1);
  expect(person.employees.nodes.map(({ company }) => company.id)).toEqual([middle.companyId]);
  const people = listOf('people', 'Person');
  const employedAs = (id: unknown, quantifier = 'some') => ({
    where: { id: { eq: middle.personId }, employees: { [quantifier]: { id: { eq: id } } } },
  });
  expect(idsOf(await human(people, employedAs(person.employees.nodes[0]?.id)))).toEqual([middle.personId]);
  expect(idsOf(await human(people, employedAs(elsewhere?.['id'])))).toEqual([]);
  expect(idsOf(await human(people, employedAs(elsewhere?.['id'], 'none')))).toEqual([middle.personId]);
});
