/**
 * Which account was last set against which, the oldest first: what the second line is filled with. Kept by the browser,
 * per company. Pairs, because an object would put account numbers in the order of the numbers.
 */
export type ContraMemory = readonly (readonly [account: string, contra: string])[];

const most = 500;

/** The memory after an entry of two accounts. Others say nothing about which belongs against which. */
export function remember(memory: ContraMemory, accounts: readonly string[]): ContraMemory {
  const [first, second, ...more] = [...new Set(accounts)];
  if (first === undefined || second === undefined || more.length > 0) return memory;
  return [...memory.filter(([account]) => account !== first), [first, second] as const].slice(-most);
}

/** The account that an account was last set against. */
export function contraOf(memory: ContraMemory, account: string): string | undefined {
  return memory.find(([first]) => first === account)?.[1];
}
