/** The console as the server hands it out. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KontorError } from '../errors.ts';
import { statusOf } from './answer.ts';
import { createConsoleFiles } from './console-files.ts';

let root: string;
let dist: string;
let server: http.Server;
let url: string;
const script = `export const words = ${JSON.stringify('words '.repeat(500))};`;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kontor-console-'));
  dist = path.join(root, 'dist');
  await writeFile(path.join(root, 'secret.txt'), 'secret');
  const files = createConsoleFiles(dist);
  server = http.createServer((req, res) => {
    files(req, res, (req.url ?? '/').split('?', 1)[0] ?? '/').catch((error: unknown) => {
      res.writeHead(error instanceof KontorError ? statusOf(error) : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true, force: true });
});

interface Got {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The path as it is written: `fetch` would tidy it. */
function get(target: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Got> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, path: target, headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
      .on('error', reject)
      .end();
  });
}

async function build(index: string): Promise<void> {
  await mkdir(path.join(dist, 'assets'), { recursive: true });
  await mkdir(path.join(dist, '.vite'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), index);
  await writeFile(path.join(dist, 'assets/index-AbCd1234.js'), script);
  await writeFile(path.join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(dist, '.vite/manifest.json'), '{}');
}

test('says what to do where the console was not built', async () => {
  const got = await get('/');
  expect(got.status).toBe(404);
  expect(String(got.body)).toContain('The console is not built');
});

test('hands out the page, for every address of the console too', async () => {
  await build('<!doctype html><title>Kontor</title>');
  for (const target of ['/', '/employees', '/employees/0198/show?tab=pay', '/index.html']) {
    const got = await get(target);
    expect(got).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    });
    expect(String(got.body)).toContain('<title>Kontor</title>');
  }
});

test('hands out hashed files for good, compressed as the browser takes them', async () => {
  const target = '/assets/index-AbCd1234.js';
  const plain = await get(target);
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  expect(String(plain.body)).toBe(script);
  const br = await get(target, { 'accept-encoding': 'gzip, deflate, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(String(brotliDecompressSync(br.body))).toBe(script);
  expect(br.body.length).toBeLessThan(script.length / 4);
  const gzip = await get(target, { 'accept-encoding': 'gzip, br;q=0' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(String(gunzipSync(gzip.body))).toBe(script);
});

test('answers 304 to whoever has the file already', async () => {
  const { headers } = await get('/favicon.svg');
  expect(headers['cache-control']).toBe('public, max-age=3600');
  const again = await get('/favicon.svg', { 'if-none-match': `"other", ${headers.etag}` });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  expect((await get('/favicon.svg', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('answers HEAD without the body, and takes nothing', async () => {
  const head = await get('/assets/index-AbCd1234.js', {}, 'HEAD');
  expect(head).toMatchObject({
    status: 200,
    body: Buffer.alloc(0),
    headers: { 'content-length': String(script.length) },
  });
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/', {}, method)).status).toBe(405);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/assets/..\\..\\secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '//secret.txt',
  '/.vite/manifest.json',
  '/assets/index-AbCd1234.js%00.html',
  '/assets/missing-00000000.js',
  '/favicon.ico',
])('%s leads nowhere', async (target) => {
  const got = await get(target);
  expect(got.status).toBe(404);
  expect(String(got.body)).not.toContain('secret');
});

test('notices that the console was built anew', async () => {
  await build('<!doctype html><title>Kontor, newer</title>');
  await utimes(path.join(dist, 'index.html'), new Date(), new Date(Date.now() + 5_000));
  expect(String((await get('/')).body)).toContain('newer');
});
