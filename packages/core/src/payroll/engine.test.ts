import { expect, test } from 'vitest';
import { calendarDate } from '../date/calendar-date.ts';
import { type Decimal, decimal } from '../money/decimal.ts';
import { accept, reject, rejectionsOf, unwrap } from '../result.ts';
import { calculate } from './calculate.ts';
import type { PayEvent } from './pay-event.ts';
import type { ComponentDefinition, ComponentKind, CountryPack, RuleLayer } from './rule/definition.ts';
import { prepareRules } from './rule/prepare.ts';
import { words } from './rule/words.ts';

const JANUARY = calendarDate('2030-01-01');
const JULY = calendarDate('2030-07-01');
const PENNY = { mode: 'HALF_UP', unit: '0.01' } as const;

const computed = (
  code: string,
  kind: ComponentKind,
  rule: string,
  more: Partial<ComponentDefinition> = {},
): ComponentDefinition => ({
  code,
  kind,
  name: words(code, code, code, code, code),
  versions: [{ from: JANUARY, rule, ...(kind !== 'STEP' && { rounding: PENNY }) }],
  ...more,
});

const given = (code: string, kind: ComponentKind, more: Partial<ComponentDefinition> = {}): ComponentDefinition => ({
  code,
  kind,
  name: words(code, code, code, code, code),
  isGiven: true,
  feeds: { taxable: 'ADD' },
  versions: [{ from: JANUARY }],
  ...more,
});

/** A country of two taxes, whose rate rises in July. */
const ATLANTIS: CountryPack = {
  code: 'AT',
  currency: 'EUR',
  minorUnit: 2,
  years: [{ name: '2030', from: JANUARY, until: calendarDate('2030-12-31') }],
  frequencies: { MONTHLY: Array.from({ length: 12 }, (_, index) => index + 1) },
  facts: [
    { name: 'children', meaning: 'Children.', unit: 'children', type: 'number', default: '0', from: 0, to: 20 },
    { name: 'church', meaning: 'Church member.', unit: 'true or false', type: 'boolean', default: 'false' },
    { name: 'isle', meaning: 'Isle.', unit: 'name', type: 'text', default: 'NORTH', choices: ['NORTH', 'SOUTH'] },
    {
      name: 'card',
      meaning: 'Tax card.',
      unit: 'text',
      type: 'text',
      default: 'K-1',
      read: (text) => (/^K-[0-9]$/.test(text) ? accept(text) : reject('CARD_MALFORMED', 'Give a card such as K-1.')),
    },
  ],
  bases: [{ name: 'taxable', meaning: 'Pay that is taxed.' }],
  parameters: [
    {
      name: 'tax',
      meaning: 'Rate of tax.',
      unit: 'part of 1',
      versions: [
        { from: JANUARY, value: '0.20', sources: [] },
        { from: JULY, value: '0.25', sources: [] },
      ],
    },
    {
      name: 'meal',
      meaning: 'A meal.',
      unit: 'EUR',
      isOpen: true,
      versions: [{ from: JANUARY, value: '4', sources: [] }],
    },
  ],
  tables: [
    {
      name: 'bands',
      meaning: 'Church tax.',
      versions: [
        {
          from: JANUARY,
          brackets: [
            ['1000', '0.01'],
            [null, '0.02'],
          ],
          sources: [],
        },
      ],
    },
  ],
  components: [
    // Before what it needs: the order is found.
    computed('TAX', 'DEDUCTION', '(base.taxable - 100 * fact.children) * rate.tax'),
    computed('CHURCH_TAX', 'DEDUCTION', "if(fact.church, bracket(base.taxable, 'bands'), 0)"),
    computed('FUND', 'EMPLOYER', 'if(base.taxable > 0, base.taxable / 3, 0)', { isOpen: true }),
    given('SALARY', 'EARNING'),
    given('CORRECTION', 'EARNING', { maySubtract: true }),
    given('SACRIFICE', 'DEDUCTION', { feeds: { taxable: 'SUBTRACT' } }),
  ],
  accumulators: [
    { code: 'taxable', meaning: 'Taxable pay.', adds: 'base.taxable' },
    { code: 'tax', meaning: 'Tax.', adds: 'TAX' },
  ],
  notices: [
    {
      code: 'MUCH',
      message: words('This is much.', 'Mycket.', 'Viel.', 'Sok.', 'Veliko.'),
      when: 'ytd.taxable + base.taxable > 50000',
    },
  ],
  natives: [],
};

const EVENT: PayEvent = {
  pack: 'AT',
  payDate: calendarDate('2030-03-31'),
  frequency: 'MONTHLY',
  period: 3,
  components: [{ code: 'SALARY', amount: decimal('2000.00') }],
  facts: {},
  yearToDate: {},
};

const pay = (change: Partial<PayEvent>, layers: readonly RuleLayer[] = [], explains = false) =>
  calculate({ rules: unwrap(prepareRules(ATLANTIS, layers)), event: { ...EVENT, ...change }, explains });
const amounts = (change: Partial<PayEvent>, layers: readonly RuleLayer[] = []): Record<string, Decimal> =>
  Object.fromEntries(unwrap(pay(change, layers)).lines.map(({ code, amount }) => [code, amount]));
const company = (...components: ComponentDefinition[]): RuleLayer => ({ level: 'COMPANY', components });

test('a payslip has what is earned, taken and paid beside, and its totals', () => {
  const result = unwrap(pay({ yearToDate: { taxable: decimal('4000'), tax: decimal('800.00') } }));
  expect(result.lines.map(({ code, kind, amount }) => `${kind} ${code} ${amount}`)).toEqual([
    'EARNING SALARY 2000.00',
    'DEDUCTION TAX 400.00',
    'EMPLOYER FUND 666.67',
  ]);
  expect(result).toMatchObject({ gross: '2000.00', net: '1600.00', employerCost: '2666.67', currency: 'EUR' });
  expect(result.yearToDate).toEqual({ taxable: '6000.00', tax: '1200.00' });
  expect(result.taxYear.name).toBe('2030');
});

test('the day of payment decides the version of a rule', () => {
  expect(amounts({ payDate: calendarDate('2030-06-30') })['TAX']).toBe('400.00');
  expect(amounts({ payDate: JULY })['TAX']).toBe('500.00');
});

test('several amounts for one component are added, and a base takes what is subtracted', () => {
  const components = [
    { code: 'SALARY', amount: decimal('1000') },
    { code: 'SALARY', amount: decimal('500.50') },
    { code: 'CORRECTION', amount: decimal('-0.50') },
    { code: 'SACRIFICE', amount: decimal('500') },
  ];
  expect(amounts({ components })).toMatchObject({ SALARY: '1500.50', CORRECTION: '-0.50', TAX: '200.00' });
});

test('a line explains itself: rule, version, inputs and each bracket', () => {
  const facts = { church: true, children: '2' };
  const lines = unwrap(pay({ facts }, [], true)).lines;
  const [tax, church] = ['TAX', 'CHURCH_TAX'].map((code) => lines.find((line) => line.code === code)?.explanation);
  expect(tax).toEqual({
    level: 'COUNTRY',
    version: '2030-01-01',
    rule: '(base.taxable - 100 * fact.children) * rate.tax',
    inputs: { 'base.taxable': '2000', 'fact.children': '2', 'rate.tax': '0.2' },
    steps: [],
    beforeRounding: '360',
    rounding: { mode: 'HALF_UP', unit: '0.01' },
    through: [],
  });
  expect(church?.steps).toEqual([
    { table: 'bands', from: '0', upTo: '1000', rate: '0.01', amount: '1000', result: '10' },
    { table: 'bands', from: '1000', upTo: null, rate: '0.02', amount: '1000', result: '20' },
  ]);
  expect(lines.find(({ code }) => code === 'FUND')?.explanation?.beforeRounding).toBe('666.666666666666…');
});

test('a line explains the steps that it needed, themselves needed or not, each once and in order', () => {
  const layer = company(
    computed('SUM', 'EARNING', 'LEFT + RIGHT'),
    computed('LEFT', 'STEP', "bracket(SHARED, 'bands')"),
    computed('RIGHT', 'STEP', 'SHARED * 2'),
    computed('SHARED', 'STEP', 'SALARY / 2'),
    computed('ALONE', 'STEP', '1'),
  );
  const explanation = unwrap(pay({}, [layer], true)).lines.find(({ code }) => code === 'SUM')?.explanation;
  expect(explanation?.through.map(({ code, value, steps }) => [code, value, steps.length])).toEqual([
    ['SHARED', '1000', 0],
    ['LEFT', '10', 1],
    ['RIGHT', '2000', 0],
  ]);
  expect(explanation).toMatchObject({ level: 'COMPANY', inputs: { LEFT: '10', RIGHT: '2000' } });
});

test('what should be looked at is noticed, and paid', () => {
  expect(unwrap(pay({ yearToDate: { taxable: decimal('49000') } })).notices).toEqual([
    { code: 'MUCH', message: words('This is much.', 'Mycket.', 'Viel.', 'Sok.', 'Veliko.') },
  ]);
  expect(unwrap(pay({})).notices).toEqual([]);
});

test.each<[string, Partial<PayEvent>, readonly (string | number)[]]>([
  ['PACK_YEAR_MISSING', { payDate: calendarDate('2031-01-01') }, ['payDate']],
  ['FREQUENCY_UNKNOWN', { frequency: 'WEEKLY' }, ['frequency']],
  ['FREQUENCY_UNKNOWN', { frequency: 'constructor' }, ['frequency']],
  ['PERIOD_OUT_OF_RANGE', { period: 13 }, ['period']],
  ['PERIOD_OUT_OF_RANGE', { period: 0 }, ['period']],
  ['COMPONENT_UNKNOWN', { components: [{ code: 'WAGES', amount: decimal('1') }] }, ['components', 0, 'code']],
  ['COMPONENT_NOT_GIVEN', { components: [{ code: 'TAX', amount: decimal('1') }] }, ['components', 0, 'code']],
  ['AMOUNT_NEGATIVE', { components: [{ code: 'SALARY', amount: decimal('-1') }] }, ['components', 0, 'amount']],
  [
    'AMOUNT_EXCEEDS_MINOR_UNIT',
    { components: [{ code: 'SALARY', amount: decimal('1.001') }] },
    ['components', 0, 'amount'],
  ],
  [
    'AMOUNT_TOO_LARGE',
    { components: [{ code: 'SALARY', amount: decimal('9'.repeat(30)) }] },
    ['components', 0, 'amount'],
  ],
  ['FACT_UNKNOWN', { facts: { childs: '1' } }, ['facts', 'childs']],
  ['FACT_UNKNOWN', { facts: { toString: '1' } }, ['facts', 'toString']],
  ['FACT_TYPE_WRONG', { facts: { children: true } }, ['facts', 'children']],
  ['FACT_TYPE_WRONG', { facts: { children: 'two' } }, ['facts', 'children']],
  ['FACT_TYPE_WRONG', { facts: { church: 'yes' } }, ['facts', 'church']],
  ['FACT_TYPE_WRONG', { facts: { isle: false } }, ['facts', 'isle']],
  ['FACT_OUT_OF_RANGE', { facts: { children: '21' } }, ['facts', 'children']],
  ['FACT_OUT_OF_RANGE', { facts: { children: '1.5' } }, ['facts', 'children']],
  ['FACT_CHOICE_UNKNOWN', { facts: { isle: 'EAST' } }, ['facts', 'isle']],
  ['CARD_MALFORMED', { facts: { card: 'X' } }, ['facts', 'card']],
  ['YEAR_TO_DATE_UNKNOWN', { yearToDate: { taxes: decimal('1') } }, ['yearToDate', 'taxes']],
  ['AMOUNT_EXCEEDS_MINOR_UNIT', { yearToDate: { tax: decimal('1.001') } }, ['yearToDate', 'tax']],
])('%s', (code, change, path) => {
  expect(rejectionsOf(pay(change))).toMatchObject([{ code, path }]);
});

test('everything that is wrong is told at once', () => {
  const wrong = { period: 13, facts: { isle: 'EAST', children: '-1' }, yearToDate: { taxes: decimal('1') } };
  expect(rejectionsOf(pay(wrong)).map(({ code }) => code)).toEqual([
    'PERIOD_OUT_OF_RANGE',
    'FACT_OUT_OF_RANGE',
    'FACT_CHOICE_UNKNOWN',
    'YEAR_TO_DATE_UNKNOWN',
  ]);
});

test('a company adds a component, changes what is open, and both show in the next payslip', () => {
  const layer: RuleLayer = {
    ...company(
      computed('MEALS', 'EARNING', '20 * rate.meal', { feeds: { taxable: 'ADD' } }),
      computed('FUND', 'EMPLOYER', 'SALARY / 10'),
    ),
    parameters: [
      { name: 'meal', meaning: 'A meal.', unit: 'EUR', versions: [{ from: JANUARY, value: '5.50', sources: [] }] },
    ],
  };
  expect(amounts({}, [layer])).toMatchObject({ MEALS: '110.00', FUND: '200.00', TAX: '422.00' });
  const own: RuleLayer = { level: 'EMPLOYEE', components: [computed('CAR', 'DEDUCTION', 'MEALS + 0.01')] };
  expect(amounts({}, [layer, own])['CAR']).toBe('110.01');
});

test('what only the numbers show is refused for that person, by component, version and place', () => {
  const layer = company(computed('SHARE', 'EARNING', 'SALARY / fact.children'));
  expect(rejectionsOf(pay({}, [layer]))).toEqual([
    {
      code: 'RULE_FAILED',
      message: 'SHARE from 2030-01-01, line 1, column 10: This divides by zero.',
      path: ['components', 'SHARE', '2030-01-01', 1, 10],
    },
  ]);
  expect(amounts({ facts: { children: '4' } }, [layer])['SHARE']).toBe('500.00');
  const raw = company(computed('RAW', 'EARNING', 'SALARY / 3', { versions: [{ from: JANUARY, rule: 'SALARY / 3' }] }));
  expect(rejectionsOf(pay({}, [raw]))).toMatchObject([
    { code: 'RESULT_NOT_PAYABLE', path: ['components', 'RAW', '2030-01-01'] },
  ]);
});

test('a component that begins in July is unknown before, and one that has ended is after', () => {
  const layer = company(
    given('NEW', 'EARNING', { versions: [{ from: JULY }] }),
    given('OLD', 'EARNING', { versions: [{ from: JANUARY, until: calendarDate('2030-06-30') }] }),
  );
  const tryOut = (code: string, payDate: string) =>
    pay({ payDate: calendarDate(payDate), components: [{ code, amount: decimal('1') }] }, [layer]).ok;
  expect([tryOut('NEW', '2030-06-30'), tryOut('NEW', '2030-07-01')]).toEqual([false, true]);
  expect([tryOut('OLD', '2030-06-30'), tryOut('OLD', '2030-07-01')]).toEqual([true, false]);
});
