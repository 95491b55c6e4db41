import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const returnDeviceFromRepair = command('returnDeviceFromRepair', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('returnFromRepair'),
  versioned: true,
  title: {
    en: 'Back from repair',
    sv: 'Tillbaka från reparation',
    de: 'Zurück aus der Reparatur',
    hu: 'Vissza a javításból',
    sl: 'Vrnjeno iz popravila',
  },
  description: 'Notes that the repairer gave the device back; it stands where it stood before.',
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('returnFromRepair', deviceId, {}, context),
});
