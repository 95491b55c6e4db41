import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isLanguage } from '@kontor/core';
import type { App } from '../app.ts';
import { errorCode } from '../database/index.ts';
import type { ExportFormat } from '../generated/prisma/enums.ts';
import type { ExportRequest } from '../read/export-request.ts';
import type { Viewer } from '../viewer.ts';
import { withActor } from './acting.ts';
import { addSieExport } from './export-sie.ts';
import { type Register, Unusable } from './session.ts';

interface Options {
  readonly columns?: string;
  readonly where?: string;
  readonly orderBy?: string;
  readonly search?: string;
  readonly includeInactive?: true;
  readonly language?: string;
  readonly format?: string;
}

/** The JSON that an option holds. */
function json(option: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Unusable(`--${option} is no valid JSON: ${text}`);
  }
}

const formatNames: Readonly<Record<string, ExportFormat>> = { csv: 'CSV', jsonl: 'JSONL', xlsx: 'XLSX' };

function formatNamed(name = 'csv'): ExportFormat {
  const format = formatNames[name.toLowerCase()];
  if (!format) throw new Unusable(`There is no format ${name}: use ${Object.keys(formatNames).join(', ')}`);
  return format;
}

/** Writes a whole list to stdout, of one moment, and into the audit log that it left the house. */
async function writeList(app: App, viewer: Viewer, request: ExportRequest, format: ExportFormat): Promise<void> {
  // Loaded here alone: building the graph takes longer than most commands.
  const [{ schema }, { compileExport }, { writeExport }, { beginSnapshot }, { operate }] = await Promise.all([
    import('../schema.ts'),
    import('../read/export.ts'),
    import('../exports/index.ts'),
    import('../read/export-rows.ts'),
    import('../write/operation.ts'),
  ]);
  if (request.language !== null && !isLanguage(String(request.language)))
    throw new Unusable('--language is one of en, sv, de, hu and sl');
  const compiled = compileExport(schema, viewer, request);
  if (!compiled.ok)
    throw new Unusable(compiled.rejections.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const reason = JSON.stringify({ format, ...request }).slice(0, 500);
  await operate(app, { viewer, command: 'export', reason }, async () => {});
  const client = await app.pool.connect();
  try {
    await beginSnapshot(client);
    const bytes = writeExport(app, client, { viewer, exported: compiled.value, format });
    await pipeline(Readable.from(bytes), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has read enough, as `head` does.
    if (errorCode(error) !== 'EPIPE') throw error;
  } finally {
    client.release(true);
  }
  // The process ends without waiting for what a pipe has not taken yet.
  await new Promise((resolve) => process.stdout.write('', resolve));
}

export const register: Register = (program) => {
  const group = program
    .command('export')
    .description('write a whole list to stdout as a file')
    .argument('<entity>', 'what to list, such as employees')
    .option('--columns <fields>', 'fields, separated by commas, such as lastName,department.name')
    .option('--where <json>', 'only rows that meet these conditions, as in the graph')
    .option('--order-by <json>', 'the order of the rows, as in the graph')
    .option('--search <words>', 'only rows in which every word is found')
    .option('--include-inactive', 'also rows that are out of use')
    .option('--format <name>', 'csv, jsonl or xlsx; csv unless told')
    .option('--language <code>', "language of the header and the order; the user's own unless told")
    .action(async (entity: string, options: Options, command) => {
      const { columns, where, orderBy, search, includeInactive, language, format } = options;
      if (columns === undefined) throw new Unusable('Name the fields: --columns lastName,department.name');
      const request: ExportRequest = {
        entity,
        columns: columns.split(',').map((each) => each.trim()),
        where: json('where', where),
        orderBy: json('order-by', orderBy),
        search,
        includeInactive,
        language: language ?? null,
      };
      await withActor(command, (app, viewer) => writeList(app, viewer, request, formatNamed(format)));
    });
  addSieExport(group);
};
