import {
  type CalendarDate,
  calendarDate,
  DEVICE_MACHINE,
  type DeviceChanges,
  type DeviceCommand,
  type DeviceFacts,
  type DeviceHolder,
  decideDevice,
  today,
} from '@kontor/core';
import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { DeviceDisposal } from '../generated/prisma/enums.ts';
import type { Transaction } from '../write/operation.ts';

/** What a command says besides which device it is about. */
export interface Move {
  readonly employeeId?: string | null;
  readonly dueOn?: string | null;
  readonly wipeProof?: string | null;
  readonly disposal?: DeviceDisposal | null;
  readonly reason?: string | null;
  /** Kept at the assignment that the command begins or ends. */
  readonly note?: string | null;
}

/** The states in which the table has an arrow for an event: there, and nowhere else, is its command offered. */
export function statesFor(event: DeviceCommand): { readonly field: 'status'; readonly in: readonly string[] } {
  const states = DEVICE_MACHINE.transitions.filter((arrow) => arrow.event === event).map((arrow) => arrow.from);
  return { field: 'status', in: [...new Set(states)] };
}

const withAssignment = {
  company: { select: { timeZone: true } },
  assignments: { where: { endAt: null }, include: { employee: true } },
} satisfies Prisma.DeviceInclude;

type DeviceRow = Prisma.DeviceGetPayload<{ include: typeof withAssignment }>;
type EmployeeRow = DeviceRow['assignments'][number]['employee'];
type OpenAssignment = DeviceRow['assignments'][number];

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const asDate = (day: string | null): Date | null => (day === null ? null : new Date(day));

function holderOf(employee: EmployeeRow, day: CalendarDate): DeviceHolder {
  const isOver =
    employee.status === 'ENDED' ||
    employee.status === 'CANCELLED' ||
    (employee.endOn !== null && dayOf(employee.endOn) < day);
  return { employeeId: employee.id, personId: employee.personId, companyId: employee.companyId, isEmployed: !isOver };
}

/** Waits for an end of the employment that is being written at this moment, so that it is not handed anything. */
async function lockedEmployee(tx: Transaction, employeeId: string): Promise<EmployeeRow> {
  await tx.$queryRaw`select id::text from employee where id = ${employeeId}::uuid for share`;
  return tx.employee.findUniqueOrThrow({ where: { id: employeeId } });
}

function factsOf(device: DeviceRow, open: OpenAssignment | undefined, day: CalendarDate): DeviceFacts {
  const { status, previousStatus, companyId, wipeProof, inspectedAt } = device;
  const assignment = open ? { id: open.id, kind: open.kind, holder: holderOf(open.employee, day) } : null;
  return { status, previousStatus, companyId, assignment, wipeProof, isInspected: inspectedAt !== null };
}

/**
 * Carries a command on a device out: loads it with its open assignment, lets the core decide, and writes what it
 * answers. The row of the device must be locked before.
 */
export async function moveDevice(
  event: DeviceCommand,
  deviceId: string,
  move: Move,
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const device = await tx.device.findUniqueOrThrow({ where: { id: deviceId }, include: withAssignment });
  const [open] = device.assignments;
  const day = today(now, device.company.timeZone);
  const { employeeId, dueOn, wipeProof, disposal, reason } = move;
  const decided = decideDevice(event, factsOf(device, open, day), {
    actor: { userId: viewer.userId ?? viewer.email, personId: viewer.personId },
    today: day,
    holder: employeeId ? holderOf(await lockedEmployee(tx, employeeId), day) : null,
    dueOn: dueOn ? calendarDate(dueOn) : null,
    wipeProof: wipeProof ?? null,
    disposal: disposal ?? null,
    reason: reason ?? null,
  });
  if (!decided.ok) return refused(...decided.rejections);
  await writeAssignment(tx, event, device, open, decided.value, move, now);
  await writeDevice(tx, event, device, decided.value, move, now);
  return done(deviceId);
}

async function writeDevice(
  tx: Transaction,
  event: DeviceCommand,
  device: DeviceRow,
  { status, previousStatus, holderId, wipeProof, isInspected }: DeviceChanges,
  move: Move,
  now: Date,
): Promise<void> {
  const wipedAt = wipeProof === null ? null : move.wipeProof ? now : device.wipedAt;
  const inspectedAt = !isInspected ? null : event === 'inspect' ? now : device.inspectedAt;
  const data = { status, previousStatus, holderId, wipeProof, wipedAt, inspectedAt };
  await tx.device.update({ where: { id: device.id }, data });
}

/** What is open ends before anything begins: the database holds that one is open at a time. */
async function writeAssignment(
  tx: Transaction,
  event: DeviceCommand,
  device: DeviceRow,
  open: OpenAssignment | undefined,
  { assignment: { endId, acceptId, begin } }: DeviceChanges,
  move: Move,
  now: Date,
): Promise<void> {
  if (open && endId === open.id) {
    // Another process may have a clock that is ahead of this one.
    const endAt = open.startAt > now ? open.startAt : now;
    const endNote = move.reason ?? (begin ? null : (move.note ?? null));
    await tx.deviceAssignment.update({ where: { id: open.id }, data: { endAt, endNote } });
  }
  if (acceptId !== null) await tx.deviceAssignment.update({ where: { id: acceptId }, data: { acceptedAt: now } });
  if (open && event === 'markReturnDue' && move.dueOn)
    await tx.deviceAssignment.update({ where: { id: open.id }, data: { dueOn: new Date(move.dueOn) } });
  if (!begin) return;
  const { employeeId, kind, dueOn, isAccepted } = begin;
  const { companyId, id: deviceId } = device;
  await tx.deviceAssignment.create({
    data: {
      companyId,
      deviceId,
      employeeId,
      kind,
      startAt: now,
      acceptedAt: isAccepted && kind !== 'RESERVATION' ? now : null,
      dueOn: asDate(dueOn),
      note: move.note ?? null,
    },
  });
}
