import {
  type BatchContent,
  type CalendarDate,
  calendarDate,
  checkBatchContent,
  decideBatch,
  decimal,
  type PaymentBatchEvent,
  type PaymentBatchStatus,
  type PaymentOrder,
  type Rejection,
  type Result,
  readPayeeAccount,
  reject,
  today,
} from '@kontor/core';
import type { CommandContext } from '../command.ts';
import type { Transaction } from '../write/operation.ts';

/** A batch with whatever a decision on it turns on. */
export async function batchRecord(tx: Transaction, id: string) {
  return tx.paymentBatch.findUniqueOrThrow({
    where: { id },
    include: {
      company: true,
      companyAccount: true,
      preparedBy: true,
      payments: { orderBy: { id: 'asc' }, include: { employee: { include: { person: true } } } },
    },
  });
}

export type BatchRecord = Awaited<ReturnType<typeof batchRecord>>;

export const dayOf = (date: Date): CalendarDate => calendarDate(date.toISOString().slice(0, 10));

/** The payments as a bank is asked for them. */
export const ordersOf = ({ payments }: Pick<BatchRecord, 'payments'>): readonly PaymentOrder[] =>
  payments.map(({ endToEndId, payeeName, iban, bic, amount, currencyCode, remittance }) => ({
    endToEndId,
    payeeName,
    iban,
    bic,
    amount: decimal(amount.toFixed()),
    currencyCode,
    remittance,
  }));

/** Decimals of currencies in use, by their codes. */
export async function minorUnitsOf(tx: Transaction, codes: readonly string[]): Promise<Map<string, number | null>> {
  const found = await tx.currency.findMany({ where: { code: { in: [...new Set(codes)] }, withdrawnOn: null } });
  return new Map(found.map(({ code, minorUnit }) => [code, minorUnit]));
}

/** Whether the employee who is paid has another account on record by now, or none. */
function hasAnotherAccount({ employee, iban, bic }: BatchRecord['payments'][number]): boolean {
  if (!employee) return false;
  const account = readPayeeAccount(employee.person);
  return !account.ok || account.value.iban !== iban || account.value.bic !== bic;
}

/** What keeps a batch from being paid as it stands: the rules of its content, and accounts that have changed meanwhile. */
export async function faultsOfContent(batch: BatchRecord, { tx, now }: CommandContext): Promise<readonly Rejection[]> {
  const orders = ordersOf(batch);
  const content: BatchContent = {
    executionOn: dayOf(batch.executionOn),
    today: today(now, batch.company.timeZone),
    orders,
    minorUnits: await minorUnitsOf(
      tx,
      orders.map(({ currencyCode }) => currencyCode),
    ),
  };
  // Of pay, nobody who approves totals alone is told which payment is at fault.
  const told = (fault: Rejection): Rejection => (fault.path[0] === 'payments' ? { ...fault, path: [] } : fault);
  const changed = batch.payments.some(hasAnotherAccount);
  return [
    ...checkBatchContent(content).map(told),
    ...(changed
      ? [
          {
            code: 'PAYEE_ACCOUNT_CHANGED',
            message: 'A payee has another bank account by now: cancel the batch and prepare another.',
            path: [],
          },
        ]
      : []),
  ];
}

/** Somebody with an account: two people decide, and both are named. */
export const signInFirst: Rejection = {
  code: 'ACCOUNT_MISSING',
  message: 'Sign in with an account of your own: two people decide, and both are named.',
  path: [],
};

/** Decides, as the core says, on what this viewer does to a batch; its row is locked by the command. */
export function decideOn(
  batch: BatchRecord,
  event: PaymentBatchEvent,
  { viewer }: CommandContext,
  reason: string | null = null,
): Result<{ readonly status: PaymentBatchStatus }, Rejection> {
  const { userId } = viewer;
  if (userId === null) return reject('ACCOUNT_MISSING', signInFirst.message);
  return decideBatch({
    status: batch.status,
    preparer: { userId: batch.preparedById, personId: batch.preparedBy.personId },
    payees: batch.payments.map(({ employee }) => employee?.personId ?? null),
    event,
    actor: { userId, personId: viewer.personId },
    reason,
  });
}
