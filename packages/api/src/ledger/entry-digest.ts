import { hashOver, instant, sha } from '../chain/chain.ts';

/**
 * The digest of an entry, computed by the database from its rows as they are, and the number of its lines. Over every
 * column of the entry and of each line in order; what a line is told apart by goes in by the hash over its objects.
 * Joined laterally, to the `entry_id` of `of`; null where the entry is gone. `offset 0` keeps it a look-up of its own: merged
 * into the query, each entry would be digested for each link while the server believes that there are next to none.
 */
export const entryDigest = (of: string): string => `
  left join lateral (
    select ${sha(`jsonb_build_array(e.id, e.company_id, e.journal_id, e.fiscal_year_id, e.period_id, e.number, e.posting_on,
        e.document_on, e.text, e.reference, e.source_type, e.source_id, e.source_event, e.source_series, e.source_number,
        e.idempotency_key, encode(e.request_hash, 'hex'), e.reverses_id, e.posted_by_id, ${instant('e.posted_at')})`)} as header,
      (select coalesce(string_agg(${sha(`jsonb_build_array(l.id, l.company_id, l.line_no, l.account_id, l.period_id, l.posting_on,
          l.currency_code, l.amount, l.rate, l.debit, l.credit, l.party_id, l.dimension_set_id,
          (select encode(s.objects_hash, 'hex') from dimension_set s where s.id = l.dimension_set_id), l.tax_code_id, l.tax_base, l.due_on, l.text)`)}, ''::bytea order by l.line_no), ''::bytea)
        from journal_line l where l.entry_id = e.id) as body
    from journal_entry e where e.id = ${of}.entry_id offset 0
  ) found on true`;

/** Columns of what `entryDigest` joins. */
export const entryDigestColumns = `case when found.header is not null then sha256(found.header || found.body) end as digest,
  coalesce(length(found.body) / 32, 0)::int as found`;

/** One link of a company's chain, but for its hash. */
export interface EntryLink {
  readonly companyId: string;
  /** Place in the chain of the company, from 1. */
  readonly seq: bigint;
  readonly entryId: string;
  readonly lines: number;
  /** When it was linked, as `Date.toISOString` writes it. */
  readonly at: string;
}

export const hashOfEntryLink = (previous: Buffer, link: EntryLink, digest: Buffer): Buffer =>
  hashOver(previous, digest, [link.companyId, String(link.seq), link.entryId, link.lines, link.at]);
