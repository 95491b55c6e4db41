import { input } from '../write/input.ts';

/** Inputs that several commands on a device take. */
export const deviceInput = {
  device: input.id('Device', 'The device.'),
  employee: (description: string) => input.id('Employee', description),
  /** Kept in the audit log, and at the assignment that it ends. */
  reason: (description: string) => input.text(description),
  note: (description: string) => input.text(description),
  dueOn: input.date('Day by which the device must be back.'),
  wipeProof: input.text('Certificate or record that proves the wipe, such as its number.'),
};
