import { command } from '../command.ts';
import { optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const callInDevice = command('callInDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('markReturnDue'),
  versioned: true,
  title: {
    en: 'Call in',
    sv: 'Begär tillbaka',
    de: 'Zurückfordern',
    hu: 'Visszakérés',
    sl: 'Zahtevaj vračilo',
  },
  description: 'Asks the holder to give the device back.',
  confirmation: {
    en: 'The holder is to give the device back.',
    sv: 'Innehavaren ska lämna tillbaka enheten.',
    de: 'Der Inhaber soll das Gerät zurückgeben.',
    hu: 'A birtokosnak vissza kell adnia az eszközt.',
    sl: 'Imetnik mora napravo vrniti.',
  },
  input: {
    deviceId: deviceInput.device,
    dueOn: optional(deviceInput.dueOn),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('markReturnDue', deviceId, move, context),
});
