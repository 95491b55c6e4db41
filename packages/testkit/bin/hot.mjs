#!/usr/bin/env node
// Lets sixteen writers post to the same two accounts, for as long as you like.
import { parseArgs } from 'node:util';
import { prepare } from '../../api/bin/bootstrap.mjs';

const usage = `Usage: npm run test:hot [-- SECONDS]

Sixteen writers post to the same two accounts through the graph for so many seconds (60 unless told), while balances are
folded and entries linked: nobody may be refused, no number may be missing, nothing may deadlock, and verification must
find nothing.`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const hotSeconds = Number(positionals[0] ?? 60);
if (!Number.isSafeInteger(hotSeconds) || hotSeconds < 1) {
  console.error(`kontor: give a whole number of seconds from 1, not ${positionals[0]}`);
  process.exit(2);
}
await prepare(['install', 'generate']);
const { runTests } = await import('./policy-proof.mjs');
const files = ['packages/api/src/ledger/hot-accounts.test.ts'];
const { ran, failed, broken } = await runTests(files, { hotSeconds, report: true });
const fine = ran > 0 && failed.length === 0 && broken.length === 0;
console.log(
  fine ? `Posted for ${hotSeconds} s: nothing was refused or lost` : 'Something was refused, lost or differs',
);
process.exit(fine ? 0 : 1);
