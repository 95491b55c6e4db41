import type { KnownDimension } from './facts.ts';

/** The kinds of the dimensions that the standard reserves. */
export const KIND_OF: Readonly<Record<string, 'COST_CENTRE' | 'PROJECT' | 'EMPLOYEE'>> = {
  1: 'COST_CENTRE',
  6: 'PROJECT',
  7: 'EMPLOYEE',
};

/** The first number that the standard leaves to everybody. */
const FIRST_FREE = 20;

/** The dimension of the books that has a number in files; null where they have none. */
export function dimensionOf(
  { dimensions }: { readonly dimensions: readonly KnownDimension[] },
  number: string,
): KnownDimension | null {
  const numbers = fileNumbers(dimensions);
  return dimensions.find(({ id }) => numbers.get(id) === number) ?? null;
}

/**
 * What each dimension is numbered by in files, by its id: its code where that is a number, else the number reserved for its
 * kind, else the next that is free.
 */
export function fileNumbers(dimensions: readonly KnownDimension[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const taken = new Set(dimensions.map(({ code }) => code).filter(isNumber));
  for (const { id, code } of dimensions) if (isNumber(code)) numbers.set(id, code);
  for (const { id, kind, code } of dimensions) {
    if (isNumber(code)) continue;
    const reserved = Object.keys(KIND_OF).find((number) => KIND_OF[number] === kind && !taken.has(number));
    const number = reserved ?? nextFree(taken);
    taken.add(number);
    numbers.set(id, number);
  }
  return numbers;
}

function isNumber(code: string): boolean {
  return /^[1-9][0-9]*$/.test(code);
}

function nextFree(taken: ReadonlySet<string>): string {
  let number = FIRST_FREE;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
