/**
 * The configuration of the process: the only module that reads the environment.
 *
 * `readEnv` is a function of its argument, so a test passes its own source. A value
 * that is invalid, or a KONTOR_ name that nobody reads, is an error that names the
 * variable: a misspelt setting must not be silently ignored.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the workspace: the same whether this runs from src or from the bundle in dist. */
export const workspaceRoot = findWorkspaceRoot(path.dirname(fileURLToPath(import.meta.url)));

const port = z.coerce.number('must be a port number').int('must be a whole number').min(0).max(65_535);
const yesOrNo = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], 'must be true or false')
  .transform((value) => ['true', '1', 'yes'].includes(value));
/** 32 bytes, neither more nor less. */
const secretKey = z
  .string()
  .refine(
    (value) => /^[A-Za-z0-9+/]{43}=$/.test(value),
    'must be 32 bytes in base64, such as `openssl rand -base64 32` makes',
  );
const postgresUrl = z.string().refine(isPostgresUrl, 'must be a postgresql:// address');

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Where the graph and the console are served. Port 0 takes any free port. */
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people use, for links in mail. Default: the address the server listens on. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The application's login. Default: the embedded server under KONTOR_HOME. */
  DATABASE_URL: postgresUrl.optional(),
  /** The login that owns the tables and migrates. Default: that of DATABASE_URL. */
  MIGRATE_DATABASE_URL: postgresUrl.optional(),
  /** Where the embedded database and everything else that is kept on disk lives. */
  KONTOR_HOME: z.string().min(1).default(path.join(workspaceRoot, '.kontor')),
  /** The embedded database's port. Default: a free one, chosen once and remembered. */
  KONTOR_POSTGRES_PORT: port.min(1).optional(),
  /** Fill an empty database with the demo company. Default: true, except in production. */
  KONTOR_SEED: yesOrNo.optional(),
  /** Where mail goes. Default: it is written to the log and nothing is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' }).optional(),
  MAIL_FROM: z.string().min(3).default('Kontor <kontor@localhost>'),
  /** Proxies of yours in front, each of which appends to X-Forwarded-For. Limits and the audit log go by the address. */
  KONTOR_PROXIES: z.coerce.number('must be a number').int().min(0).max(10).default(0),
  /** Seals secrets that must be read again: of identity providers and of second factors. Default: a file in KONTOR_HOME. */
  KONTOR_SECRET_KEY: secretKey.optional(),
  /** The rows that one user may ask of the graph at once, and then each second. */
  KONTOR_RATE_CAPACITY: z.coerce.number('must be a number').int().min(1).default(200_000),
  KONTOR_RATE_PER_SECOND: z.coerce.number('must be a number').int().min(1).default(5_000),
  /**
   * What is answered: `any` operation, or `registered` ones alone. Then there is no introspection, no GraphiQL and no
   * console, which makes its operations out of what a viewer may see: it is served by another process on the same database.
   */
  KONTOR_OPERATIONS: z.enum(['any', 'registered']).default('any'),
  /** Streams of changes that one user, and one process, may have open; and after how long one ends and is opened anew. */
  KONTOR_STREAMS_PER_USER: z.coerce.number('must be a number').int().min(1).default(20),
  KONTOR_STREAMS: z.coerce.number('must be a number').int().min(1).default(1_000),
  KONTOR_STREAM_SECONDS: z.coerce.number('must be a number').int().min(1).max(86_400).default(600),
  /**
   * Figures over many rows that are worked out at the same time. Default: one less than there are processors and three at
   * the most, so that looking up a row is never slow; a database on a larger machine of its own can take more.
   */
  KONTOR_REPORT_CONNECTIONS: z.coerce.number('must be a number').int().min(1).max(50).optional(),
  /** Tests only: run them against this server instead of the embedded one. */
  KONTOR_TEST_DATABASE_URL: postgresUrl.optional(),
  /** Tests only: the Chromium to run, where the one from npm does not. */
  KONTOR_TEST_CHROMIUM: z.string().min(1).optional(),
  /** Tests and CI only: a file that would be skipped where it is missing is a failure instead. */
  CI: z.string().optional(),
});

type Variables = z.output<typeof variables>;

export type Env = {
  nodeEnv: Variables['NODE_ENV'];
  port: number;
  host: string;
  publicUrl: string | null;
  logLevel: Variables['LOG_LEVEL'];
  databaseUrl: string | null;
  migrateDatabaseUrl: string | null;
  home: string;
  postgresPort: number | null;
  seed: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  proxies: number;
  secretKey: string | null;
  rateCapacity: number;
  ratePerSecond: number;
  operations: Variables['KONTOR_OPERATIONS'];
  streamsPerUser: number;
  streams: number;
  streamSeconds: number;
  reportConnections: number;
  testDatabaseUrl: string | null;
  testChromium: string | null;
  ci: boolean;
};

/** A setting that cannot be used. The message names the variable and is fit for the terminal. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const unknown = Object.keys(source).filter((name) => name.startsWith('KONTOR_') && !(name in variables.shape));
  if (unknown.length > 0) {
    throw new InvalidEnvironment(
      `Unknown setting ${unknown.sort().join(', ')}: the environment has a KONTOR_ name that nothing reads.`,
    );
  }
  // An empty value is how a shell or a compose file says "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new InvalidEnvironment(`Invalid setting: ${problems.join('; ')}`);
  }
  return toEnv(parsed.data);
}

function toEnv(values: Variables): Env {
  if (values.MIGRATE_DATABASE_URL !== undefined && values.DATABASE_URL === undefined) {
    throw new InvalidEnvironment('Invalid setting: MIGRATE_DATABASE_URL is set without DATABASE_URL');
  }
  const production = values.NODE_ENV === 'production';
  if (production && values.KONTOR_SEED === true) {
    throw new InvalidEnvironment('Invalid setting: KONTOR_SEED would put demo data into production');
  }
  return {
    nodeEnv: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    logLevel: values.LOG_LEVEL,
    databaseUrl: values.DATABASE_URL ?? null,
    migrateDatabaseUrl: values.MIGRATE_DATABASE_URL ?? null,
    home: path.resolve(values.KONTOR_HOME),
    postgresPort: values.KONTOR_POSTGRES_PORT ?? null,
    seed: values.KONTOR_SEED ?? !production,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    proxies: values.KONTOR_PROXIES,
    secretKey: values.KONTOR_SECRET_KEY ?? null,
    rateCapacity: values.KONTOR_RATE_CAPACITY,
    ratePerSecond: values.KONTOR_RATE_PER_SECOND,
    operations: values.KONTOR_OPERATIONS,
    streamsPerUser: values.KONTOR_STREAMS_PER_USER,
    streams: values.KONTOR_STREAMS,
    streamSeconds: values.KONTOR_STREAM_SECONDS,
    reportConnections: values.KONTOR_REPORT_CONNECTIONS ?? Math.max(1, Math.min(3, availableParallelism() - 1)),
    testDatabaseUrl: values.KONTOR_TEST_DATABASE_URL ?? null,
    testChromium: values.KONTOR_TEST_CHROMIUM ?? null,
    ci: values.CI !== undefined && values.CI !== 'false',
  };
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

function findWorkspaceRoot(start: string): string {
  let folder = start;
  while (!existsSync(path.join(folder, 'pnpm-workspace.yaml'))) {
    const parent = path.dirname(folder);
    if (parent === folder) return start;
    folder = parent;
  }
  return folder;
}

/** The environment for a program we start: ours without PostgreSQL's own variables, which would steer it. */
export function childEnvironment(extra: Record<string, string> = {}): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(inherited), ...extra };
}
