import type pg from 'pg';
import { differenceQueries } from './differences.ts';
import { verifyChain } from './verify-chain.ts';

/** What is wrong, for a person to read: each names the company and the entry, balance or link that it is about. */
export type Difference = string;

/** What a verification looked at and found. */
export interface LedgerVerdict {
  readonly companies: number;
  readonly entries: number;
  readonly links: number;
  readonly differences: number;
}

interface Company {
  readonly id: string;
  readonly code: string;
  readonly entries: string;
}

const companiesQuery = `
  select c.id::text, c.code, (select count(*) from journal_entry e where e.company_id = c.id)::text as entries
  from company c where $1::text is null or c.code = $1 order by c.code`;

const rowsAtOnce = 1_000;

/** Asks for what must be empty some rows at a time: books that are wrong from end to end do not fill the memory either. */
async function tellRows(
  client: pg.ClientBase,
  query: string,
  companyId: string,
  tell: (difference: Difference) => void,
): Promise<void> {
  await client.query(`declare differences no scroll cursor for ${query}`, [companyId]);
  for (;;) {
    const { rows } = await client.query<{ told: string }>(`fetch ${rowsAtOnce} from differences`);
    for (const { told } of rows) tell(told);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close differences');
}

/**
 * How the server is to go about it, whatever it believes of tables that have grown since it last looked: books are compared
 * with books as a whole, never row by row, and links are followed by keys.
 */
const asAWhole = 'set local enable_seqscan = on; set local enable_nestloop = off';
const byKeys = 'set local enable_seqscan = off; set local enable_nestloop = on';

/**
 * Computes balances, numbers and chain of the books again, from the entries and lines as they are now, and tells of
 * everything that differs. Null where there is no company of the code.
 */
export async function verifyLedger(
  client: pg.ClientBase,
  { company = null, tell }: { company?: string | null; tell: (difference: Difference) => void },
): Promise<LedgerVerdict | null> {
  let [entries, links, differences] = [0, 0, 0];
  // One moment for all of it: what is posted meanwhile is neither counted nor missed.
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    await client.query('set local statement_timeout = 0');
    const { rows: companies } = await client.query<Company>(companiesQuery, [company]);
    if (company !== null && companies.length === 0) return null;
    for (const each of companies) {
      const count = (difference: Difference): void => {
        differences += 1;
        tell(`${each.code}: ${difference}`);
      };
      await client.query(asAWhole);
      for (const query of differenceQueries) await tellRows(client, query, each.id, count);
      await client.query(byKeys);
      links += await verifyChain(client, each.id, count);
      entries += Number(each.entries);
    }
    return { companies: companies.length, entries, links, differences };
  } finally {
    await client.query('rollback');
  }
}
