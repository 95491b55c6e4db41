import { isLanguage } from '@kontor/core';
import { z } from 'zod';
import type { App } from '../app.ts';
import { errorCode } from '../database/index.ts';
import { KontorError } from '../errors.ts';
import { writeCsv } from '../read/csv.ts';
import { compileExport, type Export, type ExportRequest } from '../read/export.ts';
import { schema } from '../schema.ts';
import type { Viewer } from '../viewer.ts';
import { operate } from '../write/operation.ts';
import { requirePoster } from './body.ts';
import type { Handler } from './dispatch.ts';
import { ClientGone } from './exchange.ts';
import { readJson } from './json-body.ts';

const reasonAtMost = 500;
/** How long a client may take nothing before it is given up, so that it does not hold a connection for ever. */
const stalledMilliseconds = 60_000;
/** Exports hold a connection of the pool for as long as they run; the others are everybody else's. */
const atOnceAtMost = 4;

const requestForm = z.strictObject({
  entity: z.string(),
  columns: z.array(z.string()),
  where: z.unknown().optional(),
  orderBy: z.unknown().optional(),
  search: z.unknown().optional(),
  includeInactive: z.unknown().optional(),
  language: z
    .custom<'en'>((value) => typeof value === 'string' && isLanguage(value), 'Use one of en, sv, de, hu and sl.')
    .optional(),
});

/** What is asked for, in the form that the compiler takes. */
export function exportRequestOf(value: unknown): ExportRequest {
  const parsed = requestForm.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new KontorError('BAD_INPUT', issue?.message ?? 'This is no export.', {
    extensions: { path: issue?.path ?? [] },
  });
}

/** Writes into the audit log that a list leaves the house, before its first row does. */
export async function auditExport(app: App, viewer: Viewer, request: ExportRequest): Promise<void> {
  const { entity, columns, where, search } = request;
  const asked = JSON.stringify({ entity, columns, where, search });
  const reason = asked.length > reasonAtMost ? `${asked.slice(0, reasonAtMost - 1)}…` : asked;
  await operate(app, { viewer, command: 'export', reason }, async () => {});
}

const fileNameOf = ({ entity }: Export): string => `${entity.plural}-${new Date().toISOString().slice(0, 10)}.csv`;

let running = 0;

/** `POST /exports`: the whole of a list as CSV, as this viewer may see it. */
export const exports: Handler = async (req, res, app, exchange) => {
  const viewer = await requirePoster(app, req, exchange);
  const request = exportRequestOf(await readJson(req, exchange.signal));
  const exported = compileExport(schema, viewer, request);
  if (running >= atOnceAtMost)
    throw new KontorError('RATE_LIMITED', 'Other exports are running. Try again when they are done.');
  running += 1;
  try {
    await auditExport(app, viewer, request);
    res.setTimeout(stalledMilliseconds, () => res.destroy());
    await writeCsv(app, viewer, exported, res, () =>
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${fileNameOf(exported)}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      }),
    );
  } catch (error) {
    // A client that has gone away is no failure of ours.
    if (errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') throw new ClientGone('The client has gone.');
    throw error;
  } finally {
    running -= 1;
  }
};
