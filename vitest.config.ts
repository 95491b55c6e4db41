import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Files that take minutes begin first, so that nobody waits for them alone at the end. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): Promise<typeof files> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: { moduleId: string }): boolean =>
      /every-page|non-interference|policy\/matrix|meta\/access|embedded|durability|import-bulk|\/phone|eject/.test(
        moduleId,
      );
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * All packages are one project: a worker that has imported the schema goes on with it, whichever package the next file
 * is of. The database server is started once for all of them.
 */
export default defineConfig({
  // The entry that Node takes by itself: with Vite's, the schema and its libraries would have a graphql each.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'e2e/src/**/*.test.ts'],
    globalSetup: ['packages/api/src/database/testing-setup.ts'],
    // Files of a worker share the modules they import: loading the schema anew for each was half of the processor's time.
    isolate: false,
    // Much of what the tests wait for runs elsewhere, in browsers and the database: one more than there are cores keeps
    // them busy, and more than a few would crowd them out.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    // What a request makes is let go before it is moved: with the usual sixteen megabytes a tenth of the time went there.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongOnesFirst },
    // Real browsers and servers, on machines that do other things beside.
    testTimeout: 300_000,
    hookTimeout: 240_000,
    maxConcurrency: 3,
    expect: { poll: { timeout: 60_000 } },
    // The same answer on every machine: a test that needs another zone or language says so.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    // What each is stands where it is declared, in the set-up. The commands that prove one thing for long give more.
    provide: { leakRuns: 240, crashRuns: 3, hotSeconds: 5 },
  },
});
