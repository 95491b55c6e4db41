import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const receiveDevice = command('receiveDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('receive'),
  versioned: true,
  title: {
    en: 'Receive',
    sv: 'Ta emot',
    de: 'Empfangen',
    hu: 'Beérkeztetés',
    sl: 'Prejmi',
  },
  description: 'Notes that an ordered device has arrived.',
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('receive', deviceId, {}, context),
});
