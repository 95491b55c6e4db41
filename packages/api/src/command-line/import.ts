import { addDeviceModels } from './import-device-models.ts';
import { addEmployees } from './import-employees.ts';
import { addSie } from './import-sie.ts';
import type { Register } from './session.ts';

/** One file for each thing that can be imported; each adds its command to the group. */
export const register: Register = (program) => {
  const group = program.command('import').description('bring data in from files');
  addDeviceModels(group);
  addEmployees(group);
  addSie(group);
};
