import type { StateMachine } from '../state-machine.ts';

/** Where an absence stands. */
export type AbsenceStatus = 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'CANCELLED';

/** What is done with an absence. */
export type AbsenceEvent = 'approve' | 'reject' | 'cancel';

/** The life of an absence. What needs nobody's leave, or was recorded, begins as approved. */
export const ABSENCE_MACHINE: StateMachine<AbsenceStatus, AbsenceEvent> = {
  initial: 'REQUESTED',
  transitions: [
    { from: 'REQUESTED', event: 'approve', to: 'APPROVED' },
    { from: 'REQUESTED', event: 'reject', to: 'REJECTED' },
    { from: 'REQUESTED', event: 'cancel', to: 'CANCELLED' },
    { from: 'APPROVED', event: 'cancel', to: 'CANCELLED' },
  ],
};
