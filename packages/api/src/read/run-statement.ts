import net from 'node:net';
import type pg from 'pg';

/** The request of PostgreSQL's protocol that cancels what another connection runs. */
const cancelRequest = 80_877_102;
const cancelMilliseconds = 2_000;

/** What pg knows of its connection and does not say in its types. */
type Connected = pg.PoolClient & {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
};

/**
 * Asks the server to cancel what a connection runs. It takes a connection without a login, so it works while every
 * connection of the pool is busy, and through a pooler in between. Resolves once the server has taken note.
 */
function cancel({ host, port, processID, secretKey }: Connected): Promise<void> {
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(cancelRequest, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith('/') ? net.connect(`${host}/.s.PGSQL.${port}`) : net.connect(port, host);
  return new Promise((resolve) => {
    socket.setTimeout(cancelMilliseconds, () => socket.destroy());
    // Where it fails, the statement ends by its own time limit.
    socket.on('error', () => {}).on('close', () => resolve());
    socket.on('connect', () => socket.write(request)).resume();
  });
}

/**
 * Runs a statement until the signal is aborted: then it is cancelled in the database too, and the signal's reason is
 * thrown.
 */
export async function runStatement<Row extends pg.QueryResultRow | unknown[]>(
  pool: pg.Pool,
  signal: AbortSignal,
  query: pg.QueryConfig & { readonly rowMode?: 'array' },
): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
  signal.throwIfAborted();
  const client = (await pool.connect().catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  })) as Connected;
  let cancelled: Promise<void> | null = null;
  const stop = () => {
    cancelled = cancel(client);
  };
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await client.query<Row & pg.QueryResultRow>(query);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', stop);
    await cancelled;
    // A cancellation that came too late could hit the next statement; so there is none on this connection.
    client.release(cancelled !== null);
  }
}
