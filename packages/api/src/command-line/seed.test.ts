/** Books in bulk as a person makes them, and what the rules of the books say of them afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onDatabase, runKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';

let home: string;
let database: TestDatabase;

async function kontor(...args: string[]) {
  const { status, out, err } = await runKontor(args, { home: path.join(home, 'kontor'), env: onDatabase(database) });
  return { status, lines: out.trim().split('\n'), told: err.trim().split('\n').at(-1) };
}

const seed = (...args: string[]) => kontor('seed', ...args);

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor seed '));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

async function asked<Row extends object>(query: string): Promise<Row[]> {
  const owner = await connect(database.ownerUrl);
  try {
    return (await owner.query<Row>(query)).rows;
  } finally {
    await owner.end();
  }
}

/** Whatever looks after the tables of the books. */
const upkeep = `
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as kept from pg_constraint
  where conrelid in ('journal_entry'::regclass, 'journal_line'::regclass)
  union all select pg_get_indexdef(indexrelid) from pg_index where indrelid in ('journal_entry'::regclass, 'journal_line'::regclass)
  union all select tgname || ' ' || tgenabled::text from pg_trigger
    where tgrelid in ('journal_entry'::regclass, 'journal_line'::regclass) and not tgisinternal
  order by 1`;

test('books are filled with many lines, verified, and filled again only where it is asked for', async () => {
  const before = await asked(upkeep);
  expect(await seed('--journal-lines', '2001', '--company', 'BIG')).toMatchObject({
    status: 0,
    lines: ['1 companies, 501 entries, 501 links, 0 differences'],
  });
  expect(await asked(upkeep)).toEqual(before);
  const again = await seed('--journal-lines', '2000', '--company', 'BIG');
  expect(again).toMatchObject({ status: 1, told: expect.stringContaining('has entries already') });
  expect((await seed('--journal-lines', '400', '--company', 'BIG', '--anyway')).lines).toEqual([
    '1 companies, 601 entries, 601 links, 0 differences',
  ]);
  expect(
    await asked(`select count(*)::int as lines, count(distinct account_id) > 20 as wide, sum(debit) = sum(credit) as even,
      max(posting_on) - min(posting_on) > 1700 as years, count(dimension_set_id) > 800 as told_apart from journal_line`),
  ).toEqual([{ lines: 2404, wide: true, even: true, years: true, told_apart: true }]);
  expect(await asked(`select count(*)::int as deeds from audit_operation where command = 'seedBooks'`)).toEqual([
    { deeds: 2 },
  ]);
}, 180_000);

test('it says what it takes, and nothing is made up for anybody', async () => {
  expect((await seed()).told).toBe('kontor: Say what to add: --people COUNT or --journal-lines COUNT.');
  expect((await seed('--journal-lines', 'many')).told).toContain('--help');
  expect((await kontor('--as', 'somebody@example.com', 'seed', '--journal-lines', '4')).told).toMatch(
    /acts as the local operator/,
  );
}, 60_000);
