import { setFlagsFromString } from 'node:v8';
import { type Register, report, withSession } from './session.ts';

/**
 * How far, in percent of what lives, a heap grows before it is collected. V8's own way is to let it grow by half a gigabyte
 * first and to double it after, as if the machine were there for it alone: what large works leave behind would stay.
 */
const heapGrowingPercent = 20;

/**
 * How much WebAssembly runs before V8 compiles it once more, optimizing: never, here. Prisma's compiler of queries is run
 * when a shape of query is new, which is seldom, and to optimize it takes 45 MB that stay with the process.
 */
const wasmTieringBudget = 2_000_000_000;

export const register: Register = (program) => {
  program
    .command('serve')
    .description('start the database, the graph and the console')
    .action(async (_options, command) => {
      setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
      setFlagsFromString(`--wasm-tiering-budget=${wasmTieringBudget}`);
      const asked = whenAskedToStop();
      await withSession(command, async ({ env, database }) => {
        // Loaded here alone: the graph takes longer to build than most commands to run.
        const { startServer } = await import('../server.ts');
        const { offerDemo } = await import('../demo/index.ts');
        const { startJobs } = await import('../jobs/index.ts');
        const { printSetUpLink } = await import('../system/index.ts');
        const server = await startServer({ env, database });
        await offerDemo(server.app, report);
        const jobs = startJobs(server.app);
        await printSetUpLink(server.app);
        report(`Kontor is at ${server.url}`);
        const signal = await asked;
        report(`Stopping (${signal})`);
        await jobs.stop();
        await server.stop();
      });
    });
};

/** The first signal drains and stops; a second one ends at once. */
function whenAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve(signal);
      });
    }
  });
}
