import { calendarDate } from '../../../date/calendar-date.ts';
import { accept, type Rejection } from '../../../result.ts';
import type { AccumulatorDefinition, CountryPack, FactDefinition } from '../../rule/definition.ts';
import { words } from '../../rule/words.ts';
import { GB_PARAMETERS, GB_TABLES, GB_YEARS, NI_CATEGORIES } from './figure.ts';
import { taxComponents } from './income-tax.ts';
import { insuranceComponents } from './national-insurance.ts';
import { GB_NATIVES } from './native.ts';
import { payComponents } from './pay.ts';
import { parseTaxCode } from './tax-code.ts';

const FROM = calendarDate('2025-04-06');

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

const FACTS: readonly FactDefinition[] = [
  {
    name: 'taxCode',
    meaning: 'The tax code as HMRC writes it, with its prefix, and its basis if it has one.',
    unit: 'text',
    type: 'text',
    // What HMRC wants used when nothing is known of a person, with nonCumulative.
    default: '0T W1/M1',
    read: (text) => {
      const code = parseTaxCode(text);
      return code.ok ? accept(text) : code;
    },
  },
  {
    name: 'nonCumulative',
    meaning: 'Whether each payment is taxed for itself: week 1 or month 1 basis.',
    unit: 'true or false',
    type: 'boolean',
    default: 'false',
  },
  {
    name: 'niCategory',
    meaning: 'The category letter of National Insurance; X is none.',
    unit: 'letter',
    type: 'text',
    default: 'A',
    choices: NI_CATEGORIES,
  },
  {
    name: 'director',
    meaning: 'For a director, the method of National Insurance: on the year to date, or the alternative by period.',
    unit: 'NONE, ANNUAL or ALTERNATIVE',
    type: 'text',
    default: 'NONE',
    choices: ['NONE', 'ANNUAL', 'ALTERNATIVE'],
  },
  {
    name: 'directorFinalPayment',
    meaning: 'With the alternative method: the last payment of the year or directorship, which settles the year.',
    unit: 'true or false',
    type: 'boolean',
    default: 'false',
  },
  {
    name: 'directorWeeks',
    meaning: 'Tax weeks of the year from and with the one of the appointment; 52 for who was director at its start.',
    unit: 'weeks',
    type: 'number',
    default: '52',
    from: 1,
    to: 52,
  },
  {
    name: 'studentLoanPlan',
    meaning: 'The plan of the student loan that is repaid.',
    unit: 'NONE, 1, 2, 4 or 5',
    type: 'text',
    default: 'NONE',
    choices: ['NONE', '1', '2', '4', '5'],
  },
  {
    name: 'postgraduateLoan',
    meaning: 'Whether a postgraduate loan is repaid, alone or beside a student loan.',
    unit: 'true or false',
    type: 'boolean',
    default: 'false',
  },
];

const ACCUMULATORS: readonly AccumulatorDefinition[] = [
  {
    code: 'grossPay',
    meaning: 'Pay before deductions, without expenses and benefits.',
    adds: 'base.niable + base.sacrificed',
  },
  { code: 'taxablePay', meaning: 'Pay for income tax, of this employment and a P45.', adds: 'base.taxable' },
  {
    code: 'incomeTax',
    meaning: 'Income tax deducted, less refunds, of this employment and a P45.',
    adds: 'INCOME_TAX',
  },
  { code: 'niablePay', meaning: 'Pay for National Insurance; of a director, as a director.', adds: 'base.niable' },
  { code: 'niEmployee', meaning: 'National Insurance of the employee.', adds: 'NI_EMPLOYEE' },
  { code: 'niEmployer', meaning: 'National Insurance of the employer.', adds: 'NI_EMPLOYER' },
  { code: 'niAtLowerLimit', meaning: 'Earnings at the lower earnings limit.', adds: 'NI_EARNINGS_AT_LOWER_LIMIT' },
  { code: 'niToPrimary', meaning: 'Earnings from there to the primary threshold.', adds: 'NI_EARNINGS_TO_PRIMARY' },
  {
    code: 'niToUpperLimit',
    meaning: 'Earnings from there to the upper earnings limit.',
    adds: 'NI_EARNINGS_TO_UPPER_LIMIT',
  },
  { code: 'studentLoan', meaning: 'Student loan deducted.', adds: 'STUDENT_LOAN' },
  { code: 'postgraduateLoan', meaning: 'Postgraduate loan deducted.', adds: 'POSTGRADUATE_LOAN' },
];

const refuse = (code: string, message: string, fact: string): Rejection => ({ code, message, path: ['facts', fact] });

/**
 * LOAN_PLAN_NOT_IN_YEAR: plan 5 is repaid from 6 April 2026. NOT_A_DIRECTOR: a fact that only a
 * director has. NOT_ALTERNATIVE: only the alternative method has a payment that settles the year.
 */
const check: NonNullable<CountryPack['check']> = (facts, year) => {
  const rejections: Rejection[] = [];
  const weeks = facts.get('directorWeeks');
  const isWholeYear = typeof weeks === 'object' && weeks.over === 52n * weeks.under;
  if (facts.get('studentLoanPlan') === '5' && year.name === '2025-26') {
    rejections.push(refuse('LOAN_PLAN_NOT_IN_YEAR', 'Plan 5 is repaid from 6 April 2026.', 'studentLoanPlan'));
  }
  if (facts.get('director') === 'NONE' && !isWholeYear) {
    rejections.push(
      refuse('NOT_A_DIRECTOR', 'Only a director has weeks: say which method in director.', 'directorWeeks'),
    );
  }
  if (facts.get('director') !== 'ALTERNATIVE' && facts.get('directorFinalPayment') === true) {
    const message = 'Only the alternative method has a payment that settles the year.';
    rejections.push(refuse('NOT_ALTERNATIVE', message, 'directorFinalPayment'));
  }
  return rejections;
};

/** The United Kingdom: income tax by PAYE, National Insurance, student loans. README.md says what is in it. */
export const GB_PACK: CountryPack = {
  code: 'GB',
  currency: 'GBP',
  minorUnit: 2,
  years: GB_YEARS,
  frequencies: {
    WEEKLY: upTo(53),
    FORTNIGHTLY: upTo(27),
    FOUR_WEEKLY: upTo(14),
    MONTHLY: upTo(12),
    ANNUAL: [1, 12],
  },
  facts: FACTS,
  bases: [
    { name: 'taxable', meaning: 'Pay for income tax.' },
    { name: 'benefits', meaning: 'What of it is not paid in money.' },
    { name: 'niable', meaning: 'Pay for National Insurance and student loans.' },
    { name: 'sacrificed', meaning: 'Pay given up for a pension.' },
  ],
  parameters: GB_PARAMETERS,
  tables: GB_TABLES,
  components: [...payComponents(FROM), ...taxComponents(FROM), ...insuranceComponents(FROM)],
  accumulators: ACCUMULATORS,
  notices: [
    {
      code: 'TAX_LIMITED',
      message: words(
        'Tax was limited to half of the pay; on a cumulative code, later payments take the rest.',
        'Skatten begränsades till halva lönen; med kumulativ kod tas resten från senare utbetalningar.',
        'Die Steuer wurde auf die Hälfte des Entgelts begrenzt; bei kumulativem Code folgt der Rest später.',
        'Az adó a bér felére korlátozódott; kumulatív kódnál a többi a későbbi kifizetésekből vonódik le.',
        'Davek je bil omejen na polovico plače; pri kumulativni kodi se ostanek odtegne pozneje.',
      ),
      when: 'INCOME_TAX = TAX_LIMIT and TAX_LIMIT > 0 and TAX_DUE - if(TAX_IS_CUMULATIVE, ytd.incomeTax, 0) > TAX_LIMIT',
    },
  ],
  natives: GB_NATIVES,
  check,
};
