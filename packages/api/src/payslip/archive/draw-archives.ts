import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as others } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { App } from '../../app.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../write/operation.ts';
import { documentOf, type ReadBooks } from '../document-of.ts';
import { type KeptPayslip, keptPayslips } from '../kept-payslip.ts';
import { payslipPdf } from '../payslip-pdf.ts';

/** So many payslips are drawn in one transaction: what a killed server has to draw again. */
const atOnce = 25;
const chunkMilliseconds = 60_000;
/** How long an archive is kept once it is whole. */
const daysKept = 7;

/** What stands in a name of a file on no system. */
const unfit = /[\p{Cc}<>:"/\\|?*]/gu;

const nameOf = ({ employeeNumber, firstName, lastName, payOn }: KeptPayslip): string =>
  `${employeeNumber} ${lastName} ${firstName} ${payOn}`.replaceAll(unfit, '_').slice(0, 190);

/** The content of a payslip that could not be drawn: it is left out of the file. */
const nothing = new Uint8Array();

async function drawn(app: App, kept: KeptPayslip, books: ReadBooks): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const pdf: Readable = payslipPdf(documentOf(kept, null, books));
    return new Uint8Array(await buffer(pdf));
  } catch (error) {
    app.log.error({ err: error, payslip: kept.id }, 'A payslip could not be drawn.');
    return nothing;
  }
}

interface Open {
  readonly id: string;
  readonly runId: string;
}

/** Draws some payslips of an archive, or says of one that has them all that it is whole. */
async function drawSome(app: App, tx: Transaction, { id, runId }: Open, books: ReadBooks): Promise<void> {
  const next = await tx.$queryRaw<{ id: string }[]>`
    select s.id::text from payslip s
    where s.run_id = ${runId}::uuid
      and not exists (select from payslip_archive_file f where f.archive_id = ${id}::uuid and f.payslip_id = s.id)
    order by s.id limit ${atOnce}`;
  if (next.length === 0) {
    await tx.$executeRaw`
      update payslip_archive set status = 'READY', finished_at = clock_timestamp(),
        expires_at = clock_timestamp() + make_interval(days => ${daysKept}::int)
      where id = ${id}::uuid`;
    return;
  }
  const files: Prisma.PayslipArchiveFileCreateManyInput[] = [];
  const payslips = await keptPayslips(
    tx,
    next.map((each) => each.id),
  );
  for (const kept of payslips) {
    // A payslip takes the processor for some milliseconds: whoever asks for something meanwhile comes first.
    await others();
    const content = await drawn(app, kept, books);
    files.push({ archiveId: id, payslipId: kept.id, name: `${nameOf(kept)}.pdf`, crc: crc32(content), content });
  }
  await tx.payslipArchiveFile.createMany({ data: files });
  const failed = files.filter(({ content }) => content === nothing).length;
  await tx.$executeRaw`
    update payslip_archive set drawn_count = drawn_count + ${files.length - failed}::int, failed_count = failed_count + ${failed}::int
    where id = ${id}::uuid`;
}

/** Takes away the files of archives whose days are over. */
const expire = (app: App): Promise<unknown> =>
  app.pool.query(`
    with over as (
      update payslip_archive set status = 'EXPIRED' where status = 'READY' and expires_at <= clock_timestamp() returning id
    )
    delete from payslip_archive_file f using over where f.archive_id = over.id`);

/**
 * Draws what was asked for, in the order of asking, until nothing waits or it is stopped. What is drawn is kept after each
 * few payslips, so a server that was killed, or another one, goes on from there. Servers take turns at the archive.
 */
export async function drawArchives(app: App, stopped: () => boolean): Promise<void> {
  await expire(app);
  const books: ReadBooks = new Map();
  for (let found = true; found && !stopped(); )
    found = await app.prisma.$transaction(
      async (tx) => {
        const [open] = await tx.$queryRaw<Open[]>`
          select id::text, run_id::text as "runId" from payslip_archive where status = 'PREPARING'
          order by created_at limit 1 for no key update skip locked`;
        if (open) await drawSome(app, tx, open, books);
        return open !== undefined;
      },
      { timeout: chunkMilliseconds },
    );
}
