import { accept, type ImportedEmployee, type Pay, rejectAll, takeOver } from '@kontor/core';
import { nothing, payPeriodOf, type RowFault, rowFault } from './draft.ts';
import type { KnownPerson } from './facts.ts';
import { asFaults, newPerson, type PlanContext, type PlanRow, personChanges, type RowPlan } from './plan-row.ts';

const full = '1';

/** Whether a row says something that only a seat can hold. */
const needsSeat = (row: ImportedEmployee): boolean =>
  [row.departmentCode, row.departmentName, row.managerNumber, row.managerEmail, row.fte].some(
    (value) => value !== null,
  );

/** Somebody without a seat has no department, manager or share of full time that could be written down. */
function seatMissing(row: ImportedEmployee): RowFault[] {
  if (!needsSeat(row)) return [];
  return [
    rowFault('POSITION_MISSING', 'Name the position: department, manager and part of full time belong to one.', null),
  ];
}

/** What a row about somebody who is not there yet writes: an employment taken over as it is. */
export function planNew(context: PlanContext, { row, id, manager }: PlanRow): RowPlan {
  const { facts, places } = context;
  const { company } = facts;
  const range = { startOn: row.startOn, endOn: row.endOn };
  const fte = (row.fte ?? full) as NonNullable<typeof row.fte>;
  const department = places.departmentOf(row);
  const seat = places.seatOf(row, department.ok ? department.value : null, { ...range, fte, currentPositionId: null });
  const faults = [
    ...(department.ok ? [] : department.rejections),
    ...(seat.ok ? (seat.value ? [] : seatMissing(row)) : seat.rejections),
  ];
  const position = seat.ok ? seat.value : null;
  const person = row.nationalId === null ? undefined : context.peopleByNationalId.get(row.nationalId);
  const personId = person?.id ?? context.nextId();
  const decided = takeOver(
    {
      today: company.today,
      actor: facts.actor,
      person: { id: personId, active: person?.active ?? true, employments: facts.employments.get(personId) ?? [] },
      company,
      position,
      manager: manager?.facts ?? null,
      minorUnit: company.minorUnits.get(row.salaryCurrencyCode ?? '') ?? null,
    },
    {
      ...range,
      contractType: row.contractType ?? (row.endOn === null ? 'PERMANENT' : 'FIXED_TERM'),
      fte,
      managerId: manager?.id ?? null,
      departmentId: department.ok ? department.value : null,
      salary: payOf(context, row, position?.payRange?.payPeriod),
    },
  );
  if (!decided.ok) faults.push(...asFaults(row, decided.rejections));
  if (faults.length > 0 || !decided.ok) return rejectAll(faults);
  const { employment, assignment, compensation } = decided.value;
  if (assignment) {
    const { positionId, fte: share } = assignment;
    places.share(positionId, (shares) => [...shares, { assignmentId: '', fte: share, ...range }]);
    places.useDepartment(assignment.departmentId);
  }
  return accept({
    ...nothing,
    ...personWrites(context, row, personId, person),
    newEmployee: {
      id,
      personId,
      employeeNumber: row.employeeNumber,
      workEmail: row.workEmail,
      workPhone: row.workPhone,
      status: employment.status,
      startOn: employment.startOn,
      endOn: employment.endOn,
      endReason: employment.endIsDecided ? context.reason : null,
      contractType: employment.contractType,
    },
    newAssignment: assignment && { employeeId: id, ...assignment },
    newPay: compensation && { employeeId: id, ...compensation },
  });
}

function personWrites(
  { facts }: PlanContext,
  row: ImportedEmployee,
  personId: string,
  person: KnownPerson | undefined,
) {
  return person
    ? { personChanges: personChanges(row, person) }
    : { newPerson: newPerson(row, personId, facts.company) };
}

function payOf(context: PlanContext, row: ImportedEmployee, seatPeriod: Pay['payPeriod'] | undefined): Pay | null {
  if (row.salary === null || row.salaryCurrencyCode === null) return null;
  return {
    amount: row.salary,
    currencyCode: row.salaryCurrencyCode,
    payPeriod: payPeriodOf(context.payPeriod, seatPeriod),
  };
}
