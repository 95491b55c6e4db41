import { Readable } from 'node:stream';
import { makeZip, predictLength } from 'client-zip';
import type { App } from '../../app.ts';
import { notFound } from '../../errors.ts';
import { look, lookAmong } from '../../read/look.ts';
import { Looks } from '../../read/looks.ts';
import type { Viewer } from '../../viewer.ts';
import { operate } from '../../write/operation.ts';

/** So many payslips are held in memory while a file is sent. */
const atOnce = 20;

interface StoredFile {
  readonly payslipId: string;
  readonly name: string;
  readonly size: number;
  readonly finishedAt: Date;
}

/** A file that is sent as it is read. */
export interface ArchiveFile {
  readonly size: number;
  readonly content: Readable;
}

/** What an archive holds for this viewer at this moment: whoever may not see a payslip does not get it. */
async function filesFor(app: App, viewer: Viewer, id: string, looks: Looks): Promise<readonly StoredFile[] | null> {
  return app.prisma.$transaction(async (tx) => {
    const archive = await look(tx, viewer, 'PayslipArchive', id);
    if (!archive) return null;
    const stored = await tx.$queryRaw<StoredFile[]>`
      select f.payslip_id::text as "payslipId", f.name, octet_length(f.content) as size, a.finished_at as "finishedAt"
      from payslip_archive_file f join payslip_archive a on a.id = f.archive_id
      where a.id = ${archive.id}::uuid and a.status = 'READY' and f.content <> ''
      order by f.name, f.payslip_id`;
    const ids = stored.map(({ payslipId }) => payslipId);
    const seen = new Map(
      (await lookAmong(tx, viewer, 'Payslip', ids)).map(({ id: slip, personId }) => [slip, personId]),
    );
    for (const personId of seen.values()) if (personId !== null) looks.note('payslip', personId);
    return stored.filter(({ payslipId }) => seen.has(payslipId));
  });
}

async function* contentsOf(app: App, id: string, files: readonly StoredFile[]) {
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    const { rows } = await app.pool.query<{ payslipId: string; content: Buffer }>(
      `select payslip_id::text as "payslipId", content from payslip_archive_file where archive_id = $1 and payslip_id = any($2::uuid[])`,
      [id, some.map(({ payslipId }) => payslipId)],
    );
    const contents = new Map(rows.map(({ payslipId, content }) => [payslipId, content]));
    for (const file of some) {
      const content = contents.get(file.payslipId);
      if (!content) throw new Error(`the archive ${id} was taken away while it was sent`);
      yield { name: file.name, lastModified: file.finishedAt, input: content };
    }
  }
}

/** A stream of the web as Node's are made from; whoever stops reading ends it. */
async function* chunksOf(stream: ReturnType<typeof makeZip>) {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

/**
 * An archive as one ZIP, for whoever may read its payslips at this moment. That it leaves the house, and whose pay is in
 * it, is on record before it does. Throws NOT_FOUND alike for one that the viewer may not see, one that is not ready, one
 * that was taken away, and one that never was.
 */
export async function archiveFile(app: App, viewer: Viewer, id: string): Promise<ArchiveFile> {
  const looks = new Looks();
  const files = await filesFor(app, viewer, id, looks);
  if (!files || files.length === 0) throw notFound('file of payslips');
  await operate(
    app,
    { viewer, command: 'downloadPayslips', reason: `${files.length} payslips of ${id}` },
    async () => {},
  );
  await looks.record(app, viewer, () => 'downloadPayslips');
  // The files are packed already: they are stored as they are, so that the length is known beforehand.
  return { size: Number(predictLength(files)), content: Readable.from(chunksOf(makeZip(contentsOf(app, id, files)))) };
}
