/** Kontor itself in a process of its own, so that its processor time is its own. */
import { readEnv, startJobs, startServer } from '@kontor/api';

const [, , appUrl = '', ownerUrl = '', jobs] = process.argv;
const env = {
  ...readEnv({}),
  port: 0,
  host: '127.0.0.1',
  logLevel: 'warn' as const,
  seed: false,
  rateCapacity: 1e12,
  ratePerSecond: 1e12,
  streamsPerUser: 1e6,
};
const server = await startServer({ env, database: { kind: 'external', appUrl, ownerUrl, stop: async () => {} } });
if (jobs === 'jobs') startJobs(server.app);
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
// Whoever measures may be killed.
process.on('disconnect', () => process.exit(0));
process.send?.({ port: Number(new URL(server.url).port) });
