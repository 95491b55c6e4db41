import type pg from 'pg';

/** Bytes of each piece of a file but the last: what of a file is in memory while it is written or sent. */
export const pieceBytes = 1_048_576;
/** Days that a file is kept. */
const daysKept = 7;

/** Cuts bytes into pieces of one length; the last may be shorter. */
export async function* piecesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    let whole = Buffer.concat(waiting);
    for (; whole.length >= pieceBytes; whole = whole.subarray(pieceBytes)) yield whole.subarray(0, pieceBytes);
    waiting = whole.length > 0 ? [whole] : [];
    length = whole.length;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** An export that this process writes: which attempt at it that is, so that no other attempt is mistaken for it. */
export interface Attempt {
  readonly id: string;
  readonly attempt: number;
}

export interface Progress {
  readonly rowCount: number;
  readonly byteCount: number;
}

/** Its row while this attempt is the one that runs: what was cancelled, or taken over, is written no further. */
const running = `id = $1 and attempts = $2 and status = 'RUNNING'`;

/** Keeps a piece and says how far the export is; false where it no longer is this attempt's to write. */
export async function keepPiece(
  pool: pg.Pool,
  { id, attempt }: Attempt,
  { rowCount, byteCount }: Progress,
  piece: { readonly position: number; readonly content: Buffer },
): Promise<boolean> {
  const { rowCount: kept } = await pool.query(
    `with current as (
       update data_export set row_count = $3, byte_count = $4 where ${running} returning id
     )
     insert into data_export_chunk (export_id, position, content) select id, $5, $6 from current`,
    [id, attempt, rowCount, byteCount, piece.position, piece.content],
  );
  return kept === 1;
}

export async function noteTotal(pool: pg.Pool, { id, attempt }: Attempt, total: number | null): Promise<void> {
  await pool.query(`update data_export set total_count = $3 where ${running}`, [id, attempt, total]);
}

/** Makes a file that is whole available, for some days. */
export async function finishExport(
  pool: pg.Pool,
  { id, attempt }: Attempt,
  { rowCount, byteCount }: Progress,
  rightsHash: Buffer,
): Promise<void> {
  await pool.query(
    `update data_export set status = 'READY', row_count = $3, byte_count = $4, rights_hash = $5,
       total_count = least($3, 1048576), finished_at = clock_timestamp(),
       expires_at = clock_timestamp() + make_interval(days => ${daysKept})
     where ${running}`,
    [id, attempt, rowCount, byteCount, rightsHash],
  );
}

/** Says why an export could not be made, and throws away what was written of it. */
export async function failExport(
  pool: pg.Pool,
  { id, attempt }: Attempt,
  failure: string,
  text: string,
): Promise<void> {
  await pool.query(
    `with failed as (
       update data_export set status = 'FAILED', failure = $3::export_failure, failure_text = $4, finished_at = clock_timestamp()
       where ${running} returning id
     )
     delete from data_export_chunk c using failed where c.export_id = failed.id`,
    [id, attempt, failure, text.slice(0, 500)],
  );
}

/** Puts an export back that a server which stops will not finish: it begins anew, and this attempt does not count. */
export async function putBack(pool: pg.Pool, { id, attempt }: Attempt): Promise<void> {
  await pool.query(
    `update data_export set status = 'QUEUED', attempts = attempts - 1, row_count = 0, byte_count = 0 where ${running}`,
    [id, attempt],
  );
}

/** Takes away the files of exports whose days are over. */
export async function expireExports(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with over as (
       update data_export set status = 'EXPIRED' where status = 'READY' and expires_at <= clock_timestamp() returning id
     )
     delete from data_export_chunk c using over where c.export_id = over.id`,
  );
}
