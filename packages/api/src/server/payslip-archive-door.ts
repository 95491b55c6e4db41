import { pipeline } from 'node:stream/promises';
import type { App } from '../app.ts';
import { errorCode } from '../database/index.ts';
import { KontorError } from '../errors.ts';
import { archiveFile } from '../payslip/archive/archive-file.ts';
import { admit } from './admission.ts';
import { HttpRefusal } from './answer.ts';
import type { Handler } from './dispatch.ts';
import { ClientGone } from './exchange.ts';

/** `GET /payslip-archives/<id>.zip`: all payslips of a run that this viewer may read. Other paths there are pages of the console. */
export const payslipArchivePath = /^\/payslip-archives\/([^/]+)\.zip$/;

/** How long a client may take nothing before it is given up. */
const stalledMilliseconds = 60_000;

export const payslipArchiveDoor: Handler = async (req, res, app: App, exchange) => {
  if (req.method !== 'GET') throw new HttpRefusal(405, 'BAD_INPUT', 'Send a GET.', { allow: 'GET' });
  const viewer = await admit(app, req, exchange);
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  const [pathname = ''] = (req.url ?? '').split('?', 1);
  const id = payslipArchivePath.exec(pathname)?.[1] ?? '';
  const { size, content } = await archiveFile(app, viewer, id);
  res.setTimeout(stalledMilliseconds, () => res.destroy());
  res.writeHead(200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="payslips-${id}.zip"`,
    'content-length': size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  try {
    await pipeline(content, res);
  } catch (error) {
    if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') throw new ClientGone('The client has gone.');
    throw error;
  }
};
