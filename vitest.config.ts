import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

const common = {
  testTimeout: 60_000,
  hookTimeout: 180_000,
  // Files of a worker share the modules they import: loading the schema anew for each was half of the processor's time.
  isolate: false,
  // The same answer on every machine: a test that needs another zone or language says so.
  env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  // Operations for each viewer in the comparison of worlds that differ in what is hidden;
  // how often the server and the database are killed with postings under way, and for how long many post to two accounts.
  provide: { leakRuns: 320, crashRuns: 3, hotSeconds: 5 },
};

// The entry that Node takes by itself: with Vite's, the schema and its libraries would have a graphql each.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

const project = (name: string, root: string, more: object = {}) => ({
  resolve,
  test: { ...common, ...more, name, root, include: ['src/**/*.test.{ts,tsx}'] },
});

/** Files that take minutes begin first, so that nobody waits for them alone at the end. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): Promise<typeof files> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: { moduleId: string }): boolean => /every-page|import-bulk|\/phone/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** One project per package; the database server is started once for all of them. */
export default defineConfig({
  test: {
    // Much of what the tests wait for runs elsewhere, in browsers and the database: one more than there are cores keeps
    // them busy, and more than a few would crowd them out.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    sequence: { sequencer: LongOnesFirst },
    globalSetup: ['packages/api/src/database/testing-setup.ts'],
    projects: [
      project('core', 'packages/core'),
      project('api', 'packages/api'),
      project('client', 'packages/client'),
      project('console', 'packages/console'),
      project('testkit', 'packages/testkit'),
      project('bench', 'packages/bench'),
      // Real browsers and servers, on machines that do other things beside.
      project('e2e', 'e2e', {
        testTimeout: 300_000,
        hookTimeout: 240_000,
        maxConcurrency: 3,
        // As long as a busy machine may take.
        expect: { poll: { timeout: 60_000 } },
      }),
    ],
  },
});
