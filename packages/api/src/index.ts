/** What other packages of the workspace may use of the API: to start it, and to act on it as a test or a benchmark. */
export type { App } from './app.ts';
export { linkPending } from './audit/link-pending.ts';
export { createTestDatabase, type TestDatabase } from './database/testing.ts';
export { seedBooks } from './demo/index.ts';
export { importDeviceModels, shippedDeviceModels } from './devices/import-device-models.ts';
export { type Env, readEnv, workspaceRoot } from './env.ts';
export type { Role } from './generated/prisma/enums.ts';
export { makeExports } from './jobs/exports.ts';
export { startJobs } from './jobs/index.ts';
export { foldBalances, linkEntries } from './ledger/index.ts';
export { printedSchema } from './schema.ts';
export { localOperator, viewerByEmail } from './server/authenticate.ts';
export { type RunningServer, startServer } from './server.ts';
export { mintToken } from './system/mint-token.ts';
export { hashPassword } from './system/password.ts';
export type { Grant, Viewer } from './viewer.ts';
export { operate, type Transaction } from './write/operation.ts';
