/** Whether a server can hold Kontor at all, asked before anything is written. */
import type pg from 'pg';
import { publicAddress } from './connect.ts';
import { DatabaseFailure } from './failure.ts';

const oldestVersion = 15;
const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto', 'unaccent'];

export async function checkServer(client: pg.Client, url: string): Promise<void> {
  const where = publicAddress(url);
  const { rows } = await client.query<{ version: number; encoding: string; icu: boolean; available: string[] }>(
    `SELECT
       current_setting('server_version_num')::int / 10000 AS version,
       current_setting('server_encoding') AS encoding,
       EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') AS icu,
       ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY ($1)) AS available`,
    [extensions],
  );
  const [server] = rows;
  if (server === undefined)
    throw new DatabaseFailure('SERVER_FAILED', `The database at ${where} did not say what it is`);
  if (server.version < oldestVersion) {
    throw new DatabaseFailure(
      'TOO_OLD',
      `The database at ${where} is PostgreSQL ${server.version}; Kontor needs ${oldestVersion} or newer`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseFailure(
      'NOT_UTF8',
      `The database at ${where} is encoded in ${server.encoding}: create it with ENCODING 'UTF8' (TEMPLATE template0)`,
    );
  }
  const missing = extensions.filter((name) => !server.available.includes(name));
  if (missing.length > 0) {
    throw new DatabaseFailure(
      'EXTENSION_MISSING',
      `The server at ${where} has no extension ${missing.join(', ')}: install PostgreSQL's contrib package there`,
    );
  }
  if (!server.icu) {
    throw new DatabaseFailure(
      'EXTENSION_MISSING',
      `The server at ${where} was built without ICU, which the order of people's names needs`,
    );
  }
}
