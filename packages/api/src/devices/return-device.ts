import { command } from '../command.ts';
import { optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const returnDevice = command('returnDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('returnDevice'),
  versioned: true,
  title: {
    en: 'Take back',
    sv: 'Ta tillbaka',
    de: 'Zurücknehmen',
    hu: 'Visszavétel',
    sl: 'Prevzemi nazaj',
  },
  description: 'Takes a device back from its holder; it waits in quarantine to be wiped and inspected.',
  confirmation: {
    en: 'Its holder has it no more, and it goes to quarantine.',
    sv: 'Innehavaren har den inte längre, och den går till karantän.',
    de: 'Der Inhaber hat es nicht mehr, und es kommt in Quarantäne.',
    hu: 'A birtokosnál nincs többé, és karanténba kerül.',
    sl: 'Imetnik je nima več in gre v karanteno.',
  },
  input: {
    deviceId: deviceInput.device,
    note: optional(deviceInput.note('Condition in which it came back, and what is missing.')),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('returnDevice', deviceId, move, context),
});
