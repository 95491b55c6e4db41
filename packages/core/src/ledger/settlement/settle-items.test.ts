import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../date/calendar-date.ts';
import { type Decimal, decimal } from '../../money/decimal.ts';
import { rejectionsOf } from '../../result.ts';
import { type ItemFacts, itemRules, settleItems } from './settle-items.ts';

const day = (text: string) => text as CalendarDate;

const item = (id: string, side: 'debit' | 'credit', amount: string, other: Partial<ItemFacts> = {}): ItemFacts => ({
  id,
  account: 'A',
  party: 'P',
  currency: 'EUR',
  minorUnit: 2,
  side,
  postingOn: day('2026-03-01'),
  dueOn: null,
  original: decimal(amount),
  remaining: decimal(amount),
  worth: decimal(amount),
  settledWorth: decimal('0'),
  isReversed: false,
  ...other,
});

type Chosen = readonly (readonly [ItemFacts, string?])[];

const settle = (chosen: Chosen, settledOn = '2026-03-31') =>
  settleItems(
    chosen.map(([each, amount]) => ({ item: each, amount: amount === undefined ? null : (amount as Decimal) })),
    { settledOn: day(settledOn), baseMinorUnit: 2 },
  );

const [bill, paid] = [item('D', 'debit', '100'), item('C', 'credit', '60')];

describe('a choice is refused', () => {
  const rows: [rule: string, chosen: Chosen, told: string][] = [
    ['ITEM_TWICE', [[bill], [paid], [paid]], 'items.2.itemId'],
    ['OTHER_PARTY', [[bill], [item('C', 'credit', '1', { party: 'Q' })]], 'items.1.itemId'],
    ['OTHER_ACCOUNT', [[bill], [item('C', 'credit', '1', { account: 'B' })]], 'items.1.itemId'],
    ['OTHER_CURRENCY', [[bill], [item('C', 'credit', '1', { currency: 'SEK' })]], 'items.1.itemId'],
    ['ITEM_REVERSED', [[bill], [item('C', 'credit', '1', { isReversed: true })]], 'items.1.itemId'],
    ['ALREADY_SETTLED', [[bill], [item('C', 'credit', '1', { remaining: decimal('0') })]], 'items.1.itemId'],
    ['AMOUNT_NOT_POSITIVE', [[bill], [paid, '-1']], 'items.1.amount'],
    ['MINOR_UNIT_EXCEEDED', [[bill], [paid, '1.005']], 'items.1.amount'],
    ['MORE_THAN_REMAINS', [[bill], [paid, '60.01']], 'items.1.amount'],
    ['SETTLED_BEFORE_POSTED', [[bill], [item('C', 'credit', '1', { postingOn: day('2026-04-01') })]], 'settledOn'],
    ['ONE_SIDE_ALONE', [[bill], [item('D2', 'debit', '1')]], 'items'],
    ['ONE_SIDE_ALONE', [], 'items'],
    ['AMOUNTS_DIFFER', [[bill, '61'], [paid]], 'items.0.amount'],
  ];
  test.each(rows)('%s', (code, chosen, told) => {
    const refused = settle(chosen);
    expect(refused.ok ? [] : rejectionsOf(refused).map(({ code: own, path }) => `${own} ${path?.join('.')}`)).toEqual([
      `${code} ${told}`,
    ]);
  });

  test('by each of its rules', () => {
    const tried = new Set(rows.map(([code]) => code));
    expect(itemRules.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
  });
});

const pairs = (settled: ReturnType<typeof settle>) =>
  settled.ok ? settled.value.map((each) => `${each.debitItemId}-${each.creditItemId} ${each.amount}`) : settled;

describe('a choice is paired', () => {
  test('as far as both sides go', () => {
    expect(pairs(settle([[bill], [paid]]))).toEqual(['D-C 60']);
    expect(pairs(settle([[bill, '10.5'], [paid]]))).toEqual(['D-C 10.5']);
  });

  test('from what is due first, and amounts that were given before those that were not', () => {
    const late = item('D1', 'debit', '50', { dueOn: day('2026-05-01') });
    const early = item('D2', 'debit', '30', { dueOn: day('2026-04-01') });
    expect(pairs(settle([[late], [early], [paid]]))).toEqual(['D2-C 30', 'D1-C 30']);
    expect(pairs(settle([[late, '40'], [early], [paid]]))).toEqual(['D1-C 40', 'D2-C 20']);
  });
});

describe('what is settled is worth', () => {
  test('its share, and the rest of it in the end', () => {
    const owed = item('D', 'debit', '100', { worth: decimal('1111.11') });
    const [first] = unwrapped(settle([[owed, '33.33'], [item('C', 'credit', '40', { worth: decimal('440') })]]));
    expect(first).toMatchObject({ debitWorth: '370.33', creditWorth: '366.63' });
    const rest = { ...owed, remaining: decimal('66.67'), settledWorth: decimal('370.33') };
    const [last] = unwrapped(settle([[rest], [item('C', 'credit', '66.67', { worth: decimal('733.37') })]]));
    expect(last).toMatchObject({ debitWorth: '740.78', creditWorth: '733.37' });
  });

  test('together what the whole is worth, however it is divided', () => {
    const owed = item('D', 'debit', '1', { worth: decimal('10') });
    const parts = ['0.33', '0.33', '0.34'].map((amount, index) => item(`C${index}`, 'credit', amount));
    const settled = unwrapped(settle([[owed], ...parts.map((part) => [part] as const)]));
    expect(settled.map(({ debitWorth }) => debitWorth)).toEqual(['3.30', '3.30', '3.40']);
  });
});

function unwrapped(settled: ReturnType<typeof settle>) {
  if (!settled.ok) throw new Error(JSON.stringify(settled));
  return settled.value;
}
