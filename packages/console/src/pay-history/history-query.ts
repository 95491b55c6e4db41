import { Big } from 'big.js';

export interface HistoryPayslip {
  readonly id: string;
  readonly kind: string;
  readonly payOn: string;
  readonly taxYear: string;
  readonly gross: string;
  readonly net: string;
  readonly currencyCode: string;
  readonly period: { readonly name: string } | null;
}

export interface AgreedSalary {
  readonly id: string;
  readonly startOn: string;
  readonly amount: string;
  readonly currencyCode: string;
  readonly payPeriod: string;
}

export interface PayHistory {
  readonly payslips: { readonly totalCount: number; readonly nodes: readonly HistoryPayslip[] };
  readonly compensations?: { readonly nodes: readonly AgreedSalary[] };
}

/** All that a person was paid in some years, and what was agreed, in one request. */
export const payHistoryQuery = (seesSalaries: boolean): string => `query PayHistory($employee: ID!) {
  payslips(first: 100, orderBy: [{ payOn: { direction: DESC } }], where: { employee: { is: { id: { eq: $employee } } } }) {
    totalCount nodes { id kind payOn taxYear gross net currencyCode period { name } } }
  ${
    seesSalaries
      ? `compensations(first: 50, orderBy: [{ startOn: { direction: DESC } }], where: { status: { eq: APPROVED },
    employee: { is: { id: { eq: $employee } } } }) { nodes { id startOn amount currencyCode payPeriod } }`
      : ''
  } }`;

/** A payslip with the sums of its tax year up to it, or a salary that was agreed in between. */
export type HistoryRow =
  | {
      readonly type: 'payslip';
      readonly slip: HistoryPayslip;
      /** Null where payslips of the year are too old to be in the answer. */
      readonly year: { readonly gross: string; readonly net: string } | null;
    }
  | { readonly type: 'salary'; readonly salary: AgreedSalary };

/** The latest first; a salary stands before what was paid after it began. */
export function historyRows({ payslips, compensations }: PayHistory): HistoryRow[] {
  const isCut = payslips.totalCount > payslips.nodes.length;
  const oldestYear = payslips.nodes.at(-1)?.taxYear;
  const sums = new Map<string, { gross: Big; net: Big }>();
  const slips = payslips.nodes.toReversed().map((slip): HistoryRow & { readonly on: string } => {
    const key = `${slip.taxYear} ${slip.currencyCode}`;
    const known = sums.get(key) ?? { gross: new Big(0), net: new Big(0) };
    const next = { gross: known.gross.plus(slip.gross), net: known.net.plus(slip.net) };
    sums.set(key, next);
    const isWhole = !(isCut && slip.taxYear === oldestYear);
    const year = isWhole ? { gross: next.gross.toFixed(), net: next.net.toFixed() } : null;
    return { type: 'payslip', slip, year, on: slip.payOn };
  });
  const salaries = (compensations?.nodes ?? []).map((salary): HistoryRow & { readonly on: string } => ({
    type: 'salary',
    salary,
    on: salary.startOn,
  }));
  return [...slips.toReversed(), ...salaries].sort((one, other) =>
    one.on < other.on ? 1 : one.on > other.on ? -1 : 0,
  );
}
