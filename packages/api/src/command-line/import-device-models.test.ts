/** The import as a person runs it: what is answered, what is told, and how it ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor import '));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function kontor(...args: string[]) {
  const { status, out, err } = await runKontor(args, { home: path.join(home, 'kontor') });
  return { status, stdout: out, told: err.trim().split('\n') };
}

test('models are imported, the faulty file is named, and the exit says so', async () => {
  await writeFile(path.join(home, 'good.yaml'), 'manufacturer: Acme\nmodel: Good\n');
  const dry = await kontor('import', 'device-models', home, '--dry-run');
  expect(dry).toMatchObject({ status: 0, stdout: 'created 1, updated 0, unchanged 0, refused 0\n' });
  expect(dry.told.at(-1)).toBe('Nothing was written: this was a dry run.');
  await writeFile(path.join(home, 'bad.yaml'), 'manufacturer: Acme\n');
  expect(await kontor('import', 'device-models', home)).toMatchObject({
    status: 1,
    stdout: 'refused  bad.yaml: model: Give model.\ncreated 1, updated 0, unchanged 0, refused 1\n',
  });
  await rm(path.join(home, 'bad.yaml'));
  const again = await kontor('import', 'device-models', home);
  expect(again).toMatchObject({
    status: 0,
    stdout: 'created 0, updated 0, unchanged 1, refused 0\n',
    told: ['Nothing changed.'],
  });
}, 60_000);

test('without a folder the models are those that ship', async () => {
  expect((await kontor('import', 'device-models', '--dry-run')).stdout).toBe(
    'created 189, updated 0, unchanged 0, refused 0\n',
  );
}, 60_000);

test('what cannot be used is one line', async () => {
  const nowhere = path.join(home, 'nowhere');
  const missing = await kontor('import', 'device-models', nowhere);
  expect(missing).toEqual({ status: 1, stdout: '', told: [`kontor: ${nowhere}: there is no such file or folder`] });
  const nobody = await kontor('--as', 'nobody@example.com', 'import', 'device-models', home);
  expect(nobody).toMatchObject({ status: 1, stdout: '', told: [expect.stringContaining('nobody@example.com')] });
}, 60_000);
