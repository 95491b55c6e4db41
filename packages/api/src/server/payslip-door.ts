import { pipeline } from 'node:stream/promises';
import type { App } from '../app.ts';
import { errorCode } from '../database/index.ts';
import { type Language, languages } from '../entity.ts';
import { KontorError } from '../errors.ts';
import { payslipFile } from '../payslip/payslip-file.ts';
import { admit } from './admission.ts';
import { HttpRefusal } from './answer.ts';
import type { Handler } from './dispatch.ts';
import { ClientGone } from './exchange.ts';

/** `GET /payslips/<id>.pdf`, with `?language=` where another than the person's is wanted. Other paths there are pages of the console. */
export const payslipPath = /^\/payslips\/([^/]+)\.pdf$/;

const isLanguage = (text: string): text is Language => languages.some((each) => each === text);

function languageOf(url: URL): Language | null {
  const asked = url.searchParams.get('language');
  if (asked === null) return null;
  if (isLanguage(asked)) return asked;
  throw new KontorError(
    'BAD_INPUT',
    `There is no language ${asked.slice(0, 20)}: choose one of ${languages.join(', ')}.`,
  );
}

export const payslipDoor: Handler = async (req, res, app: App, exchange) => {
  if (req.method !== 'GET') throw new HttpRefusal(405, 'BAD_INPUT', 'Send a GET.', { allow: 'GET' });
  const viewer = await admit(app, req, exchange);
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  const url = new URL(req.url ?? '/', 'http://localhost');
  const id = payslipPath.exec(url.pathname)?.[1] ?? '';
  const pdf = await payslipFile(app, viewer, id, languageOf(url));
  res.writeHead(200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="payslip-${id}.pdf"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  try {
    await pipeline(pdf, res);
  } catch (error) {
    if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') throw new ClientGone('The client has gone.');
    throw error;
  }
};
