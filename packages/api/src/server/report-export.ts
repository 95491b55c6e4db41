import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { KontorError, notFound } from '../errors.ts';
import { reportRows } from '../ledger/report/report-rows.ts';
import { STATEMENTS } from '../ledger/report/statements.ts';
import { operate } from '../write/operation.ts';
import { requirePoster } from './body.ts';
import type { Handler } from './dispatch.ts';
import { readJson } from './json-body.ts';

const day = z.iso.date('Give days as YYYY-MM-DD.');
const form = z.strictObject({
  report: z.enum([...STATEMENTS, 'GENERAL_LEDGER', 'JOURNAL', 'AGED_ITEMS']),
  companyId: z.string(),
  startsOn: day.optional(),
  endsOn: day,
  objectId: z.string().optional(),
  compareStartsOn: day.optional(),
  compareEndsOn: day.optional(),
  budgetId: z.string().optional(),
  accountId: z.string().optional(),
  subledger: z.enum(['RECEIVABLES', 'PAYABLES']).optional(),
});

/** `POST /exports/reports`: a report of the books as CSV, all of its lines; that it leaves the house is in the audit log. */
export const reportExport: Handler = async (req, res, app, exchange) => {
  const viewer = await requirePoster(app, req, exchange);
  const parsed = form.safeParse(await readJson(req, exchange.signal));
  if (!parsed.success) throw new KontorError('BAD_INPUT', parsed.error.issues[0]?.message ?? 'This is no report.');
  const rows = await reportRows(app, viewer, parsed.data);
  if (!rows) throw notFound('company');
  await operate(app, { viewer, command: 'export', reason: JSON.stringify(parsed.data).slice(0, 500) }, async () => {});
  const body = stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
  res.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${parsed.data.report.toLowerCase().replaceAll('_', '-')}.csv"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(body);
};
