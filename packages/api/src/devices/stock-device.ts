import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const stockDevice = command('stockDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('stock'),
  versioned: true,
  title: {
    en: 'Put in stock',
    sv: 'Lägg i lager',
    de: 'Einlagern',
    hu: 'Raktárba helyezés',
    sl: 'Daj na zalogo',
  },
  description: 'Puts a device that has arrived into the store, ready to be handed out.',
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('stock', deviceId, {}, context),
});
