import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { DestinationStream } from 'pino';
import type { App } from './app.ts';
import { createPool, createPrismaClient, createReportPool, type Database } from './database/index.ts';
import { type Env, workspaceRoot } from './env.ts';
import { Streams } from './live/streams.ts';
import { Allowance } from './server/allowance.ts';
import { HttpRefusal } from './server/answer.ts';
import { createConsoleFiles } from './server/console-files.ts';
import { createDispatch, type Route } from './server/dispatch.ts';
import { Drain } from './server/drain.ts';
import { exportDoor } from './server/export-door.ts';
import { graphiql } from './server/graphiql.ts';
import { createGraph } from './server/graphql.ts';
import { createReady, live } from './server/health.ts';
import { imports } from './server/imports.ts';
import { createLog } from './server/log.ts';
import { createMetrics } from './server/metrics.ts';
import { paymentFileDoor, paymentFilePath } from './server/payment-file-door.ts';
import { payslipArchiveDoor, payslipArchivePath } from './server/payslip-archive-door.ts';
import { payslipDoor, payslipPath } from './server/payslip-door.ts';
import { providerDoor, providerPath } from './server/provider-door.ts';
import { reportExport } from './server/report-export.ts';
import { sieExport } from './server/sie-export.ts';

/** The folder that the console is built into. */
const consoleFolder = path.join(workspaceRoot, 'packages/console/dist');

/** A request has to arrive within this time; an import is a large one. */
const arrivalMilliseconds = 120_000;
const headersMilliseconds = 10_000;
/** Longer than load balancers keep theirs, so that it is they who close. */
const keepAliveMilliseconds = 75_000;

export interface ServerOptions {
  readonly env: Env;
  readonly database: Database;
  /** Where the built console is. Default: beside this package. */
  readonly consoleFolder?: string;
  /** Where the log goes. Default: the standard output. */
  readonly logTo?: DestinationStream;
}

export interface RunningServer {
  /** The address that people use. */
  readonly url: string;
  /** The address that it listens on; another one where a proxy stands in front. */
  readonly listensAt: string;
  readonly app: App;
  /** Takes no more requests, lets those that run finish for 15 seconds at the most, and closes everything. */
  stop(): Promise<void>;
}

function listen(server: Server, env: Env): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, () => resolve(server.address() as AddressInfo));
  });
}

/** Where registered operations alone are answered: the console asks for others. */
function noConsole(): never {
  throw new HttpRefusal(404, 'NOT_FOUND', 'There is no console here: registered operations alone are answered.');
}

/** What answers where, beside the console, which has every other path. */
function routesOf(app: App, allowance: Allowance, streams: Streams, drain: Drain): readonly Route[] {
  const graph = createGraph(app, allowance, streams);
  const metrics = createMetrics(app.pool, streams);
  return [
    {
      path: '/graphql',
      handle: (req, res, _app, exchange) => {
        const isVisit = req.method === 'GET' && req.headers.accept?.includes('text/html') === true;
        if (isVisit && app.env.nodeEnv === 'development' && app.env.operations === 'any') return graphiql(req, res);
        res.once('close', () => metrics.count(exchange));
        return graph(req, res, exchange);
      },
    },
    { path: '/exports/reports', handle: reportExport },
    { path: '/exports/sie', handle: sieExport },
    { path: '/exports', handle: exportDoor },
    { path: paymentFilePath, handle: paymentFileDoor },
    { path: payslipArchivePath, handle: payslipArchiveDoor },
    { path: payslipPath, handle: payslipDoor },
    { path: providerPath, handle: providerDoor },
    { path: '/imports', handle: imports },
    { path: '/health/live', handle: live },
    { path: '/health/ready', handle: createReady(app.pool, () => drain.isDraining) },
    { path: '/metrics', handle: metrics.handle },
  ];
}

/** Starts the graph and the console on one port; `stop` lets what is under way finish. */
export async function startServer({ env, database, ...options }: ServerOptions): Promise<RunningServer> {
  const log = createLog(env, options.logTo);
  const onError = (error: Error): void => log.warn({ err: error }, 'An idle connection broke.');
  const pool = createPool(database.appUrl, { applicationName: 'kontor', onError });
  const reportPool = createReportPool(database.appUrl, { max: env.reportConnections, onError });
  const prisma = createPrismaClient(pool);
  let address = '';
  const app: App = { env, pool, reportPool, prisma, log, address: () => env.publicUrl ?? address };
  const allowance = new Allowance(pool, log, { capacity: env.rateCapacity, perSecond: env.ratePerSecond });
  const streams = new Streams(database.appUrl, log, {
    perUser: env.streamsPerUser,
    perProcess: env.streams,
    seconds: env.streamSeconds,
  });
  const drain = new Drain();
  const dispatch = createDispatch(
    app,
    routesOf(app, allowance, streams, drain),
    env.operations === 'any' ? createConsoleFiles(options.consoleFolder ?? consoleFolder) : noConsole,
  );
  const timeouts = {
    requestTimeout: arrivalMilliseconds,
    headersTimeout: headersMilliseconds,
    keepAliveTimeout: keepAliveMilliseconds,
  };
  const server = createServer(timeouts, drain.watch(dispatch));
  const bound = await listen(server, env);
  address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${bound.port}`;
  return {
    url: app.address(),
    listensAt: address,
    app,
    stop: async () => {
      // Streams would keep the server open; their clients go on at another process.
      await streams.close();
      await drain.stop(server);
      await allowance.close();
      await prisma.$disconnect();
      await Promise.all([pool.end(), reportPool.end()]);
    },
  };
}
