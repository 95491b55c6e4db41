import { type AccountType, addDecimal, type CalendarDate, type Decimal, type SieDocument } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';

/** The company whose books a file is brought into. */
export interface BooksCompany {
  readonly id: string;
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly currencyCode: string;
  readonly active: boolean;
}

export interface KnownAccount {
  readonly id: string;
  readonly code: string;
  readonly type: AccountType;
  readonly postable: boolean;
  readonly active: boolean;
  readonly currencyCode: string | null;
}

export interface KnownYear {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface KnownPeriod extends KnownYear {
  readonly fiscalYearId: string;
  readonly status: 'OPEN' | 'CLOSED' | 'LOCKED';
}

export interface KnownDimension {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
}

export interface KnownObject {
  readonly id: string;
  readonly dimensionId: string;
  readonly code: string;
}

/** What the books hold that a file is compared with. */
export interface Facts {
  readonly company: BooksCompany;
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly years: readonly KnownYear[];
  readonly periods: readonly KnownPeriod[];
  readonly dimensions: readonly KnownDimension[];
  readonly objects: readonly KnownObject[];
  /** What stands for the keys of vouchers whose import was undone, so that they may come again. */
  readonly again: ReadonlyMap<string, string>;
}

/** The chart, years and dimensions of a company. */
export async function loadFacts(tx: Transaction, companyId: string): Promise<Facts> {
  const [company] = await tx.$queryRaw<BooksCompany[]>`
    select id::text, name, registration_number as "registrationNumber", base_currency_code as "currencyCode", active
    from company where id = ${companyId}::uuid`;
  if (!company) throw new Error('The company was seen and is not there.');
  const accounts = await tx.$queryRaw<KnownAccount[]>`
    select id::text, code, type::text as type, postable, active, currency_code as "currencyCode"
    from account where company_id = ${companyId}::uuid`;
  const years = await tx.$queryRaw<KnownYear[]>`
    select id::text, starts_on::text as "startsOn", ends_on::text as "endsOn"
    from fiscal_year where company_id = ${companyId}::uuid order by starts_on`;
  const periods = await tx.$queryRaw<KnownPeriod[]>`
    select id::text, fiscal_year_id::text as "fiscalYearId", starts_on::text as "startsOn", ends_on::text as "endsOn",
      status::text as status
    from fiscal_period where company_id = ${companyId}::uuid order by starts_on`;
  const dimensions = await tx.$queryRaw<KnownDimension[]>`
    select id::text, code, kind::text as kind from dimension where company_id = ${companyId}::uuid order by code`;
  const objects = await tx.$queryRaw<KnownObject[]>`
    select id::text, dimension_id::text as "dimensionId", code from dimension_object where company_id = ${companyId}::uuid`;
  return {
    company,
    accounts: new Map(accounts.map((each) => [each.code, each])),
    years,
    periods,
    dimensions,
    objects,
    again: new Map(),
  };
}

/** Hashes of the vouchers that were brought in before, by their keys. */
export async function knownVouchers(
  tx: Transaction,
  companyId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; hash: string }[]>`
    select encode(source_hash, 'hex') as key, encode(content_hash, 'hex') as hash from imported_voucher
    where company_id = ${companyId}::uuid and source_hash in (select decode(each, 'hex') from unnest(${keys as string[]}::text[]) as each)`;
  return new Map(rows.map(({ key, hash }) => [key, hash]));
}

/** A line of an entry that was written here. */
export interface OwnLine {
  readonly entryId: string;
  readonly date: CalendarDate;
  readonly entryText: string;
  readonly account: string;
  readonly amount: Decimal;
  readonly objects: readonly { readonly dimensionId: string; readonly code: string }[] | null;
  readonly text: string;
}

/** Lines of the entries that were written here under the numbers that a file has, in their order. */
export async function ownLines(
  tx: Transaction,
  companyId: string,
  vouchers: SieDocument['vouchers'],
): Promise<readonly OwnLine[]> {
  const numbered = vouchers.filter(({ number }) => /^[0-9]{1,9}$/.test(number));
  const wanted = JSON.stringify(numbered.map(({ series, number, date }) => ({ series, number, date })));
  return tx.$queryRaw<OwnLine[]>`
    select e.id::text as "entryId", e.posting_on::text as date, coalesce(e.text, '') as "entryText", a.code as account,
      trim_scale(l.debit - l.credit)::text as amount, coalesce(l.text, '') as text,
      (select jsonb_agg(jsonb_build_object('dimensionId', m.dimension_id, 'code', o.code))
        from dimension_set_member as m join dimension_object as o on o.id = m.object_id
        where m.dimension_set_id = l.dimension_set_id) as objects
    from jsonb_to_recordset(${wanted}::jsonb) as w(series text, number text, date date)
    join journal as j on j.company_id = ${companyId}::uuid and j.code = w.series
    join journal_entry as e on e.company_id = j.company_id and e.journal_id = j.id and e.number = w.number::int
      and e.posting_on = w.date and e.source_type is distinct from 'SIE'
    join journal_line as l on l.entry_id = e.id
    join account as a on a.id = l.account_id
    order by e.id, l.line_no`;
}

/** What the books open a fiscal year with, by account, debit less credit; null where they hold nothing before it. */
export async function openingOf(
  tx: Transaction,
  companyId: string,
  startsOn: string,
): Promise<ReadonlyMap<string, Decimal> | null> {
  const rows = await tx.$queryRaw<{ code: string; type: AccountType; amount: Decimal }[]>`
    select a.code, a.type::text as type, trim_scale(sum(l.debit - l.credit))::text as amount
    from journal_line as l
    join journal_entry as e on e.id = l.entry_id
    join journal as j on j.id = e.journal_id
    join account as a on a.id = l.account_id
    where l.company_id = ${companyId}::uuid
      and (l.posting_on < ${startsOn}::date or (l.posting_on = ${startsOn}::date and j.kind = 'OPENING'))
    group by a.code, a.type having sum(l.debit - l.credit) <> 0`;
  if (rows.length === 0) return null;
  const isResult = (type: AccountType) => type === 'INCOME' || type === 'EXPENSE';
  const opening = new Map(rows.filter(({ type }) => !isResult(type)).map(({ code, amount }) => [code, amount]));
  const earlier = rows
    .filter(({ type }) => isResult(type))
    .reduce((sum, { amount }) => addDecimal(sum, amount), '0' as Decimal);
  return opening.set(EARLIER_RESULT, earlier);
}

/** Stands for the results of earlier years that no entry has taken into equity yet. */
export const EARLIER_RESULT = '';

/** Whether a later year was opened by a balance of its own: bringing in an earlier one would count it twice. */
export async function isOpenedLater(tx: Transaction, companyId: string, startsOn: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (
      select from journal_entry as e join journal as j on j.id = e.journal_id
      where e.company_id = ${companyId}::uuid and j.kind = 'OPENING' and e.posting_on > ${startsOn}::date
        and e.reverses_id is null and not exists (select from journal_entry as r where r.reverses_id = e.id)
    ) as found`;
  return row?.found ?? false;
}
