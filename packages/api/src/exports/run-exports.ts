import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { ExportFailure, ExportFormat } from '../generated/prisma/enums.ts';
import { compileExport } from '../read/export.ts';
import type { ExportRequest } from '../read/export-request.ts';
import { beginSnapshot, countRows } from '../read/export-rows.ts';
import { viewerById } from '../server/authenticate.ts';
import { hashOfRights } from './export-link.ts';
import {
  type Attempt,
  expireExports,
  failExport,
  finishExport,
  keepPiece,
  noteTotal,
  type Progress,
  piecesOf,
  putBack,
} from './keep-export.ts';
import { type Writing, writeExport } from './write-export.ts';

/** An export is begun so often: the second time after its server died. */
const attemptsAtMost = 2;
/** What a number of the graph holds, in bytes; a file beyond is of no use to anybody either. */
const bytesAtMost = 2_000_000_000;

interface Claimed extends Attempt {
  readonly format: ExportFormat;
  readonly request: string;
  readonly requestedById: string;
  readonly roles: readonly string[];
}

/** Why an export cannot be made, for whoever asked for it. */
class NotMade extends Error {
  readonly failure: ExportFailure;
  constructor(failure: ExportFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** It was cancelled while it was written, or its server stops. */
class GivenUp extends Error {}

/** Those who have none running come first, then those who have waited longest. */
const openQuery = `
  select e.id::text from data_export e where e.status in ('QUEUED', 'RUNNING')
  order by e.status = 'RUNNING' desc,
    (select count(*) from data_export o where o.requested_by_id = e.requested_by_id and o.status = 'RUNNING'), e.requested_at
  limit 50`;

/**
 * Takes an export, unless another process writes it: whoever does holds a lock on it for as long as their transaction
 * lasts, so the lock of a process that died is free.
 */
async function claim(app: App, client: pg.ClientBase, id: string): Promise<Claimed | null> {
  const { rows } = await client.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) as free`,
    [id],
  );
  if (rows[0]?.free !== true) return null;
  const claimed = await app.pool.query<Claimed>(
    `with begun as (
       update data_export set status = 'RUNNING', attempts = attempts + 1, started_at = clock_timestamp(),
         row_count = 0, byte_count = 0, total_count = null
       where id = $1 and status in ('QUEUED', 'RUNNING')
       returning id::text, attempts as attempt, format::text, request, requested_by_id::text as "requestedById", roles::text[]
     ), cleared as (
       delete from data_export_chunk c using begun where c.export_id = begun.id::uuid
     )
     select * from begun`,
    [id],
  );
  return claimed.rows[0] ?? null;
}

/** The export as whoever asked for it may have it at this moment. */
async function compiled(app: App, schema: GraphQLSchema, { request, requestedById, roles }: Claimed) {
  const viewer = await viewerById(app.pool, requestedById, roles);
  if (!viewer) throw new NotMade('RIGHT_LOST', 'The account of whoever asked for this is no longer in use.');
  const result = compileExport(schema, viewer, JSON.parse(request) as ExportRequest);
  if (result.ok) return { viewer, exported: result.value };
  const why = result.rejections.map(({ message }) => message).join(' ');
  throw new NotMade('RIGHT_LOST', `Your rights have changed since you asked for this. ${why}`);
}

interface Making {
  readonly app: App;
  readonly client: pg.ClientBase;
  readonly schema: GraphQLSchema;
  readonly stopped: () => boolean;
}

async function make({ app, client, schema, stopped }: Making, claimed: Claimed): Promise<void> {
  const { viewer, exported } = await compiled(app, schema, claimed);
  await noteTotal(app.pool, claimed, await countRows(client, exported, viewer));
  const writing: Writing = { rowCount: 0 };
  let byteCount = 0;
  let position = 0;
  let kept: Promise<boolean> = Promise.resolve(true);
  const bytes = writeExport(app, client, { viewer, exported, format: claimed.format }, writing);
  for await (const content of piecesOf(bytes)) {
    byteCount += content.length;
    if (byteCount > bytesAtMost)
      throw new NotMade('TOO_LARGE', 'The file would be larger than 2 GB. Choose fewer columns, or filter.');
    // One piece is kept while the next is written, and no more than one.
    if (!(await kept) || stopped()) throw new GivenUp();
    kept = keepPiece(app.pool, claimed, { rowCount: writing.rowCount, byteCount }, { position, content });
    kept.catch(() => {});
    position += 1;
  }
  if (!(await kept)) throw new GivenUp();
  const progress: Progress = { rowCount: writing.rowCount, byteCount };
  await finishExport(app.pool, claimed, progress, await hashOfRights(client, viewer));
}

async function settle(app: App, claimed: Claimed, stopped: boolean, error: unknown): Promise<void> {
  if (error instanceof GivenUp) return stopped ? putBack(app.pool, claimed) : undefined;
  if (error instanceof NotMade) return failExport(app.pool, claimed, error.failure, error.message);
  if (error instanceof KontorError) return failExport(app.pool, claimed, 'NOT_ANSWERABLE', error.message);
  app.log.error({ err: error, export: claimed.id }, 'An export could not be made.');
  return failExport(
    app.pool,
    claimed,
    'FAULT',
    'The server failed at it. Ask again; if it stays, tell whoever runs Kontor.',
  );
}

/** Makes one export from its beginning, if nobody else does; answers whether it was taken. */
async function runOne(app: App, schema: GraphQLSchema, id: string, stopped: () => boolean): Promise<boolean> {
  const client = await app.pool.connect();
  let fine = false;
  try {
    await beginSnapshot(client);
    const claimed = await claim(app, client, id);
    if (claimed && claimed.attempt > attemptsAtMost)
      await failExport(app.pool, claimed, 'INTERRUPTED', 'The server was stopped twice while it was made. Ask again.');
    else if (claimed)
      await make({ app, client, schema, stopped }, claimed).catch((error: unknown) =>
        settle(app, claimed, stopped(), error),
      );
    await client.query('rollback');
    fine = true;
    return claimed !== null;
  } finally {
    // A connection on which something is still under way is given up, and its lock with it.
    client.release(!fine);
  }
}

/** Makes what was asked for until nothing waits or it is stopped. Any number of processes take turns. */
export async function runExports(app: App, schema: GraphQLSchema, stopped: () => boolean): Promise<void> {
  await expireExports(app.pool);
  for (let taken = true; taken && !stopped(); ) {
    taken = false;
    const { rows } = await app.pool.query<{ id: string }>(openQuery);
    for (const { id } of rows) {
      if (stopped()) return;
      taken = await runOne(app, schema, id, stopped);
      if (taken) break;
    }
  }
}
