import type { CalendarDate } from '../../date/calendar-date.ts';
import { fitsMinorUnit } from '../../money/currency.ts';
import { compareDecimal, type Decimal, isPositive, subtractDecimal, sumDecimal, ZERO } from '../../money/decimal.ts';
import { splitByLargestRemainder } from '../../money/split.ts';
import { accept, type Path, type Rejection, type Result, rejectAll, unwrap } from '../../result.ts';

/** What is known of an open item that somebody wants to settle. Amounts are above zero; `side` says of which kind it is. */
export interface ItemFacts {
  readonly id: string;
  readonly account: string;
  readonly party: string;
  readonly currency: string;
  readonly minorUnit: number;
  readonly side: 'debit' | 'credit';
  readonly postingOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly original: Decimal;
  readonly remaining: Decimal;
  /** What the original is worth in the company's currency, at the rate of its line. */
  readonly worth: Decimal;
  /** How much of that has been settled. */
  readonly settledWorth: Decimal;
  /** Whether its entry was taken back, or takes one back. */
  readonly isReversed: boolean;
}

/** An item that was chosen: an amount of it, or as much as can be settled, where it is null. */
export interface ChosenItem {
  readonly item: ItemFacts;
  readonly amount: Decimal | null;
}

/** A debit and a credit that settle each other, and what the amount is worth on either side in the company's currency. */
export interface SettledPair {
  readonly debitItemId: string;
  readonly creditItemId: string;
  readonly amount: Decimal;
  readonly debitWorth: Decimal;
  readonly creditWorth: Decimal;
}

interface Judged extends ChosenItem {
  readonly first: ItemFacts;
  readonly settledOn: CalendarDate;
  readonly isTwice: boolean;
}

interface ItemRule {
  readonly code: string;
  readonly at: 'itemId' | 'amount' | 'settledOn';
  readonly isBrokenBy: (judged: Judged) => boolean;
  readonly message: (judged: Judged) => string;
}

const says = (text: string) => (): string => text;

/** What each item must be, in the order in which it is told. Each rule judges alone. */
export const itemRules = [
  {
    code: 'ITEM_TWICE',
    at: 'itemId',
    isBrokenBy: ({ isTwice }) => isTwice,
    message: says('Name each item once.'),
  },
  {
    code: 'OTHER_PARTY',
    at: 'itemId',
    isBrokenBy: ({ item, first }) => item.party !== first.party,
    message: says('Items of one business partner settle each other: this is another’s.'),
  },
  {
    code: 'OTHER_ACCOUNT',
    at: 'itemId',
    isBrokenBy: ({ item, first }) => item.account !== first.account,
    message: says('Items on one account settle each other: this stands on another.'),
  },
  {
    code: 'OTHER_CURRENCY',
    at: 'itemId',
    isBrokenBy: ({ item, first }) => item.currency !== first.currency,
    message: says('Items in one currency settle each other: this is in another.'),
  },
  {
    code: 'ITEM_REVERSED',
    at: 'itemId',
    isBrokenBy: ({ item }) => item.isReversed,
    message: says('The entry of this item was taken back, which settled it: choose another.'),
  },
  {
    code: 'ALREADY_SETTLED',
    at: 'itemId',
    isBrokenBy: ({ item }) => !item.isReversed && !isPositive(item.remaining),
    message: says('Nothing of this item is open: somebody may have settled it a moment ago.'),
  },
  {
    code: 'AMOUNT_NOT_POSITIVE',
    at: 'amount',
    isBrokenBy: ({ amount }) => amount !== null && !isPositive(amount),
    message: says('Give an amount above zero, on debits and credits alike.'),
  },
  {
    code: 'MINOR_UNIT_EXCEEDED',
    at: 'amount',
    isBrokenBy: ({ item, amount }) => amount !== null && !fitsMinorUnit(amount, item.minorUnit),
    message: ({ item }) => `${item.currency} has ${item.minorUnit} decimals: round the amount.`,
  },
  {
    code: 'MORE_THAN_REMAINS',
    at: 'amount',
    isBrokenBy: ({ item, amount }) =>
      amount !== null && isPositive(item.remaining) && compareDecimal(amount, item.remaining) > 0,
    message: ({ item }) => `Only ${item.remaining} ${item.currency} of this item is open: settle that, or less.`,
  },
  {
    code: 'SETTLED_BEFORE_POSTED',
    at: 'settledOn',
    isBrokenBy: ({ item, settledOn }) => settledOn < item.postingOn,
    message: ({ item }) => `One of the items counts from ${item.postingOn}: settle them then, or later.`,
  },
] as const satisfies readonly ItemRule[];

/**
 * ONE_SIDE_ALONE: debits settle credits, and only one of the two was chosen. AMOUNTS_DIFFER: what was given on one side
 * finds nothing on the other.
 */
export type SettlementCode = (typeof itemRules)[number]['code'] | 'ONE_SIDE_ALONE' | 'AMOUNTS_DIFFER';

/** What is left to be paired of a chosen item. */
interface Open {
  readonly index: number;
  readonly item: ItemFacts;
  readonly isExact: boolean;
  left: Decimal;
}

/** First whatever must be settled to the amount that was given, then the oldest. */
const inOrder = (one: Open, other: Open): number =>
  Number(other.isExact) - Number(one.isExact) ||
  (one.item.dueOn ?? one.item.postingOn).localeCompare(other.item.dueOn ?? other.item.postingOn) ||
  one.index - other.index;

/**
 * Pairs debits with credits, from the oldest on, as far as the amounts go. Where amounts were settled at different rates,
 * the pairs are worth more on one side than on the other: that difference is for an entry of its own.
 */
export function settleItems(
  chosen: readonly ChosenItem[],
  { settledOn, baseMinorUnit }: { readonly settledOn: CalendarDate; readonly baseMinorUnit: number },
): Result<readonly SettledPair[], Rejection<SettlementCode>> {
  const [head] = chosen;
  const isOneSided = chosen.every(({ item }) => item.side === head?.item.side);
  if (!head || isOneSided)
    return rejectAll([
      { code: 'ONE_SIDE_ALONE', message: 'Choose a debit and a credit at the least.', path: ['items'] },
    ]);
  const faults = chosen.flatMap((each, index): Rejection<SettlementCode>[] => {
    const isTwice = chosen.findIndex(({ item }) => item.id === each.item.id) < index;
    const judged: Judged = { ...each, first: head.item, settledOn, isTwice };
    return itemRules
      .filter((rule) => rule.isBrokenBy(judged))
      .map(({ code, at, message }): Rejection<SettlementCode> => {
        const path: Path = at === 'settledOn' ? [at] : ['items', index, at];
        return { code, message: message(judged), path };
      });
  });
  if (faults.length > 0) return rejectAll(faults);
  const open = chosen.map(
    ({ item, amount }, index): Open => ({ index, item, isExact: amount !== null, left: amount ?? item.remaining }),
  );
  const amounts = pairOff(open);
  const unpaired = open.filter(({ isExact, left }) => isExact && isPositive(left));
  if (unpaired.length > 0)
    return rejectAll(
      unpaired.map(({ index, item, left }) => ({
        code: 'AMOUNTS_DIFFER',
        message: `${left} ${item.currency} of this finds nothing on the other side: make debits and credits equal.`,
        path: ['items', index, 'amount'],
      })),
    );
  return accept(valued(amounts, baseMinorUnit));
}

interface Paired {
  readonly debit: ItemFacts;
  readonly credit: ItemFacts;
  readonly amount: Decimal;
}

/** Takes from both sides what the smaller has left, until one of them has nothing. */
function pairOff(open: readonly Open[]): readonly Paired[] {
  const sideOf = (side: ItemFacts['side']): Open[] => open.filter(({ item }) => item.side === side).sort(inOrder);
  const [debits, credits] = [sideOf('debit'), sideOf('credit')];
  const pairs: Paired[] = [];
  for (const debit of debits)
    for (const credit of credits) {
      const amount = compareDecimal(debit.left, credit.left) < 0 ? debit.left : credit.left;
      if (!isPositive(amount)) continue;
      pairs.push({ debit: debit.item, credit: credit.item, amount });
      debit.left = subtractDecimal(debit.left, amount);
      credit.left = subtractDecimal(credit.left, amount);
    }
  return pairs;
}

/**
 * What each pair is worth on either side. An item that is settled to the end is worth what is left of its worth, so that
 * nothing of it stays on the account, however it was divided before.
 */
function valued(pairs: readonly Paired[], minorUnit: number): readonly SettledPair[] {
  const worths = new Map<string, readonly Decimal[]>();
  for (const side of ['debit', 'credit'] as const)
    for (const item of new Set(pairs.map((pair) => pair[side]))) {
      const amounts = pairs.filter((pair) => pair[side] === item).map(({ amount }) => amount);
      const total = worthOf(item, sumDecimal(amounts), minorUnit);
      worths.set(item.id, unwrap(splitByLargestRemainder(total, amounts, minorUnit)));
    }
  const taken = new Map<string, number>();
  const next = ({ id }: ItemFacts): Decimal => {
    const at = taken.get(id) ?? 0;
    taken.set(id, at + 1);
    return worths.get(id)?.[at] ?? ZERO;
  };
  return pairs.map(({ debit, credit, amount }) => ({
    debitItemId: debit.id,
    creditItemId: credit.id,
    amount,
    debitWorth: next(debit),
    creditWorth: next(credit),
  }));
}

function worthOf({ remaining, original, worth, settledWorth }: ItemFacts, amount: Decimal, minorUnit: number): Decimal {
  const left = subtractDecimal(worth, settledWorth);
  const rest = subtractDecimal(original, amount);
  const [share = left] = unwrap(splitByLargestRemainder(worth, [amount, rest], minorUnit));
  return compareDecimal(amount, remaining) === 0 || compareDecimal(share, left) > 0 ? left : share;
}
