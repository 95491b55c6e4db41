import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import parseRange from 'range-parser';
import { errorCode } from '../database/index.ts';
import { KontorError } from '../errors.ts';
import { exportFile, verifyLink } from '../exports/index.ts';
import { HttpRefusal } from './answer.ts';
import type { Handler } from './dispatch.ts';
import { ClientGone } from './exchange.ts';

/** `GET /exports/<id>?expires=…&signature=…`: the file of an export, for whoever has the link. */
export const exportPath = /^\/exports\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** How long a client may take nothing before it is given up. */
const stalledMilliseconds = 60_000;

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The part that is asked for: the whole, unless it is one range of the file as it was when the client got the rest. */
function partOf(
  size: number,
  etag: string,
  { range, ifRange }: { range: string | undefined; ifRange: string | undefined },
) {
  const whole: Part & { readonly isWhole: boolean } = { from: 0, to: size - 1, isWhole: true };
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return whole;
  const ranges = parseRange(size, range, { combine: true });
  if (ranges === -1)
    throw new HttpRefusal(416, 'BAD_INPUT', `The file has ${size} bytes.`, { 'content-range': `bytes */${size}` });
  // A header that cannot be read, and several ranges, are answered with the whole, as RFC 9110 allows.
  const [only, ...others] = ranges === -2 || ranges.type !== 'bytes' ? [] : ranges;
  return only && others.length === 0 ? { from: only.start, to: only.end, isWhole: false } : whole;
}

const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export const exportDoor: Handler = async (req, res, app) => {
  if (req.method !== 'GET' && req.method !== 'HEAD')
    throw new HttpRefusal(405, 'BAD_INPUT', 'Send a GET, or ask for an export with requestExport.', {
      allow: 'GET, HEAD',
    });
  const { pathname, searchParams } = new URL(req.url ?? '', 'http://kontor');
  const id = exportPath.exec(pathname)?.[1];
  if (id === undefined)
    throw new KontorError(
      'NOT_FOUND',
      'There is nothing here. Ask for an export with requestExport, and for a link to it with downloadExport.',
    );
  await verifyLink(app, id, searchParams);
  const file = await exportFile(app, id);
  // What is READY never changes.
  const etag = `"${id}"`;
  const part = partOf(file.size, etag, { range: header(req.headers.range), ifRange: header(req.headers['if-range']) });
  res.setTimeout(stalledMilliseconds, () => res.destroy());
  res.writeHead(part.isWhole ? 200 : 206, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.name}"`,
    'content-length': part.to - part.from + 1,
    ...(!part.isWhole && { 'content-range': `bytes ${part.from}-${part.to}/${file.size}` }),
    'accept-ranges': 'bytes',
    etag,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  try {
    await pipeline(Readable.from(file.bytes(part.from, part.to)), res);
  } catch (error) {
    if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') throw new ClientGone('The client has gone.');
    throw error;
  }
};
