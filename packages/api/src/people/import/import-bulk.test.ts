import { performed } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCurrentValues } from '../index.ts';
import { counts, faultsOf, type ImportWorld, startImportWorld } from './testing.ts';

const minutes = 60_000;
let all: ImportWorld;
let owner: pg.Client;

beforeAll(async () => {
  all = await startImportWorld();
  owner = new pg.Client({ connectionString: all.world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await all.world.stop();
});

const columns = 'employeeNumber,firstName,lastName,startOn,Department,Position,managerNumber,salary,workEmail,city';

/** A company of many: everybody's manager is ten times fewer, and stands anywhere in the file. */
function file(length: number): string {
  const rows = Array.from({ length }, (_, index) => {
    const number = length - index;
    const manager = number === 1 ? '' : String(Math.max(1, Math.floor(number / 10)));
    return `${number},Förnamn${number},Efternamn${number},2015-03-0${(number % 9) + 1},Avdelning ${number % 40},Roll ${number % 40},${manager},${30_000 + number},p${number}@example.com,Ort ${number % 7}`;
  });
  return [columns, ...rows].join('\n');
}

/** Statements take five hundred rows at most: whole ones, and one that is not. */
const many = 2_600;
const inAll = async (table: string, companyId: string): Promise<number> => {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where company_id = $1`,
    [companyId],
  );
  return rows[0]?.count ?? -1;
};

test(
  'more rows than fit into any one statement are written, are the same the second time, and can be taken back',
  async () => {
    const companyId = await all.company();
    const text = file(many);
    const written = await all.run('commit', companyId, text, { createMissing: 'true' });
    expect([faultsOf(written), counts(written)]).toEqual([[], [many, many, 0, 0]]);
    for (const table of ['employee', 'assignment', 'compensation'])
      expect([table, await inAll(table, companyId)]).toEqual([table, many]);
    // What is kept of today is what the dated rows say.
    expect(await checkCurrentValues(all.world.server.app.prisma, new Date())).toEqual([]);
    const again = await all.run('commit', companyId, text, { createMissing: 'true' });
    expect([faultsOf(again), counts(again)]).toEqual([[], [many, 0, 0, many]]);
    // One request of the graph, however busy the machine is: bulk work is not cut off with the others.
    const undone = await performed(
      all.hr,
      'undoImport',
      { importBatchId: written.batchId, idempotencyKey: 'undo' },
      'importBatch { status }',
    );
    expect(undone).toEqual({ status: 'UNDONE' });
    for (const table of ['employee', 'assignment', 'compensation'])
      expect([table, await inAll(table, companyId)]).toEqual([table, 0]);
  },
  5 * minutes,
);

test(
  'a connection that breaks in the middle leaves nothing',
  async () => {
    const companyId = await all.company();
    const text = file(1500);
    const answer = all.post('commit', companyId, text, { createMissing: 'true' });
    const terminated = async (): Promise<number> => {
      const { rows } = await all.world.server.app.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query ilike 'insert into%"assignment"%'`,
      );
      return rows.length;
    };
    await expect.poll(terminated, { interval: 5, timeout: minutes }).toBe(1);
    expect((await answer).status).toBe(500);
    for (const table of ['employee', 'assignment', 'compensation', 'import_batch'])
      expect([table, await inAll(table, companyId)]).toEqual([table, 0]);
    expect(counts(await all.run('check', companyId, text, { createMissing: 'true' }))).toEqual([1500, 1500, 0, 0]);
  },
  2 * minutes,
);

test(
  'two imports at once: the second finds what the first has written',
  async () => {
    const companyId = await all.company();
    const text = file(300);
    const answers = await Promise.all([1, 2].map(() => all.run('commit', companyId, text, { createMissing: 'true' })));
    expect(answers.map(counts).sort()).toEqual([
      [300, 0, 0, 300],
      [300, 300, 0, 0],
    ]);
    expect(await inAll('employee', companyId)).toBe(300);
  },
  minutes,
);
