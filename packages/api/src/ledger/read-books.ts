import {
  type AccountFacts,
  type BookFacts,
  type CalendarDate,
  type CurrencyFacts,
  type Decimal,
  type NamedFacts,
  objectKey,
  type TypedLine,
} from '@kontor/core';
import type { JournalKind, PeriodStatus } from '../generated/prisma/enums.ts';
import type { Transaction } from '../write/operation.ts';

/** What the books know of an entry before it is posted. */
export interface Books {
  /** An id for the entry, made by the database so that ids sort by time. */
  readonly entryId: string;
  /** The entry that stands under the key already, with the hash of its request. */
  readonly before: { readonly id: string; readonly hash: string } | null;
  readonly base: CurrencyFacts;
  readonly journal: { readonly id: string; readonly kind: JournalKind; readonly active: boolean } | null;
  readonly period: { readonly id: string; readonly fiscalYearId: string; readonly status: PeriodStatus } | null;
  readonly facts: BookFacts;
}

interface Row {
  readonly id: string;
  readonly before: Books['before'];
  readonly base: CurrencyFacts;
  readonly journal: Books['journal'];
  readonly period: Books['period'];
  readonly accounts: readonly AccountFacts[];
  readonly currencies: readonly CurrencyFacts[];
  readonly rates: readonly { code: string; rate: Decimal }[];
  readonly parties: readonly (NamedFacts & { code: string })[];
  readonly taxCodes: readonly (NamedFacts & { code: string })[];
  readonly dimensions: readonly string[];
  readonly objects: readonly (NamedFacts & { key: string })[];
}

const codesOf = (lines: readonly TypedLine[], code: (line: TypedLine) => string | null): string[] => [
  ...new Set(lines.map(code).filter((each) => each !== null)),
];

const byCode = <T extends { code: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.code, row]));

/** Looks up, in one statement, whatever the lines of an entry name: by code, as people type it. And what has its key. */
export async function readBooks(
  tx: Transaction,
  entry: { companyId: string; journal: string; postingOn: CalendarDate; lines: readonly TypedLine[] },
  key: string,
): Promise<Books> {
  const { companyId, journal, postingOn, lines } = entry;
  const dimensions = [...new Set(lines.flatMap((line) => line.dimensions.map((each) => each.dimension)))];
  const objects = [...new Set(lines.flatMap((line) => line.dimensions.map(objectKey)))];
  const [row] = await tx.$queryRaw<Row[]>`
    select uuid7()::text as id,
      (select json_build_object('id', e.id, 'hash', encode(e.request_hash, 'hex')) from journal_entry e
        where e.company_id = c.id and e.idempotency_key = ${key}) as before,
      json_build_object('code', c.base_currency_code, 'minorUnit', coalesce(u.minor_unit, 0), 'inUse', true) as base,
      (select json_build_object('id', j.id, 'kind', j.kind, 'active', j.active) from journal j
        where j.company_id = c.id and j.code = ${journal}) as journal,
      (select json_build_object('id', p.id, 'fiscalYearId', p.fiscal_year_id, 'status', p.status) from fiscal_period p
        where p.company_id = c.id and ${postingOn}::date between p.starts_on and p.ends_on limit 1) as period,
      (select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'active', a.active, 'postable', a.postable,
          'control', a.control, 'currencyCode', a.currency_code, 'validFrom', a.valid_from, 'validUntil', a.valid_until)), '[]')
        from account a where a.company_id = c.id and a.code = any(${codesOf(lines, (line) => line.account)})) as accounts,
      (select coalesce(json_agg(json_build_object('code', k.code, 'minorUnit', k.minor_unit,
          'inUse', k.minor_unit is not null and k.withdrawn_on is null)), '[]')
        from currency k where k.code = any(${codesOf(lines, (line) => line.currency)})) as currencies,
      (select coalesce(json_agg(json_build_object('code', r.code, 'rate', trim_scale(r.rate)::text)), '[]') from (
          select distinct on (from_currency_code) from_currency_code as code, rate from exchange_rate
          where company_id = c.id and to_currency_code = c.base_currency_code and starts_on <= ${postingOn}::date
            and from_currency_code = any(${codesOf(lines, (line) => line.currency)})
          order by from_currency_code, starts_on desc
        ) r) as rates,
      (select coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'active', p.active)), '[]')
        from party p where p.company_id = c.id and p.code = any(${codesOf(lines, (line) => line.party)})) as parties,
      (select coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'active', t.active)), '[]')
        from tax_code t where t.company_id = c.id and t.code = any(${codesOf(lines, (line) => line.taxCode)})) as "taxCodes",
      (select coalesce(json_agg(d.code), '[]') from dimension d
        where d.company_id = c.id and d.active and d.code = any(${dimensions})) as dimensions,
      (select coalesce(json_agg(json_build_object('id', o.id, 'key', d.code || ':' || o.code, 'active', o.active)), '[]')
        from dimension_object o join dimension d on d.id = o.dimension_id
        where d.company_id = c.id and d.code = any(${dimensions}) and d.code || ':' || o.code = any(${objects})) as objects
    from company c join currency u on u.code = c.base_currency_code where c.id = ${companyId}::uuid`;
  if (!row) throw new Error(`There is no company ${companyId}`);
  const facts: BookFacts = {
    postingOn,
    journalKind: row.journal?.kind ?? 'GENERAL',
    base: row.base,
    accounts: byCode(row.accounts),
    currencies: byCode(row.currencies),
    rates: new Map(row.rates.map(({ code, rate }) => [code, rate])),
    parties: byCode(row.parties),
    taxCodes: byCode(row.taxCodes),
    dimensions: new Set(row.dimensions),
    objects: new Map(row.objects.map((each) => [each.key, each])),
  };
  return { entryId: row.id, before: row.before, base: row.base, journal: row.journal, period: row.period, facts };
}
