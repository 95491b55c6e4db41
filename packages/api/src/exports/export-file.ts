import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { ExportFormat } from '../generated/prisma/enums.ts';
import { viewerById } from '../server/authenticate.ts';
import { formats } from './export-format.ts';
import { holdsRightsOf } from './export-link.ts';
import { pieceBytes } from './keep-export.ts';

/** A file that is there to be sent, whole or in part. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Bytes from one to another, both included. */
  readonly bytes: (from: number, to: number) => AsyncIterable<Buffer>;
}

interface Kept {
  readonly resource: string;
  readonly format: ExportFormat;
  readonly status: string;
  readonly size: number;
  readonly day: string;
  readonly requestedById: string;
  readonly roles: readonly string[];
  readonly rightsHash: Buffer | null;
}

const keptQuery = {
  name: 'an export that is kept',
  text: `select resource, format::text, status::text, byte_count as size, to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      requested_by_id::text as "requestedById", roles::text[], rights_hash as "rightsHash"
    from data_export where id = $1`,
};
/** Bytes of a row in which a piece is read: a row larger than what a socket gives at once is copied again and again. */
const rowBytes = 16_384;
const pieceQuery = {
  name: 'a piece of an export',
  // Read from where it is kept once, and not again for each row.
  text: `with piece as materialized (
      select content || ''::bytea as content from data_export_chunk where export_id = $1 and position = $2
    )
    select substring(content from at for ${rowBytes}) as content, at - 1 as at
    from piece, generate_series(1, length(content), ${rowBytes}) at order by at`,
};

async function* bytesOf(app: App, id: string, from: number, to: number): AsyncIterable<Buffer> {
  for (let position = Math.floor(from / pieceBytes); position * pieceBytes <= to; position += 1) {
    const { rows } = await app.pool.query<{ content: Buffer; at: number }>({ ...pieceQuery, values: [id, position] });
    if (rows.length === 0) throw new Error(`the export ${id} was taken away while it was sent`);
    for (const { content, at } of rows) {
      const start = position * pieceBytes + at;
      if (start <= to && start + content.length > from)
        yield content.subarray(Math.max(0, from - start), to - start + 1);
    }
  }
}

const nameOf = ({ resource, format, day }: Kept): string =>
  `${resource.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}-${day}.${formats[format].extension}`;

/** Whether whoever asked for a file still holds the rights that it was made with: a link that was given out ends with them. */
async function isStillTheirs(app: App, kept: Kept): Promise<boolean> {
  const viewer = await viewerById(app.pool, kept.requestedById, kept.roles);
  return viewer !== null && (await holdsRightsOf(app.pool, viewer, kept));
}

/** The file behind a link that is right. Refuses with LINK_EXPIRED where it was taken away, or is no longer for whoever asked. */
export async function exportFile(app: App, id: string): Promise<ExportFile> {
  const kept = (await app.pool.query<Kept>({ ...keptQuery, values: [id] })).rows[0];
  if (kept?.status !== 'READY')
    throw new KontorError('LINK_EXPIRED', 'The file is no longer kept. Ask for the export again with requestExport.');
  if (!(await isStillTheirs(app, kept)))
    throw new KontorError(
      'LINK_EXPIRED',
      'The rights of whoever asked for this have changed since it was made. Ask for the export again with requestExport.',
    );
  return {
    name: nameOf(kept),
    mediaType: formats[kept.format].mediaType,
    size: kept.size,
    bytes: (from, to) => bytesOf(app, id, from, to),
  };
}
