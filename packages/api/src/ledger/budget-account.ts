import { type Decimal, splitByLargestRemainder } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, many, optional } from '../write/input.ts';
import { accountFaults, setOf, writeBudget } from './budget-lines.ts';

const objects = {
  en: 'Objects of dimensions',
  sv: 'Objekt i dimensioner',
  de: 'Objekte von Dimensionen',
  hu: 'Dimenziók objektumai',
  sl: 'Objekti dimenzij',
};

/** What the commands of a budget take: whose, on which account, told apart by what. */
export const placeFields = {
  budgetId: input.id('Budget', 'The budget.'),
  accountId: input.id('Account', 'Account that is budgeted.'),
  objectIds: optional(
    many(input.id('DimensionObject', 'What the amount is told apart by; nothing, where left out.', { label: objects })),
  ),
};

export const budgetAccount = command('budgetAccount', {
  entity: 'Budget',
  record: 'budgetId',
  title: {
    en: 'Budget an account',
    sv: 'Budgetera ett konto',
    de: 'Konto budgetieren',
    hu: 'Számla tervezése',
    sl: 'Načrtuj konto',
  },
  description:
    'Budgets an account for the whole year: the amount is spread evenly over its periods, to the last digit, in place of what was budgeted for it before.',
  input: {
    ...placeFields,
    amount: input.decimal(
      'Amount of the year, in the currency of the company: what is earned or spent is above zero.',
      {
        scale: 4,
      },
    ),
  },
  run: async ({ budgetId, accountId, objectIds, amount }, { tx }) => {
    const budget = await tx.budget.findUniqueOrThrow({
      where: { id: budgetId },
      include: {
        company: { select: { baseCurrency: true } },
        fiscalYear: { select: { periods: { orderBy: { ordinal: 'asc' }, select: { id: true } } } },
      },
    });
    const { companyId, company, fiscalYear } = budget;
    const place = { companyId, budgetId, accountId, objectIds };
    const faults = await accountFaults(tx, accountId);
    if (faults.length > 0) return refused(...faults);
    const { periods } = fiscalYear;
    const even = periods.map(() => '1' as Decimal);
    const parts = splitByLargestRemainder(amount as Decimal, even, company.baseCurrency.minorUnit ?? 0);
    if (!parts.ok)
      return refused({
        code: 'MINOR_UNIT_EXCEEDED',
        message: `${company.baseCurrency.code} has ${company.baseCurrency.minorUnit ?? 0} decimals: round the amount.`,
        path: ['amount'],
      });
    const set = await setOf(tx, place);
    if ('fault' in set) return refused(set.fault);
    const amounts = periods.map(({ id }, index) => ({ periodId: id, amount: parts.value[index] ?? ('0' as Decimal) }));
    await writeBudget(tx, place, set.id, amounts);
    return done(budgetId);
  },
});
