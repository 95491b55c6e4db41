import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, decimal, subtractDecimal, sumDecimal, ZERO } from '../../money/decimal.ts';
import { CHARTS } from '../chart/charts.ts';
import { cashFlow } from './cash-flow.ts';
import { type AccountFigure, balanceOf, isZero, negated, type ReportAccount } from './figure.ts';
import { runningBalance } from './ledger-card.ts';
import { balanceSheet, profitAndLoss } from './statement.ts';
import { isTied, trialBalance } from './trial-balance.ts';

const accounts: readonly ReportAccount[] = CHARTS.INTERNATIONAL.accounts;

interface Line {
  readonly account: ReportAccount;
  readonly on: string;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

const YEAR_STARTS = '2026-01-01';
const cents = fc.integer({ min: 1, max: 99_999_999 }).map((value) => decimal((value / 100).toFixed(2)));
const on = fc.constantFrom(
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2026-01-01',
  '2026-02-14',
  '2026-03-01',
  '2026-05-09',
);

/** Entries of one debit and one credit: sums of such are all the balanced books there are. */
const books: fc.Arbitrary<readonly Line[]> = fc
  .array(fc.record({ debit: fc.constantFrom(...accounts), credit: fc.constantFrom(...accounts), amount: cents, on }), {
    maxLength: 60,
  })
  .map((entries) =>
    entries.flatMap(({ debit, credit, amount, on: day }) => [
      { account: debit, on: day, debit: amount, credit: ZERO },
      { account: credit, on: day, debit: ZERO, credit: amount },
    ]),
  );
const range = fc.constantFrom<[string, string]>(
  ['2026-01-01', '2026-12-31'],
  ['2026-02-01', '2026-03-31'],
  ['2026-03-01', '2026-03-01'],
);

/** What a database would add up, by a loop. */
function figuresOf(lines: readonly Line[], [from, until]: readonly [string, string]): readonly AccountFigure[] {
  return accounts.map((account) => {
    const own = lines.filter((line) => line.account === account);
    const within = own.filter((line) => line.on >= from && line.on <= until);
    return {
      account,
      beforeYear: net(own.filter((line) => line.on < YEAR_STARTS)),
      beforeRange: net(own.filter((line) => line.on >= YEAR_STARTS && line.on < from)),
      debit: sumDecimal(within.map(({ debit }) => debit)),
      credit: sumDecimal(within.map(({ credit }) => credit)),
    };
  });
}

function net(lines: readonly Line[]): Decimal {
  return subtractDecimal(sumDecimal(lines.map(({ debit }) => debit)), sumDecimal(lines.map(({ credit }) => credit)));
}

function equal(a: Decimal, b: Decimal): void {
  expect(isZero(subtractDecimal(a, b)), `${a} is not ${b}`).toBe(true);
}

describe('whatever is posted', () => {
  const each = (property: (figures: readonly AccountFigure[], lines: readonly Line[]) => void) =>
    fc.assert(
      fc.property(books, range, (lines, days) => {
        property(figuresOf(lines, days), lines);
      }),
    );

  it('the trial balance adds up to nothing', () => {
    each((figures) => expect(isTied(trialBalance(figures))).toBe(true));
  });

  it('the result of the profit and loss is the movement of its accounts in the trial balance', () => {
    each((figures) => {
      const rows = trialBalance(figures).rows.filter(({ account }) => ['INCOME', 'EXPENSE'].includes(account.type));
      equal(profitAndLoss(figures).result, sumDecimal(rows.map(({ debit, credit }) => subtractDecimal(credit, debit))));
    });
  });

  it('the balance sheet balances, and each of its figures is a closing of the trial balance', () => {
    each((figures) => {
      const sheet = balanceSheet(figures);
      equal(sheet.assets.total, sheet.liabilitiesAndEquity);
      const { rows, broughtForward } = trialBalance(figures);
      equal(sheet.resultBroughtForward, negated(broughtForward));
      for (const { account, amount } of [...sheet.assets.rows, ...sheet.liabilities.rows, ...sheet.equity.rows]) {
        const closing = rows.find((row) => row.account === account)?.closing ?? ZERO;
        equal(amount, account.type === 'ASSET' ? closing : negated(closing));
      }
    });
  });

  it('the cash flow explains how money changed', () => {
    each((figures) => {
      const { opening, change, closing, sections } = cashFlow(figures);
      equal(sumDecimal([opening, change]), closing);
      equal(sumDecimal(sections.map(({ result }) => result)), profitAndLoss(figures).result);
      equal(closing, sumDecimal(figures.filter(({ account }) => account.cashFlow === 'CASH').map(balanceOf)));
    });
  });

  it('the last balance on an account is its closing', () => {
    each((figures, lines) => {
      for (const { account } of figures) {
        const own = lines.filter((line) => line.account === account);
        equal(runningBalance(ZERO, own).at(-1)?.balance ?? ZERO, net(own));
      }
    });
  });
});

describe('a year by hand', () => {
  const by = (code: string) => accounts.find((account) => account.code === code) as ReportAccount;
  const entry = (day: string, debit: string, credit: string, amount: string): readonly Line[] => [
    { account: by(debit), on: day, debit: decimal(amount), credit: ZERO },
    { account: by(credit), on: day, debit: ZERO, credit: decimal(amount) },
  ];
  const figures = figuresOf(
    [
      ...entry('2025-03-01', '1010', '3000', '1000'),
      ...entry('2025-06-30', '1010', '4000', '300'),
      ...entry('2026-01-15', '1530', '1010', '240'),
      ...entry('2026-02-01', '1100', '4000', '500'),
      ...entry('2026-03-01', '7800', '1539', '40'),
      ...entry('2026-03-02', '7000', '1010', '100'),
    ],
    ['2026-01-01', '2026-12-31'],
  );

  it('carries the result of the year before into equity', () => {
    expect(balanceSheet(figures)).toMatchObject({
      assets: { total: '1660' },
      equity: { total: '1000' },
      resultBroughtForward: '300',
      resultOfYear: '360',
      liabilitiesAndEquity: '1660',
    });
  });

  it('has income less expense', () => {
    expect(profitAndLoss(figures)).toMatchObject({
      income: { total: '500' },
      expense: { total: '140' },
      result: '360',
    });
  });

  it('shows what was paid for computers, without their depreciation', () => {
    const { sections, ...money } = cashFlow(figures);
    expect(sections.map(({ activity, total }) => [activity, total])).toEqual([
      ['OPERATING', '-100'],
      ['INVESTING', '-240'],
      ['FINANCING', '0'],
    ]);
    expect(money).toEqual({ opening: '1300', change: '-340', closing: '960' });
  });

  it('opens income at nothing', () => {
    const row = trialBalance(figures).rows.find(({ account }) => account.code === '4000');
    expect(row).toMatchObject({ opening: '0', debit: '0', credit: '500', closing: '-500' });
  });
});
