/** An account that may be typed. */
export interface AccountChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the tax that is proposed on it; empty where there is none. */
  readonly taxCode: string;
  /** The subledger that alone posts to it; null or left out for an account that every journal posts to. */
  readonly control?: string | null;
}

/** Subledgers whose lines are about one customer or supplier each, with the kinds of journals that post to their accounts. */
const JOURNALS: Readonly<Record<string, readonly string[]>> = {
  RECEIVABLES: ['SALES', 'BANK', 'OPENING', 'IMPORT'],
  PAYABLES: ['PURCHASES', 'BANK', 'OPENING', 'IMPORT'],
};

/** Whether a line on the account names a customer or supplier. */
export const isOfParties = (account: Pick<AccountChoice, 'control'> | undefined): boolean =>
  account?.control !== undefined && account.control !== null && account.control in JOURNALS;

/** Whether a journal of this kind posts to the account. The graph has the last word. */
export const fitsJournal = ({ control }: Pick<AccountChoice, 'control'>, kind: string): boolean =>
  control === undefined || control === null || (JOURNALS[control]?.includes(kind) ?? false);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The accounts that a typed text may mean, the likeliest first: the number itself, numbers that begin so, then names in
 * which every typed word begins a word, then names that hold them anywhere. Marks over letters do not count.
 */
export function searchAccounts<Choice extends AccountChoice>(
  accounts: readonly Choice[],
  typed: string,
  most = 12,
): readonly Choice[] {
  const text = plain(typed.trim());
  if (text === '') return accounts.slice(0, most);
  const words = text.split(/\s+/);
  const rank = ({ code, name }: AccountChoice): number => {
    if (plain(code) === text) return 0;
    if (plain(code).startsWith(text)) return 1;
    const named = plain(name);
    const begun = named.split(/[^\p{L}\p{N}]+/u);
    if (words.every((word) => begun.some((one) => one.startsWith(word)))) return 2;
    return words.every((word) => named.includes(word)) ? 3 : Number.POSITIVE_INFINITY;
  };
  return accounts
    .map((account) => ({ account, at: rank(account) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((left, right) => left.at - right.at || left.account.code.localeCompare(right.account.code))
    .slice(0, most)
    .map(({ account }) => account);
}
