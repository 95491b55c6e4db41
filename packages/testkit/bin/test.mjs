#!/usr/bin/env node
// The whole of the tests from a bare clone: sets up, checks, then runs vitest over every
// package and the stories in a real browser. The closing line counts what really ran,
// and the exit code is that of the runner.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare, root } from '../../api/bin/bootstrap.mjs';

const help = `Usage: npm test [-- PATTERN…] [--no-check] [-- VITEST OPTIONS]

Sets up, checks and tests everything. With a pattern, only test files whose path has it.
  --no-check   leave out types, lint and walls`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(help);
  process.exit(0);
}
const everything = args.length === 0;
try {
  await prepare();
} catch (error) {
  console.error(error.oneLine ? `kontor: ${error.message}` : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const { runChecks } = await import('./check.mjs');
const { unpackChromium } = await import('./unpack-chromium.mjs');
// Before the first test needs it, so that none pays for it; a machine it does not run on says so in that test.
await unpackChromium().catch((error) => console.error(String(error)));

const checks = args.includes('--no-check') ? [] : await runChecks((text) => process.stdout.write(text));
const { status, report } = await runVitest(args.filter((arg) => arg !== '--no-check'));
const counts = count(report);

const problems = everything ? missing(report) : [];
for (const problem of problems) console.error(problem);
const failed = counts.failed + checks.filter((check) => !check.ok).length + problems.length;
const skipped = counts.skipped + checks.filter((check) => check.skipped).length;
const passed = counts.passed + checks.filter((check) => check.ok && !check.skipped).length;
// The runner may fail for what is no test: an error that nobody caught, say.
const shown = status !== 0 && failed === 0 ? 1 : failed;
console.log(`${passed} passed, ${shown} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(status !== 0 ? status : failed > 0 ? 1 : 0);

function runVitest(options) {
  const results = path.join(root, '.kontor/test-results.json');
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  return new Promise((resolve) => {
    const runner = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${results}`,
        ...options,
      ],
      { cwd: root, stdio: 'inherit' },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
    runner.on('close', (code) => {
      let report = { testResults: [] };
      try {
        report = JSON.parse(readFileSync(results, 'utf8'));
      } catch {
        console.error('The test runner left no results.');
      }
      resolve({ status: code ?? 1, report });
    });
  });
}

function count({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const having = (...statuses) => tests.filter((test) => statuses.includes(test.status)).length;
  // A file that does not load, or fails outside its tests, has no test that says so.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: having('passed'),
    failed: having('failed') + brokenFiles.length,
    skipped: having('pending', 'skipped', 'todo', 'disabled'),
  };
}

/** A run in which no test saw a database or a browser proves little, however green. */
function missing({ testResults }) {
  const ran = (pattern) =>
    testResults.some(
      (file) =>
        pattern.test(file.name.replaceAll('\\', '/')) && file.assertionResults.some((test) => test.status === 'passed'),
    );
  const problems = [];
  if (!ran(/\/packages\/api\/src\/database\//)) problems.push('No test with a database passed.');
  if (!ran(/\/e2e\/|\/testkit\/src\/chromium\.test/)) problems.push('No test in a browser passed.');
  return problems;
}
