import { type PayRunEvent, payRunStatesFor } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** The states of a run in which something may be done with it, as a command declares them. */
export const runStates = (event: PayRunEvent) => ({ field: 'status', in: payRunStatesFor(event) });

/** A run with what it hangs on. */
export const loadRun = (tx: Transaction, id: string) =>
  tx.payRun.findUniqueOrThrow({
    where: { id },
    include: { company: true, schedule: true, period: true, preparedBy: true },
  });
