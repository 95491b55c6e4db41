import { command } from '../command.ts';
import { optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const lendDevice = command('lendDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('lend'),
  versioned: true,
  title: {
    en: 'Lend',
    sv: 'Låna ut',
    de: 'Verleihen',
    hu: 'Kölcsönadás',
    sl: 'Posodi',
  },
  description: 'Lends a device to an employee until a day. Whoever had it has it no more.',
  input: {
    deviceId: deviceInput.device,
    employeeId: deviceInput.employee('Employee who borrows the device.'),
    dueOn: deviceInput.dueOn,
    note: optional(deviceInput.note('What was lent with it, and its condition.')),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('lend', deviceId, move, context),
});
