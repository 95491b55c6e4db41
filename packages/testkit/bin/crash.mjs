#!/usr/bin/env node
// Kills the server and the database while entries are posted, or in the midst of a pay run, as often as you like.
import { parseArgs } from 'node:util';
import { prepare } from '../../api/bin/bootstrap.mjs';

const usage = `Usage: npm run test:crash -- [--runs N] [--payroll]

Kills the server, the database, the server … with postings under way, N times (50 unless told), and looks
each time whether every posting that was answered is there once; in the end kontor ledger verify must find nothing.

With --payroll it kills them at the steps of pay runs instead, 40 times at the most, and looks each time whether
the run is as before or complete, with each payslip once.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    payroll: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const crashRuns = Number(values.runs);
if (!Number.isSafeInteger(crashRuns) || crashRuns < 1) {
  console.error(`kontor: --runs takes a whole number from 1, not ${values.runs}`);
  process.exit(2);
}
await prepare(['install', 'generate', 'generate-client']);
const file = `e2e/src/${values.payroll ? 'payroll' : 'ledger'}-durability.test.ts`;
const { runTests } = await import('./policy-proof.mjs');
const { ran, failed, broken } = await runTests([file], { crashRuns, report: true });
const fine = ran > 0 && failed.length === 0 && broken.length === 0;
console.log(fine ? `Killed ${crashRuns} times: nothing that was answered was lost` : 'Something was lost or differs');
process.exit(fine ? 0 : 1);
