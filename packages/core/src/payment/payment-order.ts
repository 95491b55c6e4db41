import { fitsMinorUnit } from '../money/currency.ts';
import { compareDecimal, type Decimal, decimal, isPositive, sumDecimal } from '../money/decimal.ts';
import type { Path, Rejection } from '../result.ts';
import { checkRules, isBlank, type Rule } from '../rule.ts';
import { type PayeeAccountCode, readPayeeAccount } from './payee-account.ts';
import { isPaymentText, saysSomething, toPaymentText } from './payment-text.ts';

/** One payment as a bank is asked for it. */
export interface PaymentOrder {
  /** Comes back with the payment, and tells it from all others of its batch. */
  readonly endToEndId: string;
  readonly payeeName: string;
  readonly iban: string;
  readonly bic: string | null;
  /** In the currency, above zero. */
  readonly amount: Decimal;
  /** ISO 4217. */
  readonly currencyCode: string;
  /** What the payee reads on the statement. */
  readonly remittance: string;
}

/** A payment with what is known of its currency; null where there is none in use. */
interface OrderFacts {
  readonly order: PaymentOrder;
  readonly minorUnit: number | null;
}

export type PaymentOrderCode =
  | PayeeAccountCode
  | 'AMOUNT_NOT_POSITIVE'
  | 'AMOUNT_TOO_LARGE'
  | 'MINOR_UNIT_EXCEEDED'
  | 'CURRENCY_NOT_WRITABLE'
  | 'PAYEE_NAME_MISSING'
  | 'PAYEE_NAME_TOO_LONG'
  | 'REMITTANCE_MISSING'
  | 'REMITTANCE_TOO_LONG'
  | 'END_TO_END_ID_MALFORMED';

export const PAYEE_NAME_AT_MOST = 70;
export const REMITTANCE_AT_MOST = 140;
export const END_TO_END_ID_AT_MOST = 35;
/** What one credit transfer of SEPA may carry. */
const LARGEST = decimal('999999999.99');
/** Decimals that the message has for every amount. */
const DECIMALS_WRITTEN = 2;

const isIdentifier = (text: string): boolean =>
  text.length > 0 && text.length <= END_TO_END_ID_AT_MOST && isPaymentText(text) && !/\s|^\/|\/$|\/\//.test(text);

const tooLong = (text: string, most: number): boolean => toPaymentText(text).length > most;

/** What each payment must be before it goes to a bank. Each rule judges alone. */
export const PAYMENT_ORDER_RULES: readonly Rule<OrderFacts, PaymentOrderCode>[] = [
  {
    code: 'AMOUNT_NOT_POSITIVE',
    path: ['amount'],
    isBrokenBy: ({ order }) => !isPositive(order.amount),
    message: 'Give an amount above zero.',
  },
  {
    code: 'AMOUNT_TOO_LARGE',
    path: ['amount'],
    isBrokenBy: ({ order }) => compareDecimal(order.amount, LARGEST) > 0,
    message: `Split the payment: one carries ${LARGEST} at the most.`,
  },
  {
    code: 'MINOR_UNIT_EXCEEDED',
    path: ['amount'],
    isBrokenBy: ({ order, minorUnit }) => !fitsMinorUnit(order.amount, minorUnit),
    message: ({ order, minorUnit }) => `${order.currencyCode} has ${minorUnit} decimals: round the amount.`,
  },
  {
    code: 'CURRENCY_NOT_WRITABLE',
    path: ['currencyCode'],
    isBrokenBy: ({ minorUnit }) => minorUnit !== DECIMALS_WRITTEN,
    message: ({ order }) => `Payment files hold currencies of two decimals: pay ${order.currencyCode} at the bank.`,
  },
  {
    code: 'PAYEE_NAME_MISSING',
    path: ['payeeName'],
    isBrokenBy: ({ order }) => !saysSomething(order.payeeName),
    message: 'Give the name of the payee in letters that banks know.',
  },
  {
    code: 'PAYEE_NAME_TOO_LONG',
    path: ['payeeName'],
    isBrokenBy: ({ order }) => tooLong(order.payeeName, PAYEE_NAME_AT_MOST),
    message: `Shorten the name of the payee to ${PAYEE_NAME_AT_MOST} characters.`,
  },
  {
    code: 'REMITTANCE_MISSING',
    path: ['remittance'],
    isBrokenBy: ({ order }) => isBlank(toPaymentText(order.remittance)),
    message: 'Say what is paid.',
  },
  {
    code: 'REMITTANCE_TOO_LONG',
    path: ['remittance'],
    isBrokenBy: ({ order }) => tooLong(order.remittance, REMITTANCE_AT_MOST),
    message: `Say what is paid in ${REMITTANCE_AT_MOST} characters.`,
  },
  {
    code: 'END_TO_END_ID_MALFORMED',
    path: ['endToEndId'],
    isBrokenBy: ({ order }) => !isIdentifier(order.endToEndId),
    message: `Give a reference of ${END_TO_END_ID_AT_MOST} letters, digits and hyphens at the most.`,
  },
];

/** Everything that is wrong with a payment. `minorUnit`: decimals of its currency; null where there is none in use. */
export function checkPaymentOrder(
  order: PaymentOrder,
  minorUnit: number | null,
  path: Path = [],
): readonly Rejection<PaymentOrderCode>[] {
  const account = readPayeeAccount(order);
  const faults = [...checkRules(PAYMENT_ORDER_RULES, { order, minorUnit }), ...(account.ok ? [] : account.rejections)];
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/** Payments of one currency, and what they come to. */
export interface CurrencyGroup {
  readonly currencyCode: string;
  readonly orders: readonly PaymentOrder[];
  readonly sum: Decimal;
}

/** The payments by their currencies, in the order of the codes. */
export function groupByCurrency(orders: readonly PaymentOrder[]): readonly CurrencyGroup[] {
  const codes = [...new Set(orders.map(({ currencyCode }) => currencyCode))].sort();
  return codes.map((currencyCode) => {
    const own = orders.filter((order) => order.currencyCode === currencyCode);
    return { currencyCode, orders: own, sum: sumDecimal(own.map(({ amount }) => amount)) };
  });
}
