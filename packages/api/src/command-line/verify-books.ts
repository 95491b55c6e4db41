import type pg from 'pg';
import { verifyLedger } from '../ledger/index.ts';
import { Unusable } from './session.ts';

/** Verifies books, prints each difference on a line and the count in the end, and fails where there is one. */
export async function verifyBooks(pool: pg.Pool, company: string | null): Promise<void> {
  const client = await pool.connect();
  try {
    const told = await verifyLedger(client, {
      company,
      tell: (difference) => void process.stdout.write(`${difference}\n`),
    });
    if (!told) throw new Unusable(`There is no company ${company}.`);
    const { companies, entries, links, differences } = told;
    process.stdout.write(`${companies} companies, ${entries} entries, ${links} links, ${differences} differences\n`);
    if (differences > 0) process.exitCode = 1;
  } finally {
    client.release();
  }
}
