import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv, workspaceRoot } from '@kontor/api';
import { expect, test } from 'vitest';

/** How the code is kept: what no other tool looks after. */

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: workspaceRoot,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(workspaceRoot, file)));

const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const read = (file: string): string => readFileSync(path.join(workspaceRoot, file), 'utf8');

const linesAtMost = 400;
/** Tables of words and of facts are as long as their subject. */
const isTable = (file: string): boolean =>
  /\/i18n\/(?:[a-z]{2}|refusals[a-z-]*)\.ts$|\/vocabulary\.ts$|\/iso-4217\.ts$|\/header-synonym\.ts$|\/graph-names\.ts$|\/policy\/(classes|organisation|people|devices|system)\.ts$/.test(
    file,
  );

test('there are sources to look at', () => {
  expect(readEnv({}).port).toBe(4000);
  expect(sources.length).toBeGreaterThan(200);
});

test(`no file of code has more than ${linesAtMost} lines`, () => {
  const long = sources.filter((file) => !isTable(file) && read(file).split('\n').length - 1 > linesAtMost);
  expect(long).toEqual([]);
});

test('every package and every domain has a README', () => {
  const packages = new Set(files.flatMap((file) => /^(packages\/[^/]+)\//.exec(file)?.[1] ?? []));
  const domains = files
    .flatMap((file) => /^prisma\/schema\/(\w+)\.prisma$/.exec(file)?.[1] ?? [])
    .filter((name) => name !== 'schema');
  const wanted = [...packages, ...domains.map((domain) => `packages/api/src/${domain}`)];
  expect(wanted.filter((folder) => !files.includes(`${folder}/README.md`))).toEqual([]);
});

test('files have names of small letters and hyphens', () => {
  expect(sources.filter((file) => !/^[a-z0-9./-]+$/.test(file.replaceAll('[', '').replaceAll(']', '')))).toEqual([]);
});

test('nothing is left to be done later, and no test is left out', () => {
  // Written so that this file does not find itself.
  const marks = new RegExp(
    ['TO', 'DO|FIX', 'ME|\\bXX', 'X\\b|\\b(?:test|it|describe)\\.(?:only|to', 'do)\\('].join(''),
  );
  expect(sources.filter((file) => !isTable(file) && marks.test(read(file)))).toEqual([]);
});

test('there is no folder for what has no name', () => {
  const nameless = /(^|\/)(utils?|helpers?|common|shared|misc|services?)(\/|\.ts$)/;
  expect(files.filter((file) => nameless.test(file))).toEqual([]);
});
