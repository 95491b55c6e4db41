import { entity } from '../entity.ts';

export const BudgetLine = entity('BudgetLine', {
  kind: 'part',
  title: {
    en: ['Budget line', 'Budget lines'],
    sv: ['Budgetrad', 'Budgetrader'],
    de: ['Budgetzeile', 'Budgetzeilen'],
    hu: ['Költségvetési sor', 'Költségvetési sorok'],
    sl: ['Vrstica proračuna', 'Vrstice proračuna'],
  },
  money: {
    amount: 'account.company.baseCurrencyCode',
  },
  label: ['account', 'period.name'],
  columns: ['budget', 'account', 'period', 'dimensionSet', 'amount'],
});
