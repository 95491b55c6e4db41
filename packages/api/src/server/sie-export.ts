import { z } from 'zod';
import { KontorError } from '../errors.ts';
import { exportSie } from '../ledger/sie/export-sie.ts';
import { requirePoster } from './body.ts';
import type { Handler } from './dispatch.ts';
import { readJson } from './json-body.ts';

const form = z.strictObject({ companyId: z.string(), year: z.string().max(40) });

/** `POST /exports/sie`: a fiscal year of a company as a SIE file of type 4E. */
export const sieExport: Handler = async (req, res, app, exchange) => {
  const viewer = await requirePoster(app, req, exchange);
  const parsed = form.safeParse(await readJson(req, exchange.signal));
  if (!parsed.success) throw new KontorError('BAD_INPUT', 'Name the company by companyId, and the fiscal year.');
  const { bytes, fileName } = await exportSie(app, viewer, parsed.data);
  res.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
};
