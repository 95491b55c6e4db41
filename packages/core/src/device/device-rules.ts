import { isPerson } from '../employment/actor.ts';
import { isBlank, type Rule } from '../rule.ts';
import type { DeviceFacts, DeviceRequest } from './device-facts.ts';
import type { DeviceCommand, DeviceStatus } from './device-machine.ts';

/** A command on a device, to judge. */
export interface DeviceCase {
  readonly command: DeviceCommand;
  readonly device: DeviceFacts;
  readonly request: DeviceRequest;
}

/** Every reason beyond the table against a command; each is explained at its rule. */
export type DeviceRuleCode =
  | 'HOLDER_MISSING'
  | 'HOLDER_OF_OTHER_COMPANY'
  | 'HOLDER_NOT_EMPLOYED'
  | 'RESERVED_FOR_ANOTHER'
  | 'LENT_TO_ANOTHER'
  | 'ACTOR_IS_NOT_HOLDER'
  | 'ASSIGNMENT_STILL_OPEN'
  | 'NOBODY_HAS_IT'
  | 'DUE_DATE_MISSING'
  | 'DUE_DATE_PAST'
  | 'NOT_WIPED'
  | 'NOT_INSPECTED'
  | 'WIPE_PROOF_MISSING'
  | 'DISPOSAL_UNKNOWN'
  | 'STATE_BEFORE_REPAIR_UNKNOWN'
  | 'REASON_MISSING';

const HANDS_OUT: ReadonlySet<DeviceCommand> = new Set(['reserve', 'checkOut', 'lend']);
const ANSWERS: ReadonlySet<DeviceCommand> = new Set(['acceptCheckOut', 'declineCheckOut']);
const NEEDS_REASON: ReadonlySet<DeviceCommand> = new Set([
  'declineCheckOut',
  'reportLost',
  'reportStolen',
  'writeOff',
  'retire',
]);
/** Commands that may say by when the device must be back. */
const DATED: ReadonlySet<DeviceCommand> = new Set(['lend', 'markReturnDue']);
const DISPOSALS: ReadonlySet<DeviceStatus> = new Set(['SOLD', 'DONATED', 'DESTROYED']);
/** States in which nobody may have an open assignment. */
const UNASSIGNED: ReadonlySet<DeviceStatus> = new Set(['IN_STOCK', 'RETIRED', 'QUARANTINE']);

const rule = (
  code: DeviceRuleCode,
  path: readonly string[],
  message: string,
  isBrokenBy: (it: DeviceCase) => boolean,
): Rule<DeviceCase, DeviceRuleCode> => ({ code, path, message, isBrokenBy });

/** Whether a command goes to somebody other than the one who has the device in a state. */
const isForAnother = ({ command, device, request }: DeviceCase, status: DeviceStatus) =>
  HANDS_OUT.has(command) &&
  device.status === status &&
  Boolean(request.holder) &&
  device.assignment?.holder.employeeId !== request.holder?.employeeId;

/** The guards on the arrows of the device's table. */
export const DEVICE_RULES: readonly Rule<DeviceCase, DeviceRuleCode>[] = [
  rule(
    'HOLDER_MISSING',
    ['employeeId'],
    'Say who gets the device.',
    ({ command, request }) => HANDS_OUT.has(command) && !request.holder,
  ),
  rule(
    'HOLDER_OF_OTHER_COMPANY',
    ['employeeId'],
    'Choose an employee of the company that owns the device.',
    ({ command, device, request }) =>
      HANDS_OUT.has(command) && Boolean(request.holder) && request.holder?.companyId !== device.companyId,
  ),
  rule(
    'HOLDER_NOT_EMPLOYED',
    ['employeeId'],
    'Choose someone whose employment has not ended.',
    ({ command, request }) => HANDS_OUT.has(command) && request.holder?.isEmployed === false,
  ),
  rule(
    'RESERVED_FOR_ANOTHER',
    ['employeeId'],
    'Release the reservation first: the device is kept for somebody else.',
    (it) => isForAnother(it, 'RESERVED'),
  ),
  rule('LENT_TO_ANOTHER', ['employeeId'], 'Take the device back first: somebody else has it on loan.', (it) =>
    isForAnother(it, 'ON_LOAN'),
  ),
  rule(
    'ACTOR_IS_NOT_HOLDER',
    [],
    'Leave it to the employee the device was handed to: only they accept or decline it.',
    ({ command, device, request }) =>
      ANSWERS.has(command) &&
      (device.assignment === null || !isPerson(request.actor, device.assignment.holder.personId)),
  ),
  rule(
    'ASSIGNMENT_STILL_OPEN',
    [],
    'End the open assignment first: a device has one at a time.',
    ({ device }) => UNASSIGNED.has(device.status) && device.assignment !== null,
  ),
  rule(
    'NOBODY_HAS_IT',
    [],
    'Leave it: nobody has the device to give back.',
    ({ command, device }) => command === 'markReturnDue' && device.assignment === null,
  ),
  rule(
    'DUE_DATE_MISSING',
    ['dueOn'],
    'Say by when the device must be back.',
    ({ command, request }) => command === 'lend' && !request.dueOn,
  ),
  rule(
    'DUE_DATE_PAST',
    ['dueOn'],
    'Give a day that is not over.',
    ({ command, request }) => DATED.has(command) && Boolean(request.dueOn) && (request.dueOn ?? '') < request.today,
  ),
  rule(
    'NOT_WIPED',
    [],
    'Wipe the device first, and record the proof.',
    ({ command, device }) => command === 'passQuarantine' && isBlank(device.wipeProof),
  ),
  rule(
    'NOT_INSPECTED',
    [],
    'Inspect the device first, and record it.',
    ({ command, device }) => command === 'passQuarantine' && !device.isInspected,
  ),
  rule(
    'WIPE_PROOF_MISSING',
    ['wipeProof'],
    'Name the certificate or record that proves the wipe.',
    ({ command, device, request }) =>
      isBlank(request.wipeProof) && (command === 'wipe' || (command === 'dispose' && isBlank(device.wipeProof))),
  ),
  rule(
    'DISPOSAL_UNKNOWN',
    ['disposal'],
    'Say whether it is SOLD, DONATED or DESTROYED.',
    ({ command, request }) => command === 'dispose' && !DISPOSALS.has(request.disposal ?? 'RETIRED'),
  ),
  rule(
    'STATE_BEFORE_REPAIR_UNKNOWN',
    [],
    'Report the device lost and recover it: where it stood before the repair is not known.',
    ({ command, device }) => command === 'returnFromRepair' && device.previousStatus === null,
  ),
  rule(
    'REASON_MISSING',
    ['reason'],
    'Say why.',
    ({ command, request }) => NEEDS_REASON.has(command) && isBlank(request.reason),
  ),
];
