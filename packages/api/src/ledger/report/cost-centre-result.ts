import {
  type AccountType,
  addDecimal,
  type CalendarDate,
  type Decimal,
  roundDecimal,
  subtractDecimal,
  sumDecimal,
  ZERO,
} from '@kontor/core';
import type { App } from '../../app.ts';
import { badInput } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { type CentreYear, figuresOfCentre, type PeriodFigure, yearOfCentre } from './cost-centre-figures.ts';
import { mayReadBooks } from './report-request.ts';
import { reportedCentre } from './reported-centres.ts';

/** What is asked for: whole periods of a fiscal year alone, as a range of days would single an entry out. */
export interface CentreRequest {
  readonly costCentreId: string;
  /** A day of the fiscal year: periods up to the one that it is in are told. */
  readonly endsOn: string;
  readonly budgetId?: string | null | undefined;
}

/** A line of the result: an account, the sum of a section, or the result. Amounts are as people read them. */
export interface CentreLine {
  /** `INCOME:3001`, `INCOME`, `EXPENSE:5010`, `EXPENSE`, `RESULT`. */
  readonly key: string;
  readonly kind: 'ACCOUNT' | 'TOTAL';
  /** For whoever reads the books: the account, whose lines `generalLedger` has. */
  readonly accountId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  /** One for each period. */
  readonly amounts: readonly Decimal[];
  readonly amount: Decimal;
  readonly budget: Decimal | null;
  readonly budgetDifference: Decimal | null;
}

export interface CentreResult extends CentreYear {
  readonly costCentreId: string;
  readonly code: string;
  readonly name: string;
  /** Last day of the last period; null for a day in no fiscal year, of which there is nothing to tell. */
  readonly endsOn: CalendarDate | null;
  readonly lines: readonly CentreLine[];
  /** For whoever reads the books: what stands for the cost centre there. */
  readonly objectId: string | null;
}

const sections = ['INCOME', 'EXPENSE'] as const satisfies readonly AccountType[];

/** Income and expense of a cost centre by account and period; null where the viewer may not have it. */
export async function costCentreResult(app: App, viewer: Viewer, given: CentreRequest): Promise<CentreResult | null> {
  const centre = await reportedCentre(app, viewer, given.costCentreId);
  if (!centre) return null;
  const year = await yearOfCentre(app, centre, given.endsOn);
  const { budgetId = null } = given;
  if (budgetId && !year.budgets.some(({ id }) => id === budgetId.toLowerCase()))
    throw badInput('There is no such budget of this year.');
  const endsOn = year.periods.at(-1)?.endsOn ?? null;
  const figures = endsOn === null ? [] : await figuresOfCentre(app, centre, year, budgetId);
  const readsBooks = mayReadBooks(viewer, centre.companyId);
  const hidden = readsBooks ? {} : { accountId: null };
  const all = endsOn === null ? [] : linesOf(figures, year, budgetId !== null);
  const lines = all.map((line) => ({ ...line, ...hidden }));
  const { id: costCentreId, code, name, objectId } = centre;
  return { ...year, costCentreId, code, name, endsOn, lines, objectId: readsBooks ? objectId : null };
}

type Sums = Pick<CentreLine, 'amounts' | 'amount' | 'budget' | 'budgetDifference'>;

function linesOf(figures: readonly PeriodFigure[], year: CentreYear, hasBudget: boolean): readonly CentreLine[] {
  const round = (amount: Decimal) => roundDecimal(amount, year.minorUnit, 'halfEven');
  const sums = (amounts: readonly Decimal[], budgeted: Decimal): Sums => {
    const amount = sumDecimal([...amounts]);
    return {
      amounts: amounts.map(round),
      amount: round(amount),
      budget: hasBudget ? round(budgeted) : null,
      budgetDifference: hasBudget ? round(subtractDecimal(amount, budgeted)) : null,
    };
  };
  const total = (key: string, amounts: readonly Decimal[], budgeted: Decimal): CentreLine => ({
    ...{ key, kind: 'TOTAL', accountId: null, code: null, name: null },
    ...sums(amounts, budgeted),
  });
  const sectioned = sections.map((type) => {
    const own = figures.filter((figure) => figure.type === type);
    const amounts = year.periods.map((_, at) => sumDecimal(own.map((figure) => figure.amounts[at] ?? ZERO)));
    const budgeted = sumDecimal(own.map((figure) => figure.budget));
    const lines = own.map(({ id, code, name, ...figure }): CentreLine => {
      const line = { key: `${type}:${code}`, kind: 'ACCOUNT', accountId: id, code, name } as const;
      return { ...line, ...sums(figure.amounts, figure.budget) };
    });
    return { amounts, budgeted, lines: [...lines, total(type, amounts, budgeted)] };
  });
  const [income, expense] = sectioned;
  if (!income || !expense) throw new Error('A result has income and expense.');
  const result = income.amounts.map((amount, at) => subtractDecimal(amount, expense.amounts[at] ?? ZERO));
  const budgeted = addDecimal(income.budgeted, subtractDecimal(ZERO, expense.budgeted));
  return [...income.lines, ...expense.lines, total('RESULT', result, budgeted)];
}
