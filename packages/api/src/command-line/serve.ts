import { type Register, report, withSession } from './session.ts';

export const register: Register = (program) => {
  program
    .command('serve')
    .description('start the database, the graph and the console')
    .action(async (_options, command) => {
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
