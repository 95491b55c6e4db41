import type { CalendarDate, Rejection } from '@kontor/core';
import { forbidden } from '../../errors.ts';
import { decisionsFor } from '../../policy/decide.ts';
import type { Viewer } from '../../viewer.ts';
import type { Transaction } from '../../write/operation.ts';

/** The import that is taken back. */
export interface SieBatch {
  readonly id: string;
  readonly companyId: string | null;
  readonly operationId: string | null;
}

/** An entry of the import that has not been taken back by itself, and the day on which it is. */
interface Taken {
  readonly id: string;
  readonly journalId: string;
  readonly periodId: string;
  readonly fiscalYearId: string;
  readonly postingOn: string;
}

const entriesAtOnce = 2000;
const toldAtMost = 20;

const mayPost = (viewer: Viewer, companyId: string): boolean => {
  const { all } = decisionsFor(viewer).command('reverseEntry');
  return all === 'every' || all.includes(companyId);
};

/**
 * Takes back every entry that a SIE file brought in: posted entries stay, so each is reversed, on its own day where
 * `reversedOn` is null, so that nothing is left of it in any period, or all on one day. All of them or none. Accounts,
 * dimensions and years that the file brought stay. The file can be brought in again.
 */
export async function undoSie(
  tx: Transaction,
  viewer: Viewer,
  batch: SieBatch,
  reversedOn: CalendarDate | null,
): Promise<Rejection[]> {
  const { companyId } = batch;
  if (companyId === null || !mayPost(viewer, companyId))
    throw forbidden('You may not take entries of this company back.');
  // Imports of the same books wait: they would look at entries that are being taken back.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('sie import ' || ${companyId}, 0))`;
  const faults = await faultsOf(tx, batch, reversedOn);
  if (faults.length > 0) return faults;
  const entries = await entriesOf(tx, batch, reversedOn);
  for (let from = 0; from < entries.length; from += entriesAtOnce)
    await reverseAll(tx, viewer, batch, entries.slice(from, from + entriesAtOnce));
  return [];
}

/** What keeps entries from being taken back: each period that is closed, or a day that is none, once. */
async function faultsOf(tx: Transaction, batch: SieBatch, reversedOn: CalendarDate | null): Promise<Rejection[]> {
  const rows = await tx.$queryRaw<{ early: string | null; name: string | null; entries: number }[]>`
    with entry as (
      select e.id, e.posting_on, coalesce(${reversedOn}::date, e.posting_on) as day
      from audit_change c join journal_entry e on e.id = c.row_id
      where c.operation_id = ${batch.operationId}::uuid and c.table_name = 'journal_entry' and c.kind = 'INSERT'
        and not exists (select from journal_entry r where r.reverses_id = e.id)
    )
    select case when day < entry.posting_on then max(entry.posting_on)::text end as early, p.name, count(*)::int as entries
    from entry left join fiscal_period p on p.company_id = ${batch.companyId}::uuid and day between p.starts_on and p.ends_on
    where p.id is null or p.status <> 'OPEN' or day < entry.posting_on
    group by day < entry.posting_on, p.name, p.starts_on order by p.starts_on limit ${toldAtMost}`;
  const path = ['reversedOn'];
  return rows.map(({ early, name, entries }): Rejection => {
    if (early !== null)
      return { code: 'REVERSED_BEFORE_POSTED', message: `Take them back on ${early} or later.`, path };
    if (name === null)
      return { code: 'PERIOD_MISSING', message: 'The day is in no period of the books: choose another.', path };
    const message = `Period ${name} is closed, and ${entries} entries would be taken back in it: choose a day in an open one, or have it opened again.`;
    return { code: 'PERIOD_CLOSED', message, path };
  });
}

/** The entries in the order in which they were posted: that of the file. */
const entriesOf = (tx: Transaction, batch: SieBatch, reversedOn: CalendarDate | null): Promise<Taken[]> =>
  tx.$queryRaw<Taken[]>`
    select e.id::text, e.journal_id::text as "journalId", p.id::text as "periodId", p.fiscal_year_id::text as "fiscalYearId",
      coalesce(${reversedOn}::date, e.posting_on)::text as "postingOn"
    from audit_change c
    join journal_entry e on e.id = c.row_id
    join fiscal_period p on p.company_id = e.company_id and coalesce(${reversedOn}::date, e.posting_on) between p.starts_on and p.ends_on
    where c.operation_id = ${batch.operationId}::uuid and c.table_name = 'journal_entry' and c.kind = 'INSERT'
      and not exists (select from journal_entry r where r.reverses_id = e.id)
    order by e.journal_id, e.number`;

/** Reverses many entries at once: all lines in one statement, then the entries with numbers that follow one another. */
async function reverseAll(tx: Transaction, viewer: Viewer, batch: SieBatch, entries: readonly Taken[]): Promise<void> {
  const made = await tx.$queryRaw<{ id: string }[]>`
    select uuid7()::text as id from generate_series(1, ${entries.length}::int)`;
  const rows = entries.map((entry, index) => ({ ...entry, madeId: made[index]?.id }));
  await tx.$executeRaw`
    insert into journal_line (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate,
      debit, credit, party_id, dimension_set_id, tax_code_id, tax_base, due_on, text)
    select l.company_id, t."madeId", l.line_no, l.account_id, t."periodId", t."postingOn", l.currency_code, -l.amount, l.rate,
      l.credit, l.debit, l.party_id, l.dimension_set_id, l.tax_code_id, l.tax_base, l.due_on, l.text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, "madeId" uuid, "periodId" uuid, "postingOn" date)
    join journal_line l on l.entry_id = t.id`;
  const series = new Set(rows.map(({ journalId, fiscalYearId }) => `${journalId} ${fiscalYearId}`));
  for (const each of series) {
    const own = rows.filter(({ journalId, fiscalYearId }) => `${journalId} ${fiscalYearId}` === each);
    await writeEntries(tx, viewer, batch, own);
  }
}

async function writeEntries(
  tx: Transaction,
  viewer: Viewer,
  { id: batchId, companyId }: SieBatch,
  rows: readonly (Taken & { readonly madeId: string | undefined })[],
): Promise<void> {
  const [first] = rows;
  await tx.$executeRaw`
    with series as (
      insert into number_series as s (company_id, journal_id, fiscal_year_id, next)
      values (${companyId}::uuid, ${first?.journalId}::uuid, ${first?.fiscalYearId}::uuid, ${rows.length + 1}::int)
      on conflict (journal_id, fiscal_year_id) do update set next = s.next + ${rows.length}::int
      returning next - ${rows.length}::int as first
    ), taken as (
      select * from jsonb_to_recordset(${JSON.stringify(rows.map((row, index) => ({ ...row, place: index })))}::jsonb)
        as t (id uuid, "madeId" uuid, "periodId" uuid, "postingOn" date, place int)
    )
    insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, text, reference,
      idempotency_key, request_hash, reverses_id, posted_by_id)
    select t."madeId", e.company_id, e.journal_id, ${first?.fiscalYearId}::uuid, t."periodId", series.first + t.place,
      t."postingOn", j.code || ' ' || e.number, e.reference, 'SIE UNDO ' || ${batchId} || ' ' || e.id,
      sha256(convert_to(${batchId} || ' ' || e.id || ' ' || t."postingOn", 'UTF8')), e.id, ${viewer.userId}::uuid
    from taken t join journal_entry e on e.id = t.id join journal j on j.id = e.journal_id cross join series`;
}

/**
 * What stands for the keys of vouchers whose import was undone: such a voucher may come again, under a key of its own.
 * What was brought in twice and undone twice comes a third time.
 */
export async function keysAgain(
  tx: Transaction,
  companyId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const again = new Map<string, string>();
  const rows = await tx.$queryRaw<{ key: string; next: string }[]>`
    with recursive undone as (
      select encode(v.source_hash, 'hex') as key, v.source_hash from imported_voucher v
      join import_batch b on b.id = v.import_batch_id and b.status = 'UNDONE'
      where v.company_id = ${companyId}::uuid
    ), follows as (
      select u.key, sha256(u.source_hash) as next from undone u
      where u.key in (select unnest(${keys as string[]}::text[]))
      union
      select f.key, sha256(f.next) from follows f join undone u on u.source_hash = f.next
    )
    select f.key, encode(f.next, 'hex') as next from follows f
    where not exists (select from undone u where u.source_hash = f.next)`;
  for (const { key, next } of rows) again.set(key, next);
  return again;
}
