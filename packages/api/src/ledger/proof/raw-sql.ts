import type { World } from '@kontor/testkit';
import type pg from 'pg';

/** Ids that raw SQL needs of books with one entry. */
export interface Known {
  readonly company: string;
  readonly journal: string;
  readonly year: string;
  readonly period: string;
  readonly bank: string;
  readonly rent: string;
  /** An account of another company. */
  readonly foreign: string;
}

/** Looks the ids up: of the company of an entry, and of another company with books. */
export async function known(owner: pg.ClientBase, entryId: string, otherCompanyId: string): Promise<Known> {
  const { rows } = await owner.query<Known>(
    `select e.company_id as company, e.journal_id as journal, e.fiscal_year_id as year, e.period_id as period,
      (select id from account where company_id = e.company_id and code = '1930') as bank,
      (select id from account where company_id = e.company_id and code = '5010') as rent,
      (select id from account where company_id = $2 and code = '1930') as foreign
     from journal_entry e where e.id = $1`,
    [entryId, otherCompanyId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no entry ${entryId}`);
  return row;
}

/** Begins a transaction of the application's role, inside an operation as a command's is. */
export async function beginAsApplication(client: pg.ClientBase, begin = 'begin'): Promise<void> {
  await client.query(begin);
  await client.query(`with operation as (
      insert into audit_operation (actor, command, channel) values ('test', 'raw SQL', 'test') returning id
    ) select set_config('kontor.operation', id::text, true) from operation`);
}

/** Runs statements in one transaction of the application's role. */
export async function asApplication(world: World, statements: readonly string[], begin?: string): Promise<void> {
  const client = await world.server.app.pool.connect();
  try {
    await beginAsApplication(client, begin);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The entry that raw SQL writes. */
export const newEntry = 'aaaaaaaa-0000-7000-8000-000000000001';

export interface LineValues {
  readonly account?: string;
  readonly amount: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly currency?: string;
  readonly rate?: string;
}

export interface At {
  readonly entry?: string;
  readonly period?: string;
  readonly on?: string;
}

/** Two lines that balance. */
export const two = (amount = '5'): LineValues[] => [{ amount }, { amount: `-${amount}` }];

/** Statements that post to books by raw SQL, on 15 March 2026 unless told. */
export function rawSql(of: () => Known) {
  const line = (
    no: number,
    { account, amount, currency = 'SEK', rate = '1', ...sides }: LineValues,
    at: At,
  ): string => {
    const positive = !amount.startsWith('-');
    const { debit = positive ? amount : '0', credit = positive ? '0' : amount.slice(1) } = sides;
    return `('${of().company}', '${at.entry ?? newEntry}', ${no}, '${account ?? of().bank}', '${at.period ?? of().period}',
    '${at.on ?? '2026-03-15'}', '${currency}', ${amount}, ${rate}, ${debit}, ${credit})`;
  };
  return {
    lines: (lines: readonly LineValues[], at: At = {}, first = 1): string =>
      `insert into journal_line (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate,
    debit, credit) values ${lines.map((each, index) => line(index + first, each, at)).join()}`,
    entry: (other: { period?: string; on?: string; number?: string } = {}): string =>
      `insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, idempotency_key, request_hash)
   values ('${newEntry}', '${of().company}', '${of().journal}', '${of().year}', '${other.period ?? of().period}',
    ${other.number ?? '1000'}, '${other.on ?? '2026-03-15'}', 'raw', '\\x00')`,
    /** Takes the next number of the series. */
    number: (): string =>
      `update number_series set next = next + 1 where journal_id = '${of().journal}' and fiscal_year_id = '${of().year}'`,
  };
}
