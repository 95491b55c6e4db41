import type { CalendarDate, Decimal, ItemFacts } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** An open item as the core judges it, with what a difference of exchange rates is posted by. */
export interface SettledItem extends ItemFacts {
  readonly accountCode: string;
  readonly partyCode: string;
  /** Code of the journal of its entry, and the entry's name there, such as `F 12`. */
  readonly journal: string;
  readonly entryName: string;
  /** Units of the company's currency for one of the item's. */
  readonly rate: Decimal;
}

/**
 * Keeps items for this transaction, in the order of their ids, as everybody does who settles them: what is read after it
 * is what is open.
 */
export async function lockItems(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('open item ' || o.id, 0))
    from (select id from open_item where id = any(${ids}::uuid[]) order by id offset 0) o`;
}

/** What is known of open items, by their ids. */
export async function itemFacts(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, SettledItem>> {
  const rows = await tx.$queryRaw<SettledItem[]>`
    select o.id::text, o.account_id::text as account, a.code as "accountCode", o.party_id::text as party,
      p.code as "partyCode", o.currency_code as currency, coalesce(u.minor_unit, 0) as "minorUnit",
      case when o.original > 0 then 'debit' else 'credit' end as side, o.posting_on::text as "postingOn",
      o.due_on::text as "dueOn", trim_scale(abs(o.original))::text as original,
      trim_scale(abs(o.remaining))::text as remaining, trim_scale(l.debit + l.credit)::text as worth,
      trim_scale(coalesce((
        select sum(case when x.debit_item_id = o.id then x.debit_worth else x.credit_worth end)
        from allocation x where x.undone_at is null and o.id in (x.debit_item_id, x.credit_item_id)
      ), 0))::text as "settledWorth",
      e.reverses_id is not null or exists (select from journal_entry r where r.reverses_id = e.id) as "isReversed",
      j.code as journal, j.code || ' ' || e.number as "entryName", trim_scale(l.rate)::text as rate
    from open_item o
    join journal_line l on l.id = o.line_id
    join journal_entry e on e.id = l.entry_id
    join journal j on j.id = e.journal_id
    join account a on a.id = o.account_id
    join party p on p.id = o.party_id
    join currency u on u.code = o.currency_code
    where o.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The first day on which something may be settled: the day given, or the first of the next period that is open. */
export async function openDayFrom(tx: Transaction, companyId: string, day: CalendarDate): Promise<CalendarDate | null> {
  const [found] = await tx.$queryRaw<{ day: CalendarDate }[]>`
    select greatest(starts_on, ${day}::date)::text as day from fiscal_period
    where company_id = ${companyId}::uuid and status = 'OPEN' and ends_on >= ${day}::date
    order by starts_on limit 1`;
  return found?.day ?? null;
}

/** Whether a day is in a period that takes entries. */
export const isOpenDay = async (tx: Transaction, companyId: string, day: CalendarDate): Promise<boolean> =>
  (await openDayFrom(tx, companyId, day)) === day;
