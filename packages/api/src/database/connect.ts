/** One connection for the few statements that are not the application's: checks, roles, migrations. */
import pg from 'pg';
import { DatabaseFailure, errorCode, errorMessage } from './failure.ts';

/** pg waits for ever unless told; five seconds is long for a server and short for a person. */
export const connectTimeoutMs = 5_000;

export async function withClient<T>(url: string, task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

export async function connect(url: string, timeoutMs = connectTimeoutMs): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    application_name: 'kontor',
  });
  // A connection that breaks while idle emits an error that would end the process;
  // the next statement on it fails anyway and is reported there.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw connectFailure(url, error);
  }
  return client;
}

/** The address without its password, for messages and logs. */
export function publicAddress(url: string): string {
  const address = new URL(url);
  return `${address.hostname || 'localhost'}:${address.port || '5432'}${address.pathname}`;
}

export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** The same server and login, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.toString();
}

function connectFailure(url: string, error: unknown): DatabaseFailure {
  const where = publicAddress(url);
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new DatabaseFailure(
        'LOGIN_REFUSED',
        `The database at ${where} refused the login ${userOf(url)}: ${errorMessage(error)}`,
        { cause: error },
      );
    case '3D000':
      return new DatabaseFailure(
        'UNREACHABLE',
        `The server at ${where} is there but has no such database: ${errorMessage(error)}`,
        { cause: error },
      );
    default:
      return new DatabaseFailure(
        'UNREACHABLE',
        `No database at ${where}: ${errorMessage(error) || errorCode(error) || 'no answer'}. Is the server running and DATABASE_URL right?`,
        { cause: error },
      );
  }
}
