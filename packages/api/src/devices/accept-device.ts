import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const acceptDevice = command('acceptDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('acceptCheckOut'),
  versioned: true,
  title: {
    en: 'Accept',
    sv: 'Godkänn mottagandet',
    de: 'Annehmen',
    hu: 'Átvétel elfogadása',
    sl: 'Sprejmi',
  },
  description: 'Confirms that you have the device and that it is in order. Only its holder can.',
  confirmation: {
    en: 'Do you have the device, and is it in order?',
    sv: 'Har du fått enheten, och är den i ordning?',
    de: 'Haben Sie das Gerät, und ist es in Ordnung?',
    hu: 'Megkapta az eszközt, és rendben van?',
    sl: 'Ste napravo prejeli in je v redu?',
  },
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('acceptCheckOut', deviceId, {}, context),
});
