#!/usr/bin/env node
// Asks two databases that differ in what a viewer may not read the same questions, as many as you like.
import { parseArgs } from 'node:util';
import { prepare } from '../../api/bin/bootstrap.mjs';

const usage = `Usage: npm run test:leaks -- [--runs N] [--viewer NAME]

Compares the answers of two databases that differ only in what a viewer may not read,
N operations for each viewer (2,000 unless told), and what each stream of changes tells while both are written to.
Says what was asked through which door. NAME is one of the viewers that it names, such as ADMINISTRATOR; all of them
are asked unless told.`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, viewer: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const leakRuns = Number(values.runs);
if (!Number.isSafeInteger(leakRuns) || leakRuns < 1) {
  console.error(`kontor: --runs takes a whole number from 1, not ${values.runs}`);
  process.exit(2);
}
await prepare(['install', 'generate']);
const { runTests } = await import('./policy-proof.mjs');
const started = performance.now();
const { ran, failed, broken } = await runTests(['packages/api/src/policy/non-interference.test.ts'], {
  leakRuns,
  report: true,
  ...(values.viewer !== undefined && { named: `what ${values.viewer} may not read` }),
});
const seconds = Math.round((performance.now() - started) / 1000);
const fine = ran > 0 && failed.length === 0 && broken.length === 0;
console.log(
  fine
    ? `No answer differed: ${ran} comparisons of ${leakRuns.toLocaleString('en')} operations and more, in ${seconds} s`
    : `${failed.length} of ${ran} comparisons found a difference`,
);
process.exit(fine ? 0 : 1);
