import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const writeOffDevice = command('writeOffDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('writeOff'),
  versioned: true,
  title: {
    en: 'Write off',
    sv: 'Skriv av',
    de: 'Ausbuchen',
    hu: 'Leírás',
    sl: 'Odpiši',
  },
  description: 'Gives a lost or stolen device up for good.',
  confirmation: {
    en: 'The device is given up for good. This cannot be undone.',
    sv: 'Enheten ges upp för gott. Det går inte att ångra.',
    de: 'Das Gerät wird endgültig aufgegeben. Das lässt sich nicht rückgängig machen.',
    hu: 'Az eszközről végleg lemondanak. Ez nem vonható vissza.',
    sl: 'Naprava se dokončno odpiše. Tega ni mogoče razveljaviti.',
  },
  destructive: true,
  input: {
    deviceId: deviceInput.device,
    reason: deviceInput.reason('Why the device is given up.'),
  },
  run: ({ deviceId, ...move }, context) => moveDevice('writeOff', deviceId, move, context),
});
