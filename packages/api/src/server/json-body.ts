import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './answer.ts';

/** Longest body of a request to the graph. */
export const bodyBytesAtMost = 256 * 1024;

const tooLong = () =>
  new HttpRefusal(413, 'LIMIT_EXCEEDED', `A request has ${bodyBytesAtMost / 1024} KB at the most.`, {
    connection: 'close',
  });

/** The body, to a limit: past it nothing more is read. */
function readBody(req: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > bodyBytesAtMost) return Promise.reject(tooLong());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (finish: () => void) => {
      req.off('data', add).off('end', done).off('error', reject);
      signal.removeEventListener('abort', stop);
      finish();
    };
    const add = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyBytesAtMost) {
        req.pause();
        end(() => reject(tooLong()));
      } else chunks.push(chunk);
    };
    const done = () => end(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    const stop = () => end(() => reject(signal.reason));
    req.on('data', add).on('end', done).on('error', reject);
    signal.addEventListener('abort', stop);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new HttpRefusal(400, 'BAD_INPUT', 'The body is not valid UTF-8.');
  }
}

function refuseOtherTypes(req: IncomingMessage): void {
  const [type, ...parameters] = (req.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((each) => each.startsWith('charset='))?.replace(/^charset=|"/g, '');
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8'))
    throw new HttpRefusal(415, 'BAD_INPUT', 'The body of a request is application/json in UTF-8.', {
      accept: 'application/json',
    });
  if (encoding !== 'identity')
    throw new HttpRefusal(415, 'BAD_INPUT', 'The body of a request is sent as it is, not compressed.');
}

/** A body of JSON. Every other kind is refused, since a browser sends those from anybody's page. */
export async function readJson(req: IncomingMessage, signal: AbortSignal): Promise<unknown> {
  refuseOtherTypes(req);
  const text = decoded(await readBody(req, signal));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpRefusal(400, 'BAD_INPUT', 'The body is not valid JSON.');
  }
}
