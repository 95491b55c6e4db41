import { fitsMinorUnit } from '../../money/currency.ts';
import { compareDecimal, type Decimal, decimal, isPositive } from '../../money/decimal.ts';
import type { ChartJournalKind } from '../chart/chart.ts';
import { type AccountFacts, type BookFacts, type CurrencyFacts, objectKey, type TypedLine } from './entry.ts';

/** A line with what its codes were found to be. */
export interface LineFacts {
  readonly line: TypedLine;
  readonly book: BookFacts;
  readonly account: AccountFacts | undefined;
  readonly currency: CurrencyFacts | undefined;
  /** The side that was filled in; null for none or both. */
  readonly amount: Decimal | null;
  readonly rate: Decimal | undefined;
}

/** Journals that post to the control accounts of a subledger; entries brought over from elsewhere stand on any. */
const journalsOf: Readonly<Record<NonNullable<AccountFacts['control']>, readonly ChartJournalKind[]>> = {
  GENERAL: ['GENERAL'],
  RECEIVABLES: ['SALES', 'BANK'],
  PAYABLES: ['PURCHASES', 'BANK'],
  PAYROLL: ['PAYROLL', 'BANK'],
  BANK: ['BANK'],
};
const broughtOver: ReadonlySet<ChartJournalKind> = new Set(['OPENING', 'IMPORT']);

/** Control accounts whose lines are about one customer or supplier each. */
export const isOfParties = (account: AccountFacts): boolean =>
  account.control === 'RECEIVABLES' || account.control === 'PAYABLES';

/** One rule of a line: its code, the input at fault, and what to do. */
interface LineRule {
  readonly code: string;
  readonly at: keyof TypedLine;
  readonly isBrokenBy: (facts: LineFacts) => boolean;
  readonly message: (facts: LineFacts) => string;
}

const says = (text: string) => (): string => text;

/** What each line must be, in the order in which it is told. Each rule judges alone. */
export const lineRules = [
  {
    code: 'ACCOUNT_UNKNOWN',
    at: 'account',
    isBrokenBy: ({ account }) => account === undefined,
    message: ({ line }) => `There is no account ${line.account}: choose one of the chart, or add it.`,
  },
  {
    code: 'ACCOUNT_NOT_IN_USE',
    at: 'account',
    isBrokenBy: ({ account }) => account?.active === false,
    message: ({ line }) => `Account ${line.account} was taken out of use: choose another, or bring it back.`,
  },
  {
    code: 'ACCOUNT_NOT_POSTABLE',
    at: 'account',
    isBrokenBy: ({ account }) => account?.postable === false,
    message: ({ line }) => `Account ${line.account} is a heading: choose one of the accounts below it.`,
  },
  {
    code: 'ACCOUNT_NOT_VALID',
    at: 'account',
    isBrokenBy: ({ account, book: { postingOn } }) =>
      account !== undefined &&
      ((account.validFrom !== null && postingOn < account.validFrom) ||
        (account.validUntil !== null && postingOn > account.validUntil)),
    message: ({ line, book }) =>
      `Account ${line.account} is not valid on ${book.postingOn}: choose another account or day.`,
  },
  {
    code: 'ACCOUNT_OF_SUBLEDGER',
    at: 'account',
    isBrokenBy: ({ account, book: { journalKind } }) =>
      account !== undefined &&
      account.control !== null &&
      !broughtOver.has(journalKind) &&
      !journalsOf[account.control].includes(journalKind),
    message: ({ line }) =>
      `Account ${line.account} is posted to by its subledger alone: use a journal of that subledger.`,
  },
  {
    code: 'ACCOUNT_OTHER_CURRENCY',
    at: 'currency',
    isBrokenBy: ({ account, line, book }) =>
      account !== undefined &&
      account.currencyCode !== null &&
      account.currencyCode !== (line.currency ?? book.base.code),
    message: ({ account }) => `Account ${account?.code} is kept in ${account?.currencyCode}: use that currency.`,
  },
  {
    code: 'SIDE_MISSING',
    at: 'debit',
    isBrokenBy: ({ line }) => line.debit === null && line.credit === null,
    message: says('Give a debit or a credit.'),
  },
  {
    code: 'SIDE_TWICE',
    at: 'credit',
    isBrokenBy: ({ line }) => line.debit !== null && line.credit !== null,
    message: says('Give a debit or a credit, not both.'),
  },
  {
    code: 'AMOUNT_NOT_POSITIVE',
    at: 'debit',
    isBrokenBy: ({ amount }) => amount !== null && !isPositive(amount),
    message: says('Give an amount above zero, on the other side where it is less.'),
  },
  {
    code: 'MINOR_UNIT_EXCEEDED',
    at: 'debit',
    isBrokenBy: ({ amount, currency }) =>
      amount !== null && currency !== undefined && !fitsMinorUnit(amount, currency.minorUnit),
    message: ({ currency }) => `${currency?.code} has ${currency?.minorUnit} decimals: round the amount.`,
  },
  {
    code: 'CURRENCY_UNKNOWN',
    at: 'currency',
    isBrokenBy: ({ currency }) => currency === undefined || !currency.inUse,
    message: ({ line }) => `There is no currency ${line.currency} in use: choose another.`,
  },
  {
    code: 'RATE_MISSING',
    at: 'rate',
    isBrokenBy: ({ rate, currency }) => currency !== undefined && rate === undefined,
    message: ({ line, book }) => `There is no rate of ${line.currency} on ${book.postingOn}: give one.`,
  },
  {
    code: 'RATE_NOT_POSITIVE',
    at: 'rate',
    isBrokenBy: ({ rate }) => rate !== undefined && !isPositive(rate),
    message: says('Give a rate above zero.'),
  },
  {
    code: 'RATE_OF_OWN_CURRENCY',
    at: 'rate',
    isBrokenBy: ({ rate, currency, book }) =>
      currency?.code === book.base.code && rate !== undefined && compareDecimal(rate, decimal('1')) !== 0,
    message: ({ book }) => `${book.base.code} is the currency of the books: leave the rate out.`,
  },
  {
    code: 'PARTY_UNKNOWN',
    at: 'party',
    isBrokenBy: ({ line, book }) => line.party !== null && book.parties.get(line.party)?.active !== true,
    message: ({ line }) => `There is no business partner ${line.party} in use: choose one, or add it.`,
  },
  {
    code: 'PARTY_MISSING',
    at: 'party',
    isBrokenBy: ({ line, account, book }) =>
      account !== undefined && isOfParties(account) && line.party === null && !broughtOver.has(book.journalKind),
    message: ({ line }) => `Say whom the line on account ${line.account} is about: the customer or supplier.`,
  },
  {
    code: 'TAX_CODE_UNKNOWN',
    at: 'taxCode',
    isBrokenBy: ({ line, book }) => line.taxCode !== null && book.taxCodes.get(line.taxCode)?.active !== true,
    message: ({ line }) => `There is no tax code ${line.taxCode} in use: choose another.`,
  },
  {
    code: 'DIMENSION_TWICE',
    at: 'dimensions',
    isBrokenBy: ({ line }) => new Set(line.dimensions.map((each) => each.dimension)).size < line.dimensions.length,
    message: says('Give one object of each dimension at the most.'),
  },
  {
    code: 'DIMENSION_UNKNOWN',
    at: 'dimensions',
    isBrokenBy: ({ line, book }) => line.dimensions.some((each) => !book.dimensions.has(each.dimension)),
    message: says('There is no such dimension in use: choose another, or add it.'),
  },
  {
    code: 'OBJECT_UNKNOWN',
    at: 'dimensions',
    isBrokenBy: ({ line, book }) =>
      line.dimensions.some(
        (each) => book.dimensions.has(each.dimension) && book.objects.get(objectKey(each))?.active !== true,
      ),
    message: ({ line, book }) => {
      const unknown = line.dimensions.find((each) => book.objects.get(objectKey(each))?.active !== true);
      return `There is no object ${unknown?.object} in use in dimension ${unknown?.dimension}: choose another, or add it.`;
    },
  },
] as const satisfies readonly LineRule[];

export type LineCode = (typeof lineRules)[number]['code'];
