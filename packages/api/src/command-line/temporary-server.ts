/** Answers that it lives, until there is a graph to serve. */
import { createServer } from 'node:http';
import type { Database } from '../database/index.ts';
import type { Env } from '../env.ts';

export async function startServer({
  env,
}: {
  env: Env;
  database: Database;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((_request, response) => response.end('Kontor'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : env.port;
  return {
    url: env.publicUrl ?? `http://${env.host}:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
