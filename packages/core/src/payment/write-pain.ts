import { Document } from 'sepa';
import { type CalendarDate, partsOf } from '../date/calendar-date.ts';
import { type Decimal, roundDecimal, sumDecimal } from '../money/decimal.ts';
import { type CurrencyGroup, groupByCurrency, type PaymentOrder } from './payment-order.ts';
import { toPaymentText } from './payment-text.ts';

/** Versions of the customer credit transfer initiation of ISO 20022 that banks take: that of 2009, and that of 2019. */
export type PainVersion = 'pain.001.001.03' | 'pain.001.001.09';

/** Payments from one account on one day, as they go to the bank. */
export interface PaymentMessage {
  readonly version: PainVersion;
  /** Unique among everything that the company sends; at most 25 characters, which leaves room for the numbers of payments. */
  readonly messageId: string;
  /** When it was made; written in UTC, to the second. */
  readonly createdAt: Date;
  /** Who sends and pays. */
  readonly debtorName: string;
  readonly debtorIban: string;
  readonly debtorBic: string | null;
  readonly executionOn: CalendarDate;
  /** Pay of people: the bank shows one sum on the statement, and is told what it is for. */
  readonly isSalary: boolean;
  readonly orders: readonly PaymentOrder[];
}

/** The name of an identifier within the length that leaves room for what is counted below it. */
export const MESSAGE_ID_AT_MOST = 25;

type PaymentInfo = ReturnType<Document['createPaymentInfo']>;

/** Noon, since the library writes the day that it is where the program runs. */
const localNoon = (day: CalendarDate): Date => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new Date(year, month - 1, dayOfMonth, 12);
};

/** An amount as the library takes it; two decimals of at most eleven digits are the same in a float. */
const asNumber = (amount: Decimal): number => Number(amount);

function addOrder(group: PaymentInfo, order: PaymentOrder): void {
  const transfer = group.createTransaction();
  transfer.end2endId = order.endToEndId;
  transfer.creditorName = toPaymentText(order.payeeName);
  transfer.creditorIBAN = order.iban;
  transfer.creditorBIC = order.bic ?? '';
  transfer.amount = asNumber(order.amount);
  transfer.currency = order.currencyCode;
  transfer.remittanceInfo = toPaymentText(order.remittance);
  group.addTransaction(transfer);
}

function addGroup(document: Document, message: PaymentMessage, { orders }: CurrencyGroup): void {
  const group = document.createPaymentInfo();
  group.debtorName = toPaymentText(message.debtorName);
  group.debtorIBAN = message.debtorIban;
  group.debtorBIC = message.debtorBic ?? '';
  group.requestedExecutionDate = localNoon(message.executionOn);
  group.batchBooking = message.isSalary;
  document.addPaymentInfo(group);
  for (const order of orders) addOrder(group, order);
}

/** Writes markup anew, each place in its order. No text is taken for markup: its `<` is escaped. */
function putRight(xml: string, was: RegExp, is: readonly string[]): string {
  let place = 0;
  const written = xml.replace(was, () => {
    const markup = is[place];
    place += 1;
    return markup ?? '';
  });
  if (place !== is.length) throw new Error(`${place} places for ${was} instead of ${is.length}`);
  return written;
}

/** What kind of transfers those of a group are; the package has room for SEPA alone. */
const typeOf = (isEuro: boolean, isSalary: boolean): string =>
  `<SvcLvl><Cd>${isEuro ? 'SEPA' : 'NURG'}</Cd></SvcLvl>${isSalary ? '<CtgyPurp><Cd>SALA</Cd></CtgyPurp>' : ''}`;

/**
 * Writes the message, a group for each currency. The package writes each of them as a transfer of SEPA, adds sums as floats
 * and tells local time: that is put right here. Outside the euro the service is an ordinary transfer (NURG) whose charges
 * are shared, since SEPA is of the euro alone. That it is pay is said of the group (SALA): where the package says it of a
 * single transfer, the message is not valid.
 * Throws where a payment breaks a rule of `checkPaymentOrder`, which is to be asked first.
 */
export function writePain(message: PaymentMessage): string {
  if (message.messageId.length > MESSAGE_ID_AT_MOST) throw new RangeError('the identifier of the message is too long');
  const groups = groupByCurrency(message.orders);
  const document = new Document(message.version);
  document.grpHdr.id = message.messageId;
  document.grpHdr.created = message.createdAt;
  document.grpHdr.initiatorName = toPaymentText(message.debtorName);
  for (const group of groups) addGroup(document, message, group);
  const sums = groups.map(({ sum }) => sum);
  const isEuro = groups.map(({ currencyCode }) => currencyCode === 'EUR');
  const [created = ''] = message.createdAt.toISOString().split('.');
  const written: readonly (readonly [was: RegExp, is: readonly string[]])[] = [
    [/<CreDtTm>[^<]*<\/CreDtTm>/g, [`<CreDtTm>${created}Z</CreDtTm>`]],
    [
      /<CtrlSum>[^<]*<\/CtrlSum>/g,
      [sumDecimal(sums), ...sums].map((sum) => `<CtrlSum>${roundDecimal(sum, 2, 'down')}</CtrlSum>`),
    ],
    [/<ChrgBr>SLEV<\/ChrgBr>/g, isEuro.map((euro) => `<ChrgBr>${euro ? 'SLEV' : 'SHAR'}</ChrgBr>`)],
    [/<SvcLvl><Cd>SEPA<\/Cd><\/SvcLvl>/g, isEuro.map((euro) => typeOf(euro, message.isSalary))],
  ];
  return written.reduce((xml, [was, is]) => putRight(xml, was, is), document.toString());
}
