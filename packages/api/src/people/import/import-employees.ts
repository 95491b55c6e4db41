import { checkEmployeeFile, type ImportedEmployee } from '@kontor/core';
import type { App } from '../../app.ts';
import type { Language } from '../../entity.ts';
import { forbidden } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { beginBulk, bulkMilliseconds } from '../../write/bulk.ts';
import { operate, type Transaction } from '../../write/operation.ts';
import { violationOf } from '../../write/violation.ts';
import { companyOf, type ImportCompany, importOptions } from './company.ts';
import { loadFacts } from './facts.ts';
import { importFields } from './field-label.ts';
import type { ImportAnswer, ImportRequest } from './import-request.ts';
import type { Unread } from './managers.ts';
import { emptyPlan, type Plan, plan } from './plan.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { forbiddenColumns, mayImport } from './rights.ts';
import { type Progress, writePlan } from './write.ts';

const waitMilliseconds = 15_000;

/** A plan with what was read; `isWhole` where the file itself is fit to be written, whatever its rows are. */
interface Checked {
  readonly company: ImportCompany;
  readonly plan: Plan;
  readonly rowCount: number;
  readonly isWhole: boolean;
}

/** Who stands in rows that cannot be read: their own faults are told there, not at those who name them as manager. */
function unreadOf(file: ReadFile, read: readonly ImportedEmployee[]): Unread {
  const lines = new Set(read.map(({ line }) => line));
  const faulty = file.rows.filter(({ line }) => !lines.has(line));
  const cells = (field: string): string[] => {
    const index = file.columns.find((column) => column.field === field)?.index ?? -1;
    return faulty.flatMap((row) => row.cells[index]?.trim() ?? []);
  };
  return {
    numbers: new Set(cells('employeeNumber')),
    emails: new Set(cells('workEmail').map((each) => each.toLowerCase())),
  };
}

async function check(
  tx: Transaction,
  viewer: Viewer,
  request: ImportRequest,
  file: ReadFile,
  now: Date,
  lock: boolean,
): Promise<Checked> {
  const company = await companyOf(tx, viewer, request.companyId, now);
  if (!mayImport(viewer, company.id)) throw forbidden('You may not import employees into this company.');
  const { rows } = file;
  if (file.faults.length > 0) return { company, plan: emptyPlan(file.faults), rowCount: rows.length, isWhole: false };
  const refused = forbiddenColumns(viewer, company.id, file.columns, rows, file.headerLine);
  const { employees, faults } = checkEmployeeFile(file.columns, rows, importOptions(company, request));
  const facts = await loadFacts(tx, viewer, company, employees, lock);
  // Each row may need ids for a person, an employment, a department and a seat.
  const ids = await tx.$queryRaw<
    { id: string }[]
  >`select uuid7()::text as id from generate_series(1, ${4 * employees.length}::int)`;
  let next = 0;
  const nextId = (): string => ids[next++]?.id ?? '';
  const unread = unreadOf(file, employees);
  const planned = plan(viewer, facts, request, { rows: employees, columns: file.columns, unread }, nextId);
  const order = new Map(file.columns.map(({ field, index }) => [field, index]));
  const sorted = [...refused, ...faults, ...planned.faults].sort(
    (a, b) => a.line - b.line || (order.get(a.field) ?? -1) - (order.get(b.field) ?? -1),
  );
  return { company, plan: { ...planned, faults: sorted }, rowCount: rows.length, isWhole: refused.length === 0 };
}

function answerOf(
  viewer: Viewer,
  file: ReadFile,
  { plan: planned, rowCount }: Checked,
  batchId: string | null,
): ImportAnswer {
  const { created, updated, unchanged, faults } = planned;
  return {
    encoding: file.encoding,
    separator: file.separator,
    header: file.columns.map(({ index, header, field }) => ({ index, label: header, field })),
    fields: importFields(viewer.language as Language),
    rowCount,
    created,
    updated,
    unchanged,
    faults,
    batchId,
  };
}

/** What a file would do. Nothing is written. */
export async function checkImport(app: App, viewer: Viewer, request: ImportRequest): Promise<ImportAnswer> {
  const file = readFile(request);
  const checked = await app.prisma.$transaction((tx) => check(tx, viewer, request, file, new Date(), false), {
    timeout: bulkMilliseconds,
    maxWait: waitMilliseconds,
  });
  return answerOf(viewer, file, checked, null);
}

/** Thrown to leave the transaction without a trace: there is nothing to write. */
class NothingWritten extends Error {}

/** What was checked, with a rule of the database that no row could be blamed for. */
function brokenBy(error: unknown, viewer: Viewer, file: ReadFile, checked: Checked | null): Checked | null {
  if (checked === null || error instanceof NothingWritten) return checked;
  const violation = violationOf(error, viewer, []);
  if (!violation) return null;
  const { code, message } = violation;
  const fault = { line: file.headerLine, column: null, field: null, code, message };
  return { ...checked, plan: { ...checked.plan, faults: [fault, ...checked.plan.faults] } };
}

/** Writes a file: every row, or with `REJECT_ROW` every row without a fault, in one transaction. */
export async function commitImport(
  app: App,
  viewer: Viewer,
  request: ImportRequest,
  progress: Progress = () => {},
): Promise<ImportAnswer> {
  const file = readFile(request);
  const deed = {
    viewer,
    command: 'importEmployees',
    reason: request.fileName,
    timeoutMilliseconds: bulkMilliseconds,
  };
  let checked: Checked | null = null;
  try {
    return await operate(app, deed, async (operating) => {
      await beginBulk(operating.tx);
      checked = await check(operating.tx, viewer, request, file, operating.now, true);
      const isRefused = !checked.isWhole || (request.onError === 'REJECT_ALL' && checked.plan.faults.length > 0);
      if (isRefused) throw new NothingWritten();
      const { plan: planned, rowCount, company } = checked;
      const batch = await writePlan(
        operating,
        company,
        request,
        { ...planned, rowCount, hash: file.hash },
        viewer.userId,
        progress,
      );
      return answerOf(viewer, file, checked, batch.id);
    });
  } catch (error) {
    const told = brokenBy(error, viewer, file, checked);
    if (!told) throw error;
    return answerOf(viewer, file, told, null);
  }
}
