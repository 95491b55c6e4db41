/** Whose an export is, links to it, and what happens while it is made and kept. */
import { randomUUID } from 'node:crypto';
import { makeExports, mintToken, operate } from '@kontor/api';
import { exported, type Member, perform, performed, type World } from '@kontor/testkit';
import { parse } from 'csv-parse/sync';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../../database/connect.ts';
import { exportLink } from '../export-link.ts';
import { byHand, first, rowsInAll, startExportWorld } from './export-world.ts';

let world: World;
let hr: Member;
let colleague: Member;
let auditor: Member;
let companyId: string;
beforeAll(async () => {
  ({ world, hr, colleague, auditor, companyId } = await startExportWorld());
});
afterAll(() => world.stop());

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
const behind = <T extends object>(query: string, values: readonly unknown[] = []): Promise<T[]> =>
  withClient(world.ownerUrl, async (owner) => (await owner.query<T>(query, [...values])).rows);

/** What was asked for and not yet made. */
const requested = (who: Member, request: object): Promise<{ id: string }> =>
  performed(
    who,
    'requestExport',
    { format: 'CSV', entity: 'Employee', columns: ['lastName'], ...request },
    'dataExport { id }',
  );
const stateOf = async (who: Member, id: string) => {
  const query = 'query ($id: ID!) { dataExport(id: $id) { status rowCount totalCount byteCount failure failureText } }';
  return (await who.client.request<{ dataExport: Record<string, unknown> | null }>(query, { id })).dataExport;
};
const linkTo = (who: Member, id: string, input: object = {}) =>
  perform<never>(who, 'downloadExport', { dataExportId: id, ...input }, 'url');

describe('whose it is', () => {
  test('nobody else sees it, calls it off or gets it, but an auditor sees that it was', async () => {
    const { id } = await exported(world, hr, { entity: 'Employee', columns: ['lastName'] });
    expect(await stateOf(hr, id)).toMatchObject({ status: 'READY', rowCount: rowsInAll, totalCount: rowsInAll });
    expect(await stateOf(auditor, id)).toMatchObject({ status: 'READY' });
    expect(await stateOf(colleague, id)).toBeNull();
    expect((await linkTo(colleague, id)).errors).toEqual(['NOT_FOUND']);
    expect((await linkTo(auditor, id)).errors).toEqual(['FORBIDDEN']);
    expect((await linkTo(hr, randomUUID())).errors).toEqual(['NOT_FOUND']);
    const cancelled = await perform(colleague, 'cancelExport', { dataExportId: id }, 'dataExport { id }');
    expect(cancelled.errors).toEqual(['NOT_FOUND']);
  });

  test('the audit log says what was asked for, and who was given the file', async () => {
    const { id } = await exported(world, hr, { entity: 'Employee', columns: ['lastName'], search: 'nobody' });
    const query = `query ($reasons: [String!]) { auditOperations(where: { reason: { in: $reasons } }) { nodes { actor channel command reason } } }`;
    const asked = '{"format":"CSV","entity":"Employee","columns":["lastName"],"search":"nobody"}';
    const { auditOperations } = await auditor.client.request<{ auditOperations: { nodes: object[] } }>(query, {
      reasons: [asked, id],
    });
    const by = { actor: hr.email, channel: 'token' };
    expect(auditOperations.nodes).toEqual(
      expect.arrayContaining([
        { ...by, command: 'requestExport', reason: asked },
        { ...by, command: 'downloadExport', reason: id },
      ]),
    );
  });

  test('it shows what its requester may read when it is made, and none of it where the right is gone', async () => {
    const leaver = await world.member('leaver', [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId },
    ]);
    const before = await requested(leaver, {});
    await makeExports(world.server.app);
    const { record: url } = await linkTo(leaver, before.id);
    const waiting = await requested(leaver, { columns: ['lastName', 'salary'], where: first });
    const grants = await requested(leaver, { entity: 'Position', columns: ['payMaximum'] });
    await operate(world.server.app, byHand, ({ tx }) =>
      tx.roleGrant.updateMany({ where: { userId: leaver.userId, role: 'HR' }, data: { untilAt: new Date() } }),
    );
    await makeExports(world.server.app);
    const [row] = parse(await (await fetch(String((await linkTo(leaver, waiting.id)).record))).text(), {
      bom: true,
      from: 2,
    }) as string[][];
    expect(row).toEqual(['Öberg 0', '']);
    expect(await stateOf(leaver, grants.id)).toMatchObject({
      status: 'FAILED',
      failure: 'RIGHT_LOST',
      failureText: 'Your rights have changed since you asked for this. There is no column payMaximum.',
      rowCount: 0,
    });
    expect((await linkTo(leaver, before.id)).errors).toEqual(['RIGHTS_CHANGED dataExportId']);
    expect((await fetch(String(url))).status).toBe(410);
  });

  test('a manager gets no file that was made while somebody else was below them, and the link to it ends', async () => {
    const query =
      'query { employees(first: 2, orderBy: [{ employeeNumber: { direction: ASC } }]) { nodes { id person { id } } } }';
    const { employees } = await hr.client.request<{ employees: { nodes: { id: string; person: { id: string } }[] } }>(
      query,
    );
    const [head, report] = employees.nodes;
    const manager = await world.member('manager', [{ role: 'MANAGER', companyId }], head?.person.id);
    const put = (managerId: string | null) =>
      operate(world.server.app, byHand, ({ tx }) =>
        tx.employee.update({ where: { id: report?.id ?? '' }, data: { managerId } }),
      );
    await put(head?.id ?? '');
    const { id } = await requested(manager, { columns: ['lastName', 'startOn'] });
    await makeExports(world.server.app);
    const { record: url } = await linkTo(manager, id);
    expect((await fetch(String(url))).status).toBe(200);
    await put(null);
    expect((await fetch(String(url))).status).toBe(410);
    expect((await linkTo(manager, id)).errors).toEqual(['RIGHTS_CHANGED dataExportId']);
    // Whoever is below them again may be shown again.
    await put(head?.id ?? '');
    expect((await fetch(String(url))).status).toBe(200);
  });

  test('a token with a part of the roles gets no file that was made with the others', async () => {
    const whole = await world.member('scoped', [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId },
    ]);
    const { token } = await operate(world.server.app, byHand, ({ tx }) =>
      mintToken(tx, {
        userId: whole.userId,
        name: 'a part',
        expiresAt: new Date(Date.now() + 3_600_000),
        roles: ['EMPLOYEE'],
      }),
    );
    const headers = { authorization: `Bearer ${token}` };
    const part: Member = { ...whole, token, client: new GraphQLClient(`${world.url}/graphql`, { headers }) };
    const asked = { columns: ['lastName', 'salary'], where: first };
    const [ofWhole, ofPart] = [await requested(whole, asked), await requested(part, asked)];
    await makeExports(world.server.app);
    expect((await linkTo(part, ofWhole.id)).errors).toEqual(['RIGHTS_CHANGED dataExportId']);
    for (const [who, id, salary] of [
      [whole, ofWhole.id, '1234567890123456.89'],
      [part, ofPart.id, ''],
      [whole, ofPart.id, ''],
    ] as const) {
      const { record, errors } = await linkTo(who, id);
      expect(errors).toEqual([]);
      const text = await (await fetch(String(record))).text();
      expect(parse(text, { bom: true, from: 2 })).toEqual([['Öberg 0', salary]]);
    }
  });
});

describe('a link', () => {
  const problemOf = async (url: string, init: RequestInit = {}) => {
    const answer = await fetch(url, init);
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    return [answer.status, errors[0]?.extensions.code, /with (request|download)Export/.test(errors[0]?.message ?? '')];
  };

  test('that was altered is refused, one that has ended too, and each says what to do', async () => {
    const { id, url } = await exported(world, hr, { entity: 'Employee', columns: ['lastName'] });
    const other = await exported(world, hr, { entity: 'Employee', columns: ['firstName'] });
    const later = new URL(url);
    later.searchParams.set('expires', String(Number(later.searchParams.get('expires')) + 60));
    const cut = url.slice(0, -1);
    for (const altered of [later.href, cut, url.replace(id, other.id), url.split('?')[0] ?? ''])
      expect(await problemOf(altered)).toEqual([403, 'LINK_INVALID', true]);
    const ended = await exportLink(world.server.app, id, new Date(Date.now() - 1000));
    expect(await problemOf(ended)).toEqual([410, 'LINK_EXPIRED', true]);
    expect(await problemOf(`${world.url}/exports`)).toEqual([404, 'NOT_FOUND', true]);
    expect(await problemOf(`${world.url}/exports`, { method: 'POST' })).toEqual([405, 'BAD_INPUT', true]);
    expect((await linkTo(hr, id, { minutes: 0 })).errors).toEqual(['TOO_SMALL minutes']);
  });

  test('takes ranges, so that a download goes on where it was cut off', async () => {
    const { bytes, url } = await exported(world, hr, {
      entity: 'Employee',
      columns: [
        ...columns,
        'id',
        'person.id',
        'company.name',
        'department.id',
        'updatedAt',
        'company.id',
        'department.company.name',
        'createdAt',
      ],
    });
    // More than one piece, so that a range begins in one and ends in another.
    expect(bytes.length).toBeGreaterThan(1_048_576);
    const part = async (range: string, extra: Record<string, string> = {}) => {
      const answer = await fetch(url, { headers: { range, ...extra } });
      return {
        status: answer.status,
        range: answer.headers.get('content-range'),
        body: Buffer.from(await answer.arrayBuffer()),
        etag: answer.headers.get('etag') ?? '',
      };
    };
    const begun = await part('bytes=0-1000000');
    const rest = await part('bytes=1000001-', { 'if-range': begun.etag });
    expect([begun.status, rest.status]).toEqual([206, 206]);
    expect(rest.range).toBe(`bytes 1000001-${bytes.length - 1}/${bytes.length}`);
    expect(Buffer.concat([begun.body, rest.body]).equals(bytes)).toBe(true);
    expect((await part('bytes=-10')).body.equals(bytes.subarray(-10))).toBe(true);
    expect((await part('bytes=5-9', { 'if-range': '"another"' })).body.length).toBe(bytes.length);
    expect((await part(`bytes=${bytes.length}-`)).status).toBe(416);
  });
});

describe('while it is made', () => {
  test('it shows one moment, whatever is written meanwhile', async () => {
    const act = (work: Parameters<typeof operate>[2]) => operate(world.server.app, byHand, work);
    const codes = Array.from({ length: 2_500 }, (_, n) => `D${n}`);
    await act(({ tx }) =>
      tx.department.createMany({ data: codes.map((code) => ({ companyId, code, name: 'before' })) }),
    );
    const where = { code: { startsWith: 'D' } };
    const { id } = await requested(hr, { entity: 'Department', columns: ['code', 'name'], where });
    // It has its snapshot before it takes the export, and takes it after everything has changed.
    await withClient(world.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('select from data_export where id = $1 for update', [id]);
      const making = makeExports(world.server.app);
      const waiting = 'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))';
      await expect.poll(async () => (await owner.query(waiting)).rowCount, { timeout: 30_000 }).toBe(1);
      await act(({ tx }) =>
        tx.department.updateMany({ where: { code: { startsWith: 'D' } }, data: { name: 'after' } }),
      );
      await act(({ tx }) => tx.department.create({ data: { companyId, code: 'D-new', name: 'after' } }));
      await owner.query('commit');
      await making;
    });
    const rows: string[][] = parse(await (await fetch(String((await linkTo(hr, id)).record))).text(), {
      bom: true,
      from: 2,
    });
    expect(new Set(rows.map(([code]) => code))).toEqual(new Set(codes));
    expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(['before']));
  });

  test('it can be called off, and nothing of it is kept', async () => {
    const { id } = await requested(hr, { columns });
    const cancelled = await performed<{ status: string }>(
      hr,
      'cancelExport',
      { dataExportId: id },
      'dataExport { status }',
    );
    expect(cancelled.status).toBe('CANCELLED');
    await makeExports(world.server.app);
    expect(await stateOf(hr, id)).toMatchObject({ status: 'CANCELLED', rowCount: 0 });
    expect(await behind('select from data_export_chunk where export_id = $1', [id])).toEqual([]);
    expect((await linkTo(hr, id)).errors).toEqual(['WRONG_STATE dataExportId']);
    const again = await perform(hr, 'cancelExport', { dataExportId: id }, 'dataExport { id }');
    expect(again.errors).toEqual(['WRONG_STATE dataExportId']);
  });

  test('a server that dies leaves it to be made anew from its beginning, once', async () => {
    const { id } = await requested(hr, {});
    const died = `update data_export set status = 'RUNNING', attempts = $2, row_count = 7, byte_count = 3 where id = $1`;
    await behind(died, [id, 1]);
    await behind(`insert into data_export_chunk values ($1, 0, 'abc'), ($1, 7, 'def')`, [id]);
    expect((await linkTo(hr, id)).errors).toEqual(['WRONG_STATE dataExportId']);
    await makeExports(world.server.app);
    expect(await stateOf(hr, id)).toMatchObject({ status: 'READY', rowCount: rowsInAll });
    const file = await (await fetch(String((await linkTo(hr, id)).record))).text();
    expect(file.split('\r\n')).toHaveLength(rowsInAll + 2);
    const unlucky = await requested(hr, {});
    await behind(died, [unlucky.id, 2]);
    await makeExports(world.server.app);
    expect(await stateOf(hr, unlucky.id)).toMatchObject({ status: 'FAILED', failure: 'INTERRUPTED' });
  });

  test('a server that stops puts it back, and several at once make it once', async () => {
    const { id } = await requested(hr, {
      columns: [...columns, 'id', 'person.id', 'department.id', 'company.id', 'company.name', 'updatedAt', 'createdAt'],
    });
    let asks = 0;
    await makeExports(world.server.app, () => asks++ > 2);
    expect(await stateOf(hr, id)).toMatchObject({ status: 'QUEUED', rowCount: 0 });
    await Promise.all([makeExports(world.server.app), makeExports(world.server.app), makeExports(world.server.app)]);
    expect(await behind('select attempts from data_export where id = $1', [id])).toEqual([{ attempts: 1 }]);
    expect(await stateOf(hr, id)).toMatchObject({ status: 'READY', rowCount: rowsInAll });
  });

  test('one person has ten waiting at the most', async () => {
    for (let count = 0; count < 10; count += 1) await requested(colleague, {});
    const eleventh = await perform(
      colleague,
      'requestExport',
      { entity: 'Employee', format: 'CSV', columns: ['id'] },
      'dataExport { id }',
    );
    expect(eleventh.errors).toEqual(['TOO_MANY_EXPORTS']);
    await makeExports(world.server.app);
  });
});

test('after some days a file is taken away', async () => {
  const { id, url } = await exported(world, hr, { entity: 'Employee', columns: ['lastName'] });
  await behind(
    `update data_export set finished_at = now() - interval '8 days', expires_at = now() - interval '1 day' where id = $1`,
    [id],
  );
  await makeExports(world.server.app);
  expect(await stateOf(hr, id)).toMatchObject({ status: 'EXPIRED' });
  expect(await behind('select from data_export_chunk where export_id = $1', [id])).toEqual([]);
  expect((await fetch(url)).status).toBe(410);
});
