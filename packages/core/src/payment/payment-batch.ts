import { addDays, type CalendarDate } from '../date/calendar-date.ts';
import { type Actor, isPerson, isSameActor } from '../employment/actor.ts';
import { type Decimal, sumDecimal } from '../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll, rejectionsOf } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type StateMachine, transition } from '../state-machine.ts';
import { bankDayFrom, isBankDay } from './bank-day.ts';
import { checkPaymentOrder, type PaymentOrder, type PaymentOrderCode } from './payment-order.ts';

export type PaymentBatchStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'EXPORTED'
  | 'CONFIRMED'
  | 'REJECTED'
  | 'CANCELLED';
export type PaymentBatchEvent = 'change' | 'submit' | 'approve' | 'reject' | 'export' | 'confirm' | 'cancel';

/** The life of a batch of payments. */
export const PAYMENT_BATCH_MACHINE: StateMachine<PaymentBatchStatus, PaymentBatchEvent> = {
  initial: 'DRAFT',
  transitions: [
    { from: 'DRAFT', event: 'change', to: 'DRAFT' },
    { from: 'DRAFT', event: 'submit', to: 'SUBMITTED' },
    { from: 'SUBMITTED', event: 'approve', to: 'APPROVED' },
    { from: 'SUBMITTED', event: 'reject', to: 'REJECTED' },
    { from: 'APPROVED', event: 'export', to: 'EXPORTED' },
    { from: 'EXPORTED', event: 'confirm', to: 'CONFIRMED' },
    { from: 'DRAFT', event: 'cancel', to: 'CANCELLED' },
    { from: 'SUBMITTED', event: 'cancel', to: 'CANCELLED' },
    { from: 'APPROVED', event: 'cancel', to: 'CANCELLED' },
    { from: 'EXPORTED', event: 'cancel', to: 'CANCELLED' },
  ],
};

/** A batch and who does what to it. */
export interface BatchCase {
  readonly status: PaymentBatchStatus;
  readonly preparer: Actor;
  /** People who are paid by the batch; null for payees who are no employees. */
  readonly payees: readonly (string | null)[];
  readonly event: PaymentBatchEvent;
  readonly actor: Actor;
  readonly reason: string | null;
}

/**
 * NOT_ALLOWED_IN_STATE: the table has no arrow. NOT_PREPARER: what somebody prepares is changed and handed in by that person
 * alone. SAME_PERSON: the preparer approves, or takes back what is at the bank. PAYEE_ALONE: the approver is the only one who would be paid.
 * REASON_MISSING: nobody says why.
 */
export type PaymentBatchCode =
  | 'NOT_ALLOWED_IN_STATE'
  | 'TARGET_STATE_NEEDED'
  | 'NOT_PREPARER'
  | 'SAME_PERSON'
  | 'PAYEE_ALONE'
  | 'REASON_MISSING';

const isPreparer = ({ preparer, actor }: BatchCase): boolean => isSameActor(preparer, actor);

/** Who may do what to a batch. Each rule judges alone. */
export const PAYMENT_BATCH_RULES: readonly Rule<BatchCase, PaymentBatchCode>[] = [
  {
    code: 'NOT_PREPARER',
    path: [],
    isBrokenBy: (each) => ['change', 'submit'].includes(each.event) && !isPreparer(each),
    message: 'Only whoever prepares the batch changes it and hands it in: ask them, or prepare another.',
  },
  {
    code: 'SAME_PERSON',
    path: [],
    isBrokenBy: (each) =>
      isPreparer(each) && (each.event === 'approve' || (each.event === 'cancel' && each.status === 'EXPORTED')),
    message: 'Somebody other than the preparer must decide.',
  },
  {
    code: 'PAYEE_ALONE',
    path: [],
    isBrokenBy: ({ event, payees, actor }) =>
      event === 'approve' && payees.length > 0 && payees.every((payee) => payee !== null && isPerson(actor, payee)),
    message: 'You would be the only one paid: somebody else must approve.',
  },
  {
    code: 'REASON_MISSING',
    path: ['reason'],
    isBrokenBy: ({ event, reason }) => ['reject', 'cancel'].includes(event) && isBlank(reason),
    message: 'Say why.',
  },
];

/** What becomes of a batch. */
export function decideBatch(
  batch: BatchCase,
): Result<{ readonly status: PaymentBatchStatus }, Rejection<PaymentBatchCode>> {
  const moved = transition(PAYMENT_BATCH_MACHINE, batch.status, batch.event);
  const faults = [...rejectionsOf(moved), ...checkRules(PAYMENT_BATCH_RULES, batch)];
  if (faults.length > 0 || !moved.ok) return rejectAll(faults);
  return accept({ status: moved.value });
}

/** What a batch holds when it is handed in. */
export interface BatchContent {
  readonly executionOn: CalendarDate;
  /** Of the company. */
  readonly today: CalendarDate;
  readonly orders: readonly PaymentOrder[];
  /** Decimals of each currency in use, by its code. */
  readonly minorUnits: ReadonlyMap<string, number | null>;
}

/**
 * BATCH_EMPTY, BATCH_TOO_LARGE: no payment, or more than one file takes. EXECUTION_PAST, EXECUTION_TOO_FAR: before today, or
 * further ahead than banks keep orders. EXECUTION_NOT_BANK_DAY: banks are closed. END_TO_END_ID_TWICE: two payments of one reference.
 */
export type BatchContentCode =
  | PaymentOrderCode
  | 'BATCH_EMPTY'
  | 'BATCH_TOO_LARGE'
  | 'EXECUTION_PAST'
  | 'EXECUTION_TOO_FAR'
  | 'EXECUTION_NOT_BANK_DAY'
  | 'END_TO_END_ID_TWICE';

/** As many as leave room for their numbers in the identifiers of a file. */
export const PAYMENTS_AT_MOST = 20_000;
const DAYS_AHEAD_AT_MOST = 360;

const hasTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

/** What a batch must be to be handed in, approved and written. Each rule judges alone. */
export const BATCH_CONTENT_RULES: readonly Rule<BatchContent, BatchContentCode>[] = [
  {
    code: 'BATCH_EMPTY',
    path: [],
    isBrokenBy: ({ orders }) => orders.length === 0,
    message: 'Add a payment first.',
  },
  {
    code: 'BATCH_TOO_LARGE',
    path: [],
    isBrokenBy: ({ orders }) => orders.length > PAYMENTS_AT_MOST,
    message: `Split the batch: a file holds ${PAYMENTS_AT_MOST} payments at the most.`,
  },
  {
    code: 'EXECUTION_PAST',
    path: ['executionOn'],
    isBrokenBy: ({ executionOn, today }) => executionOn < today,
    message: 'The day of execution has passed: cancel the batch and open another.',
  },
  {
    code: 'EXECUTION_TOO_FAR',
    path: ['executionOn'],
    isBrokenBy: ({ executionOn, today }) => executionOn > addDays(today, DAYS_AHEAD_AT_MOST),
    message: `Choose a day within ${DAYS_AHEAD_AT_MOST} days.`,
  },
  {
    code: 'EXECUTION_NOT_BANK_DAY',
    path: ['executionOn'],
    isBrokenBy: ({ executionOn }) => !isBankDay(executionOn),
    message: ({ executionOn }) => `Banks are closed on that day: choose ${bankDayFrom(executionOn)}.`,
  },
  {
    code: 'END_TO_END_ID_TWICE',
    path: [],
    isBrokenBy: ({ orders }) => hasTwice(orders.map(({ endToEndId }) => endToEndId)),
    message: 'Two payments have one reference: give each its own.',
  },
];

/** Everything that is wrong with what a batch holds; of a payment under `payments` and its place, from 0. */
export function checkBatchContent(content: BatchContent): readonly Rejection<BatchContentCode>[] {
  const { orders, minorUnits } = content;
  return [
    ...checkRules(BATCH_CONTENT_RULES, content),
    ...orders.flatMap((order, index) =>
      checkPaymentOrder(order, minorUnits.get(order.currencyCode) ?? null, ['payments', index]),
    ),
  ];
}

/** Sum and count of control, over all currencies as the message counts them. */
export const controlOf = (orders: readonly PaymentOrder[]): { readonly sum: Decimal; readonly count: number } => ({
  sum: sumDecimal(orders.map(({ amount }) => amount)),
  count: orders.length,
});
