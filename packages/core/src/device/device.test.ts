import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { rejectionsOf } from '../result.ts';
import { type DeviceChanges, decideDevice } from './decide-device.ts';
import type { DeviceFacts, DeviceHolder, DeviceRequest } from './device-facts.ts';
import { availableDeviceCommands, DEVICE_MACHINE, type DeviceCommand, type DeviceStatus } from './device-machine.ts';
import { DEVICE_RULES } from './device-rules.ts';

const it = { userId: 'it', personId: 'it-person' };
const annaActs = { userId: 'anna-user', personId: 'anna-person' };
const anna: DeviceHolder = { employeeId: 'anna', personId: 'anna-person', companyId: 'company', isEmployed: true };
const bert: DeviceHolder = { ...anna, employeeId: 'bert', personId: 'bert-person' };
const laptop: DeviceFacts = {
  status: 'IN_STOCK',
  previousStatus: null,
  companyId: 'company',
  assignment: null,
  wipeProof: 'CERT-1',
  isInspected: true,
};
const today = day('2026-03-10');
const by = (request: Partial<DeviceRequest> = {}): DeviceRequest => ({ actor: it, today, ...request });
const held = (status: DeviceStatus, kind: 'RESERVATION' | 'USE' | 'LOAN', holder = anna): DeviceFacts => ({
  ...laptop,
  status,
  assignment: { id: 'open', kind, holder },
});

/** The device after a command, with its assignment as the command would write it. */
function after(device: DeviceFacts, changes: DeviceChanges, holders: readonly DeviceHolder[]): DeviceFacts {
  const { begin, endId } = changes.assignment;
  const holder = holders.find(({ employeeId }) => employeeId === begin?.employeeId);
  const begun = begin && holder ? { id: 'open', kind: begin.kind, holder } : null;
  const kept = device.assignment !== null && endId !== device.assignment.id ? device.assignment : null;
  return {
    ...device,
    status: changes.status,
    previousStatus: changes.previousStatus,
    wipeProof: changes.wipeProof,
    isInspected: changes.isInspected,
    assignment: begun ?? kept,
  };
}

test('a laptop goes out, is accepted, comes back, is wiped and leaves', () => {
  const steps: readonly (readonly [DeviceCommand, DeviceRequest, DeviceStatus, string | null])[] = [
    ['receive', by(), 'RECEIVED', null],
    ['stock', by(), 'IN_STOCK', null],
    ['reserve', by({ holder: anna }), 'RESERVED', null],
    ['checkOut', by({ holder: anna }), 'AWAITING_ACCEPTANCE', 'anna'],
    ['acceptCheckOut', by({ actor: annaActs }), 'IN_USE', 'anna'],
    ['sendToRepair', by(), 'IN_REPAIR', 'anna'],
    ['returnFromRepair', by(), 'IN_USE', 'anna'],
    ['markReturnDue', by(), 'RETURN_DUE', 'anna'],
    ['returnDevice', by(), 'QUARANTINE', null],
    ['wipe', by({ wipeProof: 'CERT-2' }), 'QUARANTINE', null],
    ['inspect', by(), 'QUARANTINE', null],
    ['passQuarantine', by(), 'IN_STOCK', null],
    ['retire', by({ reason: 'Old' }), 'RETIRED', null],
    ['dispose', by({ disposal: 'DONATED' }), 'DONATED', null],
  ];
  let device: DeviceFacts = { ...laptop, status: 'ORDERED' };
  for (const [command, request, status, holderId] of steps) {
    const result = decideDevice(command, device, request);
    if (!result.ok) throw new Error(`${command}: ${JSON.stringify(result.rejections)}`);
    expect([command, result.value.status, result.value.holderId]).toEqual([command, status, holderId]);
    device = after(device, result.value, [anna]);
  }
  expect(device.wipeProof).toBe('CERT-2');
});

test('a declined device goes back to stock and nobody holds it', () => {
  const result = decideDevice(
    'declineCheckOut',
    held('AWAITING_ACCEPTANCE', 'USE'),
    by({ actor: annaActs, reason: 'Scratched' }),
  );
  expect(result).toMatchObject({ value: { status: 'IN_STOCK', holderId: null, assignment: { endId: 'open' } } });
});

test('who uses a device may lend it on, and the borrower may keep it', () => {
  const lent = decideDevice('lend', held('IN_USE', 'USE'), by({ holder: bert, dueOn: today }));
  expect(lent).toMatchObject({
    value: {
      status: 'ON_LOAN',
      holderId: 'bert',
      assignment: { endId: 'open', begin: { employeeId: 'bert', kind: 'LOAN', dueOn: today, isAccepted: true } },
    },
  });
  const kept = decideDevice('checkOut', held('ON_LOAN', 'LOAN', bert), by({ holder: bert }));
  expect(kept).toMatchObject({
    value: { status: 'IN_USE', holderId: 'bert', assignment: { begin: { isAccepted: true } } },
  });
});

test('a holder who is asked for a device in repair has it to give back, and one who has left never sees it again', () => {
  const repaired: DeviceFacts = { ...held('IN_REPAIR', 'USE'), previousStatus: 'IN_USE' };
  const asked = decideDevice('markReturnDue', repaired, by());
  expect(asked).toMatchObject({ value: { status: 'IN_REPAIR', previousStatus: 'RETURN_DUE', holderId: 'anna' } });
  expect(decideDevice('returnFromRepair', { ...repaired, previousStatus: 'RETURN_DUE' }, by())).toMatchObject({
    value: { status: 'RETURN_DUE', previousStatus: null, holderId: 'anna', assignment: { endId: null } },
  });
  const left = held('IN_REPAIR', 'USE', { ...anna, isEmployed: false });
  expect(decideDevice('returnFromRepair', { ...left, previousStatus: 'RETURN_DUE' }, by())).toMatchObject({
    value: { status: 'QUARANTINE', previousStatus: null, holderId: null, assignment: { endId: 'open' } },
  });
});

test('an earlier wipe and inspection prove nothing once someone has had the device', () => {
  const nothing = { wipeProof: null, isInspected: false };
  expect(decideDevice('checkOut', laptop, by({ holder: anna }))).toMatchObject({ value: nothing });
  expect(decideDevice('recoverDevice', { ...laptop, status: 'LOST' }, by())).toMatchObject({ value: nothing });
});

const rows: readonly (readonly [string, DeviceCommand, DeviceFacts, DeviceRequest])[] = [
  ['HOLDER_MISSING', 'checkOut', laptop, by()],
  ['HOLDER_OF_OTHER_COMPANY', 'checkOut', laptop, by({ holder: { ...anna, companyId: 'other' } })],
  ['HOLDER_NOT_EMPLOYED', 'reserve', laptop, by({ holder: { ...anna, isEmployed: false } })],
  ['RESERVED_FOR_ANOTHER', 'checkOut', held('RESERVED', 'RESERVATION'), by({ holder: bert })],
  ['LENT_TO_ANOTHER', 'checkOut', held('ON_LOAN', 'LOAN'), by({ holder: bert })],
  ['ACTOR_IS_NOT_HOLDER', 'acceptCheckOut', held('AWAITING_ACCEPTANCE', 'USE'), by()],
  ['ACTOR_IS_NOT_HOLDER', 'declineCheckOut', held('AWAITING_ACCEPTANCE', 'USE'), by({ reason: 'No' })],
  ['ASSIGNMENT_STILL_OPEN', 'checkOut', held('IN_STOCK', 'USE'), by({ holder: bert })],
  ['NOBODY_HAS_IT', 'markReturnDue', { ...laptop, status: 'IN_REPAIR', previousStatus: 'IN_STOCK' }, by()],
  ['DUE_DATE_MISSING', 'lend', laptop, by({ holder: anna })],
  ['DUE_DATE_PAST', 'lend', laptop, by({ holder: anna, dueOn: day('2026-03-09') })],
  ['DUE_DATE_PAST', 'markReturnDue', held('IN_USE', 'USE'), by({ dueOn: day('2026-03-09') })],
  ['NOT_WIPED', 'passQuarantine', { ...laptop, status: 'QUARANTINE', wipeProof: null }, by()],
  ['NOT_INSPECTED', 'passQuarantine', { ...laptop, status: 'QUARANTINE', isInspected: false }, by()],
  ['WIPE_PROOF_MISSING', 'wipe', { ...laptop, status: 'QUARANTINE' }, by({ wipeProof: ' ' })],
  ['WIPE_PROOF_MISSING', 'dispose', { ...laptop, status: 'RETIRED', wipeProof: null }, by({ disposal: 'SOLD' })],
  ['DISPOSAL_UNKNOWN', 'dispose', { ...laptop, status: 'RETIRED' }, by()],
  ['DISPOSAL_UNKNOWN', 'dispose', { ...laptop, status: 'RETIRED' }, by({ disposal: 'LOST' })],
  ['STATE_BEFORE_REPAIR_UNKNOWN', 'returnFromRepair', { ...laptop, status: 'IN_REPAIR' }, by()],
  ['REASON_MISSING', 'reportLost', laptop, by()],
  ['NOT_ALLOWED_IN_STATE', 'checkOut', held('IN_USE', 'USE'), by({ holder: bert })],
  ['NOT_ALLOWED_IN_STATE', 'returnFromRepair', { ...laptop, status: 'IN_REPAIR', previousStatus: 'SOLD' }, by()],
];

describe('a command is refused', () => {
  test.each(rows)('%s: %s', (code, command, device, request) => {
    expect(rejectionsOf(decideDevice(command, device, request)).map((rejection) => rejection.code)).toEqual([code]);
  });
  test('with a row for each rule', () => {
    expect(DEVICE_RULES.filter(({ code }) => !rows.some(([name]) => name === code))).toEqual([]);
  });
});

test('whatever is tried, a device keeps to its table and has its holder exactly while someone has it', () => {
  const commands = [...new Set(DEVICE_MACHINE.transitions.map(({ event }) => event))];
  const request = fc.record({
    actor: fc.constantFrom(it, annaActs),
    today: fc.constant(today),
    holder: fc.constantFrom(anna, bert, null),
    dueOn: fc.constantFrom(today, null),
    wipeProof: fc.constantFrom('CERT', null),
    disposal: fc.constantFrom<DeviceStatus | null>('SOLD', 'DESTROYED', null),
    reason: fc.constantFrom('Because', ''),
  });
  const withHolder = new Set<DeviceStatus>(['AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN', 'RETURN_DUE']);
  const withoutHolder = new Set<DeviceStatus>([
    'ORDERED',
    'RECEIVED',
    'IN_STOCK',
    'QUARANTINE',
    'LOST',
    'STOLEN',
    'RETIRED',
  ]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...commands), request), { maxLength: 60 }), (steps) => {
      let device: DeviceFacts = { ...laptop, status: 'ORDERED' };
      for (const [command, asked] of steps) {
        const result = decideDevice(command, device, asked);
        if (!result.ok) continue;
        expect(availableDeviceCommands(device)).toContain(command);
        device = after(device, result.value, [anna, bert]);
        if (withHolder.has(device.status)) expect(result.value.holderId).toBe(device.assignment?.holder.employeeId);
        if (withoutHolder.has(device.status)) expect([result.value.holderId, device.assignment]).toEqual([null, null]);
        if (device.status === 'SOLD' || device.status === 'DESTROYED') expect(device.wipeProof).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
