import type pg from 'pg';
import type { App } from '../app.ts';
import type { ExportFormat } from '../generated/prisma/enums.ts';
import type { Export } from '../read/export-request.ts';
import { type ExportRow, exportRows } from '../read/export-rows.ts';
import { Looks } from '../read/looks.ts';
import type { Viewer } from '../viewer.ts';
import { formats } from './export-format.ts';

/** An export while it is written: how many of its rows are in what was handed out so far. */
export interface Writing {
  rowCount: number;
}

/**
 * The bytes of an export, as they are taken, from a client on which a snapshot was begun. Whose sensitive data the rows show
 * is on record before their bytes are handed out.
 */
export function writeExport(
  app: App,
  client: pg.ClientBase,
  { viewer, exported, format }: { viewer: Viewer; exported: Export; format: ExportFormat },
  writing: Writing = { rowCount: 0 },
): AsyncIterable<Uint8Array> {
  const recorded = async function* (): AsyncGenerator<readonly ExportRow[]> {
    const looks = new Looks();
    for await (const rows of exportRows(client, exported, viewer, looks)) {
      // On a connection of its own: what has been shown stays on record, whatever becomes of the rest.
      await looks.record(app, viewer, () => `export ${exported.entity.plural}`);
      writing.rowCount += rows.length;
      yield rows;
    }
  };
  return formats[format].write(exported, recorded());
}
