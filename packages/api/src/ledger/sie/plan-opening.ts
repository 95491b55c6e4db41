import {
  accountKinds,
  amountOf,
  type Decimal,
  type SieBalance,
  type SieDocument,
  type SieObjectRef,
  unitsOf,
} from '@kontor/core';
import { note } from './books-faults.ts';
import { EARLIER_RESULT, type Facts } from './facts.ts';
import type { SieNote } from './sie-request.ts';

/** One line of an opening entry; amounts are positive for debit. */
export interface OpeningLine {
  readonly account: string;
  readonly objects: readonly SieObjectRef[];
  readonly amount: Decimal;
}

/** How a file opens its fiscal year. */
export interface OpeningPlan {
  readonly startsOn: string;
  /** Where the file begins to say so. */
  readonly line: number;
  /** The lines of the entry; none where the books open the year with what went before. */
  readonly lines: readonly OpeningLine[];
  /** Equity account that takes what unbalanced balances lack. */
  readonly resultAccount: string;
  readonly warnings: readonly SieNote[];
}

/** Accounts that charts keep the result of the year on, the Swedish one first. */
const RESULT_ACCOUNTS = ['2099', '3900', '2979'];

/** The account that takes what unbalanced opening balances lack: that of the chart, else of the file. */
export function resultAccountOf(facts: Pick<Facts, 'accounts'>, document: SieDocument | null): string {
  const kinds = document === null ? null : accountKinds(document);
  const isEquity = (code: string) => (facts.accounts.get(code)?.type ?? kinds?.get(code)?.type) === 'EQUITY';
  return RESULT_ACCOUNTS.find(isEquity) ?? '2099';
}

/**
 * Plans the opening entry of a file's year. `held` is what the books open it with already: then nothing is posted, and
 * what differs is told.
 */
export function planOpening(
  document: SieDocument,
  facts: Facts,
  held: ReadonlyMap<string, Decimal> | null,
): OpeningPlan | null {
  const startsOn = document.years.find(({ index }) => index === 0)?.startsOn ?? null;
  const opening = ofYear(document, 'IB');
  if (startsOn === null || opening.length === 0) return null;
  const resultAccount = resultAccountOf(facts, document);
  const line = opening[0]?.line ?? 1;
  if (held !== null) {
    const warnings = differences(opening, held, resultAccount);
    return { startsOn, line, lines: [], resultAccount, warnings };
  }
  const { lines, warnings } = divided(opening, ofYear(document, 'OIB'));
  const rest = -lines.reduce((sum, { amount }) => sum + unitsOf(amount), 0n);
  const balanced = rest === 0n ? lines : [...lines, { account: resultAccount, objects: [], amount: amountOf(rest) }];
  return { startsOn, line, lines: balanced, resultAccount, warnings };
}

function ofYear(document: SieDocument, wanted: SieBalance['kind']): readonly SieBalance[] {
  return document.balances.filter(({ kind, year }) => kind === wanted && year === 0);
}

/** Balances of accounts, divided by object where the file says how; what it does not divide stands undivided. */
function divided(opening: readonly SieBalance[], byObject: readonly SieBalance[]) {
  const warnings: SieNote[] = [];
  const parts = new Map<string, SieBalance[]>();
  for (const part of byObject) parts.set(part.account, [...(parts.get(part.account) ?? []), part]);
  const lines = opening.flatMap((balance): readonly OpeningLine[] => {
    const { account, amount } = balance;
    const own = parts.get(account) ?? [];
    const dimensions = new Set(own.map(({ objects }) => objects.map(({ dimension }) => dimension).join(' ')));
    if (dimensions.size > 1) {
      const message = `Account ${account} is opened undivided: the file divides it by more than one dimension.`;
      warnings.push(note('SIE_OPENING_OBJECTS_SKIPPED', own[0]?.line ?? null, message, account));
      return [{ account, objects: [], amount }];
    }
    const rest = own.reduce((sum, part) => sum - unitsOf(part.amount), unitsOf(amount));
    return [...own, { account, objects: [], amount: amountOf(rest) }];
  });
  return { lines: lines.filter(({ amount }) => unitsOf(amount) !== 0n), warnings };
}

function differences(
  opening: readonly SieBalance[],
  held: ReadonlyMap<string, Decimal>,
  resultAccount: string,
): readonly SieNote[] {
  const units = new Map([...held].map(([code, amount]) => [code, unitsOf(amount)]));
  const earlier = units.get(EARLIER_RESULT) ?? 0n;
  units.delete(EARLIER_RESULT);
  units.set(resultAccount, (units.get(resultAccount) ?? 0n) + earlier);
  const stated = new Map<string, bigint>();
  for (const { account, amount } of opening) stated.set(account, (stated.get(account) ?? 0n) + unitsOf(amount));
  const lacking = -[...stated.values()].reduce((sum, amount) => sum + amount, 0n);
  stated.set(resultAccount, (stated.get(resultAccount) ?? 0n) + lacking);
  return [...new Set([...stated.keys(), ...units.keys()])].flatMap((account) => {
    const [says, has] = [stated.get(account) ?? 0n, units.get(account) ?? 0n];
    if (says === has) return [];
    const message = `Account ${account} opens with ${amountOf(has)} in the books and ${amountOf(says)} in the file; the books stay.`;
    const line = opening.find((balance) => balance.account === account)?.line ?? null;
    return note('SIE_OPENING_DIFFERS', line, message, account);
  });
}
