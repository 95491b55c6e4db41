import type pg from 'pg';
import { beginning } from '../chain/chain.ts';
import { entryDigest, entryDigestColumns, hashOfEntryLink } from './entry-digest.ts';

interface Row {
  readonly seq: string;
  readonly entryId: string;
  readonly lines: number;
  readonly hash: Buffer;
  readonly previous: Buffer;
  readonly at: Date;
  readonly digest: Buffer | null;
  readonly found: number;
}

const rowsAtOnce = 2_000;

const linksQuery = `
  select l.seq::text, l.entry_id::text as "entryId", l.lines, l.hash, l.previous, l.at, ${entryDigestColumns}
  from ledger_link l ${entryDigest('l')}
  where l.company_id = $1::uuid and l.seq > $2 order by l.seq limit ${rowsAtOnce}`;

/** What people call an entry; its id where it is gone. */
async function nameOf(client: pg.ClientBase, entryId: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select j.code || ' ' || e.number as name from journal_entry e join journal j on j.id = e.journal_id where e.id = $1`,
    [entryId],
  );
  return rows[0]?.name ?? entryId;
}

const counted = (number: number): string => `${number} ${number === 1 ? 'line' : 'lines'}`;

function faultOf(companyId: string, row: Row): string | null {
  const { seq, entryId, lines, at, digest, found, hash, previous } = row;
  if (digest === null) return 'missing: the entry is no longer in the books';
  if (found < lines) return `missing: ${counted(lines - found)} of ${lines}`;
  if (found > lines) return `added: ${counted(found - lines)} beside the ${lines} that were linked`;
  const link = { companyId, seq: BigInt(seq), entryId, lines, at: at.toISOString() };
  return hashOfEntryLink(previous, link, digest).equals(hash) ? null : 'changed since it was linked';
}

/** Walks the chain of a company from its beginning, some links in memory at a time; answers how many there are. */
export async function verifyChain(
  client: pg.ClientBase,
  companyId: string,
  tell: (difference: string) => void,
): Promise<number> {
  let [seq, last, links] = [0n, beginning as Buffer, 0];
  for (;;) {
    const { rows } = await client.query<Row>(linksQuery, [companyId, String(seq)]);
    for (const row of rows) {
      const at = BigInt(row.seq);
      const faults: string[] = [];
      if (at > seq + 1n)
        tell(at === seq + 2n ? `link ${seq + 1n}: missing` : `links ${seq + 1n} to ${at - 1n}: missing`);
      else if (!row.previous.equals(last)) faults.push(`out of order: it does not follow link ${seq}`);
      const fault = faultOf(companyId, row);
      if (fault) faults.push(fault);
      if (faults.length > 0) {
        const name = await nameOf(client, row.entryId);
        for (const each of faults) tell(`link ${at}, entry ${name}: ${each}`);
      }
      [seq, last] = [at, row.hash];
    }
    links += rows.length;
    if (rows.length < rowsAtOnce) return links;
  }
}
