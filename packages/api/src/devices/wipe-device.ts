import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const wipeDevice = command('wipeDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('wipe'),
  versioned: true,
  title: {
    en: 'Record wipe',
    sv: 'Registrera radering',
    de: 'Löschung erfassen',
    hu: 'Törlés rögzítése',
    sl: 'Zabeleži izbris',
  },
  description: 'Records that the data on the device were wiped, with the proof.',
  input: {
    deviceId: deviceInput.device,
    wipeProof: deviceInput.wipeProof,
  },
  run: ({ deviceId, ...move }, context) => moveDevice('wipe', deviceId, move, context),
});
