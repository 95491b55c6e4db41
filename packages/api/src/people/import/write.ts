import type { ImportBatch } from '../../generated/prisma/client.ts';
import type { Operating } from '../../write/operation.ts';
import { refreshEmployees } from '../current-values.ts';
import { dateOf, dateOrNull } from '../day.ts';
import type { ImportCompany } from './company.ts';
import type { Draft, RowWrites } from './draft.ts';
import type { ImportRequest } from './import-request.ts';
import type { Plan } from './plan.ts';

/** Told while a long file is written: what is done of how much. */
export type Progress = (done: number, total: number) => void;

/** Rows of one statement. */
const rowsAtOnce = 500;

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

type Existing<Name extends keyof RowWrites> = NonNullable<RowWrites[Name]>;

const all = <Name extends keyof RowWrites>(rows: readonly RowWrites[], name: Name): Existing<Name>[] =>
  rows.flatMap((row) => (row[name] === null ? [] : [row[name] as Existing<Name>]));

/** The departments and seats that the file makes, before anybody is placed in them. */
async function writePlaces({ tx }: Operating, company: ImportCompany, draft: Draft): Promise<void> {
  const companyId = company.id;
  await tx.department.createMany({
    data: draft.departments.map(({ id, code, name }) => ({ id, code, name, companyId })),
  });
  await tx.position.createMany({ data: draft.positions.map((position) => ({ ...position, companyId })) });
  for (const { id, status } of draft.positionStatuses) await tx.position.update({ where: { id }, data: { status } });
}

async function writeNew({ tx }: Operating, company: ImportCompany, rows: readonly RowWrites[]): Promise<void> {
  const companyId = company.id;
  await tx.person.createMany({
    data: all(rows, 'newPerson').map((person) => ({ ...person, birthOn: dateOrNull(person.birthOn) })),
  });
  await tx.employee.createMany({
    data: all(rows, 'newEmployee').map((employee) => ({
      ...employee,
      companyId,
      startOn: dateOf(employee.startOn),
      endOn: dateOrNull(employee.endOn),
    })),
  });
}

async function writeChanges({ tx }: Operating, rows: readonly RowWrites[]): Promise<void> {
  for (const { id, values } of all(rows, 'personChanges')) {
    const { birthOn, ...others } = values;
    await tx.person.update({ where: { id }, data: { ...others, ...(birthOn && { birthOn: dateOf(birthOn) }) } });
  }
  for (const { id, values } of all(rows, 'employeeChanges')) await tx.employee.update({ where: { id }, data: values });
}

/** Seats and pay. What runs ends before the next begins: the database holds that they share no day. */
async function writeDated(
  { tx, now }: Operating,
  company: ImportCompany,
  userId: string | null,
  reason: string,
  rows: readonly RowWrites[],
): Promise<void> {
  const companyId = company.id;
  for (const { id, endOn } of all(rows, 'closing'))
    await tx.assignment.update({ where: { id }, data: { endOn: dateOf(endOn) } });
  const placed = rows.flatMap(({ newAssignment, correctedId }) =>
    newAssignment === null
      ? []
      : [
          {
            correctedId,
            data: {
              ...newAssignment,
              companyId,
              reason,
              startOn: dateOf(newAssignment.startOn),
              endOn: dateOrNull(newAssignment.endOn),
            },
          },
        ],
  );
  for (const { correctedId, data } of placed)
    if (correctedId !== null) await tx.assignment.update({ where: { id: correctedId }, data });
  await tx.assignment.createMany({
    data: placed.filter(({ correctedId }) => correctedId === null).map(({ data }) => data),
  });
  await tx.compensation.createMany({
    data: all(rows, 'newPay').map((pay) => ({
      ...pay,
      companyId,
      reason,
      startOn: dateOf(pay.startOn),
      endOn: dateOrNull(pay.endOn),
      // Who takes an employment over decides its pay, as with a hire; any other waits for somebody else.
      ...(pay.status === 'APPROVED' ? { decidedById: userId, decidedAt: now } : { proposedById: userId }),
    })),
  });
}

/** Whether the values of today may differ after a row. */
const touches = ({ newEmployee, newAssignment, closing, newPay }: RowWrites): string[] =>
  [
    newEmployee?.id,
    newAssignment?.employeeId,
    newPay?.status === 'APPROVED' ? newPay.employeeId : undefined,
    closing ? newAssignment?.employeeId : undefined,
  ].filter((id) => id !== undefined);

/** Writes a plan, and the batch that it can be undone by. */
export async function writePlan(
  operating: Operating,
  company: ImportCompany,
  request: ImportRequest,
  plan: Plan & { readonly rowCount: number; readonly hash: Uint8Array<ArrayBuffer> },
  userId: string | null,
  progress: Progress,
): Promise<ImportBatch> {
  const { rows } = plan.draft;
  const reason = `Import of ${request.fileName}`.slice(0, 500);
  await writePlaces(operating, company, plan.draft);
  // Everybody is there before the first seat is given, since a manager may stand in any row.
  for (const chunk of chunks(rows)) await writeNew(operating, company, chunk);
  let done = 0;
  for (const chunk of chunks(rows)) {
    await writeChanges(operating, chunk);
    await writeDated(operating, company, userId, reason, chunk);
    done += chunk.length;
    progress(done, rows.length);
  }
  await refreshEmployees(operating.tx, [...new Set(rows.flatMap(touches))], company.today);
  return operating.tx.importBatch.create({
    data: {
      subject: 'employees',
      fileName: request.fileName,
      fileHash: plan.hash,
      companyId: company.id,
      status: 'COMMITTED',
      rowCount: plan.rowCount,
      createdCount: plan.created,
      updatedCount: plan.updated,
      unchangedCount: plan.unchanged,
      faultCount: plan.rowCount - plan.created - plan.updated - plan.unchanged,
      createdById: userId,
      operationId: operating.operationId,
    },
  });
}
