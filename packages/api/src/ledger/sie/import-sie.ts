import { createHash } from 'node:crypto';
import { readSie, rejectionsOf, type SieReading, unitsOf } from '@kontor/core';
import type { App } from '../../app.ts';
import { forbidden, notFound } from '../../errors.ts';
import { decisionsFor } from '../../policy/decide.ts';
import { look } from '../../read/look.ts';
import type { Viewer } from '../../viewer.ts';
import { beginBulk, bulkMilliseconds } from '../../write/bulk.ts';
import { type Operating, operate, type Transaction } from '../../write/operation.ts';
import { violationOf } from '../../write/violation.ts';
import { note } from './books-faults.ts';
import { type Facts, isOpenedLater, knownVouchers, loadFacts, openingOf, ownLines } from './facts.ts';
import { fileNumbers } from './file-numbers.ts';
import { debitOf, keysOf, type Plan, planImport } from './plan.ts';
import { planOpening } from './plan-opening.ts';
import type { SieAnswer, SieNote, SieRequest } from './sie-request.ts';
import { keysAgain } from './undo-sie.ts';
import { contentHash, type KeyedVoucher } from './voucher-key.ts';
import { type Progress, writeOpening, writeVouchers } from './write-entries.ts';
import { writeRegisters } from './write-registers.ts';

const waitMilliseconds = 15_000;
const faultsAtMost = 200;

/** A file that was read, with what it would add; `plan` is null where it cannot be read. */
interface Checked {
  readonly reading: SieReading | null;
  readonly facts: Facts;
  readonly plan: Plan | null;
  readonly faults: readonly SieNote[];
}

/** What a file would add to the books. Nothing is written. */
export async function checkSie(app: App, viewer: Viewer, request: SieRequest): Promise<SieAnswer> {
  const checked = await app.prisma.$transaction((tx) => check(tx, viewer, request), {
    timeout: bulkMilliseconds,
    maxWait: waitMilliseconds,
  });
  return answerOf(checked, null);
}

/** Thrown to leave the transaction without a trace: there is nothing to write. */
class NothingWritten extends Error {}

/** Brings a file into the books in one transaction: all that they lack of it, or nothing. */
export async function commitSie(
  app: App,
  viewer: Viewer,
  request: SieRequest,
  progress: Progress = () => {},
): Promise<SieAnswer> {
  const deed = { viewer, command: 'importSie', reason: request.fileName, timeoutMilliseconds: bulkMilliseconds };
  let checked: Checked | null = null;
  try {
    return await operate(app, deed, async (operating) => {
      await beginBulk(operating.tx);
      await planOnce(operating.tx);
      // Two imports into the same books would each add what both lack.
      await operating.tx
        .$executeRaw`select pg_advisory_xact_lock(hashtextextended('sie import ' || ${request.companyId}, 0))`;
      checked = await check(operating.tx, viewer, request);
      if (checked.plan === null || checked.faults.length > 0 || addsNothing(checked.plan)) throw new NothingWritten();
      return answerOf(checked, await write(operating, checked.facts, checked.plan, request, viewer.userId, progress));
    });
  } catch (error) {
    if (checked === null) throw error;
    if (error instanceof NothingWritten) return answerOf(checked, null);
    const violation = violationOf(error, viewer, []);
    if (!violation) throw error;
    const refused: Checked = checked;
    return answerOf({ ...refused, faults: [note(violation.code, null, violation.message)] }, null);
  }
}

/**
 * Plans the statements of triggers once, by index, and not for each of thousands of entries: they look up single rows by
 * keys alone. Plans from before, when the tables may have held next to nothing, are forgotten.
 */
async function planOnce(tx: Transaction): Promise<void> {
  await tx.$executeRaw`discard plans`;
  await tx.$executeRaw`select set_config('plan_cache_mode', 'force_generic_plan', true)`;
}

/** Whether this viewer may bring entries into the books of a company. */
function mayImport(viewer: Viewer, companyId: string): boolean {
  const { all } = decisionsFor(viewer).of('JournalEntry').create;
  return all === 'every' || all.includes(companyId);
}

async function check(tx: Transaction, viewer: Viewer, request: SieRequest): Promise<Checked> {
  const company = await look(tx, viewer, 'Company', request.companyId);
  if (!company) throw notFound('company');
  if (!mayImport(viewer, company.id)) throw forbidden('You may not bring entries into the books of this company.');
  const facts = await loadFacts(tx, company.id);
  const read = readSie(request.bytes);
  if (!read.ok) {
    const faults = rejectionsOf(read).map(({ code, line, message, detail }) => note(code, line, message, detail));
    return { reading: null, facts, plan: null, faults };
  }
  const reading = read.value;
  const plan = await planOf(tx, facts, reading);
  return { reading, facts, plan, faults: plan.faults };
}

async function planOf(tx: Transaction, found: Facts, reading: SieReading): Promise<Plan> {
  const { document } = reading;
  const companyId = found.company.id;
  const first = keysOf(document, found).map(({ key }) => key);
  const facts = { ...found, again: await keysAgain(tx, companyId, first) };
  const keyed = keysOf(document, facts);
  const known = await knownVouchers(
    tx,
    companyId,
    keyed.map(({ key }) => key),
  );
  const own = await ownVouchers(tx, facts, keyed, known);
  const startsOn = document.years.find(({ index }) => index === 0)?.startsOn ?? null;
  const held = startsOn === null ? null : await openingOf(tx, companyId, startsOn);
  const opening = planOpening(document, facts, held);
  const plan = planImport(reading, { ...facts, known, own }, opening);
  if (opening === null || opening.lines.length === 0 || !(await isOpenedLater(tx, companyId, opening.startsOn))) {
    return plan;
  }
  const advice = 'A later year was opened with balances of its own: bring years in from the first to the last.';
  return { ...plan, faults: [...plan.faults, note('SIE_LATER_YEAR_OPENED', opening.line, advice)] };
}

/** Keys of the vouchers that are entries written here, such as those of a file that Kontor wrote. */
async function ownVouchers(
  tx: Transaction,
  facts: Facts,
  keyed: readonly KeyedVoucher[],
  known: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const unknown = keyed.filter(({ key }) => !known.has(key));
  const lines = await ownLines(
    tx,
    facts.company.id,
    unknown.map(({ voucher }) => voucher),
  );
  const numbers = fileNumbers(facts.dimensions);
  const hashes = new Set<string>();
  for (const own of groupedBy(lines, ({ entryId }) => entryId)) {
    const [first] = own;
    if (!first) continue;
    const content = own.map(({ objects, ...line }) => ({
      ...line,
      objects: (objects ?? []).map(({ dimensionId, code }) => ({ dimension: numbers.get(dimensionId) ?? '', code })),
    }));
    hashes.add(contentHash({ date: first.date, text: first.entryText, lines: content }));
  }
  return new Set(unknown.filter(({ hash }) => hashes.has(hash)).map(({ key }) => key));
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Iterable<readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}

function addsNothing({ vouchers, opening, accounts, dimensions, objects, years }: Plan): boolean {
  const rows = [vouchers, opening?.lines ?? [], accounts, dimensions, objects, years];
  return rows.every(({ length }) => length === 0);
}

async function write(
  operating: Operating,
  facts: Facts,
  plan: Plan,
  request: SieRequest,
  userId: string | null,
  progress: Progress,
): Promise<string> {
  const { tx, operationId } = operating;
  const companyId = facts.company.id;
  const registers = await writeRegisters(tx, facts, plan);
  const { id: batchId } = await tx.importBatch.create({
    data: {
      subject: 'SIE',
      fileName: request.fileName,
      fileHash: new Uint8Array(createHash('sha256').update(request.bytes).digest()),
      companyId,
      status: 'COMMITTED',
      rowCount: plan.document.vouchers.length,
      createdCount: plan.vouchers.length,
      unchangedCount: plan.unchanged,
      createdById: userId,
      operationId,
    },
  });
  const { currencyCode } = facts.company;
  if (plan.opening && plan.opening.lines.length > 0) {
    const journalId = await journalOf(tx, companyId, 'OPENING');
    await writeOpening(operating, registers, plan.opening, { journalId, userId, currencyCode });
  }
  if (plan.vouchers.length > 0) {
    const journalId = await journalOf(tx, companyId, 'IMPORT');
    await writeVouchers(operating, registers, plan.vouchers, { journalId, userId, batchId, currencyCode }, progress);
  }
  return batchId;
}

/** The journal that entries of a file stand in; made where the books have none of its kind. */
async function journalOf(tx: Transaction, companyId: string, kind: 'OPENING' | 'IMPORT'): Promise<string> {
  const known = await tx.journal.findFirst({ where: { companyId, kind }, orderBy: { code: 'asc' } });
  if (known) return known.id;
  const names = { OPENING: ['IB', 'Ingående balanser'], IMPORT: ['SIE', 'Från SIE'] } as const;
  const [code, name] = names[kind];
  const { id } = await tx.journal.create({ data: { companyId, code, name, kind } });
  return id;
}

function answerOf({ reading, plan, faults }: Checked, batchId: string | null): SieAnswer {
  const document = reading?.document ?? null;
  const inFile = (rows: readonly unknown[] | undefined) => rows?.length ?? 0;
  const allLines = document?.vouchers.flatMap(({ lines }) => lines.map(({ amount }) => amount)) ?? [];
  const year = document?.years.find(({ index }) => index === 0);
  const posted = plan?.vouchers.filter(({ reason }) => reason === null) ?? [];
  const opening = plan?.opening?.lines ?? [];
  return {
    encoding: document?.encoding ?? '',
    program: [document?.header.program, document?.header.programVersion].join(' ').trim(),
    companyName: document?.header.companyName ?? '',
    startsOn: year?.startsOn ?? null,
    endsOn: year?.endsOn ?? null,
    accounts: { inFile: inFile(document?.accounts), added: inFile(plan?.accounts) },
    dimensions: { inFile: inFile(document?.dimensions), added: inFile(plan?.dimensions) },
    objects: { inFile: inFile(document?.objects), added: inFile(plan?.objects) },
    vouchers: {
      inFile: inFile(document?.vouchers),
      added: inFile(plan?.vouchers),
      kept: inFile(plan?.vouchers) - posted.length,
      unchanged: plan?.unchanged ?? 0,
    },
    lines: {
      inFile: allLines.length,
      added: posted.reduce(
        (sum, { voucher }) => sum + voucher.lines.filter((line) => unitsOf(line.amount) !== 0n).length,
        0,
      ),
    },
    debit: debitOf(allLines),
    openingLines: opening.length,
    openingDebit: debitOf(opening.map(({ amount }) => amount)),
    faults: faults.slice(0, faultsAtMost),
    warnings: (plan?.warnings ?? []).slice(0, faultsAtMost),
    batchId,
  };
}
