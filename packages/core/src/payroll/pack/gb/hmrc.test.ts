import { expect, test } from 'vitest';
import { calendarDate } from '../../../date/calendar-date.ts';
import { addDecimal, compareDecimal, type Decimal, decimal, ZERO } from '../../../money/decimal.ts';
import { unwrap } from '../../../result.ts';
import { type Calculation, calculate } from '../../calculate.ts';
import { prepareRules } from '../../rule/prepare.ts';
import taxSheets from './fixtures/income-tax-2026-27-monthly.json' with { type: 'json' };
import insuranceRows from './fixtures/national-insurance-2025-26-monthly.json' with { type: 'json' };
import { GB_PACK } from './pack.ts';

/** What HMRC publishes, to the penny; and that a penny beside it is seen. */

const rules = unwrap(prepareRules(GB_PACK));

interface Published {
  readonly title: string;
  readonly results: Readonly<Record<string, Decimal>>;
}

const amountIn = ({ lines }: Calculation, code: string): Decimal =>
  lines.find((line) => line.code === code)?.amount ?? ZERO;

type TaxRow = (typeof taxSheets)[number]['rows'][number];

/** The rows of a sheet follow on each other, unless one begins with its own pay. */
const taxCases = taxSheets.flatMap(({ sheet, rows }) =>
  rows.map((row: TaxRow, index) => {
    const before = row.taxableToDate === row.gross ? undefined : rows[index - 1];
    const calculation = () =>
      unwrap(
        calculate({
          rules,
          event: {
            pack: 'GB',
            payDate: calendarDate('2026-05-31'),
            frequency: 'MONTHLY',
            period: row.period,
            components: [{ code: 'SALARY', amount: decimal(row.gross) }],
            facts: { taxCode: row.code, nonCumulative: row.nonCumulative, niCategory: 'X' },
            yearToDate:
              before === undefined
                ? {}
                : { taxablePay: decimal(before.taxableToDate), incomeTax: decimal(before.taxToDate) },
          },
        }),
      );
    const published: Published = {
      title: `${sheet}, row ${index + 1}: ${row.code} in month ${row.period} on ${row.gross}`,
      results: { INCOME_TAX: decimal(row.tax), taxToDate: decimal(row.taxToDate) },
    };
    const computed = () => {
      const result = calculation();
      return { INCOME_TAX: amountIn(result, 'INCOME_TAX'), taxToDate: result.yearToDate['incomeTax'] ?? ZERO };
    };
    return { published, computed };
  }),
);

const insuranceCases = insuranceRows.map((row) => {
  const of = (value: number): Decimal => decimal(String(value));
  const published: Published = {
    title: row.TestIdentifier,
    results: {
      NI_EMPLOYEE: of(row.EmployeeNiContribution),
      NI_EMPLOYER: of(row.EmployerNiContribution),
      niAtLowerLimit: of(row.EarningsAtLEL_YTD),
      niToPrimary: of(row.EarningsLELtoPT_YTD),
      niToUpperLimit: of(row.EarningsPTtoUEL_YTD),
    },
  };
  const computed = () => {
    const result = unwrap(
      calculate({
        rules,
        event: {
          pack: 'GB',
          payDate: calendarDate('2025-05-31'),
          frequency: 'MONTHLY',
          period: row.Period,
          components: [{ code: 'SALARY', amount: of(row.GrossPay) }],
          facts: { taxCode: 'NT', niCategory: row.NiCategory },
          yearToDate: {},
        },
      }),
    );
    const { niAtLowerLimit = ZERO, niToPrimary = ZERO, niToUpperLimit = ZERO } = result.yearToDate;
    return {
      NI_EMPLOYEE: amountIn(result, 'NI_EMPLOYEE'),
      NI_EMPLOYER: amountIn(result, 'NI_EMPLOYER'),
      niAtLowerLimit,
      niToPrimary,
      niToUpperLimit,
    };
  };
  return { published, computed };
});

const cases = [...taxCases, ...insuranceCases].map(({ published, computed }) => ({ published, computed: computed() }));

/** The published results that are not what was computed. */
const differing = (rows: readonly { published: Published; computed: Readonly<Record<string, Decimal>> }[]): string[] =>
  rows.flatMap(({ published: { title, results }, computed }) =>
    Object.entries(results)
      .filter(([name, amount]) => compareDecimal(amount, computed[name] ?? ZERO) !== 0)
      .map(([name]) => `${title}: ${name}`),
  );

test('every published example matches to the penny', () => {
  expect(taxCases.length).toBe(33);
  expect(insuranceCases.length).toBe(84);
  expect(differing(cases)).toEqual([]);
});

test.each(['0.01', '-0.01'])('a published result that is moved by %s is found, and it alone', (penny) => {
  for (const [index, { published, computed }] of cases.entries()) {
    for (const [name, amount] of Object.entries(published.results)) {
      const results = { ...published.results, [name]: addDecimal(amount, decimal(penny)) };
      const moved = cases.with(index, { published: { ...published, results }, computed });
      expect(differing(moved)).toEqual([`${published.title}: ${name}`]);
    }
  }
});
