/** The steps of a pay run, in their order. */
export const STEPS = ['calculate', 'review', 'approve', 'finalize', 'pay'] as const;
export type StepKey = (typeof STEPS)[number];

/** `stopped` is a step that is never taken: the run was thrown away. */
export type StepState = 'done' | 'now' | 'later' | 'stopped';

/** A run as far as its next step goes. */
export interface RunFacts {
  readonly status: string;
  readonly employeeCount: number;
  readonly preparedById: string | null;
  /** What the graph lets this viewer do with the run now. */
  readonly actions: readonly string[];
  readonly viewerId: string;
  /** Where the last batch of payments for the run stands; null without one. */
  readonly batchStatus: string | null;
}

/** Whom a run waits for: the viewer, somebody who has not prepared it, payroll, or its batch of payments. */
export type WaitsFor = 'you' | 'another' | 'payroll' | 'batch';

export interface NextStep {
  readonly step: StepKey;
  /** Command that takes it; null where the viewer does not. */
  readonly action: string | null;
  readonly waitsFor: WaitsFor;
}

/** How many steps are done in each state. */
const DONE: Readonly<Record<string, number>> = {
  DRAFT: 0,
  CALCULATED: 1,
  REVIEWED: 2,
  APPROVED: 3,
  FINALIZED: 4,
  PAID: 5,
};

const COMMANDS: Readonly<Record<StepKey, string>> = {
  calculate: 'calculatePayRun',
  review: 'reviewPayRun',
  approve: 'approvePayRun',
  finalize: 'finalizePayRun',
  pay: 'payPayRun',
};

export function stateOf(step: StepKey, status: string): StepState {
  const done = DONE[status];
  if (done === undefined) return 'stopped';
  const place = STEPS.indexOf(step);
  if (place < done) return 'done';
  return place === done ? 'now' : 'later';
}

/** What is to be done next, and by whom; null where nothing is left to do. */
export function nextStep(run: RunFacts): NextStep | null {
  const step = STEPS.find((each) => stateOf(each, run.status) === 'now');
  if (!step) return null;
  // A run that pays nobody is not passed on: it is mended, and calculated again.
  const isEmpty = step === 'review' && run.employeeCount === 0;
  if (step === 'pay' && isUnderWay(run.batchStatus)) return { step, action: null, waitsFor: 'batch' };
  const isBooked = step === 'pay' && run.batchStatus === 'CONFIRMED';
  const command = isEmpty ? COMMANDS.calculate : isBooked ? 'recordPayRunPaid' : COMMANDS[step];
  if (!run.actions.includes(command)) return { step, action: null, waitsFor: 'payroll' };
  if (step === 'approve' && run.preparedById === run.viewerId) return { step, action: null, waitsFor: 'another' };
  return { step, action: command, waitsFor: 'you' };
}

const isUnderWay = (status: string | null): boolean =>
  status !== null && ['DRAFT', 'SUBMITTED', 'APPROVED', 'EXPORTED'].includes(status);

/** What else can be done with the run now: all that the graph offers but the next step, and what would be refused. */
export function otherActions(run: RunFacts, next: NextStep | null): readonly string[] {
  return run.actions.filter((name) => {
    if (name === next?.action) return false;
    return !(name === COMMANDS.approve && next?.waitsFor === 'another');
  });
}
