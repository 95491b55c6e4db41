import { hashOver, instant, sha } from '../chain/chain.ts';

/** What a link can stand for. */
export type LinkKind = 'operation' | 'read';

/**
 * The digest of what a link stands for, computed by the database from its rows as they are, and the number of changes in
 * it. Arrays of JSON are the canonical form: `jsonb` has one way to write each value, and instants are in UTC. The digest
 * of an operation is over its own row and the digests of its changes in the order of their ids, so that one of a hundred
 * thousand changes needs no more memory than one of ten. Joined laterally, to `kind` and `subject_id` of `of`.
 */
export const digestOf = (of: string): string => `
  left join lateral (
    select ${sha(`jsonb_build_array(o.id, o.user_id, o.actor, o.command, o.channel, o.reason, o.address, ${instant('o.at')})`)} as header,
      (select coalesce(string_agg(${sha(`jsonb_build_array(c.id, c.table_name, c.row_id, c.kind, c.before, c.after, ${instant('c.at')}, c.person_id)`)}, ''::bytea order by c.id), ''::bytea)
        from audit_change c where c.operation_id = o.id) as body
    from audit_operation o where ${of}.kind = 'operation' and o.id = ${of}.subject_id
    union all
    select ${sha(`jsonb_build_array(r.id, r.user_id, r.actor, r.data_class, r.operation, r.channel, r.address, to_jsonb(r.person_ids), ${instant('r.at')})`)}, ''::bytea
    from sensitive_read r where ${of}.kind = 'read' and r.id = ${of}.subject_id
  ) found on true`;

/** Columns of what `digestOf` joins: null, and no changes, where the rows are gone. */
export const digestColumns = `case when found.header is not null then sha256(found.header || found.body) end as digest,
  coalesce(length(found.body) / 32, 0)::int as found`;

/** One link, but for its hash. */
export interface Link {
  readonly seq: bigint;
  readonly kind: LinkKind;
  readonly subjectId: string;
  /** Number of changes of the operation; 0 for a read. */
  readonly changes: number;
  /** When it was linked, as `Date.toISOString` writes it. */
  readonly at: string;
}

/** The hash of a link: over the one before, its own row, and the digest of what it stands for. */
export function hashOfLink(previous: Buffer, link: Link, digest: Buffer): Buffer {
  return hashOver(previous, digest, [String(link.seq), link.kind, link.subjectId, link.changes, link.at]);
}
