/** The limit: what the database's rules ask for, written by somebody who knows every id, in prepared statements. */
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

/** What a posting refers to, looked up beforehand. */
export interface Place {
  readonly companyId: string;
  readonly journalId: string;
  readonly periodId: string;
  readonly fiscalYearId: string;
  readonly debit: string;
  readonly credit: string;
}

const operation = `
  with operation as (
    insert into audit_operation (actor, command, channel) values ('bench', 'postEntry', 'bench') returning id
  ), pending as (
    insert into audit_pending (kind, subject_id) select 'operation', id from operation
  )
  select set_config('kontor.operation', id::text, true) from operation`;

const key = `insert into idempotency_key (principal, key, command, request_hash) values ('bench', $1, 'postEntry', $2) on conflict do nothing`;

const lines = `
  insert into journal_line (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate, debit, credit)
  values ($1, $2, 1, $3, $5, $6, 'SEK', $7, 1, $7, 0), ($1, $2, 2, $4, $5, $6, 'SEK', -$7::numeric, 1, 0, $7)`;

const entry = `
  with series as (
    insert into number_series as s (company_id, journal_id, fiscal_year_id, next) values ($2, $3, $4, 2)
    on conflict (journal_id, fiscal_year_id) do update set next = s.next + 1 returning next - 1 as number
  )
  insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, text, idempotency_key, request_hash)
  select $1, $2, $3, $4, $5, number, $6, 'Rent', $7, $8 from series`;

const result = `update idempotency_key set result = $2 where principal = 'bench' and key = $1`;

/** Posts an entry of two lines in a transaction with everything that the rules of the books ask for. */
export async function postByHand(appUrl: string, place: Place, { writers, day }: { writers: number; day: string }) {
  const pool = new pg.Pool({ connectionString: appUrl, max: writers, application_name: 'by hand' });
  const { companyId, journalId, periodId, fiscalYearId } = place;
  const post = async (amount: string): Promise<void> => {
    const [id, request] = [randomUUID(), randomUUID()];
    const hash = createHash('sha256')
      .update(JSON.stringify([request, amount]))
      .digest();
    const client = await pool.connect();
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
    try {
      await client.query('begin');
      await run('operation', operation, []);
      await run('key', key, [request, hash]);
      await run('lines', lines, [companyId, id, place.debit, place.credit, periodId, day, amount]);
      await run('entry', entry, [id, companyId, journalId, fiscalYearId, periodId, day, request, hash]);
      await run('result', result, [request, JSON.stringify({ id })]);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  return { post, end: () => pool.end() };
}
