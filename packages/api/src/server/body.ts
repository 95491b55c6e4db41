import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { admit } from './admission.ts';
import { HttpRefusal } from './answer.ts';
import type { Exchange } from './exchange.ts';

/** Whoever posts something: nobody else is answered, and nothing but a POST. */
export async function requirePoster(app: App, req: IncomingMessage, exchange: Exchange): Promise<Viewer> {
  if (req.method !== 'POST') throw new HttpRefusal(405, 'BAD_INPUT', 'Send a POST.', { allow: 'POST' });
  const viewer = await admit(app, req, exchange);
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  return viewer;
}

/** The body of a request as it is, in one of the media types, up to a number of bytes. */
export async function readBytes(req: IncomingMessage, types: readonly string[], bytesAtMost: number): Promise<Buffer> {
  const type = req.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new HttpRefusal(415, 'BAD_INPUT', `Send ${types.join(' or ')}.`);
  const megabytes = bytesAtMost / 1024 / 1024;
  const tooLong = () =>
    new HttpRefusal(413, 'LIMIT_EXCEEDED', `Send ${megabytes} MB at the most.`, { connection: 'close' });
  if (Number(req.headers['content-length'] ?? 0) > bytesAtMost) throw tooLong();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bytesAtMost) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
