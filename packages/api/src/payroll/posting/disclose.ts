import { addDecimal, type Decimal } from '@kontor/core';
import { groupedBy } from '../gather/grouped-by.ts';

/** One amount of one person or several, where it is to be posted. */
export interface Amount {
  readonly account: string;
  readonly costCentre: string | null;
  readonly side: 'debit' | 'credit';
  readonly amount: Decimal;
  /** Whose it is: numbers that tell people apart. */
  readonly people: readonly number[];
}

/** Amounts of several people on one account and cost centre. */
interface Group extends Pick<Amount, 'account' | 'costCentre' | 'side' | 'amount'> {
  readonly people: ReadonlySet<number>;
}

/** Fewer people than these are not shown by themselves. */
const LEAST = 5;

const placeOf = ({ account, costCentre, side }: Pick<Amount, 'account' | 'costCentre' | 'side'>): string =>
  JSON.stringify([side, account, costCentre]);

function add(groups: Map<string, Group>, { people, ...place }: Group): void {
  const key = placeOf(place);
  const known = groups.get(key);
  groups.set(
    key,
    known
      ? { ...known, amount: addDecimal(known.amount, place.amount), people: new Set([...known.people, ...people]) }
      : { ...place, people },
  );
}

const gather = (groups: readonly Group[]): Group[] => {
  const found = new Map<string, Group>();
  for (const group of groups) add(found, group);
  return [...found.values()];
};

function grouped(amounts: readonly Amount[]): Group[] {
  const found = new Map<string, { group: Omit<Group, 'people'>; people: Set<number> }>();
  for (const { people, ...place } of amounts) {
    const key = placeOf(place);
    const known = found.get(key);
    if (known) {
      for (const person of people) known.people.add(person);
      known.group = { ...known.group, amount: addDecimal(known.group.amount, place.amount) };
    } else found.set(key, { group: place, people: new Set(people) });
  }
  return [...found.values()].map(({ group, people }) => ({ ...group, people }));
}

const isSmall = ({ people }: Group): boolean => people.size < LEAST;
const bySize = (one: Group, other: Group): number => other.people.size - one.people.size;

/**
 * Puts cost centres with few people together into an amount of the account without one. If that is of few people too, the
 * smallest of the others joins it: whoever knows the whole would know the rest.
 */
function withoutSmallCentres(groups: readonly Group[]): Group[] {
  const accounts = groupedBy(groups, ({ side, account }) => `${side} ${account}`);
  return [...accounts.values()].flatMap((ofAccount) => {
    const told = ofAccount.filter((group) => group.costCentre !== null && !isSmall(group)).sort(bySize);
    const hidden = ofAccount.filter((group) => !told.includes(group));
    while (hidden.length > 0 && told.length > 0 && isSmall(gather(hidden.map(plain))[0] as Group)) {
      const smallest = told.pop();
      if (smallest) hidden.push(smallest);
    }
    return [...told, ...gather(hidden.map(plain))];
  });
}

const plain = (group: Group): Group => ({ ...group, costCentre: null });

/**
 * Puts an account with few people together with the largest of its side: that of salaries, or of what is owed to others
 * than the people, who are paid exactly what stands on theirs.
 */
function withoutSmallAccounts(groups: readonly Group[], net: string | null): Group[] {
  return (['debit', 'credit'] as const).flatMap((side) => {
    const ofSide = groups.filter((group) => group.side === side).sort(bySize);
    const small = ofSide.filter((group) => group.costCentre === null && isSmall(group));
    const others = ofSide.filter((group) => !small.includes(group));
    const fit = [...others.filter(({ costCentre }) => costCentre === null), ...others];
    const largest = fit.find(({ account }) => account !== net) ?? fit[0];
    if (!largest) return gather(small.map((group) => ({ ...group, account: small[0]?.account ?? group.account })));
    return gather([
      ...others,
      ...small.map((group) => ({ ...group, account: largest.account, costCentre: largest.costCentre })),
    ]);
  });
}

/**
 * What an entry may show of amounts of single people: no group of fewer than five. Null where all of them are fewer than
 * five: then nothing is shown, unless they are everybody in the company.
 */
export function disclosed(
  amounts: readonly Amount[],
  { net, peopleInCompany }: { readonly net: string | null; readonly peopleInCompany: number },
): readonly Group[] | null {
  const groups = grouped(amounts);
  const people = new Set(amounts.flatMap((amount) => amount.people));
  if (people.size < LEAST) return people.size >= peopleInCompany ? gather(groups.map(plain)) : null;
  return withoutSmallAccounts(withoutSmallCentres(groups), net);
}
