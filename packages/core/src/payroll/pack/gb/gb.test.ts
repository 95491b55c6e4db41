import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../../../date/calendar-date.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimal,
  subtractDecimal,
  sumDecimal,
  ZERO,
} from '../../../money/decimal.ts';
import { rejectionsOf, unwrap } from '../../../result.ts';
import { calculate } from '../../calculate.ts';
import type { PayEvent } from '../../pay-event.ts';
import { prepareRules } from '../../rule/prepare.ts';
import { calculateSequence } from '../../sequence.ts';
import { NI_CATEGORIES } from './figure.ts';
import { GB_NATIVES } from './native.ts';
import { GB_PACK } from './pack.ts';
import { parseTaxCode } from './tax-code.ts';

const rules = unwrap(prepareRules(GB_PACK));
const THIS_YEAR = calendarDate('2026-06-30');
const LAST_YEAR = calendarDate('2025-06-30');

const event = (pay: string, change: Partial<PayEvent> = {}): PayEvent => ({
  pack: 'GB',
  payDate: THIS_YEAR,
  frequency: 'MONTHLY',
  period: 1,
  components: [{ code: 'SALARY', amount: decimal(pay) }],
  facts: {},
  yearToDate: {},
  ...change,
});
const run = (pay: string, change: Partial<PayEvent> = {}) => unwrap(calculate({ rules, event: event(pay, change) }));
const line = (code: string, pay: string, change: Partial<PayEvent> = {}): string =>
  run(pay, change).lines.find((one) => one.code === code)?.amount ?? '0.00';
const toDate = (taxablePay: string, incomeTax: string) => ({
  taxablePay: decimal(taxablePay),
  incomeTax: decimal(incomeTax),
});

/** Worked out from the specification by hand and by a second program, rule by rule. */
test.each<[string, boolean, string, number, string, string, string, string]>([
  ['1257L', false, 'WEEKLY', 1, '500.00', '0', '0', '51.60'],
  ['1257L', false, 'WEEKLY', 20, '500.00', '9500.00', '924.60', '107.60'],
  ['1257L', false, 'FORTNIGHTLY', 1, '1000.00', '0', '0', '103.20'],
  ['1257L', false, 'FOUR_WEEKLY', 13, '2000.00', '24000.00', '2480.00', '204.00'],
  ['1257L', false, 'ANNUAL', 1, '60000.00', '0', '0', '11428.00'],
  ['1257L', false, 'ANNUAL', 12, '60000.00', '0', '0', '11428.00'],
  // Weeks 53, 54 and 56 are taxed for themselves.
  ['1257L', false, 'WEEKLY', 53, '500.00', '26000.00', '2686.00', '51.60'],
  ['1257L', false, 'FORTNIGHTLY', 27, '1000.00', '26000.00', '2686.00', '103.20'],
  ['1257L', false, 'FOUR_WEEKLY', 14, '2000.00', '26000.00', '2686.00', '206.40'],
  // The band is chosen by unrounded pay against the threshold rounded up to a pound: 3,142.
  ['1257L', true, 'MONTHLY', 1, '4190.26', '0', '0', '628.40'],
  ['1257L', true, 'MONTHLY', 1, '4190.27', '0', '0', '628.46'],
  ['1257L', true, 'MONTHLY', 1, '4191.26', '0', '0', '628.86'],
  // Codes over 500 are so many times 500 and a rest.
  ['500L', true, 'WEEKLY', 1, '200.00', '0', '0', '20.60'],
  ['501L', true, 'WEEKLY', 1, '200.00', '0', '0', '20.60'],
  // Scotland.
  ['S1257L', true, 'MONTHLY', 1, '1379.26', '0', '0', '62.89'],
  ['S1257L', false, 'MONTHLY', 6, '5000.00', '25000.00', '5139.84', '1449.08'],
  ['S1257L', true, 'WEEKLY', 7, '3000.00', '0', '0', '1086.03'],
  ['S1257L', true, 'MONTHLY', 1, '12000.00', '0', '0', '4226.00'],
  ['SBR', true, 'MONTHLY', 1, '1000.99', '0', '0', '200.00'],
  ['SD0', true, 'MONTHLY', 1, '1000.99', '0', '0', '210.00'],
  ['SD1', true, 'MONTHLY', 1, '1000.99', '0', '0', '420.00'],
  ['SD2', true, 'MONTHLY', 1, '1000.99', '0', '0', '450.00'],
  ['SD3', true, 'MONTHLY', 1, '1000.99', '0', '0', '480.00'],
  ['S0T', true, 'MONTHLY', 1, '5000.00', '0', '0', '1538.45'],
  // Thresholds and the tax up to them are cut to four decimals, which here is a penny: exact ones give 486.71.
  ['S0T', false, 'WEEKLY', 4, '2393.00', '0', '0', '486.70'],
  // Wales.
  ['C1257L', false, 'MONTHLY', 1, '5000.00', '0', '0', '952.06'],
  ['CBR', false, 'MONTHLY', 1, '5000.00', '0', '0', '1000.00'],
  ['CD0', false, 'MONTHLY', 1, '5000.00', '0', '0', '2000.00'],
  ['CD1', false, 'MONTHLY', 1, '5000.00', '0', '0', '2250.00'],
  ['0T', true, 'MONTHLY', 1, '5000.00', '0', '0', '1371.66'],
  // K codes add to pay; no code takes more than half of it, and the rest follows later.
  ['K475', false, 'MONTHLY', 1, '500.00', '0', '0', '179.20'],
  ['K3000', false, 'MONTHLY', 1, '500.01', '0', '0', '250.00'],
  ['K3000', false, 'MONTHLY', 2, '500.01', '500.01', '250.00', '250.00'],
  ['BR', false, 'MONTHLY', 4, '1000.00', '30000.00', '1000.00', '500.00'],
  // Refunds, on cumulative codes alone.
  ['NT', false, 'MONTHLY', 4, '1000.00', '30000.00', '1000.00', '-1000.00'],
  ['NT', true, 'MONTHLY', 4, '1000.00', '30000.00', '1000.00', '0.00'],
  ['1257L', false, 'MONTHLY', 4, '0.00', '9000.00', '1200.00', '-238.80'],
  ['1257L X', false, 'MONTHLY', 4, '0.00', '9000.00', '1200.00', '0.00'],
])(
  '%s, non-cumulative %s, %s %i: on %s after %s and %s the tax is %s',
  (taxCode, nonCumulative, frequency, period, pay, taxable, tax, expected) => {
    const change = { frequency, period, facts: { taxCode, nonCumulative }, yearToDate: toDate(taxable, tax) };
    expect(line('INCOME_TAX', pay, change)).toBe(expected);
  },
);

test.each([
  ['S1257L', 6, '5000.00', '25000.00', '5139.84', '1464.96'],
  ['1257M', 3, '2500.55', '5001.10', '580.60', '290.60'],
  ['1131N', 3, '2500.55', '5001.10', '580.60', '353.60'],
  ['1500T', 3, '2500.55', '5001.10', '580.60', '169.20'],
])('2025-26: %s in month %i on %s after %s and %s: %s', (taxCode, period, pay, taxable, tax, expected) => {
  const change = { payDate: LAST_YEAR, period, facts: { taxCode }, yearToDate: toDate(taxable, tax) };
  expect(line('INCOME_TAX', pay, change)).toBe(expected);
});

test.each([
  ['A', 'WEEKLY', '242.06', '0.00', '21.91'],
  ['A', 'WEEKLY', '96.04', '0.00', '0.01'],
  ['A', 'WEEKLY', '967.31', '58.01', '130.70'],
  ['A', 'FORTNIGHTLY', '484.07', '0.00', '43.66'],
  ['A', 'FORTNIGHTLY', '484.08', '0.01', '43.66'],
  ['A', 'FORTNIGHTLY', '193.04', '0.00', '0.01'],
  ['A', 'FORTNIGHTLY', '2000.00', '117.32', '271.05'],
  ['A', 'FOUR_WEEKLY', '967.08', '0.01', '87.31'],
  ['A', 'FOUR_WEEKLY', '385.04', '0.00', '0.01'],
  ['A', 'FOUR_WEEKLY', '4000.00', '234.66', '542.25'],
  ['A', 'ANNUAL', '60000.00', '3210.60', '8250.00'],
  ['B', 'WEEKLY', '967.30', '13.42', '130.69'],
  ['C', 'MONTHLY', '5000.00', '0.00', '687.45'],
  ['D', 'WEEKLY', '481.05', '4.78', '0.01'],
  ['E', 'WEEKLY', '500.00', '4.77', '2.85'],
  ['F', 'MONTHLY', '2500.00', '116.16', '62.55'],
  ['H', 'MONTHLY', '5000.00', '267.50', '121.65'],
  ['I', 'MONTHLY', '4500.00', '64.33', '362.55'],
  ['J', 'MONTHLY', '5000.00', '79.04', '687.45'],
  ['K', 'MONTHLY', '4500.00', '0.00', '362.55'],
  ['L', 'MONTHLY', '5000.00', '79.04', '437.55'],
  ['M', 'MONTHLY', '5000.00', '267.50', '121.65'],
  ['N', 'FOUR_WEEKLY', '4000.00', '234.66', '311.40'],
  ['S', 'MONTHLY', '5000.00', '0.00', '437.55'],
  ['V', 'MONTHLY', '5000.00', '267.50', '121.65'],
  ['X', 'MONTHLY', '5000.00', '0.00', '0.00'],
  ['Z', 'MONTHLY', '5000.00', '79.04', '121.65'],
])('category %s, %s: on %s the employee pays %s, the employer %s', (niCategory, frequency, pay, employee, employer) => {
  for (const payDate of [THIS_YEAR, LAST_YEAR]) {
    const change = { payDate, frequency, facts: { niCategory } };
    expect([line('NI_EMPLOYEE', pay, change), line('NI_EMPLOYER', pay, change)]).toEqual([employee, employer]);
  }
});

test('the limits of two and four weeks follow from the year’s, and every letter has rates', () => {
  for (const { tables } of rules.editions) {
    const table = tables.get('niThresholds');
    if (table?.kind !== 'lookup') throw new Error('no limits');
    const at = (frequency: string, name: string): bigint => {
      const value = table.rows.get(frequency)?.get(name);
      return typeof value === 'object' ? value.over : -1n;
    };
    for (const name of ['secondary', 'primary', 'upperSecondary', 'upperEarnings']) {
      for (const [frequency, weeks] of [
        ['FORTNIGHTLY', 2n],
        ['FOUR_WEEKLY', 4n],
      ] as const) {
        expect(at(frequency, name)).toBe((at('ANNUAL', name) * weeks + 51n) / 52n);
      }
    }
    expect(at('FORTNIGHTLY', 'lowerEarnings')).toBe(at('WEEKLY', 'lowerEarnings') * 2n);
    expect(at('FOUR_WEEKLY', 'lowerEarnings')).toBe(at('WEEKLY', 'lowerEarnings') * 4n);
  }
  expect(NI_CATEGORIES.join(' ')).toBe('A B C D E F H I J K L M N S V X Z');
});

test('a director pays on the year to date, and by shortened limits if appointed in the year', () => {
  const annual = (weeks: string) => ({ director: 'ANNUAL', directorWeeks: weeks });
  const first = run('10000.00', { facts: annual('52') });
  expect(first.yearToDate).toMatchObject({ niablePay: '10000.00', niEmployee: '0.00', niEmployer: '750.00' });
  const second = { facts: annual('52'), period: 2, yearToDate: first.yearToDate };
  expect([line('NI_EMPLOYEE', '10000.00', second), line('NI_EMPLOYER', '10000.00', second)]).toEqual([
    '594.40',
    '1500.00',
  ]);
  expect(line('NI_EMPLOYEE', '20000.00', { facts: annual('42') })).toBe('787.76');
  expect(line('NI_EMPLOYEE', '10153.07', { facts: annual('42') })).toBe('0.00');
  expect(line('NI_EMPLOYER', '5000.00', { facts: annual('1') })).toBe('735.45');
});

test('the alternative method goes by the period, and the last payment settles the year', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    event(index === 5 ? '30000.00' : '3000.00', {
      period: index + 1,
      facts: { director: 'ALTERNATIVE', directorFinalPayment: index === 11 },
    }),
  );
  const year = unwrap(calculateSequence(rules, months));
  const [june, march] = [year[2], year[11]];
  expect(june?.lines.find(({ code }) => code === 'NI_EMPLOYEE')?.amount).toBe('156.16');
  // 63,000 in the year: 37,700 at 8 % and 12,730 at 2 %, less what eleven months paid.
  expect(march?.yearToDate).toMatchObject({ niEmployee: '3270.60', niEmployer: '8700.00' });
  expect(march?.lines.find(({ code }) => code === 'NI_EMPLOYEE')?.amount).toBe('941.50');
});

test.each([
  ['1', 'MONTHLY', '3000.00', THIS_YEAR, '68.00'],
  ['2', 'MONTHLY', '3000.00', THIS_YEAR, '49.00'],
  ['4', 'MONTHLY', '3000.00', THIS_YEAR, '16.00'],
  ['5', 'MONTHLY', '3000.00', THIS_YEAR, '82.00'],
  ['2', 'MONTHLY', '2459.86', THIS_YEAR, '0.00'],
  ['2', 'MONTHLY', '2459.87', THIS_YEAR, '1.00'],
  ['1', 'WEEKLY', '600.00', LAST_YEAR, '8.00'],
  ['2', 'FORTNIGHTLY', '1300.00', LAST_YEAR, '18.00'],
  ['2', 'ANNUAL', '40000.00', THIS_YEAR, '955.00'],
])('student loan plan %s, %s on %s (%s): %s', (studentLoanPlan, frequency, pay, payDate, expected) => {
  expect(line('STUDENT_LOAN', pay, { frequency, payDate, facts: { studentLoanPlan } })).toBe(expected);
});

test('a postgraduate loan is taken beside a student loan', () => {
  const facts = { studentLoanPlan: '5', postgraduateLoan: true };
  expect([line('STUDENT_LOAN', '3000.00', { facts }), line('POSTGRADUATE_LOAN', '3000.00', { facts })]).toEqual([
    '82.00',
    '75.00',
  ]);
  expect(line('POSTGRADUATE_LOAN', '2000.00', { frequency: 'FOUR_WEEKLY', facts })).toBe('23.00');
});

test('what is given beside salary counts where it should', () => {
  const components = [
    { code: 'SALARY', amount: decimal('3000.00') },
    { code: 'EXPENSES', amount: decimal('50.00') },
    { code: 'BENEFIT_IN_KIND', amount: decimal('100.00') },
    { code: 'PENSION_NET_PAY', amount: decimal('150.00') },
    { code: 'PENSION_SALARY_SACRIFICE', amount: decimal('200.00') },
    { code: 'PENSION_RELIEF_AT_SOURCE', amount: decimal('10.00') },
    { code: 'PENSION_EMPLOYER', amount: decimal('300.00') },
  ];
  const result = run('0', { components, facts: { taxCode: '1257L' } });
  expect(result.yearToDate).toMatchObject({ grossPay: '3000.00', taxablePay: '2750.00', niablePay: '2800.00' });
  // 2,750 less free pay of 1,048.26 is 1,701 taxed at 20 %; 1,752 at 8 %; 2,383 at 15 %.
  expect(result).toMatchObject({ gross: '3050.00', net: '2209.64', employerCost: '3707.45' });
});

test.each<[string, Partial<PayEvent>, string]>([
  ['TAX_CODE_MALFORMED', { facts: { taxCode: '1257l' } }, 'taxCode'],
  ['TAX_CODE_MALFORMED', { facts: { taxCode: '' } }, 'taxCode'],
  ['FACT_CHOICE_UNKNOWN', { facts: { niCategory: 'G' } }, 'niCategory'],
  ['FACT_CHOICE_UNKNOWN', { facts: { studentLoanPlan: '3' } }, 'studentLoanPlan'],
  ['LOAN_PLAN_NOT_IN_YEAR', { payDate: LAST_YEAR, facts: { studentLoanPlan: '5' } }, 'studentLoanPlan'],
  ['NOT_A_DIRECTOR', { facts: { directorWeeks: '10' } }, 'directorWeeks'],
  ['FACT_OUT_OF_RANGE', { facts: { director: 'ANNUAL', directorWeeks: '53' } }, 'directorWeeks'],
  ['NOT_ALTERNATIVE', { facts: { director: 'ANNUAL', directorFinalPayment: true } }, 'directorFinalPayment'],
])('%s', (code, change, fact) => {
  expect(rejectionsOf(calculate({ rules, event: event('1000.00', change) }))).toMatchObject([
    { code, path: ['facts', fact] },
  ]);
});

test.each<[string, number, boolean]>([
  ['WEEKLY', 53, true],
  ['WEEKLY', 54, false],
  ['FORTNIGHTLY', 27, true],
  ['FORTNIGHTLY', 28, false],
  ['FOUR_WEEKLY', 14, true],
  ['FOUR_WEEKLY', 15, false],
  ['MONTHLY', 12, true],
  ['MONTHLY', 13, false],
  ['ANNUAL', 12, true],
  ['ANNUAL', 2, false],
])('%s period %i: %s', (frequency, period, isAllowed) => {
  expect(calculate({ rules, event: event('1000.00', { frequency, period }) }).ok).toBe(isAllowed);
});

test('a day before the first and after the last tax year has no rules', () => {
  const codes = ['2025-04-05', '2025-04-06', '2027-04-05', '2027-04-06'].map(
    (day) => rejectionsOf(calculate({ rules, event: event('1', { payDate: calendarDate(day) }) }))[0]?.code ?? 'paid',
  );
  expect(codes).toEqual(['PACK_YEAR_MISSING', 'paid', 'paid', 'PACK_YEAR_MISSING']);
});

test.each([
  ['1257L', 'UK', 'ALLOWANCE', 1257, false],
  ['S1257L M1', 'SCOTLAND', 'ALLOWANCE', 1257, true],
  ['C1100TX', 'WALES', 'ALLOWANCE', 1100, true],
  ['SK100 W1/M1', 'SCOTLAND', 'ADDITION', 100, true],
  ['K475W1', 'UK', 'ADDITION', 475, true],
  ['SD3', 'SCOTLAND', 'FLAT', 0, false],
  ['CD1', 'WALES', 'FLAT', 0, false],
  ['BR', 'UK', 'FLAT', 0, false],
  ['NT', 'UK', 'NONE', 0, false],
  ['S0T', 'SCOTLAND', 'ALLOWANCE', 0, false],
  ['999999T', 'UK', 'ALLOWANCE', 999_999, false],
  ['S99999T', 'SCOTLAND', 'ALLOWANCE', 99_999, false],
  ['SK9999', 'SCOTLAND', 'ADDITION', 9_999, false],
])('tax code %s: %s, %s, %i, week one %s', (text, nation, kind, number, isWeekOne) => {
  expect(unwrap(parseTaxCode(text))).toMatchObject({ nation, kind, number, isWeekOne });
});

test.each([
  'SNT',
  'CNT',
  'D2',
  'D3',
  'CD2',
  'SD4',
  'K0',
  'K10000',
  'S999999T',
  '1000000T',
  'K',
  'L',
  '1257',
  '1257P',
  '1257LL',
  'T1257',
  '-5L',
  ' BR',
  '012L',
  'BR M2',
])('tax code “%s” is none', (text) => {
  expect(rejectionsOf(parseTaxCode(text))).toMatchObject([{ code: 'TAX_CODE_MALFORMED' }]);
});

test('each native function says why the language cannot say it, and is in the README', async () => {
  const { readFileSync } = await import('node:fs');
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const { name, because } of GB_NATIVES) {
    expect(because.length).toBeGreaterThan(40);
    expect(readme).toContain(`\`${name}\``);
  }
  const documented = [
    ...GB_PACK.facts.map(({ name }) => name),
    ...GB_PACK.accumulators.map(({ code }) => code),
    ...GB_PACK.components.filter(({ kind }) => kind !== 'STEP').map(({ code }) => code),
  ];
  expect(documented.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('every figure has its sources', () => {
  const versions = [...GB_PACK.parameters, ...GB_PACK.tables].flatMap(({ versions }) => [...versions]);
  expect(versions.length).toBeGreaterThan(10);
  for (const { sources } of versions) expect(sources.length).toBeGreaterThan(0);
});

const pence = fc.integer({ min: 0, max: 2_000_000 }).map((value) => decimal((value / 100).toFixed(2)));
const code = fc.constantFrom('1257L', 'S1257L', 'C1257L', 'K475', 'SK3000', 'BR', 'D1', 'SD3', '0T', 'S45L', 'NT');
const frequency = fc.constantFrom('WEEKLY', 'FORTNIGHTLY', 'FOUR_WEEKLY', 'MONTHLY', 'ANNUAL');
const category = fc.constantFrom(...NI_CATEGORIES);

test('net and deductions are gross; gross and employer’s lines are the cost; tax is at most half of pay', () => {
  fc.assert(
    fc.property(pence, code, frequency, category, (pay, taxCode, often, niCategory) => {
      const result = run(pay, { frequency: often, facts: { taxCode, niCategory } });
      const sum = (kind: string) =>
        sumDecimal(result.lines.filter((one) => one.kind === kind).map(({ amount }) => amount));
      expect(compareDecimal(addDecimal(result.net, sum('DEDUCTION')), result.gross)).toBe(0);
      expect(compareDecimal(addDecimal(result.gross, sum('EMPLOYER')), result.employerCost)).toBe(0);
      const tax = result.lines.find((one) => one.code === 'INCOME_TAX')?.amount ?? ZERO;
      expect(compareDecimal(addDecimal(tax, tax), pay)).toBeLessThanOrEqual(0);
    }),
  );
});

test('who earns more pays no less tax and insurance, and keeps no less', () => {
  fc.assert(
    fc.property(
      pence,
      pence,
      fc.constantFrom('1257L', 'S1257L', '0T', 'BR'),
      frequency,
      (one, other, taxCode, often) => {
        const [less, more] = compareDecimal(one, other) <= 0 ? [one, other] : [other, one];
        const [low, high] = [less, more].map((pay) => run(pay, { frequency: often, facts: { taxCode } }));
        for (const code of ['INCOME_TAX', 'NI_EMPLOYEE', 'NI_EMPLOYER']) {
          const at = (result = low) => result?.lines.find((line) => line.code === code)?.amount ?? ZERO;
          expect(compareDecimal(at(low), at(high))).toBeLessThanOrEqual(0);
        }
      },
    ),
  );
});

/** The year's tax on all of it in month 12 is what twelve cumulative months come to, whatever each was paid. */
test('a year of cumulative months comes to the year’s tax exactly', () => {
  const months = fc.array(fc.integer({ min: 300_000, max: 2_000_000 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(months, fc.constantFrom('1257L', 'S1257L', 'C1100T', 'BR', 'S0T'), (amounts, taxCode) => {
      const pays = amounts.map((value) => decimal((value / 100).toFixed(2)));
      const events = pays.map((pay, index) => event(pay, { period: index + 1, facts: { taxCode } }));
      const year = unwrap(calculateSequence(rules, events));
      const whole = line('INCOME_TAX', sumDecimal(pays), { frequency: 'ANNUAL', facts: { taxCode } }) as Decimal;
      const difference = subtractDecimal(year.at(-1)?.yearToDate['incomeTax'] ?? ZERO, whole);
      expect(difference).toBe('0.00');
    }),
    { numRuns: 30 },
  );
});
