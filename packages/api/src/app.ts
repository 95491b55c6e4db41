import type pg from 'pg';
import type { Logger } from 'pino';
import type { Env } from './env.ts';
import type { PrismaClient } from './generated/prisma/client.ts';

/** What a process has one of: handed to whatever needs it, so that nothing is global. */
export interface App {
  readonly env: Env;
  /** Reads go through the compiler, on this pool. */
  readonly pool: pg.Pool;
  /** Figures over many rows have connections of their own, and few, so that looking up a row never waits for them. */
  readonly reportPool: pg.Pool;
  /** Writes go through commands, on this client. */
  readonly prisma: PrismaClient;
  readonly log: Logger;
  /** The address that people use, for links in mail. */
  readonly address: () => string;
}
