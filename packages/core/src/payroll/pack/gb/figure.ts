import { calendarDate } from '../../../date/calendar-date.ts';
import type { PackYear, ParameterDefinition, Source, TableDefinition } from '../../rule/definition.ts';
import { GB_SOURCES as SOURCES } from './source.ts';

const YEAR_2025 = calendarDate('2025-04-06');
const YEAR_2026 = calendarDate('2026-04-06');

/** Tax years run from 6 April to 5 April. */
export const GB_YEARS: readonly PackYear[] = [
  { name: '2025-26', from: YEAR_2025, until: calendarDate('2026-04-05') },
  { name: '2026-27', from: YEAR_2026, until: calendarDate('2027-04-05') },
];

const BANDS: readonly Source[] = [SOURCES.rates2025, SOURCES.tables2025];
const BANDS_NEXT: readonly Source[] = [SOURCES.rates2026, SOURCES.tables2026];

/** Annual bands of taxable pay, and the rates of England and Northern Ireland, which Wales has set alike. */
const REST_OF_UK = [
  ['37700', '0.20'],
  ['125140', '0.40'],
  [null, '0.45'],
] as const;

const RATES_2025: readonly Source[] = [SOURCES.rates2025, SOURCES.insurance];
const RATES_2026: readonly Source[] = [SOURCES.rates2026, SOURCES.insurance, SOURCES.thresholds2026];

const categoryColumns = {
  employeeMain: 'number',
  employeeAbove: 'number',
  employerToUpperSecondary: 'number',
  employerToUpperEarnings: 'number',
  employerAbove: 'number',
} as const;

/**
 * Employee's rate from the primary threshold to the upper earnings limit, and above; employer's
 * from the secondary threshold to the upper secondary threshold of freeports and investment zones,
 * from there to the upper earnings limit, and above. The upper secondary thresholds of those under
 * 21, apprentices and veterans equal the upper earnings limit.
 */
const CATEGORIES = {
  A: ['0.08', '0.02', '0.15', '0.15', '0.15'],
  B: ['0.0185', '0.02', '0.15', '0.15', '0.15'],
  C: ['0', '0', '0.15', '0.15', '0.15'],
  D: ['0.02', '0.02', '0', '0.15', '0.15'],
  E: ['0.0185', '0.02', '0', '0.15', '0.15'],
  F: ['0.08', '0.02', '0', '0.15', '0.15'],
  H: ['0.08', '0.02', '0', '0', '0.15'],
  I: ['0.0185', '0.02', '0', '0.15', '0.15'],
  J: ['0.02', '0.02', '0.15', '0.15', '0.15'],
  K: ['0', '0', '0', '0.15', '0.15'],
  L: ['0.02', '0.02', '0', '0.15', '0.15'],
  M: ['0.08', '0.02', '0', '0', '0.15'],
  N: ['0.08', '0.02', '0', '0.15', '0.15'],
  S: ['0', '0', '0', '0.15', '0.15'],
  V: ['0.08', '0.02', '0', '0', '0.15'],
  X: ['0', '0', '0', '0', '0'],
  Z: ['0.02', '0.02', '0', '0', '0.15'],
} as const;

/** The letters of National Insurance that there are. */
export const NI_CATEGORIES: readonly string[] = Object.keys(CATEGORIES);

const thresholdColumns = {
  lowerEarnings: 'number',
  secondary: 'number',
  primary: 'number',
  upperSecondary: 'number',
  upperEarnings: 'number',
} as const;

/**
 * A week, month and year as published. Two and four weeks: a fifty-second part of the year's times
 * the weeks, rounded up to a pound; of the lower earnings limit, the week's times the weeks.
 */
const thresholds = (lower: readonly [string, string, string, string, string]) => ({
  WEEKLY: [lower[0], '96', '242', '481', '967'],
  FORTNIGHTLY: [lower[1], '193', '484', '962', '1934'],
  FOUR_WEEKLY: [lower[2], '385', '967', '1924', '3867'],
  MONTHLY: [lower[3], '417', '1048', '2083', '4189'],
  ANNUAL: [lower[4], '5000', '12570', '25000', '50270'],
});

const loanColumns = { threshold: 'number', rate: 'number' } as const;

export const GB_TABLES: readonly TableDefinition[] = [
  {
    name: 'bandsUK',
    meaning: 'Income tax in England and Northern Ireland: taxable pay of a year, in pounds.',
    versions: [
      { from: YEAR_2025, brackets: REST_OF_UK, sources: BANDS },
      { from: YEAR_2026, brackets: REST_OF_UK, sources: BANDS_NEXT },
    ],
  },
  {
    name: 'bandsWales',
    meaning: 'Income tax in Wales: taxable pay of a year, in pounds.',
    versions: [
      { from: YEAR_2025, brackets: REST_OF_UK, sources: BANDS },
      { from: YEAR_2026, brackets: REST_OF_UK, sources: BANDS_NEXT },
    ],
  },
  {
    name: 'bandsScotland',
    meaning: 'Income tax in Scotland: taxable pay of a year, in pounds.',
    versions: [
      {
        from: YEAR_2025,
        brackets: [
          ['2827', '0.19'],
          ['14921', '0.20'],
          ['31092', '0.21'],
          ['62430', '0.42'],
          ['125140', '0.45'],
          [null, '0.48'],
        ],
        sources: BANDS,
      },
      {
        from: YEAR_2026,
        brackets: [
          ['3967', '0.19'],
          ['16956', '0.20'],
          ['31092', '0.21'],
          ['62430', '0.42'],
          ['125140', '0.45'],
          [null, '0.48'],
        ],
        sources: [...BANDS_NEXT, SOURCES.scotland2026],
      },
    ],
  },
  {
    name: 'flatRates',
    meaning: 'Codes that tax all pay at one rate: the bands’ rates from the basic one up.',
    versions: [
      {
        from: YEAR_2025,
        columns: { rate: 'number' },
        rows: {
          BR: ['0.20'],
          D0: ['0.40'],
          D1: ['0.45'],
          CBR: ['0.20'],
          CD0: ['0.40'],
          CD1: ['0.45'],
          SBR: ['0.20'],
          SD0: ['0.21'],
          SD1: ['0.42'],
          SD2: ['0.45'],
          SD3: ['0.48'],
        },
        sources: BANDS,
      },
    ],
  },
  {
    name: 'frequencies',
    meaning: 'Tax weeks or months in a period, and in the year of the same measure. A year is paid in month 12.',
    versions: [
      {
        from: YEAR_2025,
        columns: { elapses: 'number', parts: 'number' },
        rows: {
          WEEKLY: ['1', '52'],
          FORTNIGHTLY: ['2', '52'],
          FOUR_WEEKLY: ['4', '52'],
          MONTHLY: ['1', '12'],
          ANNUAL: ['12', '12'],
        },
        sources: [SOURCES.tables2025, SOURCES.week53],
      },
    ],
  },
  {
    name: 'niThresholds',
    meaning: 'Limits of National Insurance for each period, in pounds.',
    versions: [
      {
        from: YEAR_2025,
        columns: thresholdColumns,
        rows: thresholds(['125', '250', '500', '542', '6500']),
        sources: [...RATES_2025, SOURCES.regulation11],
      },
      {
        from: YEAR_2026,
        columns: thresholdColumns,
        rows: thresholds(['129', '258', '516', '559', '6708']),
        sources: [...RATES_2026, SOURCES.regulation11],
      },
    ],
  },
  {
    name: 'niRates',
    meaning: 'Rates of National Insurance by category letter.',
    versions: [
      { from: YEAR_2025, columns: categoryColumns, rows: CATEGORIES, sources: RATES_2025 },
      { from: YEAR_2026, columns: categoryColumns, rows: CATEGORIES, sources: RATES_2026 },
    ],
  },
  {
    name: 'studentLoans',
    meaning: 'Student loans by plan: threshold of a year in pounds, and rate.',
    versions: [
      {
        from: YEAR_2025,
        columns: loanColumns,
        rows: {
          '1': ['26065', '0.09'],
          '2': ['28470', '0.09'],
          '4': ['32745', '0.09'],
          POSTGRADUATE: ['21000', '0.06'],
        },
        sources: [SOURCES.loans2025, SOURCES.rates2025],
      },
      {
        from: YEAR_2026,
        columns: loanColumns,
        rows: {
          '1': ['26900', '0.09'],
          '2': ['29385', '0.09'],
          '4': ['33795', '0.09'],
          '5': ['25000', '0.09'],
          POSTGRADUATE: ['21000', '0.06'],
        },
        sources: [SOURCES.loans2026, SOURCES.rates2026],
      },
    ],
  },
];

export const GB_PARAMETERS: readonly ParameterDefinition[] = [
  {
    name: 'taxLimit',
    meaning: 'No more than this part of pay is deducted as tax from a payment, whatever the code.',
    unit: 'part of 1',
    versions: [{ from: YEAR_2025, value: '0.5', sources: [SOURCES.tables2025, SOURCES.limit] }],
  },
];
