#!/usr/bin/env node
// Everything that can be said of the code without running it, two tools at a time.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, root } from '../../api/bin/bootstrap.mjs';

const tool = (name) => path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const packages = [...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`), 'e2e', '.'];
const sources = [
  ...packages.filter((folder) => existsSync(path.join(root, folder, 'src'))).map((folder) => `${folder}/src`),
];
/** Fewer would mean that the tool did not find the code, and its silence means nothing. */
const fewestModules = 100;

const checks = [
  {
    name: 'biome: format and lint',
    run: () => execute(tool('biome'), ['check', '--error-on-warnings', '--diagnostic-level=warn']),
  },
  { name: 'oxlint: promises and switches', run: () => execute(tool('oxlint'), ['--type-aware', '--deny-warnings']) },
  { name: 'dependency-cruiser: the walls between packages', run: checkWalls },
  { name: 'knip: nothing unused', run: () => execute(tool('knip'), ['--no-config-hints', '--no-gitignore']) },
  { name: 'the graph is the one that is committed', run: checkGraph },
  {
    name: 'console: what loads first is within its budget',
    run: () => execute(process.execPath, ['packages/console/bin/check-bundle.mjs']),
  },
  // All packages that have the same options are one program: most import the api, which each would check anew.
  ...['.', 'packages/console', 'e2e', 'packages/client/examples/react'].map((folder) => ({
    name: `tsc: ${folder}`,
    run: () => execute(tool('tsc'), ['--project', folder]),
  })),
];

/** Runs all of them and says of each whether it passed. */
export async function runChecks(report) {
  const waiting = [...checks];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = Date.now();
      const { ok, output, skipped = false } = await check.run();
      const mark = skipped ? '–' : ok ? '✓' : '✗';
      report(
        `${mark} ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)${skipped ? `: ${output}` : ''}\n`,
      );
      if (!ok) report(`${output.trimEnd()}\n\n`);
      results.push({ name: check.name, ok, skipped });
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return results;
}

async function checkWalls() {
  const cruised = await execute(tool('depcruise'), [
    ...sources,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ]);
  let summary;
  try {
    ({ summary } = JSON.parse(cruised.stdout));
  } catch {
    return cruised;
  }
  const problems = summary.violations
    .filter((violation) => violation.rule.severity === 'error')
    .map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
  if (summary.totalCruised < fewestModules)
    problems.push(`saw ${summary.totalCruised} modules only: the check itself does not work`);
  return { ok: problems.length === 0, output: problems.join('\n') };
}

/** The SDL is committed, so that a change of the graph is seen in review. */
async function checkGraph() {
  const committed = path.join(root, 'packages/api/schema.graphql');
  if (!existsSync(committed)) return { ok: true, skipped: true, output: 'there is no packages/api/schema.graphql yet' };
  const printed = await execute(process.execPath, [
    path.join(root, 'packages/api/bin/kontor.mjs'),
    'schema',
    '--print',
  ]);
  if (!printed.ok) return printed;
  const ok = printed.stdout === readFileSync(committed, 'utf8');
  return {
    ok,
    output: ok ? '' : 'packages/api/schema.graphql differs from the code: run `npm run kontor -- schema` and commit it',
  };
}

function execute(file, args) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ ok: false, stdout, output: error.message }));
    child.on('close', (status) => resolve({ ok: status === 0, stdout, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare();
  const results = await runChecks((text) => process.stdout.write(text));
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
