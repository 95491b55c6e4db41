// Runs test files in a process of their own, as often or as broken as it is asked for.
import path from 'node:path';
import { createVitest } from 'vitest/node';
import { root } from '../../api/bin/bootstrap.mjs';

/** Takes a guard out of the source that the tests run. */
const without = (guard) => ({
  name: 'kontor:without-guard',
  enforce: 'pre',
  transform(code, id) {
    if (id.split('?')[0] !== path.join(root, guard.file)) return null;
    if (code.split(guard.text).length !== 2)
      throw new Error(
        `${guard.file} does not hold the guard once: ${guard.what}. Bring the list of guards up to date.`,
      );
    return code.replace(guard.text, () => guard.without);
  },
});

/**
 * Runs test files of the graph. Gives the failed tests, each with its name, its first error and what it left in its
 * meta data, and whether the files ran at all.
 */
export async function runTests(
  files,
  { leakRuns = 300, crashRuns = 3, hotSeconds = 5, guard, bail = 0, report = false, named },
) {
  const vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      run: true,
      watch: false,
      bail,
      ...(named !== undefined && { testNamePattern: named }),
      reporters: report ? ['default'] : [{}],
      include: files,
      globalSetup: [path.join(root, 'packages/api/src/database/testing-setup.ts')],
      testTimeout: 3_600_000,
      hookTimeout: 240_000,
      env: { TZ: 'UTC', LANG: 'C.UTF-8' },
      provide: { leakRuns, crashRuns, hotSeconds },
    },
    {
      resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
      plugins: guard ? [without(guard)] : [],
      logLevel: 'error',
    },
  );
  try {
    await vitest.start(files);
    const modules = vitest.state.getTestModules();
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests
      .filter((test) => test.result().state === 'failed')
      .map((test) => ({ name: test.name, error: test.result().errors?.[0]?.message ?? '', meta: test.meta() }));
    const broken = modules.flatMap((module) => module.errors().map((error) => error.message));
    return { ran: tests.filter((test) => test.result().state !== 'skipped').length, failed, broken };
  } finally {
    await vitest.close();
  }
}
