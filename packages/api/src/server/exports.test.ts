import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { localOperator, operate } from '@kontor/api';
import { type Member, startWorld, type World, worldPassword } from '@kontor/testkit';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCsv } from '../read/csv.ts';
import { compileExport } from '../read/export.ts';
import { schema } from '../schema.ts';

const rowsInAll = 2500;
let world: World;
let hr: Member;
let colleague: Member;
let companyId: string;

/** A company with more employees than a page of an export holds, made as an import makes them. */
beforeAll(async () => {
  world = await startWorld();
  companyId = await operate(world.server.app, { viewer: localOperator, command: 'test' }, async ({ tx }) => {
    const company = await tx.company.create({
      data: {
        code: 'SE',
        name: 'Kontor AB',
        country: 'SE',
        baseCurrencyCode: 'SEK',
        locale: 'sv-SE',
        timeZone: 'Europe/Stockholm',
      },
    });
    const department = await tx.department.create({
      data: { companyId: company.id, code: 'FIN', name: '=HYPERLINK("x")' },
    });
    const ids = Array.from({ length: rowsInAll }, () => randomUUID());
    await tx.person.createMany({
      data: ids.map((id, n) => ({ id, firstName: n === 0 ? '@SUM(1)' : 'Åsa', lastName: `Öberg ${n}` })),
    });
    await tx.employee.createMany({
      data: ids.map((id, n) => ({
        id,
        personId: id,
        companyId: company.id,
        departmentId: department.id,
        employeeNumber: String(n).padStart(5, '0'),
        workPhone: n === 0 ? '+4681234567' : null,
        status: 'ACTIVE' as const,
        contractType: 'PERMANENT' as const,
        startOn: new Date('2020-01-01'),
        fte: '0.800',
        salary: '36000.5',
        salaryCurrencyCode: 'SEK',
        salaryPeriod: 'MONTH' as const,
      })),
    });
    return company.id;
  });
  hr = await world.member('hr', [{ role: 'HR', companyId }]);
  colleague = await world.member('colleague', [{ role: 'EMPLOYEE', companyId }]);
});
afterAll(() => world.stop());

const post = (member: Member, body: unknown, init: RequestInit = {}): Promise<Response> =>
  fetch(`${world.url}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${member.token}` },
    body: JSON.stringify(body),
    ...init,
  });

const rowsOf = async (response: Response): Promise<string[][]> =>
  parse(Buffer.from(await response.arrayBuffer()), { bom: true, record_delimiter: '\r\n' });

const refusalOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string; path?: unknown } }[] };
  return { status: response.status, ...errors[0]?.extensions };
};

test('the whole list comes, in order, in one file', async () => {
  const response = await post(hr, {
    entity: 'Employee',
    columns: ['employeeNumber', 'lastName'],
    orderBy: [{ employeeNumber: { direction: 'ASC' } }],
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="employees-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: string[][] = parse(bytes, { bom: true });
  expect(rows[0]).toEqual(['Employee number', 'Last name']);
  expect(rows.slice(1).map(([number]) => number)).toEqual(
    Array.from({ length: rowsInAll }, (_, n) => String(n).padStart(5, '0')),
  );
});

test('text that a spreadsheet would run is disarmed, and numbers stay numbers', async () => {
  const columns = [
    'firstName',
    'workPhone',
    'department.name',
    'department',
    'fte',
    'salary',
    'startOn',
    'version',
    'manager.lastName',
  ];
  const rows = await rowsOf(
    await post(hr, { entity: 'employees', columns, where: { employeeNumber: { eq: '00000' } }, language: 'sv' }),
  );
  expect(rows).toEqual([
    [
      'Förnamn',
      'Telefon',
      'Avdelning: Namn',
      'Avdelning',
      'Sysselsättningsgrad',
      'Lön',
      'Första dag',
      'Version',
      'Chef: Efternamn',
    ].map((label, index) => (index === 1 || index === 7 ? rows[0]?.[index] : label)),
    ["'@SUM(1)", "'+4681234567", `'=HYPERLINK("x")`, rows[1]?.[3], '0.8', '36000.5', '2020-01-01', '1', ''],
  ]);
  expect(rows[1]?.[3]).toMatch(/^'=HYPERLINK/);
});

test('a filter and a search are those of the list', async () => {
  const search = await rowsOf(await post(hr, { entity: 'Employee', columns: ['lastName'], search: 'oberg 1234' }));
  expect(search).toEqual([['Last name'], ['Öberg 1234']]);
  const none = await rowsOf(
    await post(hr, { entity: 'Employee', columns: ['lastName'], where: { lastName: { eq: 'Nobody' } } }),
  );
  expect(none).toEqual([['Last name']]);
});

describe('what is refused', () => {
  test.each([
    ['an unknown entity', { entity: 'Session2', columns: ['id'] }, 'BAD_INPUT', ['entity']],
    ['an unknown column', { entity: 'Employee', columns: ['id', 'shoeSize'] }, 'BAD_INPUT', ['columns', 1]],
    ['a list as a column', { entity: 'Employee', columns: ['reports'] }, 'BAD_INPUT', ['columns', 0]],
    ['two hops', { entity: 'Employee', columns: ['department.parent.name'] }, 'BAD_INPUT', ['columns', 0]],
    ['no columns', { entity: 'Employee', columns: [] }, 'BAD_INPUT', ['columns']],
    ['a member that is not known', { entity: 'Employee', columns: ['id'], first: 5 }, 'BAD_INPUT', []],
    [
      'an unknown filter',
      { entity: 'Employee', columns: ['id'], where: { shoeSize: { eq: 1 } } },
      'BAD_INPUT',
      ['where'],
    ],
    [
      'a filter of another type',
      { entity: 'Employee', columns: ['id'], where: { and: [{ startOn: { eq: 'soon' } }] } },
      'BAD_INPUT',
      ['where', 'and', 0, 'startOn', 'eq'],
    ],
    [
      'two fields in one order',
      { entity: 'Employee', columns: ['id'], orderBy: [{ lastName: {}, firstName: {} }] },
      'BAD_INPUT',
      ['orderBy', 0],
    ],
    [
      'a language that we do not write',
      { entity: 'Employee', columns: ['id'], language: 'fr' },
      'BAD_INPUT',
      ['language'],
    ],
  ])('%s', async (_, body, code, path) => {
    expect(await refusalOf(await post(hr, body))).toEqual({ status: 400, code, path });
  });

  test.each([
    ['a column', { entity: 'Employee', columns: ['lastName', 'compensations'] }, 400],
    ['a column never readable', { entity: 'Position', columns: ['code', 'payMaximum'] }, 403],
    ['a filter never readable', { entity: 'Position', columns: ['code'], where: { payMaximum: { gt: '1' } } }, 403],
    [
      'an order never readable',
      { entity: 'Position', columns: ['code'], orderBy: [{ payMaximum: { direction: 'ASC' } }] },
      403,
    ],
    ['a list never readable', { entity: 'ImportBatch', columns: ['fileName'] }, 403],
  ])('to a colleague: %s', async (_, body, status) => {
    expect((await post(colleague, body)).status).toBe(status);
  });

  test('no session, another method, another type, too much', async () => {
    const body = JSON.stringify({ entity: 'Employee', columns: ['id'] });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${hr.token}` };
    const statusOf = async (init: RequestInit) =>
      (await fetch(`${world.url}/exports`, { method: 'POST', body, headers, ...init })).status;
    expect(await statusOf({ headers: { 'content-type': 'application/json' } })).toBe(401);
    expect(await statusOf({ headers: { ...headers, authorization: 'Bearer kontor_x' } })).toBe(401);
    expect((await fetch(`${world.url}/exports`, { headers })).status).toBe(405);
    expect(await statusOf({ headers: { ...headers, 'content-type': 'text/plain' } })).toBe(415);
    expect(await statusOf({ body: '{' })).toBe(400);
    expect(await statusOf({ body: JSON.stringify({ entity: 'x'.repeat(300_000) }) })).toBe(413);
  });
});

test('a session needs the header that another site cannot send', async () => {
  const query = `mutation { signIn(input: { email: "${hr.email}", password: "${worldPassword}" }) { userErrors { code } } }`;
  const signedIn = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kontor-csrf': '1' },
    body: JSON.stringify({ query }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { 'content-type': 'application/json', cookie };
  const body = { entity: 'Employee', columns: ['id'] };
  expect((await post(hr, body, { headers })).status).toBe(403);
  expect((await post(hr, body, { headers: { ...headers, 'x-kontor-csrf': '1' } })).status).toBe(200);
});

test('a value that the viewer may not read is empty on that row', async () => {
  const rows = await rowsOf(
    await post(colleague, {
      entity: 'Employee',
      columns: ['lastName', 'salary'],
      where: { employeeNumber: { eq: '00007' } },
    }),
  );
  expect(rows).toEqual([
    ['Last name', 'Salary'],
    ['Öberg 7', ''],
  ]);
});

test('all pages show one moment, whatever is written meanwhile', async () => {
  const { app } = world.server;
  const exported = compileExport(schema, localOperator, {
    entity: 'Department',
    columns: ['name', 'code'],
    orderBy: [{ code: {} }],
  });
  const add = (codes: readonly string[]) =>
    operate(app, { viewer: localOperator, command: 'test' }, ({ tx }) =>
      tx.department.createMany({ data: codes.map((code) => ({ companyId, code, name: 'before' })) }),
    );
  await add(Array.from({ length: 1500 }, (_, n) => `D${String(n).padStart(5, '0')}`));
  let text = '';
  let changed = false;
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      text += String(chunk);
      if (changed) return done();
      changed = true;
      add(['E'])
        .then(() =>
          operate(app, { viewer: localOperator, command: 'test' }, ({ tx }) =>
            tx.department.updateMany({ where: { code: { startsWith: 'D' } }, data: { name: 'after' } }),
          ),
        )
        .then(() => done(), done);
    },
  });
  await writeCsv(app, localOperator, exported, slow);
  const rows: string[][] = parse(text, { bom: true, from: 2 });
  expect(rows).toHaveLength(1501);
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set(['before', `'=HYPERLINK("x")`]));
});

test('a client that goes away ends it', async () => {
  const { app } = world.server;
  const open = async (): Promise<number> => {
    const query = "select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'";
    return (await app.pool.query(query)).rows.length;
  };
  const exported = compileExport(schema, localOperator, { entity: 'Employee', columns: ['lastName'] });
  // Takes the first chunk and never asks for another.
  const stalled = new Writable({ highWaterMark: 1, write: () => {} });
  const writing = writeCsv(app, localOperator, exported, stalled);
  await expect.poll(open).toBe(1);
  stalled.destroy();
  await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  await expect.poll(open).toBe(0);
});

test('the audit log says who took which list out of the house', async () => {
  const auditor = await world.member('auditor', [{ role: 'AUDITOR' }]);
  const { auditOperations } = await auditor.client.request<{ auditOperations: { nodes: unknown[] } }>(
    '{ auditOperations(where: { command: { eq: "export" }, reason: { contains: "Nobody" } }) { nodes { actor channel reason } } }',
  );
  expect(auditOperations.nodes).toEqual([
    {
      actor: hr.email,
      channel: 'token',
      reason: '{"entity":"Employee","columns":["lastName"],"where":{"lastName":{"eq":"Nobody"}}}',
    },
  ]);
});
