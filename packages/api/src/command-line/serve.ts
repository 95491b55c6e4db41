import { type Register, report, withSession } from './session.ts';
import { startServer } from './temporary-server.ts';

export const register: Register = (program) => {
  program
    .command('serve')
    .description('start the database, the graph and the console')
    .action(async (_options, command) => {
      const asked = whenAskedToStop();
      await withSession(command, async ({ env, database }) => {
        const server = await startServer({ env, database });
        report(`Kontor is at ${server.url}`);
        const signal = await asked;
        report(`Stopping (${signal})`);
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
