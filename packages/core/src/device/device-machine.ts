import { eventsOf, type StateMachine, type Transition } from '../state-machine.ts';

/** Where a device stands in its life. */
export type DeviceStatus =
  | 'ORDERED'
  | 'RECEIVED'
  | 'IN_STOCK'
  | 'RESERVED'
  | 'AWAITING_ACCEPTANCE'
  | 'IN_USE'
  | 'ON_LOAN'
  | 'IN_REPAIR'
  | 'RETURN_DUE'
  | 'QUARANTINE'
  | 'LOST'
  | 'STOLEN'
  | 'RETIRED'
  | 'SOLD'
  | 'DONATED'
  | 'DESTROYED'
  | 'WRITTEN_OFF';

/** What can be done with a device. */
export type DeviceCommand =
  | 'receive'
  | 'stock'
  | 'reserve'
  | 'releaseReservation'
  | 'checkOut'
  | 'acceptCheckOut'
  | 'declineCheckOut'
  | 'lend'
  | 'markReturnDue'
  | 'returnDevice'
  | 'wipe'
  | 'inspect'
  | 'passQuarantine'
  | 'sendToRepair'
  | 'returnFromRepair'
  | 'reportLost'
  | 'reportStolen'
  | 'recoverDevice'
  | 'writeOff'
  | 'retire'
  | 'dispose';

/** States in which a device can go missing: all but those that end its life. */
const PRESENT: readonly DeviceStatus[] = [
  'ORDERED',
  'RECEIVED',
  'IN_STOCK',
  'RESERVED',
  'AWAITING_ACCEPTANCE',
  'IN_USE',
  'ON_LOAN',
  'IN_REPAIR',
  'RETURN_DUE',
  'QUARANTINE',
  'RETIRED',
];

/** States from which a device goes to a repairer, and to which it comes back. */
const REPAIRABLE: readonly DeviceStatus[] = ['IN_STOCK', 'IN_USE', 'ON_LOAN', 'RETURN_DUE', 'QUARANTINE'];

const arrows = (
  from: readonly DeviceStatus[],
  event: DeviceCommand,
  to: DeviceStatus,
): readonly Transition<DeviceStatus, DeviceCommand>[] => from.map((state) => ({ from: state, event, to }));

/** The life of a device. */
export const DEVICE_MACHINE: StateMachine<DeviceStatus, DeviceCommand> = {
  initial: 'ORDERED',
  transitions: [
    ...arrows(['ORDERED'], 'receive', 'RECEIVED'),
    ...arrows(['RECEIVED'], 'stock', 'IN_STOCK'),
    ...arrows(['IN_STOCK'], 'reserve', 'RESERVED'),
    ...arrows(['RESERVED'], 'releaseReservation', 'IN_STOCK'),
    ...arrows(['IN_STOCK', 'RESERVED'], 'checkOut', 'AWAITING_ACCEPTANCE'),
    ...arrows(['AWAITING_ACCEPTANCE'], 'acceptCheckOut', 'IN_USE'),
    ...arrows(['AWAITING_ACCEPTANCE'], 'declineCheckOut', 'IN_STOCK'),
    ...arrows(['IN_STOCK', 'RESERVED', 'IN_USE'], 'lend', 'ON_LOAN'),
    ...arrows(['ON_LOAN'], 'checkOut', 'IN_USE'),
    ...arrows(['AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN'], 'markReturnDue', 'RETURN_DUE'),
    ...arrows(['IN_REPAIR'], 'markReturnDue', 'IN_REPAIR'),
    ...arrows(['AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN', 'RETURN_DUE'], 'returnDevice', 'QUARANTINE'),
    ...arrows(['QUARANTINE'], 'wipe', 'QUARANTINE'),
    ...arrows(['RETIRED'], 'wipe', 'RETIRED'),
    ...arrows(['QUARANTINE'], 'inspect', 'QUARANTINE'),
    ...arrows(['QUARANTINE'], 'passQuarantine', 'IN_STOCK'),
    ...arrows(REPAIRABLE, 'sendToRepair', 'IN_REPAIR'),
    ...REPAIRABLE.flatMap((state) => arrows(['IN_REPAIR'], 'returnFromRepair', state)),
    ...arrows([...PRESENT, 'STOLEN'], 'reportLost', 'LOST'),
    ...arrows([...PRESENT, 'LOST'], 'reportStolen', 'STOLEN'),
    ...arrows(['LOST', 'STOLEN'], 'recoverDevice', 'QUARANTINE'),
    ...arrows(['LOST', 'STOLEN'], 'writeOff', 'WRITTEN_OFF'),
    ...arrows(['IN_STOCK'], 'retire', 'RETIRED'),
    ...arrows(['RETIRED'], 'dispose', 'SOLD'),
    ...arrows(['RETIRED'], 'dispose', 'DONATED'),
    ...arrows(['RETIRED'], 'dispose', 'DESTROYED'),
  ],
};

/**
 * The commands that the state of a device allows, for buttons. Whether this actor may run one, and
 * with this input, `decideDevice` says.
 */
export function availableDeviceCommands(device: { readonly status: DeviceStatus }): readonly DeviceCommand[] {
  return eventsOf(DEVICE_MACHINE, device.status);
}
