import type { AccountType, CashFlowActivity } from '../chart/chart.ts';
import type { SieAccount, SieAccountType, SieDocument } from './document.ts';

/** What the books call an account of a file. `guessed`: neither its #KTYP nor its BAS class says so. */
export interface AccountKind {
  readonly type: AccountType;
  readonly guessed: boolean;
}

/**
 * The type of each account of a file, by code: from its #KTYP; else from its BAS class, the
 * first digit; else from where its balance stands. SIE counts equity among the liabilities: BAS 20 is equity.
 */
export function accountKinds(document: SieDocument): ReadonlyMap<string, AccountKind> {
  const ofBalance = new Set<string>();
  const ofResult = new Set<string>();
  for (const { kind, account } of document.balances) {
    if (kind === 'RES') ofResult.add(account);
    else if (kind === 'IB' || kind === 'UB' || kind === 'OIB' || kind === 'OUB') ofBalance.add(account);
  }
  return new Map(document.accounts.map((account) => [account.code, kindOf(account, ofBalance, ofResult)]));
}

/** Where the cash-flow statement shows an account, by its BAS class; OPERATING for a number of another chart. */
export function cashFlowOf(code: string): CashFlowActivity {
  if (/^19[0-9]+$/.test(code)) return 'CASH';
  if (/^(1[0-3]|78)[0-9]+$/.test(code)) return 'INVESTING';
  return /^(20|23|8999)[0-9]*$/.test(code) ? 'FINANCING' : 'OPERATING';
}

/** The #KTYP of an account of the books. */
export function sieTypeOf(type: AccountType): SieAccountType {
  if (type === 'ASSET') return 'T';
  if (type === 'INCOME') return 'I';
  return type === 'EXPENSE' ? 'K' : 'S';
}

function kindOf(account: SieAccount, ofBalance: ReadonlySet<string>, ofResult: ReadonlySet<string>): AccountKind {
  const { code, type } = account;
  if (type === 'T') return { type: 'ASSET', guessed: false };
  if (type === 'S') return { type: code.startsWith('20') ? 'EQUITY' : 'LIABILITY', guessed: false };
  if (type === 'K') return { type: 'EXPENSE', guessed: false };
  if (type === 'I') return { type: 'INCOME', guessed: false };
  const byClass = classOf(code);
  if (byClass !== null) return { type: byClass, guessed: false };
  if (ofResult.has(code) && !ofBalance.has(code)) return { type: 'EXPENSE', guessed: true };
  return { type: 'ASSET', guessed: true };
}

/** Source: the classes of the BAS chart; in class 8, 80 to 83 is income and the rest expense. */
function classOf(code: string): AccountType | null {
  if (!/^[1-9][0-9]{1,}$/.test(code)) return null;
  if (code.startsWith('1')) return 'ASSET';
  if (code.startsWith('2')) return code.startsWith('20') ? 'EQUITY' : 'LIABILITY';
  if (code.startsWith('3') || /^8[0-3]/.test(code)) return 'INCOME';
  return 'EXPENSE';
}
