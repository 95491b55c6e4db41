import {
  addDays,
  addDecimal,
  calendarDate,
  type Decimal,
  roundDecimal,
  runningBalance,
  sumDecimal,
} from '@kontor/core';
import type { App } from '../../app.ts';
import { asId } from '../../read/id.ts';
import type { Viewer } from '../../viewer.ts';
import { figuresOf } from './figures.ts';
import { type ReportArguments, type ReportRequest, reportRequest } from './report-request.ts';

/** A line on an account, with the entry that it leads to and the balance after it, debit less credit. */
export interface LedgerLine {
  readonly entryId: string;
  readonly journalCode: string;
  readonly number: number;
  readonly sourceType: string | null;
  readonly sourceSeries: string | null;
  readonly sourceNumber: string | null;
  readonly postingOn: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly text: string | null;
  readonly dimensions: string | null;
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly balance: Decimal | null;
}

/** Part of the lines of an account or a journal; the sums are over all of them. */
export interface LedgerPage {
  readonly request: ReportRequest;
  readonly opening: Decimal | null;
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly closing: Decimal | null;
  readonly lines: readonly LedgerLine[];
  /** What to ask the rest with; null at the end. */
  readonly endCursor: string | null;
}

const linesAtMost = 500;

interface Row extends Omit<LedgerLine, 'balance'> {
  readonly cursor: string;
}

const COLUMNS = `
  l.entry_id::text as "entryId", j.code as "journalCode", e.number, e.source_type as "sourceType",
  e.source_series as "sourceSeries", e.source_number as "sourceNumber", l.posting_on::text as "postingOn",
  a.code as "accountCode", a.name as "accountName", coalesce(nullif(l.text, ''), e.text) as text, s.name as dimensions,
  l.debit::text, l.credit::text`;

const ofObject = `($OBJECT::uuid is null or l.dimension_set_id in (
  select dimension_set_id from dimension_set_member where object_id = $OBJECT::uuid))`;

/** The lines of one account, by day, each with the balance after it. Null where there is none that the viewer reads. */
export async function generalLedger(
  app: App,
  viewer: Viewer,
  given: ReportArguments & { accountId: string; first?: number | null | undefined; after?: string | null | undefined },
): Promise<LedgerPage | null> {
  const request = await reportRequest(app, viewer, given);
  if (!request) return null;
  const accountId = asId(given.accountId);
  const first = Math.min(given.first ?? 100, linesAtMost);
  const after = cursorOf(given.after);
  const [[figure], before, rows] = await Promise.all([
    figuresOf(app, request, accountId),
    given.after ? movedBefore(app, request, accountId, after) : ZERO,
    linesAfter(app, request, accountId, after, first + 1),
  ]);
  const isOfResult = figure?.account.type === 'INCOME' || figure?.account.type === 'EXPENSE';
  const opening = sumDecimal([isOfResult ? ZERO : (figure?.beforeYear ?? ZERO), figure?.beforeRange ?? ZERO]);
  const [debit, credit] = [figure?.debit ?? ZERO, figure?.credit ?? ZERO];
  const balanced = runningBalance(addDecimal(opening, before), rows.slice(0, first));
  const closing = sumDecimal([opening, debit, negative(credit)]);
  return pageOf(request, balanced, rows.length > first, { opening, debit, credit, closing });
}

type Cursor = readonly [day: string, entry: string, lineNo: number];

/** What moved on an account from the first day of a range up to a line: whole periods from the balances, that day by line. */
async function movedBefore(
  app: App,
  request: ReportRequest,
  accountId: string,
  [day, entry, lineNo]: Cursor,
): Promise<Decimal> {
  const { companyId, startsOn, objectId } = request;
  const [earlier, ofDay] = await Promise.all([
    day > startsOn ? figuresOf(app, { ...request, endsOn: dayBefore(day) }, accountId) : [],
    app.pool.query<{ sum: Decimal }>({
      name: 'moved on a day',
      text: `select coalesce(sum(l.debit - l.credit), 0)::text as sum from journal_line as l
        where l.company_id = $1::uuid and l.account_id = $2::uuid and l.posting_on = $3::date
          and l.posting_on >= $4::date and (l.entry_id, l.line_no) <= ($5::uuid, $6::int)
          and ${ofObject.replaceAll('$OBJECT', '$7')}`,
      values: [companyId, accountId, day, startsOn, entry, lineNo, objectId],
    }),
  ]);
  const [moved] = earlier;
  return sumDecimal([moved?.debit ?? ZERO, negative(moved?.credit ?? ZERO), ofDay.rows[0]?.sum ?? ZERO]);
}

/** Some lines of an account after a line, by day: chosen first, by the index alone, and what they lead to afterwards. */
async function linesAfter(
  app: App,
  { companyId, startsOn, endsOn, objectId }: ReportRequest,
  accountId: string,
  after: Cursor,
  atMost: number,
): Promise<readonly Row[]> {
  const { rows } = await app.pool.query<Row>({
    name: 'lines of an account',
    text: `select ${COLUMNS}, concat_ws(' ', l.posting_on, l.entry_id, l.line_no) as cursor
      from (
        select l.* from journal_line as l
        where l.company_id = $1::uuid and l.account_id = $2::uuid and l.posting_on between $3::date and $4::date
          and ${ofObject.replaceAll('$OBJECT', '$5')} and (l.posting_on, l.entry_id, l.line_no) > ($6::date, $7::uuid, $8::int)
        order by l.posting_on, l.entry_id, l.line_no limit $9
      ) as l join journal_entry as e on e.id = l.entry_id join journal as j on j.id = e.journal_id
        join account as a on a.id = l.account_id left join dimension_set as s on s.id = l.dimension_set_id
      order by l.posting_on, l.entry_id, l.line_no`,
    // From the day of the line on: the index is not read from the first day of the range to get there.
    values: [companyId, accountId, after[0] > startsOn ? after[0] : startsOn, endsOn, objectId, ...after, atMost],
  });
  return rows;
}

const dayBefore = (day: string): string => addDays(calendarDate(day), -1);

/** The lines of every entry, or those of one journal, by day and number. Null where the viewer may not read such books. */
export async function journalReport(
  app: App,
  viewer: Viewer,
  given: ReportArguments & {
    journalId?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<LedgerPage | null> {
  const request = await reportRequest(app, viewer, given);
  if (!request) return null;
  const journalId = given.journalId ? asId(given.journalId) : null;
  const first = Math.min(given.first ?? 100, linesAtMost);
  const [day, entry, lineNo] = cursorOf(given.after);
  const from = `from journal_line as l join journal_entry as e on e.id = l.entry_id
    where l.company_id = $1::uuid and l.posting_on between $2::date and $3::date
      and ($4::uuid is null or e.journal_id = $4::uuid) and ${ofObject.replaceAll('$OBJECT', '$5')}`;
  const params = [request.companyId, request.startsOn, request.endsOn, journalId, request.objectId];
  const sums = await app.pool.query<{ debit: Decimal; credit: Decimal }>(
    `select coalesce(sum(l.debit), 0)::text as debit, coalesce(sum(l.credit), 0)::text as credit ${from}`,
    params,
  );
  const { rows } = await app.pool.query<Row>(
    `select ${COLUMNS}, concat_ws(' ', l.posting_on, l.entry_id, l.line_no) as cursor
     from (
       select l.* ${from} and (l.posting_on, l.entry_id, l.line_no) > ($6::date, $7::uuid, $8::int)
       order by l.posting_on, l.entry_id, l.line_no limit ${first + 1}
     ) as l join journal_entry as e on e.id = l.entry_id join journal as j on j.id = e.journal_id
       join account as a on a.id = l.account_id left join dimension_set as s on s.id = l.dimension_set_id
     order by l.posting_on, l.entry_id, l.line_no`,
    [...params, day, entry, lineNo],
  );
  const { debit = ZERO, credit = ZERO } = sums.rows[0] ?? {};
  const lines = rows.slice(0, first).map((row) => ({ ...row, balance: null }));
  return pageOf(request, lines, rows.length > first, { opening: null, debit, credit, closing: null });
}

type Sums = Pick<LedgerPage, 'opening' | 'debit' | 'credit' | 'closing'>;

function pageOf(
  request: ReportRequest,
  lines: readonly (Row & { readonly balance: Decimal | null })[],
  goesOn: boolean,
  sums: Sums,
): LedgerPage {
  const round = (amount: Decimal) => roundDecimal(amount, request.minorUnit, 'halfEven');
  const orNull = (amount: Decimal | null) => (amount === null ? null : round(amount));
  const last = lines.at(-1);
  return {
    request,
    opening: orNull(sums.opening),
    debit: round(sums.debit),
    credit: round(sums.credit),
    closing: orNull(sums.closing),
    lines: lines.map(({ cursor: _, debit, credit, balance, ...line }) => ({
      ...line,
      debit: round(debit),
      credit: round(credit),
      balance: orNull(balance),
    })),
    endCursor: goesOn && last ? Buffer.from(last.cursor).toString('base64url') : null,
  };
}

const ZERO = '0' as Decimal;

function negative(amount: Decimal): Decimal {
  return (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) as Decimal;
}

/** Day, entry and line that a cursor names; before every line for one that is none. */
function cursorOf(after: string | null | undefined): Cursor {
  const [day = '', entry, line] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split(' ');
  return [
    /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '0001-01-01',
    asId(entry),
    /^\d{1,5}$/.test(line ?? '') ? Number(line) : 0,
  ];
}
