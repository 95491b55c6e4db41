#!/usr/bin/env node
// Takes the guards of the policy out, one after the other: each time a test must notice.
import { parseArgs } from 'node:util';
import { prepare } from '../../api/bin/bootstrap.mjs';

const usage = `Usage: npm run test:guards -- [--only TEXT]

Takes each guard of the policy out of the code in turn and runs the tests of the policy,
which must fail. Says which did, and after how many operations two databases that differ
in what is hidden answered differently. --only: guards whose name holds the text.`;

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(usage);
  process.exit(0);
}
await prepare(['install', 'generate']);
const { runTests } = await import('./policy-proof.mjs');
const { guards } = await import('./guard-list.mjs');

const doors = ['packages/api/src/policy/doors.test.ts', 'packages/api/src/policy/doors-of-relations.test.ts'];
const worlds = 'packages/api/src/policy/non-interference.test.ts';
const leakRuns = 600;

const chosen = guards.filter((guard) => guard.what.includes(values.only ?? ''));
let unnoticed = 0;
for (const guard of chosen) {
  const named = await runTests(doors, { leakRuns, guard });
  const compared = await runTests([worlds], { leakRuns, guard, bail: 1 });
  const broken = [...named.broken, ...compared.broken];
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const leak = compared.failed.find((test) => test.meta.leak);
  const names = named.failed.map((test) => test.name.split(':')[0]);
  if (names.length === 0 && !leak) unnoticed += 1;
  console.log(`${names.length > 0 || leak ? 'noticed  ' : 'UNNOTICED'} without ${guard.what}`);
  for (const name of names) console.log(`            by name: ${name}`);
  if (leak)
    console.log(
      `            by two worlds: ${leak.meta.leak.viewer}, after ${leak.meta.leak.after} operations, through ${leak.meta.leak.doors.join(', ')}`,
    );
}
console.log(`${chosen.length} guards taken out, ${unnoticed} unnoticed`);
process.exit(chosen.length > 0 && unnoticed === 0 ? 0 : 1);
