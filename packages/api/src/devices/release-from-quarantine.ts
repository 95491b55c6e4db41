import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const releaseFromQuarantine = command('releaseFromQuarantine', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('passQuarantine'),
  versioned: true,
  title: {
    en: 'Release from quarantine',
    sv: 'Släpp från karantän',
    de: 'Aus der Quarantäne entlassen',
    hu: 'Kiengedés a karanténból',
    sl: 'Sprosti iz karantene',
  },
  description: 'Puts a device back into the store once it is wiped and inspected.',
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('passQuarantine', deviceId, {}, context),
});
