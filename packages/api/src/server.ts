import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { App } from './app.ts';
import { createPool, createPrismaClient, type Database } from './database/index.ts';
import type { Env } from './env.ts';
import { createGraph } from './server/graphql.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

export interface RunningServer {
  readonly url: string;
  readonly app: App;
  stop(): Promise<void>;
}

function listen(server: Server, env: Env): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, () => resolve(server.address() as AddressInfo));
  });
}

/** Starts the graph and the console on one port; `stop` lets what is under way finish. */
export async function startServer({ env, database }: { env: Env; database: Database }): Promise<RunningServer> {
  const log = pino({ level: env.logLevel });
  const pool = createPool(database.appUrl, { applicationName: 'kontor', onError: (error) => log.warn({ err: error }, 'An idle connection broke.') });
  const prisma = createPrismaClient(pool);
  let address = '';
  const app: App = { env, pool, prisma, log, address: () => env.publicUrl ?? address };
  const graph = createGraph(app);
  const routes: readonly (readonly [prefix: string, handler: Handler])[] = [['/graphql', (req, res) => graph(req, res, { req, res })]];
  const server = createServer((req, res) => {
    const handler = routes.find(([prefix]) => req.url?.startsWith(prefix))?.[1];
    if (handler) return handler(req, res);
    res.writeHead(404).end();
  });
  const bound = await listen(server, env);
  address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${bound.port}`;
  return {
    url: app.address(),
    app,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
