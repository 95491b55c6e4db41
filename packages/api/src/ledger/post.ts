import { createHash } from 'node:crypto';
import {
  accept,
  type CalendarDate,
  type PreparedLine,
  prepareEntry,
  type Rejection,
  type Result,
  reject,
  rejectAll,
  type TypedLine,
} from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import { addBuiltInObjects } from './built-in-objects.ts';
import { setsFor } from './dimension-sets.ts';
import { type Books, readBooks } from './read-books.ts';

/** What a record of another domain did that is posted, once: a pay run that was finalized. */
export interface EntrySource {
  /** Such as PAY_RUN. */
  readonly type: string;
  readonly id: string;
  /** Such as FINALIZE. */
  readonly event: string;
}

/** An entry to be posted. Journal, accounts and the rest are named by their codes. */
export interface EntryToPost {
  readonly companyId: string;
  readonly journal: string;
  readonly postingOn: CalendarDate;
  readonly documentOn?: CalendarDate | null;
  readonly text?: string | null;
  readonly reference?: string | null;
  readonly lines: readonly TypedLine[];
  readonly source?: EntrySource | null;
  /** Once per company: the same key with the same entry gives the entry that is there. Follows from the source, if left out. */
  readonly key?: string;
}

/** Who posts, in which transaction. */
export interface Posting {
  readonly tx: Transaction;
  readonly viewer: { readonly userId: string | null };
}

type Posted = Result<{ readonly entryId: string }>;

/** An entry as it is written: what it refers to, found. */
export interface WrittenEntry {
  readonly id: string;
  readonly companyId: string;
  readonly journalId: string;
  readonly fiscalYearId: string;
  readonly periodId: string;
  readonly postingOn: CalendarDate;
  readonly documentOn: CalendarDate | null;
  readonly text: string | null;
  readonly reference: string | null;
  readonly source: EntrySource | null;
  readonly key: string;
  readonly hash: string;
  readonly reversesId: string | null;
  readonly postedById: string | null;
}

/** A line with the set of its objects. */
export type WrittenLine = Omit<PreparedLine, 'objectIds'> & { readonly dimensionSetId: string | null };

const keyOf = ({ key, source }: EntryToPost): string => {
  if (key !== undefined) return key;
  if (!source) throw new Error('An entry is posted once: name its source or a key.');
  return `${source.type} ${source.id} ${source.event}`;
};

const hashOf = (entry: EntryToPost): string => createHash('sha256').update(JSON.stringify(entry)).digest('hex');

/** What an entry that was posted under the same key before makes of a request: the same entry, or a rejection. */
function postedBefore({ before }: Books, hash: string): Posted | null {
  if (!before) return null;
  if (before.hash === hash) return accept({ entryId: before.id });
  return reject('POSTED_OTHERWISE', 'Another entry was posted under this key or for this source: use a new one.');
}

/** What keeps an entry from its journal and day. The database holds the same when the entry is written. */
function faultsOfPlace({ journal, period }: Books): readonly Rejection[] {
  const faults: Rejection[] = [];
  if (!journal)
    faults.push({ code: 'JOURNAL_UNKNOWN', message: 'There is no such journal: choose another.', path: ['journal'] });
  else if (!journal.active)
    faults.push({
      code: 'NOT_IN_USE',
      message: 'The journal was taken out of use: choose another.',
      path: ['journal'],
    });
  const at = { path: ['postingOn'] };
  if (!period)
    faults.push({
      code: 'PERIOD_MISSING',
      message: 'The day is in no period of the books: open the fiscal year first.',
      ...at,
    });
  else if (period.status !== 'OPEN')
    faults.push({
      code: 'PERIOD_CLOSED',
      message: 'The period is closed: choose a day in an open one, or have it opened again.',
      ...at,
    });
  return faults;
}

/**
 * Writes an entry that was decided on, in one statement: all its lines, what they leave open, and the entry with its
 * number. The number is taken last, since whoever posts to the same journal waits from there on.
 */
export async function write(tx: Transaction, entry: WrittenEntry, lines: readonly WrittenLine[]): Promise<void> {
  const rows = lines.map((line, index) => ({ ...line, lineNo: index + 1 }));
  const { source } = entry;
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (
        "lineNo" smallint, "accountId" uuid, "currencyCode" text, amount numeric, rate numeric, debit numeric, credit numeric,
        "partyId" uuid, "dimensionSetId" uuid, "taxCodeId" uuid, "taxBase" numeric, "dueOn" date, text text, "opensItem" boolean)
    ), written as (
      insert into journal_line (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate,
        debit, credit, party_id, dimension_set_id, tax_code_id, tax_base, due_on, text)
      select ${entry.companyId}::uuid, ${entry.id}::uuid, "lineNo", "accountId", ${entry.periodId}::uuid, ${entry.postingOn}::date,
        "currencyCode", amount, rate, debit, credit, "partyId", "dimensionSetId", "taxCodeId", "taxBase", "dueOn", text
      from given
      returning *
    ), opened as (
      insert into open_item (company_id, line_id, account_id, party_id, posting_on, due_on, currency_code, original)
      select w.company_id, w.id, w.account_id, w.party_id, w.posting_on, w.due_on, w.currency_code, w.amount
      from written w join given g on g."lineNo" = w.line_no where g."opensItem"
      returning 1
    ), series as (
      insert into number_series as s (company_id, journal_id, fiscal_year_id, next)
      select ${entry.companyId}::uuid, ${entry.journalId}::uuid, ${entry.fiscalYearId}::uuid, 2
      -- Asked for first, so that lines and items are written before the number is waited for.
      where (select count(*) from written) + (select count(*) from opened) > 0
      on conflict (journal_id, fiscal_year_id) do update set next = s.next + 1
      returning next - 1 as number
    )
    insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, document_on, text,
      reference, source_type, source_id, source_event, idempotency_key, request_hash, reverses_id, posted_by_id)
    select ${entry.id}::uuid, ${entry.companyId}::uuid, ${entry.journalId}::uuid, ${entry.fiscalYearId}::uuid,
      ${entry.periodId}::uuid, number, ${entry.postingOn}::date, ${entry.documentOn}::date, ${entry.text}, ${entry.reference},
      ${source?.type ?? null}, ${source?.id ?? null}, ${source?.event ?? null}, ${entry.key}, decode(${entry.hash}, 'hex'),
      ${entry.reversesId}::uuid, ${entry.postedById}::uuid
    from series`;
}

/**
 * Posts an entry in the transaction of whoever calls, or tells every reason why not, each with the line that it is about.
 * The same entry under the same key is posted once. `newId` is the entry's, where whoever posts has one for it.
 */
export async function post({ tx, viewer }: Posting, entry: EntryToPost, newId?: string): Promise<Posted> {
  const { companyId, lines } = entry;
  const [key, hash] = [keyOf(entry), hashOf(entry)];
  let books = await readBooks(tx, entry, key);
  const before = postedBefore(books, hash);
  if (before) return before;
  if (await addBuiltInObjects(tx, companyId, lines, books)) books = await readBooks(tx, entry, key);
  const { journal, period } = books;
  const prepared = prepareEntry(lines, books.facts);
  const faults = [...faultsOfPlace(books), ...(prepared.ok ? [] : prepared.rejections)];
  if (faults.length > 0 || !prepared.ok || !journal || !period) return rejectAll(faults);
  const setOf = await setsFor(tx, companyId, prepared.value);
  const written: WrittenEntry = {
    id: newId ?? books.entryId,
    companyId,
    journalId: journal.id,
    fiscalYearId: period.fiscalYearId,
    periodId: period.id,
    postingOn: entry.postingOn,
    documentOn: entry.documentOn ?? null,
    text: entry.text ?? null,
    reference: entry.reference ?? null,
    source: entry.source ?? null,
    key,
    hash,
    reversesId: null,
    postedById: viewer.userId,
  };
  const withSets = prepared.value.map(({ objectIds, ...line }) => ({ ...line, dimensionSetId: setOf(objectIds) }));
  await write(tx, written, withSets);
  return accept({ entryId: written.id });
}
