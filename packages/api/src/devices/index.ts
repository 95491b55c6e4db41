/** What other domains may use of the devices. */
export {
  type DeviceModelImport,
  type DeviceModelImportOptions,
  importDeviceModels,
  shippedDeviceModels,
} from './import-device-models.ts';
export { markReturnDue, type OpenDevice, openDevicesOf } from './open-devices.ts';
export { undoDeviceModels } from './undo-device-models.ts';
