import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import { paymentFile } from '../payment/payment-file.ts';
import { admit } from './admission.ts';
import { HttpRefusal } from './answer.ts';
import type { Handler } from './dispatch.ts';

/** `GET /payment-batches/<id>.xml`: the file of a batch for the bank. Other paths there are pages of the console. */
export const paymentFilePath = /^\/payment-batches\/([^/]+)\.xml$/;

export const paymentFileDoor: Handler = async (req, res, app: App, exchange) => {
  if (req.method !== 'GET') throw new HttpRefusal(405, 'BAD_INPUT', 'Send a GET.', { allow: 'GET' });
  const viewer = await admit(app, req, exchange);
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  const [pathname = ''] = (req.url ?? '').split('?', 1);
  const id = paymentFilePath.exec(pathname)?.[1] ?? '';
  const content = await paymentFile(app, viewer, id);
  res.writeHead(200, {
    'content-type': 'application/xml; charset=utf-8',
    'content-disposition': `attachment; filename="payments-${id}.xml"`,
    'content-length': content.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(content);
};
