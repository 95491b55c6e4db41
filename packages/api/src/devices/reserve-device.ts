import { command } from '../command.ts';
import { optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const reserveDevice = command('reserveDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('reserve'),
  versioned: true,
  title: {
    en: 'Reserve',
    sv: 'Reservera',
    de: 'Reservieren',
    hu: 'Lefoglalás',
    sl: 'Rezerviraj',
  },
  description: 'Keeps a device in the store for an employee; nobody else can be handed it.',
  input: {
    deviceId: deviceInput.device,
    employeeId: deviceInput.employee('Employee for whom the device is kept.'),
    note: optional(deviceInput.note('What the device is kept for.')),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('reserve', deviceId, move, context),
});
