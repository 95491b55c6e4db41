import type { AccountType, CalendarDate, Decimal } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';
import type { VoucherDetails } from './voucher-details.ts';

/** A fiscal year to write, with the one before it. */
export interface ExportedYear {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Sums of one account and set of objects in a year, debit less credit. */
export interface YearSum {
  readonly code: string;
  readonly type: AccountType;
  readonly setId: string | null;
  /** Up to the first day, with the entries that open the year. */
  readonly opening: Decimal;
  readonly movement: Decimal;
}

/** An entry, or a voucher that is kept unposted, as it goes into a file. */
export interface ExportedVoucher {
  readonly entryId: string | null;
  readonly series: string;
  readonly number: string;
  readonly date: CalendarDate;
  readonly text: string;
  readonly registeredOn: CalendarDate | null;
  readonly signature: string;
  readonly details: VoucherDetails | null;
}

export interface ExportedLine {
  readonly entryId: string;
  readonly account: string;
  readonly setId: string | null;
  readonly amount: Decimal;
  readonly text: string;
}

/** The year that a person calls by its name or by the year it begins in, and the one before. */
export async function yearsOf(tx: Transaction, companyId: string, year: string): Promise<readonly ExportedYear[]> {
  return tx.$queryRaw<ExportedYear[]>`
    with wanted as (
      select starts_on from fiscal_year
      where company_id = ${companyId}::uuid and (name = ${year} or id::text = ${year} or extract(year from starts_on)::text = ${year})
      order by name <> ${year}, starts_on limit 1
    )
    select y.starts_on::text as "startsOn", y.ends_on::text as "endsOn"
    from fiscal_year as y, wanted where y.company_id = ${companyId}::uuid and y.starts_on <= wanted.starts_on
    order by y.starts_on desc limit 2`;
}

/** Sums of every account that has lines up to the end of a year. */
export async function sumsOf(tx: Transaction, companyId: string, year: ExportedYear): Promise<readonly YearSum[]> {
  return tx.$queryRaw<YearSum[]>`
    select a.code, a.type::text as type, s."setId",
      trim_scale(s.opening)::text as opening, trim_scale(s.movement)::text as movement
    from (
      select l.account_id, l.dimension_set_id::text as "setId",
        coalesce(sum(l.debit - l.credit) filter (where l.posting_on < ${year.startsOn}::date or j.kind = 'OPENING'), 0) as opening,
        coalesce(sum(l.debit - l.credit) filter (where l.posting_on >= ${year.startsOn}::date and j.kind <> 'OPENING'), 0) as movement
      from journal_line as l join journal_entry as e on e.id = l.entry_id join journal as j on j.id = e.journal_id
      where l.company_id = ${companyId}::uuid and l.posting_on <= ${year.endsOn}::date
      group by l.account_id, l.dimension_set_id
    ) as s
    join account as a on a.id = s.account_id
    order by a.code, s."setId" nulls first`;
}

/** The vouchers of a year, but for what opens it: those brought in under their own numbers, in the order of their files. */
export async function vouchersOf(
  tx: Transaction,
  companyId: string,
  year: ExportedYear,
): Promise<readonly ExportedVoucher[]> {
  return tx.$queryRaw<ExportedVoucher[]>`
    select e.id::text as "entryId", coalesce(v.series, j.code) as series, coalesce(v.number, e.number::text) as number,
      coalesce(v.voucher_on, e.posting_on)::text as date, coalesce(v.text, e.text, '') as text,
      case when v.id is null then e.posted_at::date else v.registered_on end::text as "registeredOn",
      coalesce(v.signature, '') as signature, d.details
    from (
      select e.* from journal_entry as e join journal as j on j.id = e.journal_id
      where e.company_id = ${companyId}::uuid and e.posting_on between ${year.startsOn}::date and ${year.endsOn}::date
        and j.kind <> 'OPENING'
    ) as e
    join journal as j on j.id = e.journal_id
    full join (
      select * from imported_voucher
      where company_id = ${companyId}::uuid and voucher_on between ${year.startsOn}::date and ${year.endsOn}::date
    ) as v on v.entry_id = e.id
    left join imported_voucher_detail as d on d.voucher_id = v.id
    order by v.import_batch_id nulls last, v.ordinal, j.code, e.number`;
}

/** Lines of the entries of a year, in their order. */
export async function linesOf(
  tx: Transaction,
  companyId: string,
  year: ExportedYear,
): Promise<readonly ExportedLine[]> {
  return tx.$queryRaw<ExportedLine[]>`
    select l.entry_id::text as "entryId", a.code as account, l.dimension_set_id::text as "setId",
      trim_scale(l.debit - l.credit)::text as amount, coalesce(l.text, '') as text
    from journal_line as l join account as a on a.id = l.account_id
    where l.company_id = ${companyId}::uuid and l.posting_on between ${year.startsOn}::date and ${year.endsOn}::date
    order by l.entry_id, l.line_no`;
}

/** What is on file besides: accounts, objects, and the members of each set. */
export async function registersToExport(tx: Transaction, companyId: string) {
  const accounts = await tx.$queryRaw<{ code: string; name: string; type: AccountType; sru: string | null }[]>`
    select code, name, type::text as type, sru from account
    where company_id = ${companyId}::uuid and postable order by code`;
  const objects = await tx.$queryRaw<{ dimensionId: string; code: string; name: string }[]>`
    select dimension_id::text as "dimensionId", code, name from dimension_object
    where company_id = ${companyId}::uuid order by dimension_id, code`;
  const dimensions = await tx.$queryRaw<{ id: string; code: string; name: string; kind: string }[]>`
    select id::text, code, name, kind::text as kind from dimension where company_id = ${companyId}::uuid order by code`;
  const members = await tx.$queryRaw<{ setId: string; dimensionId: string; code: string }[]>`
    select m.dimension_set_id::text as "setId", m.dimension_id::text as "dimensionId", o.code
    from dimension_set_member as m join dimension_object as o on o.id = m.object_id
    where m.company_id = ${companyId}::uuid`;
  return { accounts, objects, dimensions, members };
}
