import { randomUUID } from 'node:crypto';
import {
  accept,
  BATCH_CONTENT_RULES,
  type CalendarDate,
  checkPaymentOrder,
  checkRules,
  type Decimal,
  PAYMENTS_AT_MOST,
  type PaymentOrder,
  type Rejection,
  type Result,
  readPayeeAccount,
  reject,
  rejectAll,
  today,
} from '@kontor/core';
import type { PaymentBatchKind, PaymentMessageVersion, PaymentOmissionReason } from '../generated/prisma/enums.ts';
import type { Viewer } from '../viewer.ts';
import type { Transaction } from '../write/operation.ts';
import { minorUnitsOf, signInFirst } from './batch-record.ts';
import { writePayments } from './write-payments.ts';

/** What is paid, so that it is paid once. */
export interface PaymentSource {
  /** Such as PAYSLIP. */
  readonly type: string;
  readonly id: string;
  /** Such as NET. */
  readonly event: string;
}

/** A payment to an employee, whose name and account are those on record. */
export interface PaymentToMake {
  readonly employeeId: string;
  readonly amount: Decimal;
  readonly currencyCode: string;
  /** What the payee reads on the statement. */
  readonly remittance: string;
  readonly source: PaymentSource;
}

/** A batch that another part of the system opens. */
export interface BatchToOpen {
  readonly companyId: string;
  readonly kind: PaymentBatchKind;
  readonly executionOn: CalendarDate;
  /** Record that it is opened for. */
  readonly source: { readonly type: string; readonly id: string };
  readonly payments: readonly PaymentToMake[];
  /** Account that is paid from; the company's only one, where left out. */
  readonly companyAccountId?: string;
  /** Account of the books on which stands what is owed; the only one that payroll alone posts to, where left out. */
  readonly contraAccountId?: string;
}

/** Who opens it, in which transaction. */
export interface Opening {
  readonly tx: Transaction;
  readonly viewer: Viewer;
  readonly now: Date;
}

export interface OpenedBatch {
  readonly batchId: string;
  /** Payments in it. */
  readonly paid: number;
  /** What was left out, each with its reason in the batch. */
  readonly leftOut: number;
}

interface NewBatch {
  readonly companyId: string;
  readonly kind: PaymentBatchKind;
  readonly companyAccountId: string;
  readonly contraAccountId: string;
  readonly executionOn: CalendarDate;
  readonly messageVersion?: PaymentMessageVersion | null;
  readonly source: { readonly type: string; readonly id: string } | null;
}

/** What is against a day of execution. */
export async function faultsOfDay(
  tx: Transaction,
  companyId: string,
  executionOn: CalendarDate,
  now: Date,
): Promise<readonly Rejection[]> {
  const { timeZone } = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const rules = BATCH_CONTENT_RULES.filter(({ path }) => path[0] === 'executionOn');
  return checkRules(rules, { executionOn, today: today(now, timeZone), orders: [], minorUnits: new Map() });
}

/** Writes a batch without payments, in the name of whoever prepares it. */
export async function newBatch(tx: Transaction, viewer: Viewer, batch: NewBatch): Promise<Result<string>> {
  const { userId } = viewer;
  if (userId === null) return rejectAll([signInFirst]);
  const { source, executionOn, messageVersion, ...rest } = batch;
  const { id } = await tx.paymentBatch.create({
    data: {
      ...rest,
      executionOn: new Date(executionOn),
      preparedById: userId,
      ...(messageVersion && { messageVersion }),
      ...(source && { sourceType: source.type, sourceId: source.id }),
    },
  });
  return accept(id);
}

/** A reference that no other payment has, in characters that every bank takes. */
export const newReference = (): string =>
  BigInt(`0x${randomUUID().replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase();

/** The only record of several, or why none can be chosen. */
function onlyOne(
  found: readonly { readonly id: string }[],
  code: string,
  message: string,
  path: string,
): Result<string> {
  const [one, another] = found;
  return one && !another ? accept(one.id) : reject(code, message, [path]);
}

async function accountsOf(tx: Transaction, batch: BatchToOpen): Promise<Result<readonly [string, string]>> {
  const { companyId } = batch;
  const from = batch.companyAccountId
    ? accept(batch.companyAccountId)
    : onlyOne(
        await tx.companyAccount.findMany({ where: { companyId, active: true }, select: { id: true }, take: 2 }),
        'COMPANY_ACCOUNT_NEEDED',
        'Choose the account that is paid from.',
        'companyAccountId',
      );
  const contra = batch.contraAccountId
    ? accept(batch.contraAccountId)
    : onlyOne(
        await tx.account.findMany({
          where: { companyId, active: true, control: 'PAYROLL' },
          select: { id: true },
          take: 2,
        }),
        'CONTRA_ACCOUNT_NEEDED',
        'Choose the account of the books on which stands what is owed.',
        'contraAccountId',
      );
  if (from.ok && contra.ok) return accept([from.value, contra.value]);
  return rejectAll([from, contra].flatMap((each) => (each.ok ? [] : each.rejections)));
}

const omissionReasons: readonly (readonly [RegExp, PaymentOmissionReason])[] = [
  [/^PAYEE_ACCOUNT_MISSING$/, 'NO_ACCOUNT'],
  [/^(IBAN|BIC)_/, 'INVALID_ACCOUNT'],
  [/^PAYEE_NAME_/, 'INVALID_NAME'],
  [/^AMOUNT_/, 'INVALID_AMOUNT'],
];

/** Why a payment is left out; null for what is wrong with the whole, and must not be passed over. */
const omissionReason = (faults: readonly Rejection[]): PaymentOmissionReason | null =>
  omissionReasons.find(([pattern]) => faults.some(({ code }) => pattern.test(code)))?.[1] ?? null;

type Payee = { readonly firstName: string; readonly lastName: string; readonly iban: string | null } & {
  readonly bic: string | null;
  readonly accountHolder: string | null;
};

const nameOf = ({ accountHolder, firstName, lastName }: Payee): string => accountHolder ?? `${firstName} ${lastName}`;

/** What a bank is asked for, of an employee as on record. */
function orderFor(payee: Payee, { amount, currencyCode, remittance }: PaymentToMake): PaymentOrder {
  const account = readPayeeAccount(payee);
  const { iban, bic } = account.ok ? account.value : { iban: payee.iban ?? '', bic: payee.bic };
  return { endToEndId: newReference(), payeeName: nameOf(payee), iban, bic, amount, currencyCode, remittance };
}

/** Tells those who can be paid from those who cannot; a fault that is nobody's own refuses the whole. */
async function sorted(tx: Transaction, { companyId, payments }: BatchToOpen) {
  const employees = await tx.employee.findMany({
    where: { companyId, id: { in: payments.map(({ employeeId }) => employeeId) } },
    include: { person: true },
  });
  const payeeOf = new Map(employees.map(({ id, person }) => [id, person]));
  const units = await minorUnitsOf(
    tx,
    payments.map(({ currencyCode }) => currencyCode),
  );
  const paid: (PaymentOrder & { employeeId: string; source: PaymentSource })[] = [];
  const leftOut: (PaymentToMake & { payeeName: string; problem: PaymentOmissionReason })[] = [];
  const faults: Rejection[] = [];
  for (const [index, payment] of payments.entries()) {
    const payee = payeeOf.get(payment.employeeId);
    if (!payee) throw new Error(`${payment.employeeId} is no employee of ${companyId}`);
    const order = orderFor(payee, payment);
    const found = checkPaymentOrder(order, units.get(payment.currencyCode) ?? null, ['payments', index]);
    const problem = omissionReason(found);
    if (problem) leftOut.push({ ...payment, payeeName: nameOf(payee), problem });
    else if (found.length > 0) faults.push(...found);
    else paid.push({ ...order, employeeId: payment.employeeId, source: payment.source });
  }
  return { paid, leftOut, faults };
}

/**
 * Opens a batch for payments that another part of the system owes to employees, in its transaction. Whoever cannot be paid
 * is left out, by name and with the reason, and does not stop the others. The viewer is the preparer; somebody else approves.
 * The same source is paid once: a second time is `ALREADY_PAID`, by a rule of the database.
 */
export async function openBatch({ tx, viewer, now }: Opening, batch: BatchToOpen): Promise<Result<OpenedBatch>> {
  const { companyId, kind, executionOn, source } = batch;
  const accounts = await accountsOf(tx, batch);
  const { paid, leftOut, faults } = await sorted(tx, batch);
  const inTheWay = [
    ...(await faultsOfDay(tx, companyId, executionOn, now)),
    ...(accounts.ok ? [] : accounts.rejections),
    ...faults,
    ...(paid.length === 0 ? [{ code: 'BATCH_EMPTY', message: 'There is nobody who can be paid.', path: [] }] : []),
    ...(paid.length > PAYMENTS_AT_MOST
      ? [{ code: 'BATCH_TOO_LARGE', message: `A batch holds ${PAYMENTS_AT_MOST} payments at the most.`, path: [] }]
      : []),
  ];
  if (inTheWay.length > 0 || !accounts.ok) return rejectAll(inTheWay);
  const [companyAccountId, contraAccountId] = accounts.value;
  const made = await newBatch(tx, viewer, { companyId, kind, companyAccountId, contraAccountId, executionOn, source });
  if (!made.ok) return made;
  const batchId = made.value;
  await writePayments(tx, { companyId, kind, batchId }, paid);
  await tx.paymentOmission.createMany({
    data: leftOut.map(({ employeeId, payeeName, amount, currencyCode, problem }) => ({
      companyId,
      kind,
      batchId,
      employeeId,
      payeeName,
      amount,
      currencyCode,
      problem,
    })),
  });
  return accept({ batchId, paid: paid.length, leftOut: leftOut.length });
}
