import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const sendDeviceToRepair = command('sendDeviceToRepair', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('sendToRepair'),
  versioned: true,
  title: {
    en: 'Send to repair',
    sv: 'Skicka på reparation',
    de: 'Zur Reparatur geben',
    hu: 'Javításra küldés',
    sl: 'Pošlji v popravilo',
  },
  description: 'Notes that a repairer has the device. Its holder stays its holder.',
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('sendToRepair', deviceId, {}, context),
});
