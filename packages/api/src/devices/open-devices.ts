import type { DeviceCommand } from '@kontor/core';
import type { CommandContext } from '../command.ts';
import type { DeviceAssignmentKind, DeviceStatus } from '../generated/prisma/enums.ts';
import { Refused, type Transaction } from '../write/operation.ts';
import { moveDevice } from './move-device.ts';

/** A device that an employee has, or that is kept for them. */
export interface OpenDevice {
  readonly deviceId: string;
  readonly assetTag: string;
  readonly status: DeviceStatus;
  readonly kind: DeviceAssignmentKind;
  /** Day by which it must be back, `YYYY-MM-DD`; null while none is set. */
  readonly dueOn: string | null;
}

/** Every device that an employee has or that is kept for them, by asset tag. */
export async function openDevicesOf(tx: Transaction, employeeId: string): Promise<readonly OpenDevice[]> {
  const open = await tx.deviceAssignment.findMany({
    where: { employeeId, endAt: null },
    include: { device: true },
    orderBy: { device: { assetTag: 'asc' } },
  });
  return open.map(({ device, kind, dueOn }) => ({
    deviceId: device.id,
    assetTag: device.assetTag,
    status: device.status,
    kind,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
  }));
}

/** What to do with a device of somebody who leaves; what is in no row here stays as it is. */
const onLeaving: Readonly<Partial<Record<DeviceStatus, DeviceCommand>>> = {
  RESERVED: 'releaseReservation',
  AWAITING_ACCEPTANCE: 'markReturnDue',
  IN_USE: 'markReturnDue',
  ON_LOAN: 'markReturnDue',
  IN_REPAIR: 'markReturnDue',
};

/**
 * Asks for every device back that an employee has, and ends what is kept for them, within the command of another
 * domain; the caller holds the lock on the employee, so that nothing is handed out meanwhile. Answers what is still
 * with the employee: also what a repairer has, which is due for return once it is back, and goes to quarantine if the
 * employee has left by then.
 * Throws `Refused` for a day that is over.
 */
export async function markReturnDue(
  employeeId: string,
  dueOn: string | null,
  context: CommandContext,
): Promise<readonly OpenDevice[]> {
  const { tx } = context;
  await tx.$queryRaw`
    select d.id::text from device d
    where d.id in (select a.device_id from device_assignment a where a.employee_id = ${employeeId}::uuid and a.end_at is null)
    order by d.id for no key update`;
  for (const { deviceId, status } of await openDevicesOf(tx, employeeId)) {
    const event = onLeaving[status];
    const outcome = event && (await moveDevice(event, deviceId, { dueOn }, context));
    if (outcome && 'refusals' in outcome) throw new Refused(outcome.refusals);
  }
  return openDevicesOf(tx, employeeId);
}
