/** What the steps say by which books are set up. It is loaded with them. */
const wizard = {
  title: 'Set up books',
  about: 'Nothing is written before the last step.',
  allHaveBooks: 'Every company that you see has books already.',
  company: 'Company',
  companyHelp: 'Companies without books so far',
  chart: 'Chart of accounts',
  chartChoice: 'Begin with',
  accounts: '%{count} accounts',
  year: 'Fiscal year and periods',
  startsOn: 'First day',
  endsOn: 'Last day',
  noYear: 'Give a year of at most two times twelve months.',
  periods: '%{count} periods, one for each month',
  journals: 'Journals',
  journalsHelp: 'Each journal numbers its entries by itself, without gaps, from 1 in every fiscal year.',
  dimensions: 'Dimensions',
  dimensionsHelp: 'What amounts can be told apart by besides their account. More can be added later.',
  taxes: 'Tax codes',
  taxesHelp: 'Rates of value-added tax, with the accounts that the tax stands on.',
  summary: 'Summary',
  summaryHelp: 'The books begin with this. Accounts, journals, dimensions and tax codes can be changed afterwards.',
  next: 'Next',
  back: 'Back',
  begin: 'Begin the books',
  done: 'The books are set up.',
  doneHelp: 'They begin with %{chart}. The first entry can be posted.',
  toJournal: 'Type the first entry',
  toAccounts: 'Look at the accounts',
  toPeriods: 'Look at the periods',
  code: 'Code',
  name: 'Name',
  detail: 'Sort',
};

export type WizardTexts = Readonly<Record<keyof typeof wizard, string>>;

export default wizard;
