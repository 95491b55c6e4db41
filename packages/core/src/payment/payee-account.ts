import { extractIBAN, isValidBBAN } from 'ibantools';
import { type BicCode, type IbanCode, parseBic, parseIban } from '../person/bank-account.ts';
import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';

/**
 * PAYEE_ACCOUNT_MISSING: neither an IBAN nor a British number. PAYEE_ACCOUNT_TWICE: both. IBAN_BANK_PART_WRONG: what follows
 * the check digits is no account number of that country, or its own check digit is wrong. SORT_CODE_MALFORMED,
 * ACCOUNT_NUMBER_MALFORMED: not six digits, not six to eight. BIC_MISSING: a British number without the bank. BIC_OF_OTHER_COUNTRY: the
 * bank is in another country than the account. BIC_NOT_BRITISH: a British number at a bank elsewhere.
 */
export type PayeeAccountCode =
  | IbanCode
  | BicCode
  | 'PAYEE_ACCOUNT_MISSING'
  | 'PAYEE_ACCOUNT_TWICE'
  | 'IBAN_BANK_PART_WRONG'
  | 'SORT_CODE_MALFORMED'
  | 'ACCOUNT_NUMBER_MALFORMED'
  | 'BIC_MISSING'
  | 'BIC_OF_OTHER_COUNTRY'
  | 'BIC_NOT_BRITISH';

/** An account as people type it: an IBAN, or the sort code and account number of a British bank with its BIC. */
export interface TypedAccount {
  readonly iban?: string | null;
  readonly bic?: string | null;
  readonly sortCode?: string | null;
  readonly accountNumber?: string | null;
}

/** An account that can be paid to. `bic` is null where the IBAN alone leads there. */
export interface PayeeAccount {
  readonly iban: string;
  readonly bic: string | null;
}

/** Countries whose banks keep accounts with the IBAN of another (as the writer of messages knows them). */
const territories: Readonly<Record<string, readonly string[]>> = {
  FI: ['AX'],
  FR: ['GF', 'GP', 'MQ', 'RE', 'PF', 'TF', 'YT', 'NC', 'BL', 'MF', 'PM', 'WF'],
  GB: ['IM', 'JE', 'GG'],
};

type Read<Value> = Result<Value, Rejection<PayeeAccountCode>>;

/** Six digits of a sort code, however they are grouped. */
export function parseSortCode(text: string, path: Path = []): Read<string> {
  const digits = text.replace(/[\s-]/g, '');
  if (/^[0-9]{6}$/.test(digits)) return accept(digits);
  return reject('SORT_CODE_MALFORMED', 'Give a sort code of six digits, such as 20-00-00.', path);
}

/** Eight digits of a British account number; shorter ones of old accounts are filled up with zeros in front. */
export function parseAccountNumber(text: string, path: Path = []): Read<string> {
  const digits = text.replace(/[\s-]/g, '');
  if (/^[0-9]{6,8}$/.test(digits)) return accept(digits.padStart(8, '0'));
  return reject('ACCOUNT_NUMBER_MALFORMED', 'Give an account number of eight digits, such as 55779911.', path);
}

/** The check digits of ISO 7064 that make an IBAN of a country and what follows them. */
function ibanOf(country: string, rest: string): string {
  const digits = `${rest}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(digits) % 97n);
  return `${country}${String(check).padStart(2, '0')}${rest}`;
}

/** The IBAN of a British account: the first four letters of the bank's BIC, sort code, account number (ISO 13616 registry). */
function britishIban({ sortCode, accountNumber, bic }: TypedAccount): Read<PayeeAccount> {
  const code = parseSortCode(sortCode ?? '', ['sortCode']);
  const number = parseAccountNumber(accountNumber ?? '', ['accountNumber']);
  const faults = [code, number].flatMap((each) => (each.ok ? [] : each.rejections));
  if (!bic) return reject('BIC_MISSING', 'Give the BIC of the bank, such as BARCGB22.', ['bic']);
  const bank = parseBic(bic, ['bic']);
  if (!bank.ok) return bank;
  if (faults.length > 0 || !code.ok || !number.ok) return { ok: false, rejections: faults };
  if (!['GB', ...(territories['GB'] ?? [])].includes(bank.value.slice(4, 6)))
    return reject('BIC_NOT_BRITISH', 'A sort code is that of a British bank: check the BIC.', ['bic']);
  return accept({ iban: ibanOf('GB', `${bank.value.slice(0, 4)}${code.value}${number.value}`), bic: bank.value });
}

/** Whether what follows the check digits is an account number of the country, its own check digit included. */
function hasBankPart(iban: string): boolean {
  const { bban, countryCode } = extractIBAN(iban);
  return bban !== undefined && countryCode !== undefined && isValidBBAN(bban, countryCode);
}

/** Reads an account to be paid to or from. */
export function readPayeeAccount(typed: TypedAccount): Read<PayeeAccount> {
  const isBritish = Boolean(typed.sortCode || typed.accountNumber);
  if (!typed.iban && !isBritish)
    return reject('PAYEE_ACCOUNT_MISSING', 'Give an IBAN, or a sort code and an account number.', ['iban']);
  if (typed.iban && isBritish)
    return reject('PAYEE_ACCOUNT_TWICE', 'Give an IBAN, or a sort code and an account number, not both.', ['sortCode']);
  if (!typed.iban) return britishIban(typed);
  const iban = parseIban(typed.iban, ['iban']);
  if (!iban.ok) return iban;
  if (!hasBankPart(iban.value))
    return reject('IBAN_BANK_PART_WRONG', 'Check the IBAN: no bank of that country has such an account.', ['iban']);
  if (!typed.bic) return accept({ iban: iban.value, bic: null });
  const bic = parseBic(typed.bic, ['bic']);
  if (!bic.ok) return bic;
  const country = iban.value.slice(0, 2);
  if (![country, ...(territories[country] ?? [])].includes(bic.value.slice(4, 6)))
    return reject('BIC_OF_OTHER_COUNTRY', 'IBAN and BIC are of two countries: check both.', ['bic']);
  return accept({ iban: iban.value, bic: bic.value });
}
