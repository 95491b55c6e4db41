/** `npm run bench`: what a request costs, beside the same by hand on the same data in the same run. */

import path from 'node:path';
import { readEnv, startServer, workspaceRoot } from '@kontor/api';
import { createScratchDatabase, migrate, startEmbedded } from '@kontor/api/database';
import pg from 'pg';
import { fill, people, tokenFor } from './data.ts';
import { start } from './measure.ts';
import { reads } from './reads.ts';

const rounds = Number(process.argv[2] ?? 1500);

const embedded = await startEmbedded({ home: path.join(workspaceRoot, '.kontor/bench'), report: console.error });
try {
  const scratch = await createScratchDatabase(embedded.ownerUrl, 'kontor_bench');
  const inScratch = (url: string): string => {
    const address = new URL(url);
    address.pathname = new URL(scratch.url).pathname;
    return address.href;
  };
  const appUrl = inScratch(embedded.appUrl);
  await migrate(scratch.url, { appUrl });
  const env = {
    ...readEnv({}),
    port: 0,
    host: '127.0.0.1',
    logLevel: 'warn' as const,
    seed: false,
    rateCapacity: 1e12,
    ratePerSecond: 1e12,
  };
  const server = await startServer({
    env,
    database: { kind: 'external', appUrl, ownerUrl: scratch.url, stop: async () => {} },
  });
  console.error(`Writing ${people.toLocaleString('en')} people …`);
  await fill(server);
  const pool = new pg.Pool({ connectionString: scratch.url, max: 1 });
  await pool.query('vacuum analyze');
  const { rows } = await pool.query<{ id: string }>(
    `select e.id::text from employee e join company c on c.id = e.company_id where c.code = 'B1' order by e.id limit 500`,
  );
  const full = await tokenFor(server, 'all', ['HR', 'PAYROLL', 'IT', 'AUDITOR', 'ADMINISTRATOR'], true);
  const half = await tokenFor(server, 'half', ['EMPLOYEE'], false);
  await server.stop();
  const kontor = await start('./kontor.ts', [appUrl, scratch.url]);
  const byHand = await start('./hand-written.ts', [appUrl]);
  await reads(pool, { kontor, byHand, full, half, ids: rows.map((row) => row.id) }, rounds);
  kontor.child.kill();
  byHand.child.kill();
  await pool.end();
  await scratch.drop();
} finally {
  await embedded.stop();
}
