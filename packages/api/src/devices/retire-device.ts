import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const retireDevice = command('retireDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('retire'),
  versioned: true,
  title: {
    en: 'Retire',
    sv: 'Ta ur bruk',
    de: 'Ausmustern',
    hu: 'Selejtezés',
    sl: 'Izloči iz uporabe',
  },
  description: 'Takes a device in the store out of service for good.',
  confirmation: {
    en: 'The device cannot be handed out any more.',
    sv: 'Enheten kan inte längre lämnas ut.',
    de: 'Das Gerät kann nicht mehr ausgegeben werden.',
    hu: 'Az eszköz többé nem adható ki.',
    sl: 'Naprave ni več mogoče izdati.',
  },
  destructive: true,
  input: {
    deviceId: deviceInput.device,
    reason: deviceInput.reason('Why the device is no longer of use.'),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('retire', deviceId, move, context),
});
