import { type AssignmentFacts, type CalendarDate, type EmploymentFacts, today } from '@kontor/core';
import type { Assignment, Company, Employee } from '../generated/prisma/client.ts';
import type { Transaction } from '../write/operation.ts';
import { dayOf, dayOrNull } from './day.ts';
import { decimalOf } from './seat.ts';

/** An employment as the decisions of the core want it. */
export interface Employment {
  readonly row: Employee & { readonly company: Company };
  readonly facts: EmploymentFacts;
  /** Every assignment, past and scheduled ones included. */
  readonly assignments: readonly AssignmentFacts[];
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
}

const assignmentOf = (row: Assignment): AssignmentFacts => ({
  id: row.id,
  positionId: row.positionId,
  departmentId: row.departmentId,
  managerId: row.managerId,
  fte: decimalOf(row.fte),
  startOn: dayOf(row.startOn),
  endOn: dayOrNull(row.endOn),
});

/** Loads an employment and locks it: everything dated of one employment is changed by one command at a time. */
export async function lockEmployment(tx: Transaction, employeeId: string, now: Date): Promise<Employment> {
  await tx.$queryRaw`select id::text from employee where id = ${employeeId}::uuid for no key update`;
  const row = await tx.employee.findUniqueOrThrow({
    where: { id: employeeId },
    include: { company: true, assignments: { orderBy: { startOn: 'asc' } } },
  });
  const { id, personId, companyId, endReason } = row;
  return {
    row,
    facts: { id, personId, companyId, endReason, startOn: dayOf(row.startOn), endOn: dayOrNull(row.endOn) },
    assignments: row.assignments.map(assignmentOf),
    today: today(now, row.company.timeZone),
  };
}
