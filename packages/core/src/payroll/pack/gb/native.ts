import { decimal } from '../../../money/decimal.ts';
import { unwrap } from '../../../result.ts';
import type { BracketTable, NativeFunction, Scope, Value } from '../../language/value.ts';
import {
  compareExact,
  dividedBy,
  type Exact,
  exactOf,
  exactWhole,
  isNought,
  minus,
  NOUGHT,
  ONE,
  plus,
  times,
} from '../../number/exact.ts';
import { roundExact } from '../../number/rounding.ts';
import { parseTaxCode, type TaxCode } from './tax-code.ts';

const PENNY = exactOf(decimal('0.01'));
/** HMRC's routines carry thresholds and the tax up to them to four decimals, and drop the rest. */
const FOUR_DECIMALS = exactOf(decimal('0.0001'));

const codePart = (
  name: string,
  part: 'text' | 'number' | 'boolean',
  pick: (code: TaxCode) => Value,
): NativeFunction => ({
  name,
  parameters: ['text'],
  result: part,
  because: 'The language compares texts and does not take them apart; a tax code is several facts in one word.',
  // The fact was read by the same grammar before any rule ran.
  run: ([text]) => pick(unwrap(parseTaxCode(text as string))),
});

/**
 * Tax on taxable pay to date: stage 3 of HMRC's Specification for PAYE Tax Table Routines.
 * Which formula applies is asked of the unrounded pay against each threshold rounded up to a pound;
 * the formula then takes the pay rounded down to a pound, and the threshold and the tax up to it to
 * four decimals; the result is rounded down to a penny.
 */
function taxOnTable(
  taxable: Exact,
  elapsed: Exact,
  parts: Exact,
  table: string,
  bands: BracketTable,
  scope: Scope,
): Exact {
  if (compareExact(taxable, NOUGHT) <= 0) return NOUGHT;
  const pounds = roundExact(taxable, 'FLOOR', ONE);
  const toDate = (annual: Exact): Exact => dividedBy(times(annual, elapsed), parts);
  let annualFrom = NOUGHT;
  let annualTax = NOUGHT;
  let from = NOUGHT;
  let tax = NOUGHT;
  for (const { upTo, rate } of bands.brackets) {
    const exactTop = upTo === null ? null : toDate(upTo);
    if (exactTop === null || compareExact(taxable, roundExact(exactTop, 'CEILING', ONE)) <= 0) {
      const rest = minus(pounds, from);
      const result = times(rest, rate);
      scope.steps?.push({ table, from, upTo: exactTop, rate, amount: rest, result });
      return roundExact(plus(tax, result), 'FLOOR', PENNY);
    }
    annualTax = plus(annualTax, times(minus(upTo ?? NOUGHT, annualFrom), rate));
    annualFrom = upTo ?? NOUGHT;
    const top = roundExact(exactTop, 'DOWN', FOUR_DECIMALS);
    const taxUpTo = roundExact(toDate(annualTax), 'DOWN', FOUR_DECIMALS);
    scope.steps?.push({ table, from, upTo: top, rate, amount: minus(top, from), result: minus(taxUpTo, tax) });
    from = top;
    tax = taxUpTo;
  }
  throw new RangeError(`The last band of ${table} has no end.`);
}

/** Everything of the British pack that the rule language cannot say. */
export const GB_NATIVES: readonly NativeFunction[] = [
  codePart('taxCodeNation', 'text', ({ nation }) => nation),
  codePart('taxCodeKind', 'text', ({ kind }) => kind),
  codePart('taxCodeName', 'text', ({ name }) => name),
  codePart('taxCodeNumber', 'number', ({ number }) => exactWhole(number)),
  codePart('taxCodeIsWeekOne', 'boolean', ({ isWeekOne }) => isWeekOne),
  {
    name: 'taxOnTable',
    parameters: ['number', 'number', 'number', 'text'],
    result: 'number',
    because:
      'bracket() chooses and prices by one number. HMRC chooses the band by unrounded pay against thresholds rounded up to a pound, and prices pay rounded down to a pound by thresholds cut to four decimals.',
    run: ([taxable, elapsed, parts, table], tables, scope) => {
      const bands = tables.get(table as string);
      if (bands?.kind !== 'brackets' || isNought(parts as Exact))
        throw new RangeError(`No bands are named ${String(table)}.`);
      return taxOnTable(taxable as Exact, elapsed as Exact, parts as Exact, table as string, bands, scope);
    },
  },
];
