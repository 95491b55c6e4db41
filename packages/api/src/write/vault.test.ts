import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seal, unseal } from './vault.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor vault '));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const key = Buffer.alloc(32, 7).toString('base64');
const failure = /sealed with another key/;

test('what is sealed is opened in its place, and differs each time', async () => {
  const env = { home, secretKey: key };
  const [one, two] = [await seal(env, 'here', 'blåbär'), await seal(env, 'here', 'blåbär')];
  expect(await unseal(env, 'here', one)).toBe('blåbär');
  expect(Buffer.compare(one, two)).not.toBe(0);
});

test.each<[string, string, string, (sealed: Uint8Array) => Uint8Array]>([
  ['in another place', key, 'there', (sealed) => sealed],
  ['with another key', Buffer.alloc(32, 8).toString('base64'), 'here', (sealed) => sealed],
  ['with a byte changed', key, 'here', (sealed) => sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1)],
  ['cut short', key, 'here', (sealed) => sealed.slice(0, 20)],
])('it is not opened %s', async (_, secretKey, place, changed) => {
  const sealed = await seal({ home, secretKey: key }, 'here', 'a secret');
  await expect(unseal({ home, secretKey }, place, changed(sealed))).rejects.toThrow(failure);
});

test('without a key in the environment one file is made, that nobody else reads, even by many at once', async () => {
  const env = { home: path.join(home, 'new'), secretKey: null };
  const sealed = await Promise.all(Array.from({ length: 8 }, (_, index) => seal(env, 'here', `secret ${index}`)));
  expect(await Promise.all(sealed.map((each) => unseal(env, 'here', each)))).toEqual(
    sealed.map((_, index) => `secret ${index}`),
  );
  const file = path.join(env.home, 'secret.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32);
  await writeFile(file, 'no key');
  await expect(seal(env, 'here', 'x')).rejects.toThrow(/holds no key/);
});
