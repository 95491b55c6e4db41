import type pg from 'pg';
import { beginning } from '../chain/chain.ts';
import { digestColumns, digestOf, hashOfLink, type LinkKind } from './digest.ts';

/** What is wrong, for a person to read: each names the link, the operation or the look that it is about. */
export type Difference = string;

/** What a verification found. */
export interface Verdict {
  /** Hash of the last link, to be kept elsewhere; null while there is none. */
  readonly head: string | null;
  readonly links: number;
  readonly differences: number;
}

interface Row {
  readonly seq: string;
  readonly kind: LinkKind;
  readonly subjectId: string;
  readonly changes: number;
  readonly hash: Buffer;
  readonly previous: Buffer;
  readonly at: Date;
  readonly digest: Buffer | null;
  readonly found: number;
  readonly what: string | null;
}

const rowsAtOnce = 500;

const linksQuery = `
  select l.seq::text, l.kind, l.subject_id::text as "subjectId", l.changes, l.hash, l.previous, l.at, ${digestColumns},
    (select o.command from audit_operation o where l.kind = 'operation' and o.id = l.subject_id) as what
  from audit_link l ${digestOf('l')}
  where l.seq > $1 order by l.seq limit ${rowsAtOnce}`;

/** What happened and stands in no link, a minute ago or longer: that is time enough. */
const unlinkedQuery = `
  select happened.id::text, happened.kind, happened.what,
    exists (select from audit_pending p where p.kind = happened.kind and p.subject_id = happened.id) as waits
  from (
    select id, 'operation' as kind, command as what, at from audit_operation
    union all select id, 'read', operation, at from sensitive_read
  ) happened
  where happened.at < now() - interval '1 minute' and happened.id > $1
    and not exists (select from audit_link l where l.kind = happened.kind and l.subject_id = happened.id)
  order by happened.id limit ${rowsAtOnce}`;

/** What committed and was not linked yet, and is gone: nothing that reads the log would miss it. */
const goneQuery = `
  select p.subject_id::text as id, p.kind from audit_pending p where p.subject_id > $1
    and not exists (select from audit_operation o where p.kind = 'operation' and o.id = p.subject_id)
    and not exists (select from sensitive_read r where p.kind = 'read' and r.id = p.subject_id)
  order by p.subject_id limit ${rowsAtOnce}`;

const ofNothingQuery = `
  select c.id::text from audit_change c where c.id > $1
    and not exists (select from audit_operation o where o.id = c.operation_id) order by c.id limit ${rowsAtOnce}`;

const called: Readonly<Record<LinkKind, string>> = { operation: 'operation', read: 'look' };
const nowhere = '00000000-0000-0000-0000-000000000000';

const nameOf = ({ seq, kind, subjectId, what }: Row): string =>
  `link ${seq}, ${called[kind]} ${subjectId}${what === null ? '' : ` (${what})`}`;

const counted = (number: number): string => `${number} ${number === 1 ? 'change' : 'changes'}`;

/** What is wrong with what a link stands for; null where nothing is. */
function faultOf(row: Row, previous: Buffer): Difference | null {
  const { seq, kind, subjectId, changes, at, digest, found } = row;
  if (digest === null) return `${nameOf(row)}: missing: it is no longer in the log`;
  if (found < changes) return `${nameOf(row)}: missing: ${counted(changes - found)} of ${changes}`;
  if (found > changes)
    return `${nameOf(row)}: added: ${counted(found - changes)} beside the ${changes} that were linked`;
  const link = { seq: BigInt(seq), kind, subjectId, changes, at: at.toISOString() };
  return hashOfLink(previous, link, digest).equals(row.hash) ? null : `${nameOf(row)}: changed since it was linked`;
}

/** Walks the chain from its beginning, some links in memory at a time. */
async function walk(client: pg.ClientBase, head: string | null, tell: (difference: Difference) => void) {
  let [seq, last, links, met] = ['0', beginning as Buffer, 0, head === null];
  for (;;) {
    const { rows } = await client.query<Row>(linksQuery, [seq]);
    for (const row of rows) {
      const expected = BigInt(seq) + 1n;
      const gap = BigInt(row.seq) - expected;
      if (gap > 0n)
        tell(gap === 1n ? `link ${expected}: missing` : `links ${expected} to ${BigInt(row.seq) - 1n}: missing`);
      else if (!row.previous.equals(last)) tell(`${nameOf(row)}: out of order: it does not follow link ${seq}`);
      const fault = faultOf(row, row.previous);
      // A link that was moved was changed with it, and is told of once.
      if (fault && (gap > 0n || row.previous.equals(last))) tell(fault);
      [seq, last] = [row.seq, row.hash];
      met ||= row.hash.toString('hex') === head;
    }
    links += rows.length;
    if (rows.length < rowsAtOnce) return { head: links > 0 ? last.toString('hex') : null, links, met };
  }
}

async function eachOf<T extends { readonly id: string }>(
  client: pg.ClientBase,
  query: string,
  tell: (row: T) => void,
): Promise<void> {
  for (let after = nowhere; ; ) {
    const { rows } = await client.query<T>(query, [after]);
    for (const row of rows) tell(row);
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

/**
 * Computes the chain over the audit log again, from the rows as they are now, and tells of everything that differs. `head`
 * is the hash of a link that was seen before: whoever rewrites the log and the whole chain with it cannot have that one.
 */
export async function verify(
  client: pg.ClientBase,
  { head = null, tell }: { head?: string | null; tell: (difference: Difference) => void },
): Promise<Verdict> {
  let differences = 0;
  const count = (difference: Difference): void => {
    differences += 1;
    tell(difference);
  };
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    await client.query('set local statement_timeout = 0');
    const { met, ...end } = await walk(client, head, count);
    if (!met) count(`head ${head}: missing: the chain was cut before it, or made anew`);
    await eachOf<{ id: string; kind: LinkKind; what: string; waits: boolean }>(client, unlinkedQuery, (row) =>
      count(
        `${called[row.kind]} ${row.id} (${row.what}): ${row.waits ? 'waiting to be linked for longer than a minute' : 'added, or its link is missing: it is in no link'}`,
      ),
    );
    await eachOf<{ id: string; kind: LinkKind }>(client, goneQuery, ({ id, kind }) =>
      count(`${called[kind]} ${id}: missing: it waits to be linked, and is no longer in the log`),
    );
    await eachOf(client, ofNothingQuery, ({ id }) => count(`change ${id}: its operation is missing`));
    return { ...end, differences };
  } finally {
    await client.query('rollback');
  }
}
