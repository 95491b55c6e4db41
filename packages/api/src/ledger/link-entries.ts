import type pg from 'pg';
import { beginning, linkAll } from '../chain/chain.ts';
import { entryDigest, entryDigestColumns, hashOfEntryLink } from './entry-digest.ts';

const linksAtOnce = 2_000;
/** An entry of ten thousand lines is digested in one statement. */
const statementMilliseconds = 10 * 60_000;

interface Pending {
  readonly id: string;
  readonly companyId: string;
  readonly entryId: string;
  readonly digest: Buffer;
  readonly found: number;
}

interface End {
  readonly companyId: string;
  readonly seq: string;
  readonly hash: Buffer;
}

const pendingQuery = `
  select p.id::text, p.company_id::text as "companyId", p.entry_id::text as "entryId", ${entryDigestColumns}
  from ledger_pending p ${entryDigest('p')}
  where found.header is not null order by p.id limit ${linksAtOnce}`;

const endsQuery = `
  select l.company_id::text as "companyId", l.seq::text, l.hash
  from unnest($1::uuid[]) as c (id)
  join lateral (select * from ledger_link where company_id = c.id order by seq desc limit 1) l on true`;

async function linkSome(client: pg.ClientBase): Promise<number> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('ledger chain', 0)),
    set_config('statement_timeout', '${statementMilliseconds}', true)`);
  const { rows } = await client.query<Pending>(pendingQuery);
  const companies = [...new Set(rows.map(({ companyId }) => companyId))];
  const { rows: ends } = await client.query<End>(endsQuery, [companies]);
  const last = new Map(ends.map(({ companyId, seq, hash }) => [companyId, { seq: BigInt(seq), hash }]));
  const at = new Date().toISOString();
  const links = rows.map(({ companyId, entryId, digest, found }) => {
    const { seq: before, hash: previous } = last.get(companyId) ?? { seq: 0n, hash: beginning };
    const seq = before + 1n;
    const hash = hashOfEntryLink(previous, { companyId, seq, entryId, lines: found, at }, digest);
    last.set(companyId, { seq, hash });
    return [companyId, String(seq), entryId, found, `\\x${hash.toString('hex')}`, `\\x${previous.toString('hex')}`];
  });
  const columns = [0, 1, 2, 3, 4, 5].map((index) => links.map((link) => link[index]));
  await client.query(
    `insert into ledger_link (company_id, seq, entry_id, lines, hash, previous, at)
     select each.*, $7::timestamptz from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::int[], $5::bytea[], $6::bytea[]) as each`,
    [...columns, at],
  );
  await client.query('delete from ledger_pending where id = any($1::bigint[])', [rows.map(({ id }) => id)]);
  return rows.length;
}

/** Links entries that have been committed into the chain of their company, one writer at a time, whatever the process. */
export const linkEntries = (pool: pg.Pool, stopped?: (linked: number) => boolean): Promise<number> =>
  linkAll(pool, { pendingTable: 'ledger_pending', linkSome }, stopped);
