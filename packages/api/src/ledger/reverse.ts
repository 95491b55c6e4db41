import { createHash } from 'node:crypto';
import { accept, type CalendarDate, type Result, reject, rejectAll, reversedLines } from '@kontor/core';
import { type Posting, type WrittenLine, write } from './post.ts';
import { freeToReverse, settleReversal } from './settle-reversal.ts';

/** What takes an entry back, and when. */
export interface Reversal {
  readonly entryId: string;
  readonly postingOn: CalendarDate;
  readonly text: string | null;
  readonly key: string;
  /** Input that the day was given in. */
  readonly dayInput?: string;
}

interface Found {
  readonly id: string;
  readonly companyId: string;
  readonly journalId: string;
  readonly journal: string;
  readonly number: number;
  readonly postingOn: CalendarDate;
  readonly reference: string | null;
  readonly isReversed: boolean;
  readonly newId: string;
  readonly period: { readonly id: string; readonly fiscalYearId: string; readonly status: string } | null;
  readonly lines: readonly WrittenLine[];
}

/**
 * Takes a posted entry back: another entry with each line on its other side, at its own rate, on the day given. Once: the
 * database keeps a second one out. What both leave open settles each other, so nothing of it may have been settled before.
 */
export async function reverse(
  { tx, viewer }: Posting,
  { entryId, postingOn, text, key, dayInput = 'postingOn' }: Reversal,
): Promise<Result<{ readonly entryId: string }>> {
  const [entry] = await tx.$queryRaw<Found[]>`
    select e.id::text, e.company_id::text as "companyId", e.journal_id::text as "journalId", j.code as journal, e.number,
      e.posting_on::text as "postingOn", e.reference, uuid7()::text as "newId",
      exists (select from journal_entry r where r.reverses_id = e.id) as "isReversed",
      (select json_build_object('id', p.id, 'fiscalYearId', p.fiscal_year_id, 'status', p.status) from fiscal_period p
        where p.company_id = e.company_id and ${postingOn}::date between p.starts_on and p.ends_on limit 1) as period,
      (select coalesce(json_agg(json_build_object('accountId', l.account_id, 'currencyCode', l.currency_code, 'amount', l.amount::text,
          'rate', l.rate::text, 'debit', l.debit::text, 'credit', l.credit::text, 'partyId', l.party_id,
          'dimensionSetId', l.dimension_set_id, 'taxCodeId', l.tax_code_id, 'taxBase', l.tax_base::text, 'dueOn', l.due_on,
          'text', l.text, 'opensItem', exists (select from open_item o where o.line_id = l.id)) order by l.line_no), '[]')
        from journal_line l where l.entry_id = e.id) as lines
    from journal_entry e join journal j on j.id = e.journal_id where e.id = ${entryId}::uuid`;
  if (!entry) throw new Error(`There is no entry ${entryId}`);
  if (entry.isReversed) return reject('ALREADY_REVERSED', 'The entry was taken back already.', ['entryId']);
  if (postingOn < entry.postingOn)
    return reject('REVERSED_BEFORE_POSTED', `Take it back on ${entry.postingOn} or later.`, [dayInput]);
  const opensItems = entry.lines.some(({ opensItem }) => opensItem);
  const free = await freeToReverse(tx, entryId);
  if (!free.ok) return free;
  const { period } = entry;
  if (!period)
    return reject('PERIOD_MISSING', 'The day is in no period of the books: open the fiscal year first.', [dayInput]);
  if (period.status !== 'OPEN')
    return rejectAll([
      { code: 'PERIOD_CLOSED', message: 'The period is closed: choose a day in an open one.', path: [dayInput] },
    ]);
  const written = {
    id: entry.newId,
    companyId: entry.companyId,
    journalId: entry.journalId,
    fiscalYearId: period.fiscalYearId,
    periodId: period.id,
    postingOn,
    documentOn: null,
    text: text ?? `${entry.journal} ${entry.number}`,
    reference: entry.reference,
    source: null,
    key,
    hash: createHash('sha256')
      .update(JSON.stringify([entryId, postingOn, text]))
      .digest('hex'),
    reversesId: entry.id,
    postedById: viewer.userId,
  };
  await write(tx, written, reversedLines(entry.lines));
  if (opensItems) await settleReversal(tx, { entryId, reversalId: written.id, settledOn: postingOn });
  return accept({ entryId: written.id });
}
