/** What a command that acts on the data needs besides a database: an app without a server, and the viewer who acts. */
import type { Command } from 'commander';
import pino from 'pino';
import type { App } from '../app.ts';
import { linkPending } from '../audit/link-pending.ts';
import { createPool, createPrismaClient } from '../database/index.ts';
import { KontorError } from '../errors.ts';
import { localOperator, viewerByEmail } from '../server/authenticate.ts';
import type { Viewer } from '../viewer.ts';
import { type Session, Unusable, withSession } from './session.ts';

async function viewerFor(app: App, { as }: Session): Promise<Viewer> {
  if (as === null) return localOperator;
  const viewer = await viewerByEmail(app.pool, as);
  if (!viewer) throw new Unusable(`There is no user in use with the address ${as}`);
  return viewer;
}

/** Runs as the user given with --as, or as the local operator, on a database that is up to date. */
export async function withActor(
  command: Command,
  task: (app: App, viewer: Viewer, session: Session) => Promise<void>,
): Promise<void> {
  await withSession(command, async (session) => {
    // What is logged goes to stderr: stdout is the command's answer.
    const log = pino({ level: session.env.logLevel }, pino.destination(2));
    const pool = createPool(session.database.appUrl, { applicationName: 'kontor command line' });
    const prisma = createPrismaClient(pool);
    const app: App = {
      env: session.env,
      pool,
      reportPool: pool,
      prisma,
      log,
      address: () => session.env.publicUrl ?? `http://${session.env.host}:${session.env.port}`,
    };
    try {
      await task(app, await viewerFor(app, session), session);
    } catch (error) {
      throw error instanceof KontorError ? new Unusable(error.message, { cause: error }) : error;
    } finally {
      // Where no server runs, nobody else would link what was done here into the chain.
      await linkPending(pool).catch((error: unknown) =>
        log.error({ err: error }, 'The audit log could not be linked.'),
      );
      await prisma.$disconnect();
      await pool.end();
    }
  });
}
