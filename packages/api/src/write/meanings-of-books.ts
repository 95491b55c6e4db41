import { each, type Rows, taken } from './meaning.ts';

/** What the rules of the books mean to whoever broke them, by the name of the rule. */
export const meaningsOfBooks: Rows = {
  ...each('END_BEFORE_START', 'The end is before the start.', {
    fiscal_year_days: 'endsOn',
    fiscal_period_days: 'endsOn',
    account_days: 'validUntil',
    recurring_entry_days: 'untilOn',
    lock_exception_ends: 'expiresAt',
  }),
  ...each('ACCOUNT_CYCLE', 'That account stands below this one.', {
    account_parent_cycle: 'parentId',
    account_own_parent: 'parentId',
  }),
  ...each('TOO_SMALL', 'Use more than 0.', { exchange_rate_rate: 'rate', allocation_amount: 'amount' }),
  ...each('TOO_SMALL', 'Use 0 at the least.', { tax_code_rate: 'rate' }),
  ...each('SAME_CURRENCY', 'Choose two currencies.', { exchange_rate_two_currencies: 'toCurrencyCode' }),
  ...each('PERIOD_CLOSED', 'The period is closed: choose a day in an open one, or have it opened again.', {
    journal_entry_period_open: 'postingOn',
    allocation_period: 'settledOn',
    allocation_undone_period: 'undoneOn',
  }),
  ...each('PERIOD_MISSING', 'The day is in no period of the books: open the fiscal year first.', {
    journal_entry_in_period: 'postingOn',
  }),
  ...each('SUBLEDGER_LOCKED', 'The subledger is locked in this period: choose another day, or ask for an exception.', {
    journal_entry_subledger_open: 'postingOn',
  }),
  ...each('CURRENCY_OF_BOOKS', 'The company has entries in its currency: keep it.', {
    company_base_currency_stays: 'baseCurrencyCode',
  }),
  ...each('PERIOD_LOCKED', 'The period is locked for good.', { fiscal_period_locked: 'periodId' }),
  ...each('ENTRY_UNBALANCED', 'Debits and credits differ: make them equal.', { journal_entry_balance: 'lines' }),
  ...each('TOO_FEW_LINES', 'An entry has two lines at the least.', { journal_entry_two_lines: 'lines' }),
  ...each('MINOR_UNIT_EXCEEDED', 'The amount has more decimals than its currency.', {
    journal_line_minor_unit: 'lines',
  }),
  ...each('ALREADY_SETTLED', 'More would be settled than is open: look at what remains.', {
    allocation_remaining: 'amount',
  }),
  ...each('SETTLED_BEFORE_POSTED', 'One of the items does not count yet on that day: choose a later one.', {
    allocation_after_items: 'settledOn',
  }),
  ...each('ITEMS_DIFFER', 'Choose a debit and a credit of the same account, business partner and currency.', {
    allocation_goes_together: 'creditItemId',
  }),
  journal_entry_reversed_once: taken(
    'ALREADY_REVERSED',
    'The entry was taken back already.',
    'entryId',
    'JournalEntry',
    'reverses',
  ),
  fiscal_year_no_overlap: taken(
    'YEARS_OVERLAP',
    'Another fiscal year of the company has some of these days.',
    'startsOn',
    'FiscalYear',
    'startsOn',
  ),
  fiscal_period_no_overlap: taken(
    'YEARS_OVERLAP',
    'Another period of the company has some of these days.',
    'startsOn',
    'FiscalPeriod',
    'startsOn',
  ),
  account_purpose_once: taken(
    'PURPOSE_TAKEN',
    'Another account of the company is taken for this: free that one first.',
    'purpose',
    'Account',
    'purpose',
  ),
  exchange_rate_once: taken(
    'ALREADY_EXISTS',
    'There is a rate from this day on already.',
    'startsOn',
    'ExchangeRate',
    'startsOn',
  ),
  period_lock_once: taken(
    'ALREADY_LOCKED',
    'The subledger is locked in this period already.',
    'subledger',
    'PeriodLock',
    'subledger',
  ),
};
