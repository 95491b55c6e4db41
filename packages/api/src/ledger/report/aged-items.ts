import { addDecimal, type Decimal, roundDecimal, subtractDecimal, sumDecimal, ZERO } from '@kontor/core';
import type { App } from '../../app.ts';
import { asId } from '../../read/id.ts';
import type { Viewer } from '../../viewer.ts';
import { figuresOf } from './figures.ts';
import { mayReadBooks, reportRequest } from './report-request.ts';

/** What of a business partner's open items is due since when, in one currency: above zero where the partner owes it. */
export interface AgedRow {
  readonly partyId: string;
  readonly partyCode: string;
  readonly partyName: string;
  /** RECEIVABLES or PAYABLES. */
  readonly subledger: string;
  readonly currencyCode: string;
  readonly items: number;
  readonly notDue: string;
  readonly days1To30: string;
  readonly days31To60: string;
  readonly days61To90: string;
  readonly daysOver90: string;
  readonly total: string;
  /** What the total is worth in the company's currency, as it was posted. */
  readonly worth: string;
}

/** A control account: what the books say of it, and what its open items come to, both in the company's currency. */
export interface AgedAccount {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly subledger: string;
  /** As in the trial balance: debit less credit. */
  readonly balance: Decimal;
  readonly openItems: Decimal;
  /** What is on the account without being open: nothing, unless it came from elsewhere, as with the books of a SIE file. */
  readonly difference: Decimal;
}

export interface AgedRequest {
  readonly companyId: string;
  /** Day as of which items are open, and from which their age is counted. */
  readonly endsOn: string;
  readonly subledger?: string | null | undefined;
  readonly partyId?: string | null | undefined;
}

/**
 * What was open on the day, whatever was settled or undone since: an item without a day to be paid by is due when it was
 * posted.
 */
const OPEN = `
  with open as (
    select o.account_id, o.party_id, a.control, o.currency_code, $2::date - coalesce(o.due_on, o.posting_on) as age,
      o.original - sign(o.original) * coalesce((
        select sum(x.amount) from allocation x
        where o.id in (x.debit_item_id, x.credit_item_id) and x.settled_on <= $2::date
          and (x.undone_on is null or x.undone_on > $2::date)
      ), 0) as remaining,
      l.debit - l.credit + coalesce((
        select sum(case when x.debit_item_id = o.id then -x.debit_worth else x.credit_worth end) from allocation x
        where o.id in (x.debit_item_id, x.credit_item_id) and x.settled_on <= $2::date
          and (x.undone_on is null or x.undone_on > $2::date)
      ), 0) as worth
    from open_item o join account a on a.id = o.account_id join journal_line l on l.id = o.line_id
    where o.company_id = $1::uuid and o.posting_on <= $2::date
      and ($3::text is null or a.control::text = $3::text) and ($4::uuid is null or o.party_id = $4::uuid)
  )`;

const BY_PARTY = `${OPEN}
  select p.id::text as "partyId", p.code as "partyCode", p.name as "partyName", o.control::text as subledger,
    o.currency_code as "currencyCode", count(*)::int as items,
    round(coalesce(sum(remaining) filter (where age <= 0), 0), u.minor_unit)::text as "notDue",
    round(coalesce(sum(remaining) filter (where age between 1 and 30), 0), u.minor_unit)::text as "days1To30",
    round(coalesce(sum(remaining) filter (where age between 31 and 60), 0), u.minor_unit)::text as "days31To60",
    round(coalesce(sum(remaining) filter (where age between 61 and 90), 0), u.minor_unit)::text as "days61To90",
    round(coalesce(sum(remaining) filter (where age > 90), 0), u.minor_unit)::text as "daysOver90",
    round(sum(remaining), u.minor_unit)::text as total, round(sum(worth), b.minor_unit)::text as worth
  from open o join party p on p.id = o.party_id join currency u on u.code = o.currency_code
    join company c on c.id = $1::uuid join currency b on b.code = c.base_currency_code
  where o.remaining <> 0
  group by p.id, o.control, o.currency_code, u.minor_unit, b.minor_unit
  order by o.control, p.code, o.currency_code`;

/** Open items by business partner and age; null where the viewer may not read such books. */
export async function agedItems(app: App, viewer: Viewer, given: AgedRequest): Promise<readonly AgedRow[] | null> {
  const { endsOn, subledger, partyId } = given;
  const companyId = asId(given.companyId).toLowerCase();
  if (!mayReadBooks(viewer, companyId)) return null;
  const values = [companyId, endsOn, subledger ?? null, partyId ? asId(partyId) : null];
  const { rows } = await app.pool.query<AgedRow>(BY_PARTY, values);
  return rows;
}

const BY_ACCOUNT = `${OPEN}
  select a.id::text as "accountId", a.code, a.name, a.control::text as subledger, coalesce(sum(o.worth), 0)::text as "openItems"
  from account a left join open o on o.account_id = a.id
  where a.company_id = $1::uuid and a.control in ('RECEIVABLES', 'PAYABLES') and ($3::text is null or a.control::text = $3::text)
  group by a.id order by a.code`;

/** The accounts that open items stand on, beside the trial balance of the day; null where the viewer may not read such books. */
export async function agedAccounts(
  app: App,
  viewer: Viewer,
  { companyId, endsOn, subledger }: Omit<AgedRequest, 'partyId'>,
): Promise<readonly AgedAccount[] | null> {
  const request = await reportRequest(app, viewer, { companyId, endsOn });
  if (!request) return null;
  const [figures, { rows }] = await Promise.all([
    figuresOf(app, request),
    app.pool.query<Omit<AgedAccount, 'balance' | 'difference'>>(BY_ACCOUNT, [
      request.companyId,
      endsOn,
      subledger ?? null,
      null,
    ]),
  ]);
  const round = (amount: Decimal) => roundDecimal(amount, request.minorUnit, 'halfEven');
  const balances = new Map(
    figures.map(({ account, beforeYear, beforeRange, debit, credit }) => [
      account.id,
      addDecimal(sumDecimal([beforeYear, beforeRange]), subtractDecimal(debit, credit)),
    ]),
  );
  return rows
    .map((row) => ({ ...row, balance: balances.get(row.accountId) ?? ZERO }))
    .map(({ balance, openItems, ...row }) => ({
      ...row,
      balance: round(balance),
      openItems: round(openItems),
      difference: round(subtractDecimal(balance, openItems)),
    }));
}
