import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const reportDeviceStolen = command('reportDeviceStolen', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('reportStolen'),
  versioned: true,
  title: {
    en: 'Report stolen',
    sv: 'Anmäl stulen',
    de: 'Diebstahl melden',
    hu: 'Lopás bejelentése',
    sl: 'Prijavi krajo',
  },
  description: 'Notes that the device was taken. Its holder has it no more.',
  confirmation: {
    en: 'The device counts as stolen, and nobody has it any more.',
    sv: 'Enheten räknas som stulen, och ingen har den längre.',
    de: 'Das Gerät gilt als gestohlen, und niemand hat es mehr.',
    hu: 'Az eszköz ellopottnak számít, és senkinél sincs többé.',
    sl: 'Naprava velja za ukradeno in je nima nihče več.',
  },
  destructive: true,
  input: {
    deviceId: deviceInput.device,
    reason: deviceInput.reason('What happened, and the number of the report to the police.'),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('reportStolen', deviceId, move, context),
});
