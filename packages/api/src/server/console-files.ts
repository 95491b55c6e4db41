import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { HttpRefusal } from './answer.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);

/** High enough to be smaller than gzip, low enough that the first visitor does not wait. */
const brotliQuality = 5;
const hour = 3_600;
const year = 31_536_000;

type Encoding = 'br' | 'gzip' | 'identity';

interface ServedFile {
  readonly content: Buffer;
  readonly etag: string;
  readonly type: string;
  readonly cache: string;
  readonly encodings: readonly Encoding[];
  readonly made: Map<Encoding, Promise<Buffer>>;
}

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem"><h1>${title}</h1>${text}</body></html>`;

const notBuilt = page(
  'The console is not built',
  '<p>The graph is at <code>/graphql</code>. Build the console with <code>npm start</code>, or <code>pnpm --filter @kontor/console build</code>, and load this page again.</p>',
);

/** Vite writes a hash of the content into the names below `assets`, so these never change. */
const cacheOf = (url: string): string => {
  if (url.startsWith('/assets/')) return `public, max-age=${year}, immutable`;
  return url.endsWith('.html') ? 'no-cache' : `public, max-age=${hour}`;
};

async function readFolder(folder: string): Promise<Map<string, ServedFile>> {
  const files = new Map<string, ServedFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    // What begins with a dot is the build's, not the visitor's.
    if (url.includes('/.')) continue;
    const content = await readFile(file);
    const extension = path.extname(file);
    files.set(url, {
      content,
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`,
      type: types[extension] ?? 'application/octet-stream',
      cache: cacheOf(url),
      encodings: compressed.has(extension) && content.length > 500 ? ['br', 'gzip', 'identity'] : ['identity'],
      made: new Map(),
    });
  }
  return files;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function encoded(file: ServedFile, encoding: Encoding): Promise<Buffer> {
  const known = file.made.get(encoding);
  if (known) return known;
  const { content } = file;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const made =
    encoding === 'br' ? brotli(content, { params }) : encoding === 'gzip' ? zip(content) : Promise.resolve(content);
  file.made.set(encoding, made);
  return made;
}

const accepts = (req: IncomingMessage, encoding: Encoding): boolean =>
  encoding === 'identity' ||
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(String(req.headers['accept-encoding'] ?? ''));

async function sendFile(req: IncomingMessage, res: ServerResponse, file: ServedFile): Promise<void> {
  const headers = { etag: file.etag, 'cache-control': file.cache, vary: 'accept-encoding' };
  const known = String(req.headers['if-none-match'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(file.etag)) {
    res.writeHead(304, headers).end();
    return;
  }
  const encoding = file.encodings.find((each) => accepts(req, each)) ?? 'identity';
  const body = await encoded(file, encoding);
  res.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': body.length,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

function sendPage(req: IncomingMessage, res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  res.end(req.method === 'HEAD' ? undefined : html);
}

/**
 * The console, out of the folder that it was built into. All files are read when the first is asked for, and again after
 * the console was built anew; a path is looked up among them and never in the file system, so no path leads out.
 */
export function createConsoleFiles(folder: string) {
  let read: { readonly builtAt: number; readonly files: Promise<Map<string, ServedFile>> } | null = null;
  const files = async (): Promise<Map<string, ServedFile> | null> => {
    const index = await stat(path.join(folder, 'index.html')).catch(() => null);
    if (!index) return null;
    if (read?.builtAt !== index.mtimeMs) read = { builtAt: index.mtimeMs, files: readFolder(folder) };
    const current = read;
    try {
      return await current.files;
    } catch (error) {
      // A build was under way: the next request looks again.
      if (read === current) read = null;
      throw error;
    }
  };
  return async (req: IncomingMessage, res: ServerResponse, pathname: string): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      throw new HttpRefusal(405, 'BAD_INPUT', 'There is nothing here to send anything to.', { allow: 'GET, HEAD' });
    const found = await files();
    if (!found) return sendPage(req, res, 404, notBuilt);
    // The console's own addresses have no dot and are all its one page; what has one would be a file.
    const file = found.get(pathname) ?? (pathname.includes('.') ? undefined : found.get('/index.html'));
    if (!file) return sendPage(req, res, 404, page('Not found', '<p><a href="/">To the console</a></p>'));
    return sendFile(req, res, file);
  };
}
