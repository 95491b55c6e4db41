import path from 'node:path';
import { migrateStatus, openDatabase, openMigratedDatabase } from '../database/index.ts';
import { readEnv, workspaceRoot } from '../env.ts';
import { type Register, report, stopOnSignal } from './session.ts';

export const register: Register = (program) => {
  const group = program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      const database = await openMigratedDatabase(readEnv(), report);
      await database.stop();
      report('The database is up to date.');
    });

  group
    .command('status')
    .description('list the migrations and whether the database has them')
    .action(async () => {
      await withOpenDatabase(async (ownerUrl) => {
        const { applied, pending } = await migrateStatus(ownerUrl);
        for (const name of applied) process.stdout.write(`applied  ${name}\n`);
        for (const name of pending) process.stdout.write(`pending  ${name}\n`);
        if (pending.length > 0) process.exitCode = 1;
      });
    });

  group
    .command('new')
    .description('write the migration that leads to prisma/schema')
    .argument('<name>', 'what it does, such as add_vehicles')
    .action(async (name: string) => {
      // Loaded here alone: the schema engine is not there in production.
      const { migrateNew } = await import('../database/new-migration.ts');
      await withOpenDatabase(async (ownerUrl) => {
        const made = await migrateNew(ownerUrl, name);
        if (made === null) return report('Nothing to do: the migrations already make what prisma/schema says.');
        for (const kept of made.kept) report(`Kept ${kept}: written by hand, the schema cannot say it.`);
        process.stdout.write(`${path.relative(workspaceRoot, made.file)}\n`);
      });
    });
};

/** As it is: neither command may migrate first. */
async function withOpenDatabase(task: (ownerUrl: string) => Promise<void>): Promise<void> {
  const database = await openDatabase(readEnv(), report);
  stopOnSignal(database);
  try {
    await task(database.ownerUrl);
  } finally {
    await database.stop();
  }
}
