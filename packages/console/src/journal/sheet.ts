/** An entry as it is being typed: pure functions from sheet to sheet. Amounts stay the text that was typed until they are sent. */
import { Big } from 'big.js';
import { parseDecimal } from '../values/format.ts';
import { type AccountChoice, isOfParties } from './account-search.ts';

/** One line as it is typed. Every field is text, empty where nothing was typed. */
export interface SheetLine {
  /** Tells lines apart while they move. */
  readonly key: number;
  /** Number of the account. */
  readonly account: string;
  /** Number of the customer or supplier. */
  readonly party: string;
  /** Day by which a customer or supplier is to pay or be paid, `2026-04-05`. */
  readonly dueOn: string;
  readonly debit: string;
  readonly credit: string;
  /** Currency; that of the company where empty. */
  readonly currency: string;
  /** Units of the company's currency for one of the line's. */
  readonly rate: string;
  readonly taxCode: string;
  /** Codes of objects by the codes of their dimensions. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the line of a draft holds and the sheet has no cell for: it stays as it is. */
  readonly kept?: KeptOfLine;
}

export interface KeptOfLine {
  readonly taxBase: string | null;
}

/** What is typed of an entry. */
export interface Sheet {
  /** Day on which it counts, `2026-03-01`. */
  readonly postingOn: string;
  readonly text: string;
  /** Number of the document behind it. */
  readonly reference: string;
  readonly lines: readonly SheetLine[];
  /** What a draft holds and the sheet has no field for. */
  readonly kept?: { readonly documentOn: string | null; readonly reverseOn: string | null };
}

/** What the sheet has to know to reckon: how the reader writes numbers, and the decimals of the company's currency. */
export interface Reckoning {
  readonly locale: string;
  readonly minorUnit: number;
}

export interface Totals {
  readonly debit: Big;
  readonly credit: Big;
  /** Debit less credit, in the company's currency. */
  readonly difference: Big;
}

export type Side = 'debit' | 'credit';

const zero = new Big(0);

let lastKey = 0;

/** A line with nothing typed in it. */
export function emptyLine(): SheetLine {
  lastKey += 1;
  return {
    key: lastKey,
    account: '',
    party: '',
    dueOn: '',
    debit: '',
    credit: '',
    currency: '',
    rate: '',
    taxCode: '',
    dimensions: {},
    text: '',
  };
}

/** The sheet of a new entry. The day is kept from the entry before: vouchers come in piles of one day. */
export function emptySheet(postingOn: string): Sheet {
  return { postingOn, text: '', reference: '', lines: [emptyLine(), emptyLine()] };
}

/** Whether anything was typed into a line. */
export function isBlank(line: SheetLine): boolean {
  return line.account === '' && line.debit === '' && line.credit === '' && line.text === '';
}

/** The amount of a side as it was typed; undefined where it is no number. Nothing typed is zero. */
export function amountOf(line: SheetLine, side: Side, locale: string): Big | undefined {
  if (line[side].trim() === '') return zero;
  const parsed = parseDecimal(line[side], locale);
  return parsed === undefined ? undefined : new Big(parsed);
}

/** What a side of a line comes to in the company's currency. */
function inBase(line: SheetLine, side: Side, { locale, minorUnit }: Reckoning): Big {
  const amount = amountOf(line, side, locale) ?? zero;
  if (line.rate.trim() === '') return amount;
  const rate = parseDecimal(line.rate, locale);
  // The books round half to even, as the graph does when it posts.
  return rate === undefined ? zero : amount.times(rate).round(minorUnit, 2);
}

/** What stands on either side, and what is missing. */
export function totals(sheet: Sheet, reckoning: Reckoning): Totals {
  const sum = (side: Side) => sheet.lines.reduce((total, line) => total.plus(inBase(line, side, reckoning)), zero);
  const [debit, credit] = [sum('debit'), sum('credit')];
  return { debit, credit, difference: debit.minus(credit) };
}

/** The sheet with one line changed. */
export function withLine(sheet: Sheet, key: number, change: Partial<Omit<SheetLine, 'key'>>): Sheet {
  return { ...sheet, lines: sheet.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}

/** The sheet with an amount on one side of a line. A line has one side: the other is emptied. */
export function withAmount(sheet: Sheet, key: number, side: Side, text: string): Sheet {
  const other = side === 'debit' ? 'credit' : 'debit';
  return withLine(sheet, key, text.trim() === '' ? { [side]: text } : { [side]: text, [other]: '' });
}

/** The sheet with a line added at its end. */
export function withNewLine(sheet: Sheet): Sheet {
  return { ...sheet, lines: [...sheet.lines, emptyLine()] };
}

/** The sheet without a line. Two stay: an entry has at least two. */
export function withoutLine(sheet: Sheet, key: number): Sheet {
  const lines = sheet.lines.filter((line) => line.key !== key);
  while (lines.length < 2) lines.push(emptyLine());
  return { ...sheet, lines };
}

/**
 * The sheet with the missing amount on a line, on the side where it is missing. A line in another currency is left
 * alone: what is missing there depends on its rate.
 */
export function withContra(sheet: Sheet, key: number, reckoning: Reckoning, write: (amount: string) => string): Sheet {
  const line = sheet.lines.find((one) => one.key === key);
  if (line?.currency !== '') return sheet;
  const without = withLine(sheet, key, { debit: '', credit: '' });
  const { difference } = totals(without, reckoning);
  if (difference.eq(zero)) return without;
  return withAmount(without, key, difference.gt(zero) ? 'credit' : 'debit', write(difference.abs().toFixed()));
}

/** Whether the next line should be offered the missing amount: an account stands there, and no amount. */
export function awaitsContra(line: SheetLine): boolean {
  return line.account !== '' && line.debit === '' && line.credit === '' && line.currency === '';
}

/** A tax as the graph knows it. */
export interface Tax {
  readonly code: string;
  /** Per cent. */
  readonly rate: string;
  /** Number of the account for tax on what is bought, which is debited; null where there is none. */
  readonly inputAccount: string | null;
  /** Number of the account for tax on what is sold, which is credited; null where there is none. */
  readonly outputAccount: string | null;
}

/**
 * The sheet with an amount that holds its tax taken apart: what is left on the line, the tax on a line of its own after
 * it. The tax is rounded to the currency's minor unit, and the net amount is the rest, so that nothing is lost.
 */
export function withTaxSplit(
  sheet: Sheet,
  key: number,
  tax: Tax,
  { locale, minorUnit }: Reckoning,
  write: (amount: string) => string,
): Sheet {
  const line = sheet.lines.find((one) => one.key === key);
  const side: Side = line?.credit ? 'credit' : 'debit';
  const gross = line && amountOf(line, side, locale);
  const account = side === 'debit' ? tax.inputAccount : tax.outputAccount;
  if (!line || !gross || gross.eq(zero) || account === null || new Big(tax.rate).eq(zero)) return sheet;
  const rate = new Big(tax.rate).div(100);
  const amount = gross.times(rate).div(rate.plus(1)).round(minorUnit, 1);
  const net: SheetLine = { ...line, taxCode: tax.code, [side]: write(gross.minus(amount).toFixed()) };
  const own: SheetLine = {
    ...emptyLine(),
    account,
    currency: line.currency,
    rate: line.rate,
    text: line.text,
    [side]: write(amount.toFixed()),
  };
  return { ...sheet, lines: sheet.lines.flatMap((one) => (one.key === key ? [net, own] : [one])) };
}

/** Why a sheet is not ready to be posted. */
export type SheetFault =
  | 'noDay'
  | 'tooFewLines'
  | 'noAccount'
  | 'unknownAccount'
  | 'noParty'
  | 'noAmount'
  | 'badAmount'
  | 'unbalanced';

/** What is wrong with a sheet, each with the line that it is about. The graph has the last word. */
export function faultsOf(
  sheet: Sheet,
  accounts: ReadonlyMap<string, Pick<AccountChoice, 'control'>>,
  reckoning: Reckoning,
): readonly { readonly fault: SheetFault; readonly key?: number }[] {
  const lines = sheet.lines.filter((line) => !isBlank(line));
  const ofLine = (line: SheetLine): SheetFault | undefined => {
    if (line.account === '') return 'noAccount';
    if (!accounts.has(line.account)) return 'unknownAccount';
    if (line.party === '' && isOfParties(accounts.get(line.account))) return 'noParty';
    const [debit, credit] = [amountOf(line, 'debit', reckoning.locale), amountOf(line, 'credit', reckoning.locale)];
    if (!debit || !credit) return 'badAmount';
    return debit.eq(zero) && credit.eq(zero) ? 'noAmount' : undefined;
  };
  const faults = lines.flatMap((line) => {
    const fault = ofLine(line);
    return fault ? [{ fault, key: line.key }] : [];
  });
  if (faults.length > 0) return faults;
  if (sheet.postingOn === '') return [{ fault: 'noDay' }];
  if (lines.length < 2) return [{ fault: 'tooFewLines' }];
  return totals(sheet, reckoning).difference.eq(zero) ? [] : [{ fault: 'unbalanced' }];
}
