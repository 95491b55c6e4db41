import {
  type AssignmentFacts,
  accept,
  type CalendarDate,
  changePosition,
  comparable,
  compareDecimal,
  decimal,
  type ImportedEmployee,
  type Pay,
  proposePay,
  type Rejection,
  rejectAll,
  rowOn,
} from '@kontor/core';
import { type EmployeeChanges, nothing, payPeriodOf, type RowFault, type RowWrites, rowFault } from './draft.ts';
import type { KnownEmployee, KnownPerson } from './facts.ts';
import type { Manager } from './managers.ts';
import { asFaults, type PlanContext, type PlanRow, personChanges, type RowPlan } from './plan-row.ts';

type Part<Name extends keyof RowWrites> = {
  readonly writes: Pick<RowWrites, Name>;
  readonly faults: readonly RowFault[];
};

/** The day from which a file changes a running employment: today, or the day of it that is nearest. */
function effectiveOn({ startOn, endOn }: KnownEmployee, today: CalendarDate): CalendarDate {
  if (startOn > today) return startOn;
  return endOn !== null && endOn < today ? endOn : today;
}

/** Somebody else with this number: another name, and neither identity number nor mail address in common. */
function isSomebodyElse(row: ImportedEmployee, known: KnownEmployee, person: KnownPerson): boolean {
  const differs = (a: string, b: string) => comparable(a) !== comparable(b);
  const sameEmail = row.workEmail !== null && row.workEmail.toLowerCase() === known.workEmail?.toLowerCase();
  const sameId = row.nationalId !== null && row.nationalId === person.nationalId;
  return differs(row.firstName, person.firstName) && differs(row.lastName, person.lastName) && !sameEmail && !sameId;
}

/** What of an employment no file may change: it takes a command that knows what follows. */
function employmentFaults(
  context: PlanContext,
  row: ImportedEmployee,
  known: KnownEmployee,
  person: KnownPerson,
): RowFault[] {
  const faults: RowFault[] = [];
  if (isSomebodyElse(row, known, person))
    faults.push(
      rowFault(
        'EMPLOYEE_NUMBER_TAKEN',
        `Give another number: ${person.firstName} ${person.lastName} has this one.`,
        'employeeNumber',
      ),
    );
  const other = row.nationalId === null ? undefined : context.peopleByNationalId.get(row.nationalId);
  if (other && other.id !== person.id)
    faults.push(rowFault('NATIONAL_ID_TAKEN', 'Check the identity number: somebody else has it.', 'nationalId'));
  if (row.startOn !== known.startOn)
    faults.push(
      rowFault(
        'START_DIFFERS',
        `Give ${known.startOn}, the first day of the employment: a file does not move it.`,
        'startOn',
      ),
    );
  if (row.endOn !== null && row.endOn !== known.endOn)
    faults.push(
      rowFault('END_DIFFERS', 'End the employment itself: a file does not, as more follows from an end.', 'endOn'),
    );
  const contractType = row.contractType ?? known.contractType;
  if (contractType === 'FIXED_TERM' && known.endOn === null)
    faults.push(
      rowFault('END_DATE_MISSING', 'Choose another kind of contract: a fixed-term one has a last day.', 'contractType'),
    );
  if (
    contractType === 'PERMANENT' &&
    row.contractType !== known.contractType &&
    known.endOn !== null &&
    known.endReason === null &&
    row.contractType !== null
  )
    faults.push(
      rowFault(
        'END_DATE_NOT_EXPECTED',
        'Choose another kind of contract: a permanent one has no last day.',
        'contractType',
      ),
    );
  return faults;
}

function employeeChanges(row: ImportedEmployee, known: KnownEmployee): RowWrites['employeeChanges'] {
  const values: EmployeeChanges = {
    ...(row.workEmail !== null && row.workEmail !== known.workEmail && { workEmail: row.workEmail }),
    ...(row.workPhone !== null && row.workPhone !== known.workPhone && { workPhone: row.workPhone }),
    ...(row.contractType !== null && row.contractType !== known.contractType && { contractType: row.contractType }),
  };
  return Object.keys(values).length > 0 ? { id: known.id, values } : null;
}

const isSamePlace = (a: Omit<AssignmentFacts, 'id' | 'startOn' | 'endOn'>, b: AssignmentFacts): boolean =>
  a.positionId === b.positionId &&
  a.departmentId === b.departmentId &&
  a.managerId === b.managerId &&
  compareDecimal(a.fte, b.fte) === 0;

type Placing = Part<'newAssignment' | 'correctedId' | 'closing'>;
const unplaced: Placing['writes'] = { newAssignment: null, correctedId: null, closing: null };

/** Seat, department, manager and part of full time, from today on where they differ. */
function placing(context: PlanContext, row: ImportedEmployee, known: KnownEmployee, manager: Manager | null): Placing {
  const { facts, places } = context;
  const assignments = facts.assignments.get(known.id) ?? [];
  const startOn = effectiveOn(known, facts.company.today);
  const current = rowOn(assignments, startOn);
  const fte = row.fte ?? current?.fte ?? decimal('1');
  const department = places.departmentOf(row);
  const wanted = { startOn, endOn: known.endOn, fte, currentPositionId: current?.positionId ?? null };
  const seat = places.seatOf(row, department.ok ? department.value : null, wanted);
  if (!department.ok || !seat.ok)
    return {
      writes: unplaced,
      faults: [...(department.ok ? [] : department.rejections), ...(seat.ok ? [] : seat.rejections)],
    };
  const held = current && places.seatById(current.positionId);
  const position = seat.value ?? held;
  const isSilent = seat.value === null && department.value === null && manager === null && row.fte === null;
  if (isSilent) return { writes: unplaced, faults: [] };
  if (!position) {
    const message = 'Name the position: department, manager and part of full time belong to one.';
    return { writes: unplaced, faults: [rowFault('POSITION_MISSING', message, null)] };
  }
  const stays = current?.positionId === position.id;
  const desired = {
    positionId: position.id,
    departmentId: department.value ?? (stays ? current.departmentId : position.departmentId),
    managerId: manager?.id ?? current?.managerId ?? null,
    fte,
  };
  if (current && isSamePlace(desired, current)) return { writes: unplaced, faults: [] };
  const decided = changePosition(
    {
      today: facts.company.today,
      actor: facts.actor,
      employment: known,
      assignments,
      currentPosition: held,
      position,
      manager: manager?.facts ?? null,
      // Looked at for all rows together, as they may change the line above as well.
      managerWouldCycle: false,
    },
    { startOn, departmentId: desired.departmentId, managerId: desired.managerId, fte, reason: context.reason },
  );
  if (!decided.ok) return { writes: unplaced, faults: asFaults(row, decided.rejections) };
  const { assignment, correctedId, closing } = decided.value;
  const { reason: _, ...newAssignment } = assignment;
  return { writes: { newAssignment: { employeeId: known.id, ...newAssignment }, correctedId, closing }, faults: [] };
}

/** Writes the parts of seats down that a change takes and gives up. */
function sharePlaces(
  { places, facts }: PlanContext,
  known: KnownEmployee,
  { newAssignment, correctedId, closing }: Placing['writes'],
): void {
  if (!newAssignment) return;
  const former = facts.assignments.get(known.id)?.find(({ id }) => id === (correctedId ?? closing?.id));
  if (former)
    places.share(former.positionId, (shares) =>
      shares
        .filter(({ assignmentId }) => assignmentId !== correctedId)
        .map((share) => (share.assignmentId === closing?.id ? { ...share, endOn: closing.endOn } : share)),
    );
  const { positionId, fte, startOn, endOn } = newAssignment;
  places.share(positionId, (shares) => [...shares, { assignmentId: '', fte, startOn, endOn }]);
  places.useDepartment(newAssignment.departmentId);
}

const isSamePay = (a: Pay, b: Pay): boolean =>
  compareDecimal(a.amount, b.amount) === 0 && a.currencyCode === b.currencyCode && a.payPeriod === b.payPeriod;

/**
 * The first pay comes into force with the employment, as with a hire. Any other is proposed from today on: somebody else
 * has to approve it.
 */
function paying(
  context: PlanContext,
  row: ImportedEmployee,
  known: KnownEmployee,
  positionId: string | undefined,
): Part<'newPay'> {
  if (row.salary === null || row.salaryCurrencyCode === null) return { writes: { newPay: null }, faults: [] };
  const { facts, places } = context;
  const approved = facts.approvedPay.get(known.id) ?? [];
  const startOn = approved.length === 0 ? known.startOn : effectiveOn(known, facts.company.today);
  const current = rowOn(approved, startOn);
  const payRange = (positionId === undefined ? null : places.seatById(positionId)?.payRange) ?? null;
  const payPeriod = payPeriodOf(context.payPeriod, current?.payPeriod, payRange?.payPeriod);
  const pay: Pay = { amount: row.salary, currencyCode: row.salaryCurrencyCode, payPeriod };
  const proposals = facts.proposedPay.get(known.id) ?? [];
  if ((current && isSamePay(pay, current)) || proposals.some((each) => isSamePay(pay, each)))
    return { writes: { newPay: null }, faults: [] };
  const minorUnit = facts.company.minorUnits.get(pay.currencyCode) ?? null;
  const decided = proposePay(
    { today: facts.company.today, actor: facts.actor, employment: known, approved, payRange, minorUnit },
    { ...pay, startOn, reason: context.reason },
  );
  if (!decided.ok)
    return { writes: { newPay: null }, faults: asFaults(row, decided.rejections as readonly Rejection[]) };
  const { endOn } = decided.value;
  const status = approved.length === 0 ? 'APPROVED' : 'PROPOSED';
  return { writes: { newPay: { employeeId: known.id, ...pay, status, startOn, endOn } }, faults: [] };
}

/** What a row about somebody who is there already writes. */
export function planKnown(context: PlanContext, { row, manager }: PlanRow, known: KnownEmployee): RowPlan {
  const person = context.facts.people.get(known.personId);
  if (!person) throw new Error(`the person of employee ${known.employeeNumber} was not loaded`);
  const placed = placing(context, row, known, manager);
  const paid = paying(context, row, known, placed.writes.newAssignment?.positionId ?? currentPosition(context, known));
  const faults = [...employmentFaults(context, row, known, person), ...placed.faults, ...paid.faults];
  if (faults.length > 0) return rejectAll(faults);
  sharePlaces(context, known, placed.writes);
  return accept({
    ...nothing,
    ...placed.writes,
    ...paid.writes,
    personChanges: personChanges(row, person),
    employeeChanges: employeeChanges(row, known),
  });
}

const currentPosition = ({ facts }: PlanContext, known: KnownEmployee): string | undefined =>
  rowOn(facts.assignments.get(known.id) ?? [], effectiveOn(known, facts.company.today))?.positionId;
