import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { readRow } from './execute.ts';
import { type Export, type ExportColumn, exportRows } from './export.ts';
import { Looks } from './looks.ts';

/** What a spreadsheet would take for the start of a formula, in any width of the characters. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of the file. Typed text that looks like a formula gets an apostrophe, which spreadsheets take for "text". */
export function cellOf(column: ExportColumn, value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  return column.isTyped && formula.test(text) ? `'${text}` : text;
}

async function* cells(exported: Export, rows: AsyncIterable<readonly (string | number | boolean | null)[]>) {
  yield exported.columns.map(({ label }) => label);
  for await (const row of rows) yield exported.columns.map((column, index) => cellOf(column, row[index] ?? null));
}

/**
 * Writes the whole of a list as CSV (RFC 4180, UTF-8 with a byte order mark). All rows show the list at one moment:
 * they are read in one transaction, on one connection, and no faster than they are taken. `onStart` is called when the
 * first page was read, so that whatever is wrong with the list is known before the first byte.
 */
export async function writeCsv(
  app: App,
  viewer: Viewer,
  exported: Export,
  to: Writable,
  onStart: () => void = () => {},
): Promise<void> {
  const client = await app.pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const looks = new Looks();
    const rows = exportRows(exported, viewer, async (read, values) => {
      const result = await client.query<unknown[]>({
        text: read.statement.text,
        values: [...values],
        rowMode: 'array',
      });
      const { value, seen } = readRow(read, result.rows[0]);
      looks.add(seen);
      // On a connection of its own: what has been shown stays on record, whatever becomes of the rest.
      await looks.record(app, viewer, () => `export ${exported.entity.plural}`);
      return value;
    });
    const first = await rows.next();
    onStart();
    const all = async function* () {
      if (first.done) return;
      yield first.value;
      yield* rows;
    };
    // A cell with a line break of any kind is quoted, not only one with that of the file.
    const format = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
    await pipeline(Readable.from(cells(exported, all())), format, to);
    await client.query('commit');
    client.release();
  } catch (error) {
    // The connection is given up: whatever it was doing, nobody waits for it any more.
    client.release(true);
    throw error;
  }
}
