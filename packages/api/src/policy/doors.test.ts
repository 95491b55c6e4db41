import { exported, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredRow } from '../read/proof/random-world.ts';
import { type Answer, told } from './proof/asking.ts';
import { codeOf, employeeList, type Hidden, hide, idsOf, listOf, unknownId } from './proof/hidden.ts';
import type { Middle } from './proof/world-rows.ts';

/**
 * One test for each door through which a comparable system has told a hidden value; those of relations stand in
 * doors-of-relations.test.ts.
 */
let world: World;
let middle: Middle;
let colleague: StoredRow;
let stranger: StoredRow;
let hidden: StoredRow;
let employees: readonly StoredRow[];
let as: Hidden['as'];
let here: Hidden['here'];

beforeAll(async () => {
  ({ world, middle, colleague, stranger, hidden, employees, as, here } = await hide());
});
afterAll(() => world.stop());

test('selection: a field that may never be read is nothing on every row, and is told once', async () => {
  const administrator = await as(here('ADMINISTRATOR'));
  const answer = await administrator('{ list: employees(first: 100) { nodes { id salary } } }');
  const { nodes } = told<{ nodes: { salary: unknown }[] }>(answer);
  expect(nodes.length).toBeGreaterThan(1);
  for (const node of nodes) expect(node.salary).toBeNull();
  expect(answer.extensions?.redacted).toEqual(['Employee.salary']);
});

test('filter (Keystone CVE-2021-32624, Payload CVE-2023-30843): a hidden value cannot be found by asking for it', async () => {
  const employee = await as(here('EMPLOYEE'));
  const one = { id: { eq: colleague['id'] } };
  const guesses = [
    { eq: '54321' },
    { gte: '1' },
    { lt: '1' },
    { ne: '54321' },
    { in: ['54321'] },
    { notIn: ['1'] },
    { notIn: [] },
    { isNull: false },
  ];
  for (const salary of guesses) {
    expect(idsOf(await employee(employeeList, { where: { ...one, salary } })), JSON.stringify(salary)).toEqual([]);
    if ('isNull' in salary) continue;
    expect(
      idsOf(await employee(employeeList, { where: { ...one, not: { salary } } })),
      `not ${JSON.stringify(salary)}`,
    ).toEqual([]);
  }
  expect(idsOf(await employee(employeeList, { where: { ...one, salary: { isNull: true } } }))).toEqual([
    colleague['id'],
  ]);
  const administrator = await as(here('ADMINISTRATOR'));
  expect(codeOf(await administrator(employeeList, { where: { salary: { gte: '1' } } }))).toBe('FORBIDDEN');
  const auditor = await as(here('AUDITOR'));
  expect(codeOf(await auditor(listOf('people', 'Person'), { where: { iban: { startsWith: 'DE89' } } }))).toBe(
    'FORBIDDEN',
  );
});

test('unique look-up and cursor argument (Keystone CVE-2025-46720, CVE-2026-33326): a hidden id is like one that never was', async () => {
  const employee = await as(here('EMPLOYEE'));
  const lookUp = 'query ($id: ID!) { one: employee(id: $id) { id _label } }';
  expect(await employee(lookUp, { id: stranger['id'] })).toEqual(await employee(lookUp, { id: unknownId }));
  expect(await employee(lookUp, { id: 'no id at all' })).toEqual(await employee(lookUp, { id: unknownId }));
  const [behindHidden, behindNothing, behindNonsense] = await Promise.all(
    [stranger['id'], unknownId, 'no id at all'].map((after) =>
      employee(employeeList, { after, orderBy: [{ lastName: {} }] }),
    ),
  );
  expect(codeOf(behindHidden as Answer)).toBe('BAD_INPUT');
  expect(behindHidden?.errors?.[0]?.message).toBe(behindNothing?.errors?.[0]?.message);
  expect(behindNonsense?.errors?.[0]?.message).toBe(behindNothing?.errors?.[0]?.message);
});

test('sorting (Payload CVE-2026-105805): hidden values stand together, in the order of their ids', async () => {
  const employee = await as(here('EMPLOYEE'));
  for (const orderBy of [[{ salary: {} }], [{ salary: { direction: 'DESC' } }], [{ salary: { nulls: 'FIRST' } }]]) {
    const ids = idsOf(await employee(employeeList, { orderBy })).filter(
      (id) => employees.find((row) => row['id'] === id)?.['personId'] !== middle.personId,
    );
    expect(ids, JSON.stringify(orderBy)).toEqual(ids.toSorted());
  }
  const administrator = await as(here('ADMINISTRATOR'));
  expect(codeOf(await administrator(employeeList, { orderBy: [{ salary: {} }] }))).toBe('FORBIDDEN');
  expect(codeOf(await administrator(listOf('users', 'User'), { orderBy: [{ person: { homeCity: {} } }] }))).toBe(
    'FORBIDDEN',
  );
});

test('a sort value inside a cursor (Azure Data API Builder PR 3553): a cursor is an id, and what it sorts by is read again', async () => {
  const employee = await as(here('EMPLOYEE'));
  const query = '{ list: employees(first: 100, orderBy: [{ salary: {} }]) { edges { cursor node { id } } } }';
  const { edges } = told<{ edges: { cursor: string; node: { id: string } }[] }>(await employee(query));
  for (const edge of edges) expect(edge.cursor).toBe(edge.node.id);
  const order = edges.map((edge) => edge.node.id);
  const after = idsOf(await employee(employeeList, { orderBy: [{ salary: {} }], after: colleague['id'] }));
  expect(after).toEqual(order.slice(order.indexOf(String(colleague['id'])) + 1));
});

test('search (Directus CVE-2025-30352): only what may be read is searched', async () => {
  const human = await as(here('HR'));
  const search = 'query ($search: String) { list: users(first: 100, search: $search) { nodes { id } } }';
  const users = middle.rows.get('User') ?? [];
  const address = users.find(
    (row) => String(row['email']).length > 2 && !String(row['name']).includes(String(row['email'])),
  );
  const found = idsOf(await human(search, { search: address?.['email'] }));
  expect(found).not.toContain(address?.['id']);
  const people = 'query ($search: String) { list: people(first: 100, search: $search) { nodes { id } } }';
  expect(idsOf(await human(people, { search: 'Hiddensee' }))).toEqual([]);
});

test('boolean logic around the guard (Vendure CVE-2026-63461, Saleor CVE-2026-48744): no filter widens what is seen', async () => {
  const employee = await as(here('EMPLOYEE'));
  const all = idsOf(await employee(employeeList)).length;
  const away = { id: { eq: stranger['id'] } };
  const attempts = [
    { or: [{}, away] },
    { or: [away, { not: away }] },
    { not: { not: away } },
    { not: { and: [{ not: away }] } },
    { and: [], or: [away] },
  ];
  for (const where of attempts) {
    const ids = idsOf(await employee(employeeList, { where }));
    expect(ids, JSON.stringify(where)).not.toContain(stranger['id']);
    expect(ids.length).toBeLessThanOrEqual(all);
  }
  const administrator = await as(here('ADMINISTRATOR'));
  const around = [
    { or: [{ salary: { gt: '0' } }] },
    { not: { salary: { gt: '0' } } },
    { and: [{ or: [] }, { not: { or: [{ salary: { isNull: true } }] } }] },
  ];
  for (const where of around)
    expect(codeOf(await administrator(employeeList, { where })), JSON.stringify(where)).toBe('FORBIDDEN');
});

test('overlapping policies (Directus CVE-2025-27089): a right on one row is no right on another', async () => {
  const both = await as(here('HR'), { role: 'EMPLOYEE', companyId: middle.otherCompanyId });
  const query = `query ($where: EmployeeWhere) { list: employees(first: 100, where: $where) { nodes { id salary company { id } _can { maskedFields } } } }`;
  const answer = await both(query);
  type Node = { id: string; salary: string | null; company: { id: string }; _can: { maskedFields: string[] } };
  const { nodes } = told<{ nodes: Node[] }>(answer);
  const away = nodes.filter((node) => node.company.id === middle.otherCompanyId && node.id !== ownElsewhere());
  expect(away.length).toBeGreaterThan(0);
  for (const node of away) {
    expect(node.salary).toBeNull();
    expect(node._can.maskedFields).toContain('salary');
  }
  expect(nodes.find((node) => node.id === colleague['id'])?.salary).toBe('54321');
  const paid = idsOf(await both(query, { where: { salary: { gte: '0' } } }));
  for (const node of away) expect(paid).not.toContain(node.id);
});

const ownElsewhere = (): unknown =>
  employees.find((row) => row['personId'] === middle.personId && row['companyId'] === middle.otherCompanyId)?.['id'];

test('error text (Directus CVE-2025-64749): a refusal tells nothing of what is hidden, nor of the database', async () => {
  const human = await as(here('HR'));
  const update =
    'mutation ($input: UpdateEmployeeInput!) { done: updateEmployee(input: $input) { employee { id } userErrors { code message path } } }';
  const on = (id: unknown) => human(update, { input: { id, expectedVersion: 1, workPhone: '+46701740605' } });
  expect((await on(stranger['id'])).errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual(
    (await on(unknownId)).errors?.map(({ message, extensions }) => [message, extensions.code]),
  );
  const [one, other] = (middle.rows.get('Department') ?? []).filter((row) => row['companyId'] === middle.companyId);
  const taken = await human(
    'mutation ($input: UpdateDepartmentInput!) { done: updateDepartment(input: $input) { userErrors { code message path } } }',
    { input: { id: one?.['id'], expectedVersion: one?.['version'], code: String(other?.['code']).trim() } },
  );
  const { userErrors } = told<{ userErrors: { code: string; message: string; path: string[] }[] }>(taken, 'done');
  expect(userErrors).toEqual([
    {
      code: 'ALREADY_EXISTS',
      message: expect.not.stringMatching(/department_|constraint|key/i) as string,
      path: ['code'],
    },
  ]);
  const odd = [{ id: { eq: 'no id' } }, { id: { in: ['no id', unknownId] } }];
  for (const where of odd) expect(idsOf(await human(employeeList, { where })), JSON.stringify(where)).toEqual([]);
  expect(codeOf(await human(employeeList, { where: { lastName: { contains: '\0' } } }))).toBe('BAD_INPUT');
});

test('mutation response (Payload GHSA-xgv3-crq2-6f69): the record in an answer is read as everywhere', async () => {
  const human = await as(here('HR'));
  const mutation = `mutation ($input: UpdatePersonInput!) {
    done: updatePerson(input: $input) { person { homeCity iban employees { nodes { company { id } } } } userErrors { code path } } }`;
  const answer = await human(mutation, {
    input: { id: hidden['id'], expectedVersion: hidden['version'], homeCity: 'Helsingborg' },
  });
  const { person } = told<{
    person: { homeCity: string; iban: string; employees: { nodes: { company: { id: string } }[] } };
  }>(answer, 'done');
  expect(person).toMatchObject({ homeCity: 'Helsingborg', iban: '•••• 3000' });
  for (const node of person.employees.nodes) expect(node.company.id).toBe(middle.companyId);
});

test('audit log (Directus GHSA-mvv8-v4jj-g47j): history tells the changes of what may be read', async () => {
  const query =
    'query ($id: ID!) { list: history(entity: "Person", id: $id) { nodes { id changes { field from to } } } }';
  type History = { nodes: { changes: { field: string; to: string }[] }[] };
  const human = await as(here('HR'));
  const now = await human('query ($id: ID!) { one: person(id: $id) { version } }', { id: hidden['id'] });
  const { version } = told<{ version: number }>(now, 'one');
  const mutation =
    'mutation ($input: UpdatePersonInput!) { done: updatePerson(input: $input) { userErrors { code } } }';
  await human(mutation, { input: { id: hidden['id'], expectedVersion: version, homeStreet: 'Strandvägen 1' } });
  const seen = told<History>(await human(query, { id: hidden['id'] }));
  expect(seen.nodes.flatMap((entry) => entry.changes)).toContainEqual(
    expect.objectContaining({ field: 'homeStreet', to: 'Strandvägen 1' }),
  );
  const employee = await as(here('EMPLOYEE'));
  expect(told(await employee(query, { id: hidden['id'] }))).toEqual({ nodes: [] });
  expect(told(await employee(query, { id: stranger['personId'] }))).toEqual(
    told(await employee(query, { id: unknownId })),
  );
  const operations = told(await employee('{ list: auditOperations(first: 100) { nodes { id } } }'));
  expect(operations).toEqual({ nodes: [] });
});

test('export (a file is a list): hidden values are empty in it, hidden rows are not in it, hidden columns are not there', async () => {
  const employee = await world.member('exporter', [here('EMPLOYEE')], middle.personId);
  const file = await exported(world, employee, { entity: 'Employee', columns: ['id', 'firstName', 'salary'] });
  expect(file.text).toContain(`${String(colleague['id'])},Colleen,`);
  expect(file.text).not.toContain('54321');
  expect(file.text).not.toContain(String(stranger['id']));
  const where = { id: { eq: colleague['id'] }, salary: { eq: '54321' } };
  expect((await exported(world, employee, { entity: 'Employee', columns: ['id'], where })).text).not.toContain(
    String(colleague['id']),
  );
  const administrator = await world.member('exporting-administrator', [here('ADMINISTRATOR')]);
  const refused = async (columns: readonly string[]) =>
    (await exported(world, administrator, { entity: 'Employee', columns })).errors;
  expect(await refused(['salary', 'noSuchThing'])).toEqual(['COLUMN_UNKNOWN columns.0', 'COLUMN_UNKNOWN columns.1']);
});

test('export of figures: groups are of what may be read, and nothing hidden is a key, a measure or a condition', async () => {
  const employee = await world.member('exporter-of-figures', [here('EMPLOYEE')], middle.personId);
  const groupBy = [{ salary: 'VALUE' }];
  const figures = await exported(world, employee, { entity: 'Employee', groupBy, measures: ['count', 'salary.max'] });
  expect(figures.text).not.toContain('54321');
  const administrator = await world.member('administrator-of-figures', [here('ADMINISTRATOR')]);
  const refused = async (request: object) =>
    (await exported(world, administrator, { entity: 'Employee', groupBy: [{ lastName: 'VALUE' }], ...request })).errors;
  expect(await refused({ groupBy })).toEqual(['FORBIDDEN groupBy']);
  expect(await refused({ measures: ['salary.sum'] })).toEqual(['MEASURE_UNKNOWN measures.0']);
  expect(await refused({ having: { salary: { max: { gt: '1' } } } })).toEqual(['FORBIDDEN having']);
  expect(await refused({ where: { salary: { gt: '1' } } })).toEqual(['FORBIDDEN where']);
});

test('metadata and introspection: neither has a word of what may never be read', async () => {
  const administrator = await as(here('ADMINISTRATOR'));
  const meta = await administrator(`{ consoleMeta { entities { name description labelPaths columns
    fields { name label description target backReference currencyField } } actions { name label description inputs { name } } } }`);
  const schema = await administrator(
    '{ __schema { types { name description fields { name description } inputFields { name } enumValues { name } } } }',
  );
  for (const text of [JSON.stringify(meta), JSON.stringify(schema)]) {
    expect(text).toContain('"lastName"');
    expect(text).not.toMatch(/salary|iban|nationalId|taxCode|Compensation|BankChange/);
  }
});

test('what is out of use: whether an account is active is not told by its absence from a list', async () => {
  const human = await as(here('HR'));
  const list = (inactive: boolean) =>
    human(`{ list: users(first: 100, includeInactive: ${inactive}) { nodes { id } } }`);
  expect(idsOf(await list(false))).toEqual(idsOf(await list(true)));
});

test('one document with other variables (a plan is kept for the shape of what it was given)', async () => {
  const human = await as(here('HR'));
  const query =
    'query ($first: Int, $search: String, $codes: [String!]) { list: employees(first: $first, search: $search, where: { employeeNumber: { in: $codes } }) { nodes { id } } }';
  const numbers = employees.filter((row) => row['companyId'] === middle.companyId).map((row) => row['employeeNumber']);
  const count = async (variables: object): Promise<number> =>
    idsOf(await human(query, { codes: numbers, ...variables })).length;
  expect(await count({ first: null, search: '' })).toBe(Math.min(50, numbers.length));
  expect(await count({ first: 0, search: '' })).toBe(0);
  expect(await count({ first: null, search: 'Colleen' })).toBe(1);
  expect(await count({ first: 2, search: '' })).toBe(2);
  expect(codeOf(await human(query, { codes: Array.from({ length: 1001 }, String) }))).toBe('LIMIT_EXCEEDED');
  expect(codeOf(await human(query, { search: 'x'.repeat(201) }))).toBe('BAD_INPUT');
});
