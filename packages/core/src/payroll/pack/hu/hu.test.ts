import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../../../date/calendar-date.ts';
import { addDecimal, compareDecimal, decimal, sumDecimal } from '../../../money/decimal.ts';
import { rejectionsOf, unwrap } from '../../../result.ts';
import { calculate } from '../../calculate.ts';
import type { PayEvent } from '../../pay-event.ts';
import { prepareRules } from '../../rule/prepare.ts';
import { HU_PACK } from './pack.ts';

const rules = unwrap(prepareRules(HU_PACK));
type Facts = PayEvent['facts'];

const attempt = (salary: string, facts: Facts = {}, change: Partial<PayEvent> = {}) =>
  calculate({
    rules,
    event: {
      pack: 'HU',
      payDate: calendarDate('2026-05-31'),
      frequency: 'MONTHLY',
      period: 5,
      components: [{ code: 'SALARY', amount: decimal(salary) }],
      facts,
      yearToDate: {},
      ...change,
    },
  });
const pay = (salary: string, facts: Facts = {}, change: Partial<PayEvent> = {}) =>
  unwrap(attempt(salary, facts, change));
const lines = (result: ReturnType<typeof pay>) =>
  Object.fromEntries(result.lines.map(({ code, amount }) => [code, amount]));

test.each<[string, Facts, string, string]>([
  ['322800', {}, '214662', '364764'],
  ['373200', {}, '248178', '421716'],
  ['500000', {}, '332500', '565000'],
  ['575000', { children: '2' }, '462373', '649750'],
  ['500000', { children: '3' }, '500000', '565000'],
])('the known result: %s with %j is %s net, %s to the employer', (salary, facts, net, cost) => {
  expect(pay(salary, facts)).toMatchObject({ gross: salary, net, employerCost: cost });
});

/** Gross, facts; income tax, social security; worked out by hand. */
test.each<[string, Facts, string, string]>([
  // 366,660 is taxed after 133,340; nothing is unused.
  ['500000', { children: '1' }, '54999', '92500'],
  // One child claimed of two dependants: 266,660.
  ['500000', { children: '1', dependants: '2' }, '35001', '92500'],
  // Four children: 1,760,000; 15 % of what 500,000 leaves is more than all social security.
  ['500000', { children: '4' }, '0', '0'],
  ['1000000', { children: '3' }, '0', '137000'],
  ['715765', { under25: true }, '0', '132417'],
  ['715766', { under25: true }, '0', '132417'],
  ['715769', { under25: true }, '1', '132417'],
  ['800000', { under25: true }, '12635', '148000'],
  // What is left above the limit takes the family allowance, and 15 % of the rest lowers social security.
  ['800000', { under25: true, children: '1' }, '0', '140634'],
  ['500000', { motherExemption: 'UNDER_30' }, '0', '92500'],
  ['2000000', { motherExemption: 'TWO_CHILDREN' }, '0', '370000'],
  ['500000', { motherExemption: 'THREE_CHILDREN' }, '0', '92500'],
  ['500000', { motherExemption: 'FOUR_CHILDREN' }, '0', '92500'],
  // An exempt mother uses none of the family allowance against tax: 15 % of 533,320 is 79,998.
  ['500000', { motherExemption: 'TWO_CHILDREN', children: '2' }, '0', '12502'],
  ['500000', { motherExemption: 'UNDER_30', under25: true, children: '1' }, '0', '72499'],
  ['500000', { personalAllowance: true }, '58860', '92500'],
  ['500000', { firstMarriage: true }, '70000', '92500'],
  ['100000', { personalAllowance: true, firstMarriage: true }, '0', '18500'],
  ['120000', { personalAllowance: true, firstMarriage: true, children: '1' }, '0', '2199'],
  ['0', { children: '3' }, '0', '0'],
])('%s with %j: tax %s, social security %s', (salary, facts, tax, security) => {
  expect(lines(pay(salary, facts))).toMatchObject({ INCOME_TAX: tax, SOCIAL_SECURITY: security });
});

/** May 2026 has 19 working days, March 22. */
test.each<[number, Facts, string | null, string, string]>([
  [5, { homeOfficeDays: '19' }, null, '32280', '500000'],
  [5, { homeOfficeDays: '31' }, null, '32280', '500000'],
  [5, { homeOfficeDays: '10' }, null, '16989', '500000'],
  [3, { homeOfficeDays: '11' }, null, '16140', '500000'],
  [5, { homeOfficeDays: '10', workingDays: '20' }, null, '16140', '500000'],
  [5, { homeOfficeDays: '19' }, '20000', '20000', '500000'],
  [5, { homeOfficeDays: '19' }, '40000', '40000', '507720'],
  [5, {}, '10000', '10000', '510000'],
])('home office in month %i with %j and %s given: %s is paid, %s is wage', (period, facts, given, paid, income) => {
  const salary = { code: 'SALARY', amount: decimal('500000') };
  const components = given === null ? [salary] : [salary, { code: 'HOME_OFFICE_ALLOWANCE', amount: decimal(given) }];
  const result = pay('500000', facts, { period, components });
  expect(lines(result)['HOME_OFFICE_ALLOWANCE']).toBe(paid);
  expect(result.yearToDate['income']).toBe(income);
  expect(result.gross).toBe(String(500_000 + Number(paid)));
});

test('the year to date goes on', () => {
  const first = pay('575000', { children: '2' });
  const second = pay('575000', { children: '2' }, { yearToDate: first.yearToDate });
  expect(second.yearToDate).toMatchObject({
    income: '1150000',
    taxBase: '83360',
    incomeTax: '12504',
    socialSecurity: '212750',
  });
});

test.each<[string, Facts, boolean]>([
  ['322799', { fullMonth: true }, true],
  ['322800', { fullMonth: true }, false],
  ['373199', { fullMonth: true, skilled: true }, true],
  ['373200', { fullMonth: true, skilled: true }, false],
  ['100000', {}, false],
])('%s with %j is noticed as below the minimum: %s', (salary, facts, isNoticed) => {
  expect(pay(salary, facts).notices.some(({ code }) => code === 'BELOW_MINIMUM_WAGE')).toBe(isNoticed);
});

test.each<[string, Facts, Partial<PayEvent>]>([
  ['FACT_CHOICE_UNKNOWN', { motherExemption: 'FIVE_CHILDREN' }, {}],
  ['FACT_OUT_OF_RANGE', { homeOfficeDays: '32' }, {}],
  ['FACT_OUT_OF_RANGE', { children: '-1' }, {}],
  ['FACT_TYPE_WRONG', { under25: 'true' }, {}],
  ['FREQUENCY_UNKNOWN', {}, { frequency: 'WEEKLY' }],
  ['PERIOD_OUT_OF_RANGE', {}, { period: 13 }],
  ['PACK_YEAR_MISSING', {}, { payDate: calendarDate('2025-12-31') }],
  ['AMOUNT_EXCEEDS_MINOR_UNIT', {}, { components: [{ code: 'SALARY', amount: decimal('1000.5') }] }],
])('%s', (code, facts, change) => {
  expect(rejectionsOf(attempt('500000', facts, change))).toMatchObject([{ code }]);
});

test('the README lists every fact, component and running sum; every figure has two sources', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const documented = [
    ...HU_PACK.facts.map(({ name }) => name),
    ...HU_PACK.accumulators.map(({ code }) => code),
    ...HU_PACK.components.filter(({ kind }) => kind !== 'STEP').map(({ code }) => code),
  ];
  expect(documented.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  const versions = [...HU_PACK.parameters, ...HU_PACK.tables].flatMap(({ versions }) => [...versions]);
  for (const { sources } of versions) expect(new Set(sources.map(({ url }) => url)).size).toBeGreaterThan(1);
});

test('net and deductions are gross, in whole forints, and no allowance takes what is not there', () => {
  const facts = fc.record({
    children: fc.integer({ min: 0, max: 6 }).map(String),
    under25: fc.boolean(),
    personalAllowance: fc.boolean(),
    firstMarriage: fc.boolean(),
    homeOfficeDays: fc.integer({ min: 0, max: 31 }).map(String),
    motherExemption: fc.constantFrom('NONE', 'UNDER_30', 'FOUR_CHILDREN'),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000_000 }), facts, (salary, known) => {
      const result = pay(String(salary), known);
      const sum = (kind: string) =>
        sumDecimal(result.lines.filter((one) => one.kind === kind).map(({ amount }) => amount));
      expect(compareDecimal(addDecimal(result.net, sum('DEDUCTION')), result.gross)).toBe(0);
      expect(compareDecimal(addDecimal(result.gross, sum('EMPLOYER')), result.employerCost)).toBe(0);
      expect(result.lines.every(({ amount }) => /^[0-9]+$/.test(amount))).toBe(true);
    }),
  );
});
