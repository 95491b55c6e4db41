/** What other domains may use of the devices. */
export { markReturnDue, type OpenDevice, openDevicesOf } from './open-devices.ts';
