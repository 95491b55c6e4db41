import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, calendarDate } from '../date/calendar-date.ts';
import { compareDecimal, decimal, sumDecimal } from '../money/decimal.ts';
import { rejectionsOf, unwrap } from '../result.ts';
import { calculate } from './calculate.ts';
import { payEventHash } from './input-hash.ts';
import { exactOf, shownExact } from './number/exact.ts';
import { COUNTRY_PACKS } from './pack/index.ts';
import type { PayEvent } from './pay-event.ts';
import { retroactiveAmounts, retroactiveDifferences } from './retroactive.ts';
import type { CountryPack } from './rule/definition.ts';
import { prepareRules } from './rule/prepare.ts';
import { calculateSequence } from './sequence.ts';
import { roundTogether, splitCalculation } from './split.ts';

const packOf = (code: string): CountryPack => {
  const pack = COUNTRY_PACKS.get(code);
  if (pack === undefined) throw new Error(`no pack ${code}`);
  return pack;
};
const rules = unwrap(prepareRules(packOf('GB')));

const month = (period: number, salary: string): PayEvent => ({
  pack: 'GB',
  payDate: addMonths(calendarDate('2026-04-30'), period - 1),
  frequency: 'MONTHLY',
  period,
  components: [{ code: 'SALARY', amount: decimal(salary) }],
  facts: { taxCode: '1257L' },
  yearToDate: {},
});

test('a raise that is dated back: the periods stay as they were paid, and the current one pays the difference', () => {
  const paid = unwrap(calculateSequence(rules, [month(1, '3000.00'), month(2, '3000.00')]));
  const differences = paid.flatMap((calculation, index) => {
    const event = { ...month(index + 1, '3000.00'), yearToDate: paid[index - 1]?.yearToDate ?? {} };
    const corrected = { ...event, components: [{ code: 'SALARY', amount: decimal('3100.00') }] };
    return unwrap(retroactiveDifferences(rules, { event, calculation }, corrected));
  });
  expect(
    differences.map(({ code, paid, corrected, difference, origin }) => [
      origin.period,
      code,
      paid,
      corrected,
      difference,
    ]),
  ).toEqual([
    [1, 'SALARY', '3000.00', '3100.00', '100.00'],
    [1, 'INCOME_TAX', '390.20', '410.20', '20.00'],
    [1, 'NI_EMPLOYEE', '156.16', '164.16', '8.00'],
    [1, 'NI_EMPLOYER', '387.45', '402.45', '15.00'],
    [1, 'NI_EARNINGS_TO_UPPER_LIMIT', '1952.00', '2052.00', '100.00'],
    [2, 'SALARY', '3000.00', '3100.00', '100.00'],
    [2, 'INCOME_TAX', '390.40', '410.40', '20.00'],
    [2, 'NI_EMPLOYEE', '156.16', '164.16', '8.00'],
    [2, 'NI_EMPLOYER', '387.45', '402.45', '15.00'],
    [2, 'NI_EARNINGS_TO_UPPER_LIMIT', '1952.00', '2052.00', '100.00'],
  ]);
  const [first] = differences;
  expect(first?.origin).toMatchObject({ payDate: '2026-04-30', version: '2025-04-06' });
  expect(first?.origin.paidFrom).toBe(payEventHash({ ...month(1, '3000.00') }));
  expect(first?.origin.correctedFrom).not.toBe(first?.origin.paidFrom);

  const [carried, ...more] = retroactiveAmounts(differences, () => 'ADJUSTMENT');
  expect(more).toEqual([]);
  expect(carried).toMatchObject({
    code: 'ADJUSTMENT',
    amount: '200.00',
    origins: [{ code: 'SALARY' }, { code: 'SALARY' }],
  });
  const june = month(3, '3100.00');
  const components = [...june.components, ...(carried === undefined ? [] : [carried])];
  const event = { ...june, components, yearToDate: paid[1]?.yearToDate ?? {} };
  // The tax follows the day of payment: 9,300 to date, as if each month had been right.
  expect(unwrap(calculate({ rules, event })).yearToDate).toMatchObject({ taxablePay: '9300.00', incomeTax: '1231.00' });
});

test('what is taken back is below zero, what was never paid is all difference, and the same is none', () => {
  const event = month(1, '3000.00');
  const calculation = unwrap(calculate({ rules, event }));
  const less = { ...event, components: [{ code: 'SALARY', amount: decimal('2900.00') }] };
  const [salary] = unwrap(retroactiveDifferences(rules, { event, calculation }, less));
  expect(salary).toMatchObject({ code: 'SALARY', difference: '-100.00' });
  const bonus = { ...event, components: [...event.components, { code: 'BONUS', amount: decimal('50.00') }] };
  const found = unwrap(retroactiveDifferences(rules, { event, calculation }, bonus));
  expect(found.find(({ code }) => code === 'BONUS')).toMatchObject({
    paid: '0',
    corrected: '50.00',
    difference: '50.00',
  });
  const gone = unwrap(
    retroactiveDifferences(rules, { event: bonus, calculation: unwrap(calculate({ rules, event: bonus })) }, event),
  );
  expect(gone.find(({ code }) => code === 'BONUS')).toMatchObject({ difference: '-50.00', origin: { version: null } });
  expect(unwrap(retroactiveDifferences(rules, { event, calculation }, event))).toEqual([]);
  expect(rejectionsOf(retroactiveDifferences(rules, { event, calculation }, { ...event, period: 13 }))).toMatchObject([
    { code: 'PERIOD_OUT_OF_RANGE' },
  ]);
});

test('events follow on each other from opening balances, and a new tax year begins with nothing', () => {
  const opening = { taxablePay: decimal('30000.00'), incomeTax: decimal('3486.00') };
  const events = [month(11, '3000.00'), month(12, '3000.00')].map((event) => ({
    ...event,
    payDate: calendarDate('2026-03-31'),
  }));
  const result = unwrap(calculateSequence(rules, [...events, month(1, '3000.00')], opening));
  expect(result.map(({ taxYear, yearToDate }) => [taxYear.name, yearToDate['taxablePay']])).toEqual([
    ['2025-26', '33000.00'],
    ['2025-26', '36000.00'],
    ['2026-27', '3000.00'],
  ]);
  const wrong = calculateSequence(rules, [month(1, '1.00'), { ...month(2, '1.00'), period: 13 }]);
  expect(rejectionsOf(wrong)).toMatchObject([{ code: 'PERIOD_OUT_OF_RANGE', path: [1, 'period'] }]);
});

test('the hash of an event is SHA-256 of its facts in any order', () => {
  const event = month(1, '3000.00');
  const text =
    '{"components":[{"amount":"3000.00","code":"SALARY"}],"facts":{"taxCode":"1257L"},"frequency":"MONTHLY","pack":"GB","payDate":"2026-04-30","period":1,"yearToDate":{}}';
  expect(payEventHash(event)).toBe(createHash('sha256').update(text).digest('hex'));
  const shuffled = Object.fromEntries(Object.entries(event).toReversed()) as unknown as PayEvent;
  expect(payEventHash(shuffled)).toBe(payEventHash(event));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (pack) => {
      const named = { ...event, pack };
      const sorted = text.replace('"pack":"GB"', () => `"pack":${JSON.stringify(pack)}`);
      expect(payEventHash(named)).toBe(createHash('sha256').update(sorted).digest('hex'));
    }),
  );
});

test('each line is split by shares, and its parts are the line', () => {
  const calculation = unwrap(calculate({ rules, event: month(1, '3333.33') }));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }), (weights) => {
      const shares = weights.map((weight, index) => ({ key: `C${index}`, weight: decimal(String(weight)) }));
      const parts = unwrap(splitCalculation(calculation, shares, 2));
      for (const { code, amount } of calculation.lines) {
        const sum = sumDecimal(
          parts.map(({ lines }) => lines.find((line) => line.code === code)?.amount ?? decimal('0')),
        );
        expect(compareDecimal(sum, amount)).toBe(0);
      }
    }),
  );
  expect(rejectionsOf(splitCalculation(calculation, [], 2))[0]?.code).toBe('WEIGHTS_SUM_TO_ZERO');
});

test.each([
  [
    ['0.335', '0.335', '0.33'],
    ['0.34', '0.33', '0.33'],
  ],
  [
    ['1', '2'],
    ['1', '2'],
  ],
  [
    ['-0.005', '0.005'],
    ['0', '0'],
  ],
  [
    ['0.004', '0.004', '0.004'],
    ['0.01', '0', '0'],
  ],
])('%j is rounded together to %j', (parts, expected) => {
  const rounded = roundTogether(
    parts.map((part) => exactOf(decimal(part))),
    exactOf(decimal('0.01')),
  );
  expect(rounded.map(shownExact)).toEqual(expected);
});
