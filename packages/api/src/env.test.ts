import { expect, test } from 'vitest';
import { InvalidEnvironment, readEnv, workspaceRoot } from './env.ts';

test('an empty environment is a development machine', () => {
  expect(readEnv({})).toEqual({
    nodeEnv: 'development',
    port: 4000,
    host: '127.0.0.1',
    publicUrl: null,
    logLevel: 'info',
    databaseUrl: null,
    migrateDatabaseUrl: null,
    home: `${workspaceRoot}/.kontor`,
    postgresPort: null,
    seed: true,
    smtpUrl: null,
    mailFrom: 'Kontor <kontor@localhost>',
    proxies: 0,
    rateCapacity: 200_000,
    ratePerSecond: 5_000,
    operations: 'any',
    streamsPerUser: 20,
    streams: 1_000,
    streamSeconds: 600,
    reportConnections: expect.toSatisfy((count: number) => count >= 1 && count <= 3),
    secretKey: null,
    testDatabaseUrl: null,
    testChromium: null,
    ci: false,
  });
});

test('an empty value is the same as none', () => {
  expect(readEnv({ DATABASE_URL: '', PORT: '' })).toEqual(readEnv({}));
});

test('production has no demo data unless nobody asked', () => {
  expect(readEnv({ NODE_ENV: 'production' }).seed).toBe(false);
});

test.each([
  ['PORT', { PORT: 'http' }, 'Invalid setting: PORT must be a port number'],
  ['PORT', { PORT: '70000' }, 'Invalid setting: PORT '],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }, 'Invalid setting: DATABASE_URL must be a postgresql:// address'],
  ['PUBLIC_URL', { PUBLIC_URL: 'kontor.example' }, 'Invalid setting: PUBLIC_URL must be an http(s):// address'],
  [
    'KONTOR_SECRET_KEY',
    { KONTOR_SECRET_KEY: 'short' },
    'Invalid setting: KONTOR_SECRET_KEY must be 32 bytes in base64, such as `openssl rand -base64 32` makes',
  ],
  ['SMTP_URL', { SMTP_URL: 'http://mail' }, 'Invalid setting: SMTP_URL must be an smtp:// address'],
  ['KONTOR_SEED', { KONTOR_SEED: 'perhaps' }, 'Invalid setting: KONTOR_SEED must be true or false'],
  ['NODE_ENV', { NODE_ENV: 'staging' }, 'Invalid setting: NODE_ENV '],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'Invalid setting: LOG_LEVEL '],
  ['KONTOR_REPORT_CONNECTIONS', { KONTOR_REPORT_CONNECTIONS: '0' }, 'KONTOR_REPORT_CONNECTIONS '],
  ['KONTOR_HOEM', { KONTOR_HOEM: '/data' }, 'Unknown setting KONTOR_HOEM'],
  ['MIGRATE_DATABASE_URL', { MIGRATE_DATABASE_URL: 'postgresql://x/y' }, 'MIGRATE_DATABASE_URL is set without'],
  ['KONTOR_SEED', { NODE_ENV: 'production', KONTOR_SEED: 'true' }, 'KONTOR_SEED would put demo data into production'],
])('names %s in the error of %j', (_name, source, message) => {
  expect(() => readEnv(source)).toThrow(InvalidEnvironment);
  expect(() => readEnv(source)).toThrow(message);
});
