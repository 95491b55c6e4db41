import type { AnalysisKey } from '../i18n/use-analysis-texts.ts';
import type { ChartData } from './chart-data.ts';
import type { DrawnKind } from './report-chart.tsx';
import type { QueryPart } from './report-query.ts';

/** Figures that a company has by a query of their own, as the graph works them out of dated rows. */
export interface CompanyFigures {
  /** Root field. */
  readonly field: string;
  /** Entity without which nobody has them. */
  readonly entity: string;
  readonly roles: readonly string[];
  readonly title: AnalysisKey;
  readonly selection: string;
  /** What a row is called by. */
  readonly name: {
    readonly title: AnalysisKey;
    readonly of: (row: FigureRow) => string | null;
    readonly isMonth: boolean;
  };
  readonly columns: readonly { readonly name: string; readonly title: AnalysisKey; readonly drawn: boolean }[];
  readonly chart: DrawnKind;
  /** Arguments besides the company. */
  readonly args: (today: Date) => readonly (readonly [name: string, type: string, value: unknown])[];
}

export type FigureRow = Readonly<Record<string, unknown>>;

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The last day of the month, so many months from this one on. */
const lastOfMonth = (today: Date, months: number): string =>
  day(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months + 1, 0)));

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const COMPANY_FIGURES: readonly CompanyFigures[] = [
  {
    field: 'workforceByMonth',
    entity: 'Assignment',
    roles: ['HR', 'REPORTING', 'AUDITOR'],
    title: 'workforce',
    selection: 'startsOn headcount fte joined left turnover',
    name: { title: 'workforce.month', of: ({ startsOn }) => text(startsOn), isMonth: true },
    columns: [
      { name: 'headcount', title: 'workforce.headcount', drawn: true },
      { name: 'fte', title: 'workforce.fte', drawn: true },
      { name: 'joined', title: 'workforce.joined', drawn: true },
      { name: 'left', title: 'workforce.left', drawn: true },
      { name: 'turnover', title: 'workforce.turnover', drawn: false },
    ],
    chart: 'line',
    args: (today) => [
      ['startsOn', 'Date!', lastOfMonth(today, -11)],
      ['endsOn', 'Date!', lastOfMonth(today, 0)],
    ],
  },
  {
    field: 'positionsAgainstBudget',
    entity: 'Position',
    roles: ['HR'],
    title: 'seats',
    selection: 'departmentName positions budgetedFte filledFte openFte frozenFte',
    name: { title: 'seats.department', of: ({ departmentName }) => text(departmentName), isMonth: false },
    columns: [
      { name: 'positions', title: 'seats.positions', drawn: false },
      { name: 'budgetedFte', title: 'seats.budgetedFte', drawn: false },
      { name: 'filledFte', title: 'seats.filledFte', drawn: true },
      { name: 'openFte', title: 'seats.openFte', drawn: true },
      { name: 'frozenFte', title: 'seats.frozenFte', drawn: true },
    ],
    chart: 'stacked',
    args: (today) => [['asOf', 'Date!', day(today)]],
  },
];

/** The part of an operation that asks for them. */
export function companyPart({ field, selection, args }: CompanyFigures, companyId: string, today: Date): QueryPart {
  const all = [['companyId', 'ID!', companyId] as const, ...args(today)];
  const variable = (name: string): string => `${field}_${name}`;
  return {
    declared: all.map(([name, type]) => `$${variable(name)}: ${type}`),
    fields: [`${field}(${all.map(([name]) => `${name}: $${variable(name)}`).join(', ')}) { ${selection} }`],
    variables: Object.fromEntries(all.map(([name, , value]) => [variable(name), value])),
  };
}

/** What the chart of a company's figures is drawn from. */
export function companyChart(
  { columns }: CompanyFigures,
  rows: readonly FigureRow[],
  words: { readonly name: (row: FigureRow) => string; readonly title: (key: AnalysisKey) => string },
): ChartData {
  const drawn = columns.filter((column) => column.drawn);
  const numeric = (value: unknown): number | undefined =>
    typeof value === 'number' || typeof value === 'string' ? Number(value) : undefined;
  return {
    currency: null,
    series: drawn.map(({ title }) => words.title(title)),
    points: rows.map((row) => ({ category: words.name(row), values: drawn.map(({ name }) => numeric(row[name])) })),
    leftOut: new Set(),
  };
}
