/** What the built server holds: it has loaded nothing that the requests it has answered did without. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Browser, onDatabase, type Running, startKontor, startWorld, type World, worldPassword } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspaceRoot } from '../env.ts';

let world: World;
let home: string;
let server: Running;
let url: string;

/** Has a program write down each script that it loads, as it loads it. */
const noting = (file: string): string => {
  const source = `
    import { appendFileSync } from 'node:fs';
    import { Session } from 'node:inspector';
    const session = new Session();
    session.connect();
    session.on('Debugger.scriptParsed', ({ params }) => appendFileSync(${JSON.stringify(file)}, params.url + '\\n'));
    session.post('Debugger.enable');`;
  return `--import=data:text/javascript,${encodeURIComponent(source)}`;
};

const noted = () => path.join(home, 'scripts');

/** The packages beside the bundle of which something was loaded. */
async function loaded(): Promise<readonly string[]> {
  const scripts = (await readFile(noted(), 'utf8')).split('\n');
  const packages = scripts.flatMap((script) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(script)?.[1] ?? []);
  return [...new Set(packages)].sort();
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor-loaded-'));
  world = await startWorld();
  server = await startKontor(['serve'], {
    home,
    env: { ...onDatabase(world), PORT: '0', KONTOR_SEED: 'false', NODE_OPTIONS: noting(noted()) },
  });
  url = /Kontor is at (\S+)/.exec(await server.says('Kontor is at http'))?.[1] ?? '';
}, 120_000);
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended;
  await world.stop();
  await rm(home, { recursive: true, force: true });
});

/** What hashes passwords, and what reads old encodings, whose tables come with the first file in one. */
const small = /^(@node-rs\/argon2|iconv-lite|safer-buffer)/;

test('who has signed in, asked for a list and changed a record has had nothing large loaded', async () => {
  await world.member('anna', [{ role: 'ADMINISTRATOR' }]);
  const browser = new Browser(url);
  expect(await browser.signIn('anna@world.example', worldPassword)).toEqual([]);
  expect(await browser.ask('{ users(first: 5) { nodes { email } } consoleMeta { entities { name } } }')).toMatchObject({
    data: { users: { nodes: [{ email: 'anna@world.example' }] } },
  });
  expect(
    await browser.ask('mutation { updateMyLanguage(input: { language: "sv" }) { user { language } } }'),
  ).toMatchObject({
    data: { updateMyLanguage: { user: { language: 'sv' } } },
  });
  expect((await readFile(noted(), 'utf8')).split('\n')).toContainEqual(expect.stringMatching(/\/dist\/main\.js$/));
  expect((await loaded()).filter((name) => !small.test(name))).toEqual([]);
});

test('what judges a password is loaded with the first that somebody chooses', async () => {
  await world.member('berta', [{ role: 'EMPLOYEE' }]);
  const browser = new Browser(url);
  await browser.signIn('berta@world.example', worldPassword);
  const change = `mutation ($input: ChangeMyPasswordInput!) { changeMyPassword(input: $input) { userErrors { code } } }`;
  const answer = await browser.ask(change, { input: { currentPassword: worldPassword, password: 'password1234' } });
  expect(answer.data).toEqual({ changeMyPassword: { userErrors: [{ code: 'PASSWORD_TOO_COMMON' }] } });
  expect(await loaded()).toEqual(expect.arrayContaining(['@zxcvbn-ts/core', '@zxcvbn-ts/language-common']));
});

const bundle = () => readFile(path.join(workspaceRoot, 'packages/api/dist/main.js'));

test('the bundle is held at one byte for each character', async () => {
  expect((await bundle()).findIndex((byte) => byte > 0x7f)).toBe(-1);
});

/** How WebAssembly begins, in base64. */
const program = Buffer.from('\0asm\u0001\0\0').toString('base64').slice(0, 9);

test('the bundle holds no program as text, and no library that stands beside it', async () => {
  const text = (await bundle()).toString('latin1');
  expect(text.indexOf(program)).toBe(-1);
  const packages = [...text.matchAll(/^\/\/ .*\/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/gm)].map((match) => match[1]);
  expect(packages).toContain('graphql');
  const beside = [
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'iconv-lite',
    'nodemailer',
    'pdfkit',
    'libxml2-wasm',
  ];
  expect(packages.filter((name) => name !== undefined && beside.includes(name))).toEqual([]);
});
