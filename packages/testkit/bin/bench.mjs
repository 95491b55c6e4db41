#!/usr/bin/env node
// The benchmarks, each against a limit written by hand, on a machine that does nothing else.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepare, root } from '../../api/bin/bootstrap.mjs';

const entry = path.join(root, 'packages/bench/src/main.ts');
if (process.argv.includes('--help')) {
  console.log(
    'Usage: npm run bench [-- ROUNDS | -- console [PEOPLE] | -- payroll [PEOPLE] | -- payroll-run [PEOPLE [GB|HU|both]] | -- payslips [PEOPLE] | -- exports [ROWS] | -- devices [ROWS] | -- live [LISTENERS] | -- ledger [LINES [PART]]]\n\nMeasures what a request costs, how long a person waits in the console, or what the large works take; see packages/bench.',
  );
  process.exit(0);
}
await prepare();
if (!existsSync(entry)) {
  console.error('kontor: there are no benchmarks in packages/bench yet');
  process.exit(1);
}
const child = spawn(process.execPath, ['--import', 'tsx', entry, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (status) => process.exit(status ?? 1));
