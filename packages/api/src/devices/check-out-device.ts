import { command } from '../command.ts';
import { optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const checkOutDevice = command('checkOutDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('checkOut'),
  versioned: true,
  title: {
    en: 'Check out',
    sv: 'Lämna ut',
    de: 'Ausgeben',
    hu: 'Kiadás',
    sl: 'Izdaj',
  },
  description: 'Hands a device to an employee, who then accepts or declines it; a borrower keeps what was lent.',
  input: {
    deviceId: deviceInput.device,
    employeeId: deviceInput.employee('Employee who gets the device.'),
    note: optional(deviceInput.note('What was handed out with it, and its condition.')),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('checkOut', deviceId, move, context),
});
