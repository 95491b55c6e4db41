import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { SieBalance, SieDocument, SieVoucher } from './document.ts';
import { type SieWarning, sieWarning } from './fault.ts';
import { amountOf, unitsOf } from './value.ts';
import { nameOf } from './voucher-builder.ts';

/** Whether a voucher moves something; the others are kept unposted. EMPTY: it has no lines. ALL_ZERO: each is zero. */
export type ZeroReason = 'EMPTY' | 'ALL_ZERO';

/** What opening balances, vouchers and closing balances say of each other. */
export interface Reconciliation {
  readonly warnings: readonly SieWarning[];
  /** What the opening balances of year 0 lack to balance, positive for debit; null where they do. */
  readonly openingDifference: Decimal | null;
}

/** Why a voucher cannot be posted; null if it can. */
export function zeroReason(voucher: SieVoucher): ZeroReason | null {
  if (voucher.lines.length === 0) return 'EMPTY';
  return voucher.lines.every(({ amount }) => unitsOf(amount) === 0n) ? 'ALL_ZERO' : null;
}

/** Compares a document with itself. */
export function reconcile(document: SieDocument): Reconciliation {
  const opening = totals(document.balances, 'IB');
  const sum = [...opening.values()].reduce((total, { units }) => total + units, 0n);
  return {
    warnings: [
      ...vouchersOfZero(document.vouchers),
      ...outsideTheYear(document),
      ...numberedTwice(document),
      ...(sum === 0n ? [] : [openingUnbalanced(sum, opening)]),
      ...(document.vouchers.length > 0 ? [...closingDiffers(document, opening), ...resultDiffers(document)] : []),
    ],
    openingDifference: sum === 0n ? null : amountOf(-sum),
  };
}

interface Total {
  readonly units: bigint;
  readonly line: number;
}

function totals(balances: readonly SieBalance[], kind: SieBalance['kind']): Map<string, Total> {
  const found = new Map<string, Total>();
  for (const { account, amount, line, kind: own, year } of balances) {
    if (own !== kind || year !== 0) continue;
    found.set(account, { units: (found.get(account)?.units ?? 0n) + unitsOf(amount), line });
  }
  return found;
}

function moved(document: SieDocument): Map<string, bigint> {
  const { startsOn, endsOn } = yearOf(document);
  const sums = new Map<string, bigint>();
  for (const voucher of document.vouchers) {
    if (!isWithin(voucher.date, startsOn, endsOn)) continue;
    for (const { account, amount } of voucher.lines) sums.set(account, (sums.get(account) ?? 0n) + unitsOf(amount));
  }
  return sums;
}

function yearOf(document: SieDocument): { startsOn: CalendarDate | null; endsOn: CalendarDate | null } {
  return document.years.find(({ index }) => index === 0) ?? { startsOn: null, endsOn: null };
}

function isWithin(date: CalendarDate, startsOn: CalendarDate | null, endsOn: CalendarDate | null): boolean {
  return (startsOn === null || date >= startsOn) && (endsOn === null || date <= endsOn);
}

function vouchersOfZero(vouchers: readonly SieVoucher[]): readonly SieWarning[] {
  return vouchers.flatMap((voucher) => {
    const name = nameOf(voucher);
    const reason = zeroReason(voucher);
    if (reason !== null) {
      const why = reason === 'EMPTY' ? 'it has no lines' : 'all its lines are zero';
      return sieWarning('SIE_VOUCHER_OF_ZERO', voucher.line, `Voucher ${name} is kept unposted: ${why}.`, name);
    }
    return voucher.lines
      .filter(({ amount }) => unitsOf(amount) === 0n)
      .map(({ line }) =>
        sieWarning('SIE_LINE_OF_ZERO', line, `A line of voucher ${name} is zero and is kept unposted.`, name),
      );
  });
}

function outsideTheYear(document: SieDocument): readonly SieWarning[] {
  const { startsOn, endsOn } = yearOf(document);
  return document.vouchers
    .filter(({ date }) => !isWithin(date, startsOn, endsOn))
    .map((voucher) => {
      const name = nameOf(voucher);
      const message = `Voucher ${name} of ${voucher.date} lies outside the year of the file.`;
      return sieWarning('SIE_VOUCHER_OUTSIDE_YEAR', voucher.line, message, name);
    });
}

function numberedTwice(document: SieDocument): readonly SieWarning[] {
  const seen = new Set<string>();
  return document.vouchers.flatMap((voucher) => {
    if (voucher.number === '') return [];
    const year = document.years.find(({ startsOn, endsOn }) => isWithin(voucher.date, startsOn, endsOn));
    const key = [voucher.series, voucher.number, year?.index ?? voucher.date.slice(0, 4)].join('\t');
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const name = nameOf(voucher);
    return sieWarning('SIE_VOUCHER_NUMBER_TWICE', voucher.line, `Another voucher has the number ${name}.`, name);
  });
}

function openingUnbalanced(sum: bigint, opening: ReadonlyMap<string, Total>): SieWarning {
  const last = [...opening.values()].at(-1);
  const amount = amountOf(sum);
  const message = `The opening balances add up to ${amount}; the difference goes to the result account.`;
  return sieWarning('SIE_OPENING_UNBALANCED', last?.line ?? null, message, amount);
}

function closingDiffers(document: SieDocument, opening: ReadonlyMap<string, Total>): readonly SieWarning[] {
  const closing = totals(document.balances, 'UB');
  if (closing.size === 0) return [];
  const sums = moved(document);
  const results = totals(document.balances, 'RES');
  const accounts = new Set([...closing.keys(), ...opening.keys()]);
  return [...accounts].flatMap((account) => {
    if (results.has(account) && !closing.has(account)) return [];
    const follows = (opening.get(account)?.units ?? 0n) + (sums.get(account) ?? 0n);
    const stated = closing.get(account)?.units ?? 0n;
    if (follows === stated) return [];
    const message = `#UB of ${account} says ${amountOf(stated)}; opening balance and vouchers make ${amountOf(follows)}.`;
    return sieWarning('SIE_CLOSING_DIFFERS', closing.get(account)?.line ?? null, message, account);
  });
}

function resultDiffers(document: SieDocument): readonly SieWarning[] {
  const results = totals(document.balances, 'RES');
  const sums = moved(document);
  return [...results].flatMap(([account, { units, line }]) => {
    const follows = sums.get(account) ?? 0n;
    if (follows === units) return [];
    const message = `#RES of ${account} says ${amountOf(units)}; the vouchers make ${amountOf(follows)}.`;
    return sieWarning('SIE_RESULT_DIFFERS', line, message, account);
  });
}
