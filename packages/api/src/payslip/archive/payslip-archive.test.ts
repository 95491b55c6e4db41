/** All payslips of a run as one file: drawn behind the back of whoever asked, and told how far it is. */
import { crc32 } from 'node:zlib';
import { type Member, perform, performed, startWorld, type World } from '@kontor/testkit';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../database/connect.ts';
import { hungary, openPayroll, type PayrollCompany } from '../../payroll/proof/payroll-company.ts';
import { drawArchives } from './draw-archives.ts';

let world: World;
let hu: PayrollCompany;
let runId: string;

async function asked<Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withClient(world.ownerUrl, async (owner) => (await owner.query<Row>(query, [...values])).rows);
}

interface Archive {
  readonly id: string;
  readonly status: string;
  readonly slipCount: number;
  readonly drawnCount: number;
  readonly failedCount: number;
}
async function archivesOf(who: Member): Promise<readonly Archive[]> {
  const query = `query ($id: ID!) { payRun(id: $id) { archives(first: 10) { nodes { id status slipCount drawnCount failedCount } } } }`;
  type Answer = { payRun: { archives: { nodes: Archive[] } | null } | null };
  return (await who.client.request<Answer>(query, { id: runId })).payRun?.archives?.nodes ?? [];
}
const download = (who: Member | null, id: string) =>
  fetch(`${world.url}/payslip-archives/${id}.zip`, { headers: who ? { authorization: `Bearer ${who.token}` } : {} });

/** Names and contents in a ZIP whose files are stored as they are, by the list at its end. */
function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = new Map<string, Buffer>();
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, size, from] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 42)];
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    const content = zip.subarray(begin, begin + size);
    expect(crc32(content)).toBe(crc);
    found.set(zip.subarray(at + 46, at + 46 + nameLength).toString(), content);
    at += 46 + nameLength + extraLength;
  }
  return found;
}
const filesOf = async (who: Member, id: string) => unzipped(Buffer.from(await (await download(who, id)).arrayBuffer()));

const people = 60;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  hu = await openPayroll(world, 'ZIP', hungary);
  const workers = Array.from({ length: people }, (_, index) => ({
    name: index === 0 ? 'Béla/..' : `Anna ${index}`,
    pay: [{ amount: String(400_000 + index * 1_000) }],
  }));
  await hu.employ(workers);
  runId = await hu.calculated('2026-05');
}, 120_000);
afterAll(() => world.stop());

test('there is none of a run that is not final, nor for somebody who does not run payroll', async () => {
  const early = await perform(hu.preparer, 'collectPayslips', { runId }, 'payRun { id }');
  expect(early.errors).toEqual(['WRONG_STATE runId']);
  await hu.finalized(runId);
  for (const who of [hu.accountant, hu.auditor])
    expect((await perform(who, 'collectPayslips', { runId }, 'payRun { id }')).errors).toEqual(['FORBIDDEN']);
  expect((await perform(hu.hr, 'collectPayslips', { runId }, 'payRun { id }')).errors).toEqual(['FORBIDDEN']);
});

test('it is drawn a few at a time, goes on where a server was stopped, and is whole once', async () => {
  for (let times = 0; times < 2; times += 1)
    await performed(hu.preparer, 'collectPayslips', { runId }, 'payRun { id }');
  expect(await archivesOf(hu.preparer)).toMatchObject([{ status: 'PREPARING', slipCount: people, drawnCount: 0 }]);
  let asks = 0;
  await drawArchives(world.server.app, () => asks++ > 0);
  const [some] = await archivesOf(hu.preparer);
  expect(some).toMatchObject({ status: 'PREPARING', drawnCount: 25 });
  expect((await download(hu.preparer, some?.id ?? '')).status).toBe(404);
  await Promise.all([drawArchives(world.server.app, () => false), drawArchives(world.server.app, () => false)]);
  await drawArchives(world.server.app, () => false);
  const [whole] = await archivesOf(hu.preparer);
  expect(whole).toEqual({ ...some, status: 'READY', drawnCount: people });
  const files = await filesOf(hu.preparer, whole?.id ?? '');
  expect(files.size).toBe(people);
  expect([...files.keys()][0]).toBe('1 Test Béla_.. 2026-05-29.pdf');
  const pdf = await getDocumentProxy(new Uint8Array([...files.values()][people - 1] ?? []));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toMatch(/Anna \d+ Test/);
});

test('what leaves the house is on record, with whose pay it is', async () => {
  const [archive] = await archivesOf(hu.auditor);
  expect((await filesOf(hu.auditor, archive?.id ?? '')).size).toBe(people);
  const [look] = await asked<{ people: number; actor: string }>(
    `select cardinality(person_ids) as people, actor from sensitive_read where operation = 'downloadPayslips' order by at desc limit 1`,
  );
  expect(look).toEqual({ people, actor: hu.auditor.email });
  expect(await asked(`select from audit_operation where command = 'downloadPayslips'`)).toHaveLength(2);
});

test('whoever may not see it meets what never was, and who has lost the right by now as well', async () => {
  const [archive] = await archivesOf(hu.preparer);
  const id = archive?.id ?? '';
  const other = await openPayroll(world, 'ZIPO', hungary);
  const employee = await world.member('zip-employee', [{ role: 'EMPLOYEE', companyId: hu.companyId }]);
  for (const who of [hu.hr, hu.accountant, other.preparer, employee]) {
    expect(await archivesOf(who)).toEqual([]);
    expect((await download(who, id)).status).toBe(404);
  }
  expect((await download(null, id)).status).toBe(401);
  const former = await world.member('zip-former', [{ role: 'PAYROLL', companyId: hu.companyId }]);
  expect((await download(former, id)).status).toBe(200);
  await withClient(world.ownerUrl, async (owner) => {
    await owner.query(`begin; with o as (insert into audit_operation (id, actor, command, channel) values (uuid7(), 'test', 'test', 'test') returning id)
      select set_config('kontor.operation', id::text, true) from o`);
    await owner.query('update role_grant set until_at = now() where user_id = $1', [former.userId]);
    await owner.query('commit');
  });
  expect((await download(former, id)).status).toBe(404);
});

test('after some days its files are taken away, and it can be asked for again', async () => {
  await asked(`update payslip_archive set expires_at = now() - interval '1 minute'`);
  const [before] = await archivesOf(hu.preparer);
  await drawArchives(world.server.app, () => true);
  expect(await asked('select from payslip_archive_file')).toEqual([]);
  expect((await download(hu.preparer, before?.id ?? '')).status).toBe(404);
  await performed(hu.preparer, 'collectPayslips', { runId }, 'payRun { id }');
  expect((await archivesOf(hu.preparer)).map(({ status }) => status).toSorted()).toEqual(['EXPIRED', 'PREPARING']);
});
