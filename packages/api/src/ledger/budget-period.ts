import { type Decimal, fitsMinorUnit } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { placeFields } from './budget-account.ts';
import { accountFaults, setOf, writeBudget } from './budget-lines.ts';

export const budgetPeriod = command('budgetPeriod', {
  entity: 'Budget',
  record: 'budgetId',
  title: {
    en: 'Budget a period',
    sv: 'Budgetera en period',
    de: 'Periode budgetieren',
    hu: 'Időszak tervezése',
    sl: 'Načrtuj obdobje',
  },
  description: 'Budgets an account for one period, in place of what was budgeted for it there; 0 takes it away.',
  input: {
    ...placeFields,
    periodId: input.id('FiscalPeriod', 'Period of the budget’s year.'),
    amount: input.decimal(
      'Amount of the period, in the currency of the company: what is earned or spent is above zero.',
      {
        scale: 4,
      },
    ),
  },
  run: async ({ budgetId, accountId, objectIds, periodId, amount }, { tx }) => {
    const { companyId, fiscalYearId, company } = await tx.budget.findUniqueOrThrow({
      where: { id: budgetId },
      include: { company: { select: { baseCurrency: true } } },
    });
    const place = { companyId, budgetId, accountId, objectIds };
    const faults = [...(await accountFaults(tx, accountId))];
    const period = await tx.fiscalPeriod.findUniqueOrThrow({ where: { id: periodId } });
    if (period.fiscalYearId !== fiscalYearId)
      faults.push({ code: 'OTHER_YEAR', message: 'Choose a period of the year of the budget.', path: ['periodId'] });
    const { code, minorUnit } = company.baseCurrency;
    if (!fitsMinorUnit(amount as Decimal, minorUnit ?? 0))
      faults.push({
        code: 'MINOR_UNIT_EXCEEDED',
        message: `${code} has ${minorUnit ?? 0} decimals: round the amount.`,
        path: ['amount'],
      });
    if (faults.length > 0) return refused(...faults);
    const set = await setOf(tx, place);
    if ('fault' in set) return refused(set.fault);
    await writeBudget(tx, place, set.id, [{ periodId, amount: amount as Decimal }]);
    return done(budgetId);
  },
});
