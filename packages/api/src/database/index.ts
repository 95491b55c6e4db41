export { connect, inDatabase, publicAddress, withClient } from './connect.ts';
export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './embedded.ts';
export { DatabaseFailure, type DatabaseFailureCode, errorCode, errorMessage } from './failure.ts';
export { type MigrateResult, type MigrationStatus, migrate, migrateStatus } from './migrate.ts';
export { readMigrations, readStandingSql } from './migration-files.ts';
export { type Database, openDatabase, openMigratedDatabase } from './open-database.ts';
export { createPool, createPrismaClient, createReportPool, type PoolOptions } from './pool.ts';
export {
  cloneDatabase,
  createScratchDatabase,
  createTemplate,
  dropDatabase,
  type ScratchDatabase,
} from './scratch-database.ts';
