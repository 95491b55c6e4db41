import {
  type Calculation,
  compareDecimal,
  type Decimal,
  decimal,
  isPositive,
  multiplyDecimal,
  subtractDecimal,
  ZERO,
} from '@kontor/core';
import type { PreviousPayslip } from '../gather/previous.ts';
import type { Problem } from '../gather/problem.ts';

/** A payslip to be, of one person. */
export interface Comparable {
  readonly employeeId: string;
  readonly calculation: Pick<Calculation, 'gross' | 'net' | 'lines'>;
}

const HUNDRED = decimal('100');
const size = (amount: Decimal): Decimal => (amount.startsWith('-') ? subtractDecimal(ZERO, amount) : amount);
const signed = (amount: Decimal): string => (amount.startsWith('-') ? amount : `+${amount}`);

/** Whether an amount differs from the one before by more than so many per cent of it. */
function isBeyond(before: Decimal, now: Decimal, percent: Decimal): boolean {
  const difference = size(subtractDecimal(now, before));
  return compareDecimal(multiplyDecimal(difference, HUNDRED), multiplyDecimal(size(before), percent)) > 0;
}

/** What differs line by line, the largest first. */
function linesThatDiffer(before: PreviousPayslip, { lines }: Comparable['calculation']): string {
  const known = new Map(before.lines.map(({ code, amount }) => [code, amount]));
  const now = lines.filter(({ kind }) => kind !== 'INFORMATION');
  const codes = new Set([...now.map(({ code }) => code), ...known.keys()]);
  const amounts = new Map(now.map(({ code, amount }) => [code, amount]));
  return [...codes]
    .map((code) => ({ code, by: subtractDecimal(amounts.get(code) ?? ZERO, known.get(code) ?? ZERO) }))
    .filter(({ by }) => compareDecimal(by, ZERO) !== 0)
    .sort((one, other) => compareDecimal(size(other.by), size(one.by)))
    .map(({ code, by }) => `${code} ${signed(by)}`)
    .join(', ');
}

/**
 * Compares a regular run with the one before: whose pay differs by more than the threshold, and in what; who is new, and
 * who is no longer there.
 */
export function deviationsOf(
  paid: readonly Comparable[],
  before: ReadonlyMap<string, PreviousPayslip> | null,
  percent: Decimal,
): readonly Problem[] {
  if (before === null) return [];
  const found: Problem[] = [];
  const at = { severity: 'DEVIATION', path: '' } as const;
  for (const { employeeId, calculation } of paid) {
    const last = before.get(employeeId);
    if (!last) {
      const message = 'Not in the regular run of the period before.';
      found.push({ ...at, severity: 'NOTICE', employeeId, code: 'NEW_IN_RUN', message, values: [] });
      continue;
    }
    const { gross, net } = calculation;
    if (!isBeyond(last.net, net, percent) && !isBeyond(last.gross, gross, percent)) continue;
    const lines = linesThatDiffer(last, calculation).slice(0, 800);
    const message = `Gross ${last.gross} before, ${gross} now; net ${last.net} before, ${net} now: ${lines}.`;
    found.push({ ...at, employeeId, code: 'PAY_DEVIATES', message, values: [last.gross, gross, last.net, net, lines] });
  }
  const now = new Set(paid.map(({ employeeId }) => employeeId));
  for (const [employeeId, { net, endOn }] of before) {
    if (now.has(employeeId) || !isPositive(net)) continue;
    found.push({
      ...at,
      employeeId,
      ...(endOn === null
        ? {
            code: 'NOT_IN_RUN',
            message: `Was paid ${net} in the period before, and is still employed.`,
            values: [net],
          }
        : {
            code: 'LEFT_SINCE',
            message: `Was paid ${net} in the period before, and left on ${endOn}.`,
            values: [net, endOn],
          }),
    });
  }
  return found;
}
