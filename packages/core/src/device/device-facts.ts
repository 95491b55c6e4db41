import type { CalendarDate } from '../date/calendar-date.ts';
import type { Actor } from '../employment/actor.ts';
import type { DeviceStatus } from './device-machine.ts';

/** Why someone has a device: kept for them, theirs to use, or lent until a day. */
export type DeviceAssignmentKind = 'RESERVATION' | 'USE' | 'LOAN';

/** An employee who has a device, or shall have it. */
export interface DeviceHolder {
  readonly employeeId: string;
  readonly personId: string;
  readonly companyId: string;
  /** Whether the employment is neither ended nor cancelled. */
  readonly isEmployed: boolean;
}

/** A device and its one open assignment. */
export interface DeviceFacts {
  readonly status: DeviceStatus;
  /** Where it stood before repair; null elsewhere. */
  readonly previousStatus: DeviceStatus | null;
  readonly companyId: string;
  /** The assignment that is open; null: nobody has it. */
  readonly assignment: {
    readonly id: string;
    readonly kind: DeviceAssignmentKind;
    readonly holder: DeviceHolder;
  } | null;
  /** Certificate or record of the last wipe; null where there is none since someone had it. */
  readonly wipeProof: string | null;
  /** Whether it was inspected since someone had it. */
  readonly isInspected: boolean;
}

/** Input of a command. Each command reads what it needs; what is missing is a named rejection. */
export interface DeviceRequest {
  readonly actor: Actor;
  /** Today in the company's time zone. */
  readonly today: CalendarDate;
  /** reserve, checkOut, lend: who gets it. */
  readonly holder?: DeviceHolder | null;
  /** lend, markReturnDue: the day by which it must be back. */
  readonly dueOn?: CalendarDate | null;
  /** wipe, dispose: certificate or record of the wipe. */
  readonly wipeProof?: string | null;
  /** dispose: how it leaves. */
  readonly disposal?: DeviceStatus | null;
  /** declineCheckOut, reportLost, reportStolen, writeOff, retire: why. */
  readonly reason?: string | null;
}
