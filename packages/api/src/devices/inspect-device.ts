import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const inspectDevice = command('inspectDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('inspect'),
  versioned: true,
  title: {
    en: 'Record inspection',
    sv: 'Registrera kontroll',
    de: 'Prüfung erfassen',
    hu: 'Ellenőrzés rögzítése',
    sl: 'Zabeleži pregled',
  },
  description: 'Records that the device was inspected and is fit to be handed out.',
  confirmation: {
    en: 'Was the device inspected, and is it fit to be handed out?',
    sv: 'Har enheten kontrollerats, och kan den lämnas ut?',
    de: 'Wurde das Gerät geprüft, und kann es ausgegeben werden?',
    hu: 'Ellenőrizték az eszközt, és kiadható?',
    sl: 'Je bila naprava pregledana in jo je mogoče izdati?',
  },
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('inspect', deviceId, {}, context),
});
