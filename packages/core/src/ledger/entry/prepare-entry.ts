import { compareDecimal, type Decimal, decimal, subtractDecimal, sumDecimal, ZERO } from '../../money/decimal.ts';
import { accept, type Rejection, type Result, rejectAll } from '../../result.ts';
import { convertAmounts } from './convert-amounts.ts';
import { type BookFacts, objectKey, type PreparedLine, type TypedLine } from './entry.ts';
import { isOfParties, type LineCode, type LineFacts, lineRules } from './line-rules.ts';

/** As many lines as one entry may have. */
export const linesAtMost = 10_000;

/**
 * TOO_FEW_LINES, TOO_MANY_LINES: an entry has 2 to 10,000. ENTRY_UNBALANCED: debits and credits differ in a currency.
 * ENTRY_UNBALANCED_CONVERTED: they are equal in each currency, and differ at the rates given. AMOUNT_VANISHES: at its rate
 * an amount is less than the smallest of the company's currency.
 */
export type EntryCode =
  | 'TOO_FEW_LINES'
  | 'TOO_MANY_LINES'
  | 'ENTRY_UNBALANCED'
  | 'ENTRY_UNBALANCED_CONVERTED'
  | 'AMOUNT_VANISHES'
  | LineCode;

const one = decimal('1');
const signed = (side: 'debit' | 'credit', amount: Decimal): Decimal =>
  side === 'debit' ? amount : subtractDecimal(ZERO, amount);

function factsOf(line: TypedLine, book: BookFacts): LineFacts {
  const code = line.currency ?? book.base.code;
  const isBase = code === book.base.code;
  const single = line.debit === null || line.credit === null;
  return {
    line,
    book,
    account: book.accounts.get(line.account),
    currency: isBase ? book.base : book.currencies.get(code),
    amount: single ? (line.debit ?? line.credit) : null,
    rate: line.rate ?? (isBase ? one : book.rates.get(code)),
  };
}

function faultsOfLine(facts: LineFacts, index: number): readonly Rejection<LineCode>[] {
  return lineRules
    .filter((rule) => rule.isBrokenBy(facts))
    .map(({ code, at, message }) => {
      // An amount stands on the side that was filled in.
      const input = at === 'debit' && facts.line.debit === null && facts.line.credit !== null ? 'credit' : at;
      return { code, message: message(facts), path: ['lines', index, input] };
    });
}

const unbalanced = (debit: Decimal, credit: Decimal): boolean => compareDecimal(debit, credit) !== 0;

/** What is wrong with the entry as a whole, once each line is right by itself. */
function faultsOfWhole(lines: readonly LineFacts[]): readonly Rejection<EntryCode>[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency?.code ?? ''))];
  return currencies.flatMap((code) => {
    const own = lines.filter(({ currency }) => currency?.code === code);
    const debit = sumDecimal(own.map(({ line }) => line.debit ?? ZERO));
    const credit = sumDecimal(own.map(({ line }) => line.credit ?? ZERO));
    if (!unbalanced(debit, credit)) return [];
    const message = `Debits of ${debit} and credits of ${credit} ${code} differ by ${subtractDecimal(debit, credit)}: make them equal.`;
    return [{ code: 'ENTRY_UNBALANCED' as const, message, path: ['lines'] }];
  });
}

function prepared(facts: LineFacts, converted: Decimal): PreparedLine {
  const { line, book, account, currency, amount, rate } = facts;
  const side = line.debit === null ? 'credit' : 'debit';
  return {
    accountId: account?.id ?? '',
    currencyCode: currency?.code ?? '',
    amount: signed(side, amount ?? ZERO),
    rate: rate ?? one,
    debit: side === 'debit' ? converted : ZERO,
    credit: side === 'credit' ? converted : ZERO,
    partyId: line.party === null ? null : (book.parties.get(line.party)?.id ?? null),
    taxCodeId: line.taxCode === null ? null : (book.taxCodes.get(line.taxCode)?.id ?? null),
    taxBase: line.taxBase,
    objectIds: line.dimensions.map((each) => book.objects.get(objectKey(each))?.id ?? '').sort(),
    dueOn: line.dueOn,
    text: line.text,
    opensItem: account !== undefined && isOfParties(account) && line.party !== null && line.opensItem !== false,
  };
}

/** Checks an entry by every rule, and makes of it what may be posted. */
export function prepareEntry(
  lines: readonly TypedLine[],
  book: BookFacts,
): Result<readonly PreparedLine[], Rejection<EntryCode>> {
  if (lines.length > linesAtMost)
    return rejectAll([{ code: 'TOO_MANY_LINES', message: `Use ${linesAtMost} lines at the most.`, path: ['lines'] }]);
  const facts = lines.map((line) => factsOf(line, book));
  const faults: Rejection<EntryCode>[] = facts.flatMap((each, index) => [...faultsOfLine(each, index)]);
  if (lines.length < 2)
    faults.push({ code: 'TOO_FEW_LINES', message: 'Give two lines at the least.', path: ['lines'] });
  else if (faults.length === 0) faults.push(...faultsOfWhole(facts));
  if (faults.length > 0) return rejectAll(faults);
  const converted = convertAmounts(
    facts.map(({ line, currency, amount, rate }) => ({
      side: line.debit === null ? ('credit' as const) : ('debit' as const),
      currency: currency?.code ?? '',
      amount: amount ?? ZERO,
      rate: rate ?? one,
    })),
    book.base.minorUnit,
  );
  const vanished = converted.flatMap((each, index): Rejection<EntryCode>[] => {
    if (compareDecimal(each, ZERO) !== 0) return [];
    const message = `At this rate the amount is nothing in ${book.base.code}: leave the line out, or put it into another.`;
    return [{ code: 'AMOUNT_VANISHES', message, path: ['lines', index, 'rate'] }];
  });
  if (vanished.length > 0) return rejectAll(vanished);
  const done = facts.map((each, index) => prepared(each, converted[index] as Decimal));
  const [debit, credit] = [sumDecimal(done.map((each) => each.debit)), sumDecimal(done.map((each) => each.credit))];
  if (!unbalanced(debit, credit)) return accept(done);
  const message = `At these rates debits are ${debit} and credits ${credit} ${book.base.code}: use one rate, or post the difference of rates as an entry of its own.`;
  return rejectAll([{ code: 'ENTRY_UNBALANCED_CONVERTED', message, path: ['lines'] }]);
}

/** The lines that take an entry back: the same, each on its other side. */
export function reversedLines<Line extends Pick<PreparedLine, 'amount' | 'debit' | 'credit'>>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.map((line) => ({
    ...line,
    amount: subtractDecimal(ZERO, line.amount),
    debit: line.credit,
    credit: line.debit,
  }));
}
