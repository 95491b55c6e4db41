import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const reportDeviceLost = command('reportDeviceLost', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('reportLost'),
  versioned: true,
  title: {
    en: 'Report lost',
    sv: 'Anmäl förlorad',
    de: 'Verlust melden',
    hu: 'Elvesztés bejelentése',
    sl: 'Prijavi izgubo',
  },
  description: 'Notes that nobody knows where the device is. Its holder has it no more.',
  confirmation: {
    en: 'The device counts as lost, and nobody has it any more.',
    sv: 'Enheten räknas som förlorad, och ingen har den längre.',
    de: 'Das Gerät gilt als verloren, und niemand hat es mehr.',
    hu: 'Az eszköz elveszettnek számít, és senkinél sincs többé.',
    sl: 'Naprava velja za izgubljeno in je nima nihče več.',
  },
  destructive: true,
  input: {
    deviceId: deviceInput.device,
    reason: deviceInput.reason('When and where it was last seen.'),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('reportLost', deviceId, move, context),
});
