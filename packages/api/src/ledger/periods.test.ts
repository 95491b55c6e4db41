/** Closing, opening again, locking for good, and postings that race with all of it. */
import { perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withClient } from '../database/connect.ts';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  books = await openBooks(world, 'TIME');
});
afterAll(() => world.stop());

const rent = [debit('5010', '10'), credit('1930', '10')];
const on = async (postingOn: string, other: object = {}) => (await books.post(rent, { postingOn, ...other })).errors;
const move = (command: string, periodId: string, other: object = {}, who = books.accountant) =>
  perform<{ status: string }>(who, command, { periodId, ...other }, 'fiscalPeriod { status }');
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a period', () => {
  test('that is closed takes nothing until it is opened again, with a reason that stands in the audit log', async () => {
    const period = await books.period('2026-01');
    expect(await on('2026-01-31')).toEqual([]);
    expect((await move('closePeriod', period)).record).toEqual({ status: 'CLOSED' });
    expect(await on('2026-01-31')).toEqual(['PERIOD_CLOSED postingOn']);
    expect(await on('2026-02-01', { reverseOn: '2026-01-31' })).toEqual(['REVERSED_BEFORE_POSTED reverseOn']);
    const reopen = (reason: string, who = books.controller) => move('reopenPeriod', period, { reason }, who);
    expect((await reopen(' ')).errors).toEqual(['REQUIRED reason']);
    // Whoever closes does not thereby open again, and whoever opens again does neither close nor post.
    expect((await reopen('Late invoice', books.accountant)).errors).toEqual(['FORBIDDEN']);
    expect((await reopen('Late invoice', books.auditor)).errors).toEqual(['FORBIDDEN']);
    expect((await reopen('Late invoice')).record).toEqual({ status: 'OPEN' });
    expect((await move('closePeriod', period, {}, books.controller)).errors).toEqual(['FORBIDDEN']);
    expect((await books.post(rent, { postingOn: '2026-01-31' }, books.controller)).errors).toEqual(['FORBIDDEN']);
    expect(await on('2026-01-31')).toEqual([]);
    const reasons = await withClient(
      world.ownerUrl,
      async (client) =>
        (
          await client.query(
            `select reason from audit_operation where command = 'reopenPeriod' order by at desc limit 1`,
          )
        ).rows,
    );
    expect(reasons).toEqual([{ reason: 'Late invoice' }]);
  });

  test('that is locked for good is locked with all before it, and never opened again', async () => {
    const [january, february] = [await books.period('2026-01'), await books.period('2026-02')];
    await move('closePeriod', january);
    expect((await move('hardLockPeriods', february)).record).toEqual({ status: 'LOCKED' });
    for (const period of [january, february]) {
      expect((await move('reopenPeriod', period, { reason: 'Please' }, books.controller)).errors).toEqual([
        'WRONG_STATE periodId',
      ]);
      const owner = withClient(world.ownerUrl, (client) =>
        client
          .query(`select set_config('kontor.operation', uuid7()::text, false)`)
          .then(() => client.query(`update fiscal_period set status = 'OPEN' where id = $1`, [period])),
      );
      await expect(owner).rejects.toThrow('fiscal_period_locked');
    }
    expect(await on('2026-01-15')).toEqual(['PERIOD_CLOSED postingOn']);
  });
});

describe('a subledger', () => {
  test('is locked by itself; an exception is for one person, from another, and ends', async () => {
    const period = await books.period('2026-05');
    const lock = { periodId: period, subledger: 'GENERAL', reason: 'Counted' };
    const { id } = await performed(books.accountant, 'lockSubledger', lock, 'periodLock { id }');
    expect((await perform(books.accountant, 'lockSubledger', lock, 'periodLock { id }')).errors).toEqual([
      'ALREADY_LOCKED subledger',
    ]);
    expect(await on('2026-05-02')).toEqual(['SUBLEDGER_LOCKED postingOn']);
    expect(await on('2026-05-02', { journal: 'C' })).toEqual([]);
    const leave = { periodId: period, subledger: 'GENERAL', userId: books.accountant.userId, reason: 'Forgotten' };
    const grant = (who: typeof books.second, expiresAt: string) =>
      perform<{ id: string }>(who, 'grantLockException', { ...leave, expiresAt }, 'lockException { id }');
    expect((await grant(books.accountant, inAnHour())).errors).toEqual(['SAME_PERSON userId']);
    expect((await grant(books.second, '2020-01-01T00:00:00Z')).errors).toEqual(['EXPIRY_OUT_OF_RANGE expiresAt']);
    const soon = new Date(Date.now() + 1_500).toISOString();
    expect((await grant(books.second, soon)).errors).toEqual([]);
    expect(await on('2026-05-02')).toEqual([]);
    expect((await books.post(rent, { postingOn: '2026-05-02' }, books.second)).errors).toEqual([
      'SUBLEDGER_LOCKED postingOn',
    ]);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await on('2026-05-02')).toEqual(['SUBLEDGER_LOCKED postingOn']);
    const { record } = await grant(books.second, inAnHour());
    await performed(books.second, 'revokeLockException', { lockExceptionId: record?.id }, 'lockException { id }');
    expect(await on('2026-05-02')).toEqual(['SUBLEDGER_LOCKED postingOn']);
    const unlock = { periodLockId: id, reason: 'Counted again' };
    await performed(books.accountant, 'unlockSubledger', unlock, 'periodLock { id }');
    expect(await on('2026-05-02')).toEqual([]);
  });
});

test('posting races with closing and never lands in a closed period', async () => {
  const months = ['06', '07', '08', '09'];
  const periods = new Map<string, string>();
  for (const month of months) periods.set(month, await books.period(`2026-${month}`));
  const outcomes = { posted: 0, refused: 0 };
  for (const month of months) {
    const period = periods.get(month) ?? '';
    let closed = false;
    const posted = outcomes.posted;
    const writer = async (): Promise<void> => {
      for (let after = 0; after < 2; after += closed ? 1 : 0) {
        const [error] = await on(`2026-${month}-10`);
        expect([undefined, 'PERIOD_CLOSED postingOn']).toContain(error);
        outcomes[error === undefined ? 'posted' : 'refused'] += 1;
      }
    };
    const writers = Array.from({ length: 6 }, writer);
    await vi.waitUntil(() => outcomes.posted > posted + 8, { timeout: 30_000, interval: 5 });
    expect((await move('closePeriod', period)).record).toEqual({ status: 'CLOSED' });
    // What was under way may have been posted before the period was closed; what is asked for now may not.
    expect(await on(`2026-${month}-10`)).toEqual(['PERIOD_CLOSED postingOn']);
    closed = true;
    await Promise.all(writers);
  }
  expect(outcomes.posted).toBeGreaterThan(4 * 8);
  expect(outcomes.refused).toBeGreaterThan(8);
  // No entry was written after the change of its period, by the order in which the database recorded both.
  const late = await withClient(world.ownerUrl, (client) =>
    client.query(`
      select from audit_change e join journal_entry j on j.id = e.row_id
      join audit_change p on p.table_name = 'fiscal_period' and p.row_id = j.period_id and p.after ->> 'status' = 'CLOSED'
      where e.table_name = 'journal_entry' and e.at > p.at and extract(month from j.posting_on) between 6 and 9`),
  );
  expect(late.rowCount).toBe(0);
});
