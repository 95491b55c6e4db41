import type pg from 'pg';
import { beginning, linkAll } from '../chain/chain.ts';
import { digestColumns, digestOf, hashOfLink, type LinkKind } from './digest.ts';

/** Whoever listens is told here that links were added; nothing is said of what they stand for. */
export const linkedChannel = 'kontor_linked';

const linksAtOnce = 200;
/** An operation with a million changes is digested in one statement. */
const statementMilliseconds = 10 * 60_000;

interface Pending {
  readonly id: string;
  readonly kind: LinkKind;
  readonly subjectId: string;
  readonly digest: Buffer;
  readonly found: number;
}

const pendingQuery = `
  select p.id::text, p.kind, p.subject_id::text as "subjectId", ${digestColumns}
  from audit_pending p ${digestOf('p')}
  where found.header is not null order by p.id limit ${linksAtOnce}`;

/** Links what waits, up to a number of links; answers how many there were. One writer at a time, whatever the process. */
async function linkSome(client: pg.ClientBase): Promise<number> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('audit chain', 0)),
    set_config('statement_timeout', '${statementMilliseconds}', true)`);
  const { rows: ends } = await client.query<{ seq: string; hash: Buffer }>(
    'select l.seq::text, l.hash from audit_link l order by l.seq desc limit 1',
  );
  const { rows } = await client.query<Pending>(pendingQuery);
  let previous = ends[0]?.hash ?? beginning;
  let seq = BigInt(ends[0]?.seq ?? 0);
  const at = new Date().toISOString();
  const links = rows.map(({ kind, subjectId, digest, found }) => {
    seq += 1n;
    const hash = hashOfLink(previous, { seq, kind, subjectId, changes: found, at }, digest);
    const link = [String(seq), kind, subjectId, found, `\\x${hash.toString('hex')}`, `\\x${previous.toString('hex')}`];
    previous = hash;
    return link;
  });
  const columns = [0, 1, 2, 3, 4, 5].map((index) => links.map((link) => link[index]));
  await client.query(
    `insert into audit_link (seq, kind, subject_id, changes, hash, previous, at)
     select each.*, $7::timestamptz from unnest($1::bigint[], $2::text[], $3::uuid[], $4::int[], $5::bytea[], $6::bytea[]) as each`,
    [...columns, at],
  );
  // Told by this one writer alone: a notification makes the commits of all that notify wait for each other.
  if (links.length > 0) await client.query(`notify ${linkedChannel}`);
  await client.query('delete from audit_pending where id = any($1::bigint[])', [rows.map(({ id }) => id)]);
  return rows.length;
}

/** Links into the chain what has been committed and is not in it yet, in the order in which it began. */
export const linkPending = (pool: pg.Pool, stopped?: () => boolean): Promise<number> =>
  linkAll(pool, { pendingTable: 'audit_pending', linkSome }, stopped);
