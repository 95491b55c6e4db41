import { command } from '../command.ts';
import type { DeviceDisposal } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

const leaves = {
  en: 'How it leaves',
  sv: 'Hur den lämnar',
  de: 'Art des Abgangs',
  hu: 'Kivezetés módja',
  sl: 'Način odtujitve',
};

export const disposeOfDevice = command('disposeOfDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('dispose'),
  versioned: true,
  title: {
    en: 'Dispose of',
    sv: 'Avyttra',
    de: 'Abgang erfassen',
    hu: 'Kivezetés',
    sl: 'Odtuji',
  },
  description: 'Notes how a retired device left: sold, donated or destroyed. Its data must be proved to be wiped.',
  confirmation: {
    en: 'The device leaves the company for good. This cannot be undone.',
    sv: 'Enheten lämnar företaget för gott. Det går inte att ångra.',
    de: 'Das Gerät verlässt das Unternehmen endgültig. Das lässt sich nicht rückgängig machen.',
    hu: 'Az eszköz végleg elhagyja a vállalatot. Ez nem vonható vissza.',
    sl: 'Naprava dokončno zapusti podjetje. Tega ni mogoče razveljaviti.',
  },
  destructive: true,
  input: {
    deviceId: deviceInput.device,
    disposal: input.choice('DeviceDisposal', 'How the device leaves.', { label: leaves }),
    wipeProof: optional(deviceInput.wipeProof),
    reason: optional(deviceInput.reason('To whom it went, or who destroyed it.')),
  },
  run: ({ deviceId, disposal, ...move }, context) =>
    moveDevice('dispose', deviceId, { ...move, disposal: disposal as DeviceDisposal }, context),
});
