import type { CalendarDate } from '../date/calendar-date.ts';
import { accept, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules } from '../rule.ts';
import { type TransitionCode, targetsOf, transition } from '../state-machine.ts';
import type { DeviceAssignmentKind, DeviceFacts, DeviceRequest } from './device-facts.ts';
import { DEVICE_MACHINE, type DeviceCommand, type DeviceStatus } from './device-machine.ts';
import { DEVICE_RULES, type DeviceRuleCode } from './device-rules.ts';

/** What happens to the open assignment. */
export interface DeviceAssignmentChanges {
  /** Id of the assignment to end; null for none. */
  readonly endId: string | null;
  /** Id of the assignment that its holder accepted; null for none. */
  readonly acceptId: string | null;
  /** The assignment to begin; null for none. */
  readonly begin: {
    readonly employeeId: string;
    readonly kind: DeviceAssignmentKind;
    readonly dueOn: CalendarDate | null;
    /** Whether it needs no acceptance, since the holder has it in hand. */
    readonly isAccepted: boolean;
  } | null;
}

/** The row to write. Instants are the command's. */
export interface DeviceChanges {
  readonly status: DeviceStatus;
  readonly previousStatus: DeviceStatus | null;
  /** Who has it afterwards; null for nobody. A reservation is no holding. */
  readonly holderId: string | null;
  readonly assignment: DeviceAssignmentChanges;
  /** Proof of the wipe afterwards; null once someone has the device. */
  readonly wipeProof: string | null;
  /** Whether it is inspected afterwards; false once someone has the device. */
  readonly isInspected: boolean;
}

/** Every reason against a command on a device. */
export type DeviceCode = TransitionCode | DeviceRuleCode;

const HANDS_OUT: Partial<Record<DeviceCommand, DeviceAssignmentKind>> = {
  reserve: 'RESERVATION',
  checkOut: 'USE',
  lend: 'LOAN',
};
const TAKES_BACK: ReadonlySet<DeviceCommand> = new Set([
  'releaseReservation',
  'declineCheckOut',
  'returnDevice',
  'reportLost',
  'reportStolen',
  'writeOff',
]);

/** Commands after which an earlier wipe and inspection say nothing: someone has, or may have had, the device. */
const VOIDS: ReadonlySet<DeviceCommand> = new Set(['checkOut', 'lend', 'returnDevice', 'recoverDevice']);

/** Decides on a command: the device's next state and its assignment, or every reason against it. */
export function decideDevice(
  command: DeviceCommand,
  device: DeviceFacts,
  request: DeviceRequest,
): Result<DeviceChanges, Rejection<DeviceCode>> {
  const moved = transition(DEVICE_MACHINE, device.status, command, wantedTarget(command, device, request));
  const rejections = checkRules(DEVICE_RULES, { command, device, request });
  if (!moved.ok) {
    const isAllowed = targetsOf(DEVICE_MACHINE, device.status, command).length > 0;
    return isAllowed && rejections.length > 0 ? rejectAll(rejections) : moved;
  }
  if (rejections.length > 0) return rejectAll<Rejection<DeviceCode>>(rejections);
  const status = moved.value;
  const assignment = assignmentChanges(command, device, request);
  return accept({
    status,
    previousStatus: previousStatusAfter(command, device),
    holderId: holderAfter(device, assignment),
    assignment,
    wipeProof: wipeProofAfter(command, device, request),
    isInspected: command === 'inspect' || (device.isInspected && !VOIDS.has(command)),
  });
}

const hasLeft = ({ assignment }: DeviceFacts): boolean => assignment?.holder.isEmployed === false;

/** Where a device goes once it is back from repair: a holder who is asked for it meanwhile keeps it no longer. */
function previousStatusAfter(command: DeviceCommand, device: DeviceFacts): DeviceStatus | null {
  if (command === 'sendToRepair') return device.status;
  return command === 'markReturnDue' && device.status === 'IN_REPAIR' ? 'RETURN_DUE' : null;
}

function wantedTarget(command: DeviceCommand, device: DeviceFacts, request: DeviceRequest): DeviceStatus | undefined {
  // Nobody gets a device back who has left: it is made ready for the next.
  if (command === 'returnFromRepair') return hasLeft(device) ? 'QUARANTINE' : (device.previousStatus ?? undefined);
  if (command === 'dispose') return request.disposal ?? undefined;
  return undefined;
}

function assignmentChanges(
  command: DeviceCommand,
  device: DeviceFacts,
  request: DeviceRequest,
): DeviceAssignmentChanges {
  const openId = device.assignment?.id ?? null;
  const kind = HANDS_OUT[command];
  if (kind !== undefined && request.holder) {
    const { employeeId } = request.holder;
    const isAccepted = kind === 'LOAN' || device.status === 'ON_LOAN';
    const dueOn = kind === 'LOAN' ? (request.dueOn ?? null) : null;
    return { endId: openId, acceptId: null, begin: { employeeId, kind, dueOn, isAccepted } };
  }
  return {
    endId: TAKES_BACK.has(command) || (command === 'returnFromRepair' && hasLeft(device)) ? openId : null,
    acceptId: command === 'acceptCheckOut' ? openId : null,
    begin: null,
  };
}

function holderAfter({ assignment }: DeviceFacts, changes: DeviceAssignmentChanges): string | null {
  if (changes.begin) return changes.begin.kind === 'RESERVATION' ? null : changes.begin.employeeId;
  if (!assignment || assignment.kind === 'RESERVATION' || changes.endId === assignment.id) return null;
  return assignment.holder.employeeId;
}

function wipeProofAfter(command: DeviceCommand, device: DeviceFacts, request: DeviceRequest): string | null {
  if (VOIDS.has(command)) return null;
  if (command === 'wipe' || command === 'dispose') return request.wipeProof ?? device.wipeProof;
  return device.wipeProof;
}
