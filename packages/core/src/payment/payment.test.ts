import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { rejectionsOf } from '../result.ts';
import { eventsOf } from '../state-machine.ts';
import { bankDayFrom, isBankDay } from './bank-day.ts';
import { readPayeeAccount, type TypedAccount } from './payee-account.ts';
import {
  type BatchCase,
  type BatchContent,
  checkBatchContent,
  controlOf,
  decideBatch,
  PAYMENT_BATCH_MACHINE,
} from './payment-batch.ts';
import { checkPaymentOrder, groupByCurrency, type PaymentOrder } from './payment-order.ts';
import { isPaymentText, toPaymentText } from './payment-text.ts';

describe('texts', () => {
  test.each([
    ['Őri Ödön', 'Ori Odon'],
    ['Černý & Čapek, s.r.o.', 'Cerny + Capek, s.r.o.'],
    ['Åsa Ängström', 'Asa Angstrom'],
    ['Žiga Šuštar', 'Ziga Sustar'],
    ['Groß GmbH', 'Gross GmbH'],
    ['Łódź Ærø Øst', 'Lodz Aero Ost'],
    ['Þór Đorđe', 'Thor Dorde'],
    ['Αθήνα', 'Athina'],
    ['Мой Йод', 'Moy Yod'],
    ['O’Brien “& Sons”', "O'Brien '+ Sons'"],
    ['  two \n lines\t', 'two lines'],
    ['ﬁve № 5', 'five No 5'],
    ['東京', '..'],
    ['', ''],
  ])('%s is written %s', (given, written) => {
    expect(toPaymentText(given)).toBe(written);
  });

  test('are in the characters that every bank takes, whatever they were, and stay as they are the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = toPaymentText(text);
        expect(isPaymentText(written)).toBe(true);
        expect(toPaymentText(written)).toBe(written);
      }),
    );
  });
});

describe('accounts', () => {
  test.each<[string, TypedAccount, string]>([
    ['nothing', {}, 'PAYEE_ACCOUNT_MISSING'],
    ['both', { iban: 'SE4550000000058398257466', sortCode: '200000' }, 'PAYEE_ACCOUNT_TWICE'],
    ['a mistyped digit', { iban: 'SE4550000000058398257467' }, 'IBAN_CHECKSUM_WRONG'],
    ['no account number of its country', { iban: 'BE68539007547033' }, 'IBAN_CHECKSUM_WRONG'],
    ['its own check digit wrong', { iban: 'BE41539007547035' }, 'IBAN_BANK_PART_WRONG'],
    ['letters where digits are', { iban: 'DE72ABCD0044053201300A' }, 'IBAN_BANK_PART_WRONG'],
    ['another country', { iban: 'SE4550000000058398257466', bic: 'DEUTDEFF' }, 'BIC_OF_OTHER_COUNTRY'],
    ['no BIC of its own', { iban: 'SE4550000000058398257466', bic: 'SE' }, 'BIC_MALFORMED'],
    ['five digits', { sortCode: '20000', accountNumber: '55779911', bic: 'BARCGB22' }, 'SORT_CODE_MALFORMED'],
    ['nine digits', { sortCode: '200000', accountNumber: '557799110', bic: 'BARCGB22' }, 'ACCOUNT_NUMBER_MALFORMED'],
    ['no bank', { sortCode: '200000', accountNumber: '55779911' }, 'BIC_MISSING'],
    ['a bank elsewhere', { sortCode: '200000', accountNumber: '55779911', bic: 'DEUTDEFF' }, 'BIC_NOT_BRITISH'],
  ])('with %s are refused', (_, typed, code) => {
    expect(rejectionsOf(readPayeeAccount(typed)).map((each) => each.code)).toContain(code);
  });

  test('of Britain are the IBAN that their bank gives them', () => {
    const account = readPayeeAccount({ sortCode: '20-00-00', accountNumber: '55779911', bic: 'barcgb22' });
    expect(account).toEqual({ ok: true, value: { iban: 'GB60BARC20000055779911', bic: 'BARCGB22' } });
  });

  test('lead there with their IBAN alone', () => {
    const account = readPayeeAccount({ iban: 'SE45 5000 0000 0583 9825 7466' });
    expect(account).toEqual({ ok: true, value: { iban: 'SE4550000000058398257466', bic: null } });
  });
});

describe('bank days', () => {
  test.each([
    ['2026-01-01', '2026-01-02'],
    ['2026-04-03', '2026-04-07'],
    ['2026-05-01', '2026-05-04'],
    ['2026-12-25', '2026-12-28'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
  ])('from %s on it is %s', (day, next) => {
    expect(bankDayFrom(calendarDate(day))).toBe(next);
    expect(isBankDay(calendarDate(day))).toBe(day === next);
  });
});

const order: PaymentOrder = {
  endToEndId: 'SAL-1',
  payeeName: 'Őri Ödön',
  iban: 'SE4550000000058398257466',
  bic: null,
  amount: decimal('1250.50'),
  currencyCode: 'SEK',
  remittance: 'Pay of November',
};

describe('a payment', () => {
  test.each<[string, Partial<PaymentOrder>, number | null]>([
    ['AMOUNT_NOT_POSITIVE', { amount: decimal('0') }, 2],
    ['AMOUNT_NOT_POSITIVE', { amount: decimal('-1') }, 2],
    ['AMOUNT_TOO_LARGE', { amount: decimal('1000000000.00') }, 2],
    ['MINOR_UNIT_EXCEEDED', { amount: decimal('1.005') }, 2],
    ['CURRENCY_NOT_WRITABLE', { currencyCode: 'JPY', amount: decimal('1250') }, 0],
    ['CURRENCY_NOT_WRITABLE', { currencyCode: 'XAU' }, null],
    ['PAYEE_NAME_MISSING', { payeeName: '東京' }, 2],
    ['PAYEE_NAME_TOO_LONG', { payeeName: 'ß'.repeat(36) }, 2],
    ['REMITTANCE_MISSING', { remittance: ' ' }, 2],
    ['REMITTANCE_TOO_LONG', { remittance: 'x'.repeat(141) }, 2],
    ['END_TO_END_ID_MALFORMED', { endToEndId: '' }, 2],
    ['END_TO_END_ID_MALFORMED', { endToEndId: 'x'.repeat(36) }, 2],
    ['END_TO_END_ID_MALFORMED', { endToEndId: '/x' }, 2],
    ['END_TO_END_ID_MALFORMED', { endToEndId: 'ö' }, 2],
    ['IBAN_CHECKSUM_WRONG', { iban: 'SE4550000000058398257467' }, 2],
  ])('%s', (code, other, minorUnit) => {
    expect(checkPaymentOrder({ ...order, ...other }, minorUnit).map((each) => each.code)).toEqual([code]);
  });

  test('that keeps every rule is taken, at every length that fits', () => {
    const most = { payeeName: 'ß'.repeat(35), remittance: 'x'.repeat(140), endToEndId: 'x'.repeat(35) };
    expect(checkPaymentOrder({ ...order, ...most, amount: decimal('999999999.99') }, 2)).toEqual([]);
    expect(checkPaymentOrder({ ...order, amount: decimal('0.01') }, 2)).toEqual([]);
  });
});

const content: BatchContent = {
  executionOn: calendarDate('2026-11-25'),
  today: calendarDate('2026-11-22'),
  orders: [order],
  minorUnits: new Map([['SEK', 2]]),
};

describe('what a batch holds', () => {
  test.each<[string, Partial<BatchContent>]>([
    ['BATCH_EMPTY', { orders: [] }],
    ['EXECUTION_PAST', { executionOn: calendarDate('2026-11-20') }],
    ['EXECUTION_TOO_FAR', { executionOn: calendarDate('2027-11-19') }],
    ['EXECUTION_NOT_BANK_DAY', { executionOn: calendarDate('2026-11-28') }],
    ['END_TO_END_ID_TWICE', { orders: [order, order] }],
    ['CURRENCY_NOT_WRITABLE', { minorUnits: new Map() }],
  ])('%s', (code, other) => {
    expect(checkBatchContent({ ...content, ...other }).map((each) => each.code)).toEqual([code]);
  });

  test('too many for one file', () => {
    const many = Array.from({ length: 20_001 }, (_, index) => ({ ...order, endToEndId: `SAL-${index}` }));
    expect(checkBatchContent({ ...content, orders: many }).map((each) => each.code)).toEqual(['BATCH_TOO_LARGE']);
    expect(controlOf(many)).toEqual({ sum: '25011250.50', count: 20_001 });
  });

  test('tells which payment is at fault', () => {
    const orders = [order, { ...order, endToEndId: 'SAL-2', amount: decimal('0') }];
    expect(checkBatchContent({ ...content, orders })).toMatchObject([{ path: ['payments', 1, 'amount'] }]);
    expect(
      checkBatchContent({ ...content, executionOn: content.today, today: addDays(content.today, 0) }),
    ).toHaveLength(1);
  });

  test('currencies are told apart', () => {
    const orders = [order, { ...order, currencyCode: 'EUR' }, order];
    expect(groupByCurrency(orders).map(({ currencyCode, sum }) => [currencyCode, sum])).toEqual([
      ['EUR', '1250.50'],
      ['SEK', '2501.00'],
    ]);
  });
});

const ada = { userId: 'ada', personId: 'person of ada' };
const bo = { userId: 'bo', personId: 'person of bo' };
const submitted: BatchCase = {
  status: 'SUBMITTED',
  preparer: ada,
  payees: ['somebody', 'person of bo'],
  event: 'approve',
  actor: bo,
  reason: null,
};

describe('a batch', () => {
  test.each<[string, Partial<BatchCase>]>([
    ['SAME_PERSON', { actor: ada }],
    ['SAME_PERSON', { actor: { userId: 'second sign-in', personId: 'person of ada' } }],
    ['SAME_PERSON', { status: 'EXPORTED', event: 'cancel', actor: ada, reason: 'Refused by the bank' }],
    ['NOT_PREPARER', { status: 'DRAFT', event: 'change' }],
    ['NOT_PREPARER', { status: 'DRAFT', event: 'submit' }],
    ['PAYEE_ALONE', { payees: ['person of bo', 'person of bo'] }],
    ['REASON_MISSING', { event: 'reject' }],
    ['REASON_MISSING', { event: 'cancel', reason: ' ' }],
    ['NOT_ALLOWED_IN_STATE', { status: 'DRAFT' }],
    ['NOT_ALLOWED_IN_STATE', { status: 'CONFIRMED', event: 'export' }],
  ])('%s', (code, other) => {
    const decided = decideBatch({ ...submitted, ...other });
    expect(rejectionsOf(decided).map((each) => each.code)).toEqual([code]);
  });

  test.each<[Partial<BatchCase>, string]>([
    [{}, 'APPROVED'],
    [{ event: 'reject', reason: 'Wrong account' }, 'REJECTED'],
    [{ status: 'DRAFT', event: 'submit', actor: ada }, 'SUBMITTED'],
    [{ status: 'APPROVED', event: 'export', actor: ada }, 'EXPORTED'],
    [{ status: 'EXPORTED', event: 'confirm' }, 'CONFIRMED'],
    [{ status: 'EXPORTED', event: 'cancel', reason: 'Refused by the bank' }, 'CANCELLED'],
    [{ payees: [null] }, 'APPROVED'],
  ])('%o leads to %s', (other, status) => {
    expect(decideBatch({ ...submitted, ...other })).toEqual({ ok: true, value: { status } });
  });

  test('is over once it is confirmed, rejected or cancelled', () => {
    for (const status of ['CONFIRMED', 'REJECTED', 'CANCELLED'] as const)
      expect(eventsOf(PAYMENT_BATCH_MACHINE, status)).toEqual([]);
  });
});
