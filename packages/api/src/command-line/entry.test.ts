/** The way in, which an old Node must be able to read far enough to say that it is too old. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspaceRoot } from '../env.ts';

const entry = path.join(workspaceRoot, 'packages/api/bin/kontor.mjs');

/** As if this Node were another: only the version that it tells differs. */
const startedBy = (version: string) =>
  spawnSync(
    process.execPath,
    [
      '--eval',
      `Object.defineProperty(process.versions, 'node', { value: '${version}' });
       import(${JSON.stringify(entry)});`,
      '--',
      '--help',
    ],
    { cwd: workspaceRoot, encoding: 'utf8' },
  );

test.each(['18.20.8', '20.18.1'])('Node %s is told what is needed', (version) => {
  const { status, stderr } = startedBy(version);
  expect(stderr.trim()).toBe(`kontor: needs Node 20.19 or newer, and this is ${version}`);
  expect(status).toBe(1);
});

test.each([['kontor.mjs'], ['bootstrap.mjs'], ['stamp.mjs'], ['step.mjs']])('%s has no dependencies', (name) => {
  const source = readFileSync(path.join(path.dirname(entry), name), 'utf8');
  const imported = [...source.matchAll(/(?:from|import\() ?'([^']+)'/g)].map((match) => match[1] ?? '');
  expect(imported.filter((each) => !each.startsWith('node:') && !each.startsWith('./'))).toEqual([]);
});
