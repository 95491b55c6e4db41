import type { CalendarDate } from '../../../date/calendar-date.ts';
import type { ComponentDefinition } from '../../rule/definition.ts';
import { step } from '../../rule/step.ts';
import { words } from '../../rule/words.ts';

/**
 * Income tax as in HMRC's Specification for PAYE Tax Table Routines: pay to date, free or
 * additional pay, taxable pay, tax to date, and the deduction with its limit.
 */
export function taxComponents(from: CalendarDate): readonly ComponentDefinition[] {
  return [
    step(from, 'TAX_PARTS', "lookup('frequencies', pay.frequency, 'parts')"),
    step(from, 'TAX_SPAN', "lookup('frequencies', pay.frequency, 'elapses')"),
    // A year is one payment, whichever of its two numbers it was given.
    step(from, 'TAX_REACHED', "if(pay.frequency = 'ANNUAL', TAX_SPAN, pay.period * TAX_SPAN)"),
    // Weeks 53, 54 and 56 have no tables of their own: they are taxed for themselves.
    step(
      from,
      'TAX_IS_CUMULATIVE',
      'not fact.nonCumulative and not taxCodeIsWeekOne(fact.taxCode) and TAX_REACHED <= TAX_PARTS',
    ),
    step(from, 'TAX_ELAPSED', 'if(TAX_IS_CUMULATIVE, TAX_REACHED, TAX_SPAN)'),
    step(from, 'TAX_PAY', 'base.taxable + if(TAX_IS_CUMULATIVE, ytd.taxablePay, 0)'),
    // 500 is the largest code in the printed tables; a larger one is so many times 500 and a rest.
    step(from, 'CODE_TIMES', "round((taxCodeNumber(fact.taxCode) - 1) / 500, 'FLOOR', 1)"),
    step(
      from,
      'PAY_ADJUSTMENT',
      `if(taxCodeNumber(fact.taxCode) = 0, 0,
  round(((taxCodeNumber(fact.taxCode) - 500 * CODE_TIMES) * 10 + 9) / TAX_PARTS, 'CEILING', 0.01)
  + CODE_TIMES * round(5000 / TAX_PARTS, 'CEILING', 0.01))`,
    ),
    step(
      from,
      'TAXABLE_PAY',
      `TAX_PAY + TAX_ELAPSED * if(taxCodeKind(fact.taxCode) = 'ADDITION', PAY_ADJUSTMENT, -PAY_ADJUSTMENT)`,
    ),
    step(
      from,
      'TAX_TABLE',
      `if(taxCodeNation(fact.taxCode) = 'SCOTLAND', 'bandsScotland',
  if(taxCodeNation(fact.taxCode) = 'WALES', 'bandsWales', 'bandsUK'))`,
    ),
    step(
      from,
      'TAX_DUE',
      `if(taxCodeKind(fact.taxCode) = 'NONE', 0,
  if(taxCodeKind(fact.taxCode) = 'FLAT',
    max(0, round(TAXABLE_PAY, 'FLOOR', 1)) * lookup('flatRates', taxCodeName(fact.taxCode), 'rate'),
    taxOnTable(TAXABLE_PAY, TAX_ELAPSED, TAX_PARTS, TAX_TABLE)))`,
    ),
    step(from, 'TAX_LIMIT', "max(0, round((base.taxable - base.benefits) * rate.taxLimit, 'FLOOR', 0.01))"),
    {
      code: 'INCOME_TAX',
      kind: 'DEDUCTION',
      isAlwaysShown: true,
      name: words(
        'Income tax (PAYE)',
        'Inkomstskatt (PAYE)',
        'Lohnsteuer (PAYE)',
        'Jövedelemadó (PAYE)',
        'Dohodnina (PAYE)',
      ),
      versions: [
        {
          from,
          rule: "cap(round(TAX_DUE, 'FLOOR', 0.01) - if(TAX_IS_CUMULATIVE, ytd.incomeTax, 0), TAX_LIMIT)",
        },
      ],
    },
  ];
}
