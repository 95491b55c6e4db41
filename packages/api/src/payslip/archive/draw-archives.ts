import { buffer } from 'node:stream/consumers';
import { setImmediate as others } from 'node:timers/promises';
import type pg from 'pg';
import type { App } from '../../app.ts';
import { documentOf, type ReadBooks } from '../document-of.ts';
import { type KeptPayslip, keptPayslips } from '../kept-payslip.ts';
import { payslipPdf } from '../payslip-pdf.ts';

/** So many payslips are drawn in one transaction: what a killed server has to draw again. */
const atOnce = 25;
/** How long an archive is kept once it is whole. */
const daysKept = 7;

/** What stands in a name of a file on no system. */
const unfit = /[\p{Cc}<>:"/\\|?*]/gu;

const nameOf = ({ employeeNumber, firstName, lastName, payOn }: KeptPayslip): string =>
  `${employeeNumber} ${lastName} ${firstName} ${payOn}`.replaceAll(unfit, '_').slice(0, 190);

/** The content of a payslip that could not be drawn: it is left out of the file. */
const nothing = Buffer.alloc(0);

async function drawn(app: App, kept: KeptPayslip, books: ReadBooks): Promise<Buffer> {
  try {
    return await buffer(await payslipPdf(documentOf(kept, null, books)));
  } catch (error) {
    app.log.error({ err: error, payslip: kept.id }, 'A payslip could not be drawn.');
    return nothing;
  }
}

interface Open {
  readonly id: string;
  readonly runId: string;
}

const nextQuery = `
  select s.id::text from payslip s
  where s.run_id = $2 and not exists (select from payslip_archive_file f where f.archive_id = $1 and f.payslip_id = s.id)
  order by s.id limit ${atOnce}`;

const wholeStatement = `
  update payslip_archive set status = 'READY', finished_at = clock_timestamp(),
    expires_at = clock_timestamp() + make_interval(days => ${daysKept})
  where id = $1`;

/**
 * Draws some payslips of an archive, or says of one that has them all that it is whole. What is drawn goes to the database
 * as it is, one by one: Prisma would hold it several times over.
 */
async function drawSome(app: App, client: pg.ClientBase, { id, runId }: Open, books: ReadBooks): Promise<void> {
  const { rows } = await client.query<{ id: string }>(nextQuery, [id, runId]);
  if (rows.length === 0) {
    await client.query(wholeStatement, [id]);
    return;
  }
  const payslips = await keptPayslips(
    app.prisma,
    rows.map((each) => each.id),
  );
  let failed = 0;
  for (const kept of payslips) {
    // A payslip takes the processor for some milliseconds: whoever asks for something meanwhile comes first.
    await others();
    const content = await drawn(app, kept, books);
    if (content.length === 0) failed += 1;
    await client.query(
      'insert into payslip_archive_file (archive_id, payslip_id, name, content) values ($1, $2, $3, $4)',
      [id, kept.id, `${nameOf(kept)}.pdf`, content],
    );
  }
  await client.query(
    'update payslip_archive set drawn_count = drawn_count + $2, failed_count = failed_count + $3 where id = $1',
    [id, payslips.length - failed, failed],
  );
}

/** Finds what waits, draws some of it and keeps that; answers whether there was anything. Servers take turns. */
async function drawNext(app: App, books: ReadBooks): Promise<boolean> {
  const client = await app.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<Open>(`
      select id::text, run_id::text as "runId" from payslip_archive where status = 'PREPARING'
      order by created_at limit 1 for no key update skip locked`);
    const [open] = rows;
    if (open) await drawSome(app, client, open, books);
    await client.query('commit');
    client.release();
    return open !== undefined;
  } catch (error) {
    // The connection is given up, and what was begun on it with it.
    client.release(true);
    throw error;
  }
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
  for (let found = true; found && !stopped(); ) found = await drawNext(app, books);
}
