import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import { readMigrations } from '../database/index.ts';

const millisecondsAtMost = 3_000;

function answer(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  res.end(`${text}\n`);
}

/** `GET /health/live`: the process answers. */
export const live = (_req: IncomingMessage, res: ServerResponse): void => answer(res, 200, 'live');

async function missingMigrations(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Set(rows.map((row) => row.name));
  return (await readMigrations()).filter((migration) => !applied.has(migration.name)).length;
}

const timeout = (): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), millisecondsAtMost).unref());

/** `GET /health/ready`: requests can be answered. Whoever sends them here is told to stop while the server drains. */
export function createReady(pool: pg.Pool, isDraining: () => boolean) {
  return async (_req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (isDraining()) return answer(res, 503, 'stopping');
    try {
      const missing = await Promise.race([missingMigrations(pool), timeout()]);
      if (missing > 0) return answer(res, 503, `${missing} migrations have not been applied`);
      return answer(res, 200, 'ready');
    } catch {
      return answer(res, 503, 'the database does not answer');
    }
  };
}
