/** What goes to a bank: whatever is in a batch, its message is valid by the schema of its version, and says the same. */
import {
  calendarDate,
  checkPaymentOrder,
  decimal,
  type PainVersion,
  type PaymentMessage,
  type PaymentOrder,
  sumDecimal,
  toPaymentText,
  writePain,
} from '@kontor/core';
import fc from 'fast-check';
import { composeIBAN } from 'ibantools';
import { describe, expect, test } from 'vitest';
import { readValid, requireFaithful } from './check-message.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
/** Countries whose account numbers have no check digit of their own. */
const iban = fc
  .oneof(
    digits(18).map((bban) => ({ countryCode: 'DE', bban })),
    digits(14).map((rest) => ({ countryCode: 'GB', bban: `NWBK${rest}` })),
    digits(16).map((bban) => ({ countryCode: 'AT', bban })),
    digits(17).map((bban) => ({ countryCode: 'CH', bban })),
    digits(13).map((rest) => ({ countryCode: 'LV', bban: `HABA${rest}` })),
  )
  .map((parts) => composeIBAN(parts) ?? '');

const text = (most: number) =>
  fc.string({ unit: 'grapheme', maxLength: most }).map((drawn) => `N ${drawn}`.slice(0, most));
const order: fc.Arbitrary<PaymentOrder> = fc.record({
  endToEndId: fc.stringMatching(/^[A-Z0-9]{1,30}$/),
  payeeName: text(40),
  iban,
  bic: fc.constant(null),
  amount: fc.integer({ min: 1, max: 99_999_999_999 }).map((cents) => decimal(String(cents))),
  currencyCode: fc.constantFrom('EUR', 'SEK', 'HUF', 'GBP'),
  remittance: text(70),
});
const cents = (each: PaymentOrder): PaymentOrder => {
  const padded = each.amount.padStart(3, '0');
  return { ...each, amount: decimal(`${Number(padded.slice(0, -2))}.${padded.slice(-2)}`) };
};
const orders = fc
  .uniqueArray(order, { minLength: 1, maxLength: 25, selector: ({ endToEndId }) => endToEndId })
  .map((all) => all.map(cents).filter((each) => checkPaymentOrder(each, 2).length === 0))
  .filter((all) => all.length > 0);

const messageOf = (of: readonly PaymentOrder[], version: PainVersion): PaymentMessage => ({
  version,
  messageId: 'A'.repeat(25),
  createdAt: new Date('2026-11-22T23:30:00.123Z'),
  debtorName: 'Kontor & Söner AB',
  debtorIban: 'SE4550000000058398257466',
  debtorBic: 'ESSESESS',
  executionOn: calendarDate('2026-11-25'),
  isSalary: of.length % 2 === 0,
  orders: of,
});

const versions = ['pain.001.001.03', 'pain.001.001.09'] as const;

describe.each(versions)('%s', (version) => {
  test('is valid whatever is in the batch, and read again it says the same', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (of) => {
        const message = messageOf(of, version);
        const read = await readValid(writePain(message), version);
        expect(read).toMatchObject({ messageId: message.messageId, count: of.length });
        const sum = sumDecimal(of.map(({ amount }) => amount));
        expect(Number(read.controlSum)).toBe(Number(sum));
        const asWritten = of.map((each) => ({
          ...each,
          payeeName: toPaymentText(each.payeeName),
          remittance: toPaymentText(each.remittance),
          debtorIban: message.debtorIban,
          executionOn: '2026-11-25',
        }));
        const byReference = (one: PaymentOrder, other: PaymentOrder) => (one.endToEndId < other.endToEndId ? -1 : 1);
        expect([...read.orders].sort(byReference)).toEqual(asWritten.sort(byReference));
      }),
      { seed: 20_261_122, numRuns: 120 },
    );
  });

  test('adds up to the cent where floats would not', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...one,
      endToEndId: `M-${index}`,
      amount: decimal('999999999.99'),
    }));
    const { controlSum } = await readValid(writePain(messageOf(many, version)), version);
    expect(controlSum).toBe('2999999999970.00');
    expect(sumDecimal(many.map(({ amount }) => amount))).toBe(controlSum);
  });
});

const one: PaymentOrder = {
  endToEndId: 'ONE',
  payeeName: 'Anna',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFF',
  amount: decimal('10.10'),
  currencyCode: 'SEK',
  remittance: 'Pay',
};

test('transfers outside the euro are none of SEPA, and each currency is a group', () => {
  const xml = writePain(messageOf([one, { ...one, endToEndId: 'TWO', currencyCode: 'EUR' }], 'pain.001.001.09'));
  const levels = [...xml.matchAll(/<SvcLvl><Cd>(\w+)<\/Cd><\/SvcLvl>|<ChrgBr>(\w+)<\/ChrgBr>/g)].map(
    (each) => each[1] ?? each[2],
  );
  expect(levels).toEqual(['SEPA', 'SLEV', 'NURG', 'SHAR']);
  expect(xml).toContain('<CreDtTm>2026-11-22T23:30:00Z</CreDtTm>');
  expect(xml).toContain('<Nm>Kontor + Soner AB</Nm>');
  expect(xml.match(/<CtgyPurp><Cd>SALA<\/Cd><\/CtgyPurp>/g)).toHaveLength(2);
});

describe('a message that is not what was asked for', () => {
  const message = messageOf([one, { ...one, endToEndId: 'TWO' }], 'pain.001.001.09');
  const xml = writePain(message);
  test.each<[string, string | RegExp, string, RegExp]>([
    ['another account', 'DE89370400440532013000', 'DE02120300000000202051', /something else of payment/],
    ['another amount', '>10.10</InstdAmt>', '>10.11</InstdAmt>', /something else of payment/],
    ['another sum', /<CtrlSum>20.20/, '<CtrlSum>20.21', /another number or sum/],
    ['another count', '<NbOfTxs>2<', '<NbOfTxs>3<', /another number or sum/],
    ['another payer', 'SE4550000000058398257466', 'SE3550000000054910000003', /something else of payment/],
    ['another day', '2026-11-25', '2026-11-26', /something else of payment/],
    ['a name that is too long', '<Nm>Anna</Nm>', `<Nm>${'A'.repeat(141)}</Nm>`, /Nm/],
    ['no schema', '<Cdtr>', '<Nobody/><Cdtr>', /Nobody/],
  ])('by %s does not leave', async (_, from, to, reason) => {
    await requireFaithful(xml, message);
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    await expect(requireFaithful(changed, message)).rejects.toThrow(reason);
  });
});
