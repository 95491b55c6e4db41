/** What every chain of hashes has in common: that over the audit log, and those over the books of each company. */
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** An instant as a digest has it: in UTC, to the microsecond. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** The digest of a text, or of JSON, computed by the database. */
export const sha = (text: string): string => `sha256(convert_to((${text})::text, 'UTF8'))`;

/** What the first link follows. */
export const beginning: Buffer = Buffer.alloc(32);

/** The hash of a link: over the one before, the digest of what it stands for, and its own row. */
export const hashOver = (previous: Buffer, digest: Buffer, own: readonly unknown[]): Buffer =>
  createHash('sha256').update(previous).update(digest).update(JSON.stringify(own), 'utf8').digest();

/** A chain that is being written: whether anything waits, and how some of it is linked, inside a transaction. */
export interface ChainWriter {
  /** A table of what has committed and is not linked yet. */
  readonly pendingTable: string;
  /** Links what waits, up to a number of links, one writer at a time; answers how many there were. */
  readonly linkSome: (client: pg.ClientBase) => Promise<number>;
}

/**
 * Links into a chain what has been committed and is not in it yet; `stopped` is told how much was linked so far, and ends it
 * where it says so. A process that dies over it leaves the chain as it was,
 * and the rest to whoever comes next.
 */
export async function linkAll(
  pool: pg.Pool,
  { pendingTable, linkSome }: ChainWriter,
  stopped: (linked: number) => boolean = () => false,
): Promise<number> {
  let linked = 0;
  while (!stopped(linked)) {
    const { rows } = await pool.query<{ waiting: boolean }>(`select exists (select from ${pendingTable}) as waiting`);
    if (!rows[0]?.waiting) return linked;
    const client = await pool.connect();
    try {
      await client.query('begin');
      // Whatever the server believes of tables that have grown since it last looked: what is linked is looked up by keys.
      await client.query('set local enable_seqscan = off');
      const links = await linkSome(client);
      await client.query('commit');
      client.release();
      linked += links;
      if (links === 0) return linked;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
  return linked;
}
