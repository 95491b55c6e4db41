import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const recoverDevice = command('recoverDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('recoverDevice'),
  versioned: true,
  title: {
    en: 'Found again',
    sv: 'Återfunnen',
    de: 'Wiedergefunden',
    hu: 'Megkerült',
    sl: 'Najdeno',
  },
  description: 'Notes that a lost or stolen device is back; it waits in quarantine to be wiped and inspected.',
  confirmation: {
    en: 'The device is back and goes to quarantine.',
    sv: 'Enheten är tillbaka och går till karantän.',
    de: 'Das Gerät ist wieder da und kommt in Quarantäne.',
    hu: 'Az eszköz előkerült, és karanténba kerül.',
    sl: 'Naprava je spet tu in gre v karanteno.',
  },
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('recoverDevice', deviceId, {}, context),
});
