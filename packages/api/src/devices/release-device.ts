import { command } from '../command.ts';
import { deviceInput } from './device-input.ts';
import { moveDevice, statesFor } from './move-device.ts';

export const releaseDevice = command('releaseDevice', {
  entity: 'Device',
  record: 'deviceId',
  states: statesFor('releaseReservation'),
  versioned: true,
  title: {
    en: 'Release reservation',
    sv: 'Släpp reservationen',
    de: 'Reservierung aufheben',
    hu: 'Foglalás feloldása',
    sl: 'Sprosti rezervacijo',
  },
  description: 'Ends a reservation: the device may be handed to anybody again.',
  confirmation: {
    en: 'End the reservation? The device may then go to somebody else.',
    sv: 'Avsluta reservationen? Enheten kan då gå till någon annan.',
    de: 'Die Reservierung aufheben? Das Gerät kann dann an jemand anderen gehen.',
    hu: 'Feloldja a foglalást? Az eszközt ezután más is megkaphatja.',
    sl: 'Sprostim rezervacijo? Napravo lahko nato dobi kdo drug.',
  },
  input: {
    deviceId: deviceInput.device,
  },
  run: ({ deviceId }, context) => moveDevice('releaseReservation', deviceId, {}, context),
});
