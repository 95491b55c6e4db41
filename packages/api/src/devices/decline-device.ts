import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const declineDevice = command('declineDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('declineCheckOut'),
  versioned: true,
  title: {
    en: 'Decline',
    sv: 'Avböj',
    de: 'Ablehnen',
    hu: 'Elutasítás',
    sl: 'Zavrni',
  },
  description: 'Refuses a device that was handed to you; it goes back to the store. Only its holder can.',
  confirmation: {
    en: 'The device goes back to the store.',
    sv: 'Enheten går tillbaka till lagret.',
    de: 'Das Gerät geht zurück ins Lager.',
    hu: 'Az eszköz visszakerül a raktárba.',
    sl: 'Naprava se vrne na zalogo.',
  },
  input: {
    deviceId: deviceInput.device,
    reason: deviceInput.reason('Why you do not take the device.'),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('declineCheckOut', deviceId, move, context),
});
