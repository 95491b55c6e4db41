import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy, ReportPolicy } from './grammar.ts';

export const ledger = {
  FiscalYear: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', name: 'chart', startsOn: 'chart', endsOn: 'chart', periods: 'chart', entries: 'books', budgets: 'books',
    },
  } satisfies EntityPolicy<'FiscalYear', DataClass>,

  FiscalPeriod: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      fiscalYear: 'chart', ordinal: 'chart', name: 'chart', startsOn: 'chart', endsOn: 'chart', status: 'chart',
      locks: 'books', exceptions: 'books', entries: 'books', lines: 'books', budgetLines: 'books',
    },
  } satisfies EntityPolicy<'FiscalPeriod', DataClass>,

  PeriodLock: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: { period: 'chart', subledger: 'books', reason: 'books', releasedAt: 'books' },
  } satisfies EntityPolicy<'PeriodLock', DataClass>,

  LockException: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      period: 'chart', subledger: 'books', user: 'books', reason: 'books', grantedBy: 'books', expiresAt: 'books',
      revokedAt: 'books',
    },
  } satisfies EntityPolicy<'LockException', DataClass>,

  Account: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'chart', name: 'chart', type: 'chart', normalSide: 'chart', currencyCode: 'chart',
      currency: 'chart', parent: 'chart', children: 'chart', postable: 'chart', control: 'chart', purpose: 'chart', taxCode: 'chart',
      validFrom: 'chart', validUntil: 'chart', cashFlow: 'chart', sru: 'chart', needsReview: 'chart', active: 'chart',
      lines: 'books',
      openItems: 'books', budgetLines: 'books', costsOfPay: 'payAccount', owedForPay: 'payAccount', companyAccounts: 'treasury', paymentBatches: 'batch',
    },
  } satisfies EntityPolicy<'Account', DataClass>,

  Journal: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'chart', name: 'chart', kind: 'chart', active: 'chart', entries: 'books',
      drafts: 'draft', templates: 'draft', paySchedules: 'paySetup',
    },
  } satisfies EntityPolicy<'Journal', DataClass>,

  TaxCode: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'chart', name: 'chart', rate: 'chart', outputAccountCode: 'chart', inputAccountCode: 'chart',
      active: 'chart', accounts: 'chart', lines: 'books',
    },
  } satisfies EntityPolicy<'TaxCode', DataClass>,

  Dimension: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'chart', name: 'chart', kind: 'chart', active: 'chart', objects: 'books',
      members: 'books',
    },
  } satisfies EntityPolicy<'Dimension', DataClass>,

  DimensionObject: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', dimension: 'chart', code: 'books', name: 'books', costCentre: 'costCentre', employee: 'books',
      device: 'books', active: 'books', members: 'books',
    },
  } satisfies EntityPolicy<'DimensionObject', DataClass>,

  DimensionSet: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: { company: 'company', name: 'books', members: 'books', lines: 'books', budgetLines: 'books' },
  } satisfies EntityPolicy<'DimensionSet', DataClass>,

  DimensionSetMember: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: { dimensionSet: 'books', dimension: 'chart', object: 'books' },
  } satisfies EntityPolicy<'DimensionSetMember', DataClass>,

  Party: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'books', name: 'books', kind: 'books', active: 'books', lines: 'books',
      openItems: 'books',
    },
  } satisfies EntityPolicy<'Party', DataClass>,

  JournalEntry: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', journal: 'chart', fiscalYear: 'chart', period: 'chart', number: 'books', postingOn: 'books',
      documentOn: 'books', text: 'books', reference: 'books', sourceType: 'books', sourceId: 'books',
      sourceEvent: 'books', sourceSeries: 'books', sourceNumber: 'books', idempotencyKey: 'books', reverses: 'books',
      reversals: 'books', postedBy: 'books', postedAt: 'books', lines: 'books', drafts: 'draft', allocations: 'books', importedVouchers: 'books', payRuns: 'payRun',
      paymentBatches: 'batch',
    },
  } satisfies EntityPolicy<'JournalEntry', DataClass>,

  JournalLine: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      entry: 'books', lineNo: 'books', account: 'chart', period: 'chart', postingOn: 'books', currencyCode: 'books',
      currency: 'books', amount: 'books', rate: 'books', debit: 'books', credit: 'books', party: 'books',
      dimensionSet: 'books', taxCode: 'chart', taxBase: 'books', dueOn: 'books', text: 'books', openItems: 'books',
    },
  } satisfies EntityPolicy<'JournalLine', DataClass>,

  EntryDraft: {
    row: 'draft', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', journal: 'chart', status: 'draft', postingOn: 'draft', documentOn: 'draft',
      reverseOn: 'draft', text: 'draft', reference: 'draft', entry: 'books', createdBy: 'draft', lines: 'draft',
    },
  } satisfies EntityPolicy<'EntryDraft', DataClass>,

  EntryDraftLine: {
    row: 'draft', company: { column: 'companyId' }, subject: {},
    fields: {
      draft: 'draft', lineNo: 'draft', accountCode: 'draft', debit: 'draft', credit: 'draft', currencyCode: 'draft',
      rate: 'draft', partyCode: 'draft', taxCode: 'draft', taxBase: 'draft', dimensions: 'draft', dueOn: 'draft',
      text: 'draft',
    },
  } satisfies EntityPolicy<'EntryDraftLine', DataClass>,

  EntryTemplate: {
    row: 'draft', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', journal: 'chart', name: 'draft', text: 'draft', active: 'draft', lines: 'draft',
      recurrences: 'draft',
    },
  } satisfies EntityPolicy<'EntryTemplate', DataClass>,

  EntryTemplateLine: {
    row: 'draft', company: { column: 'companyId' }, subject: {},
    fields: {
      template: 'draft', lineNo: 'draft', accountCode: 'draft', debit: 'draft', credit: 'draft', currencyCode: 'draft',
      partyCode: 'draft', taxCode: 'draft', dimensions: 'draft', text: 'draft',
    },
  } satisfies EntityPolicy<'EntryTemplateLine', DataClass>,

  RecurringEntry: {
    row: 'draft', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', template: 'draft', interval: 'draft', startsOn: 'draft', nextOn: 'draft', untilOn: 'draft',
      reversesItself: 'draft', status: 'draft', problem: 'draft',
    },
  } satisfies EntityPolicy<'RecurringEntry', DataClass>,

  ExchangeRate: {
    row: 'chart', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', fromCurrencyCode: 'chart', fromCurrency: 'chart', toCurrencyCode: 'chart',
      toCurrency: 'chart', startsOn: 'chart', rate: 'chart', source: 'chart',
    },
  } satisfies EntityPolicy<'ExchangeRate', DataClass>,

  OpenItem: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      line: 'books', account: 'chart', party: 'books', postingOn: 'books', dueOn: 'books', currencyCode: 'books',
      currency: 'books', original: 'books', remaining: 'books', debitAllocations: 'books', creditAllocations: 'books',
    },
  } satisfies EntityPolicy<'OpenItem', DataClass>,

  Allocation: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      debitItem: 'books', creditItem: 'books', amount: 'books', debitWorth: 'books', creditWorth: 'books',
      settledOn: 'books', undoneOn: 'books', fxDifferenceEntry: 'books', at: 'books', undoneAt: 'books',
    },
  } satisfies EntityPolicy<'Allocation', DataClass>,

  Budget: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: { company: 'company', fiscalYear: 'chart', name: 'books', active: 'books', lines: 'books' },
  } satisfies EntityPolicy<'Budget', DataClass>,

  BudgetLine: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: { budget: 'books', account: 'chart', period: 'chart', dimensionSet: 'books', amount: 'books' },
  } satisfies EntityPolicy<'BudgetLine', DataClass>,

  ImportedVoucher: {
    row: 'books', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', importBatch: 'import', ordinal: 'books', series: 'books', number: 'books', voucherOn: 'books', text: 'books',
      registeredOn: 'books', signature: 'books', reason: 'books', entry: 'books',
    },
  } satisfies EntityPolicy<'ImportedVoucher', DataClass>,
};

/** Reports that whoever reads no books may have of some records. The others are for whoever reads every line. */
export const ledgerReports = {
  costCentreResult: {
    of: 'CostCentre',
    roles: { MANAGER: 'self', ACCOUNTING: 'all', CONTROLLER: 'all', AUDITOR: 'all', REPORTING: 'all' },
  },
} satisfies Record<string, ReportPolicy>;

export const ledgerCommands = {
  setUpBooks: { roles: { ACCOUNTING: 'all' } },
  openFiscalYear: { roles: { ACCOUNTING: 'all' } },
  postEntry: { roles: { ACCOUNTING: 'all' } },
  saveEntryDraft: { roles: { ACCOUNTING: 'all' } },
  postDraft: { roles: { ACCOUNTING: 'all' } },
  discardDraft: { roles: { ACCOUNTING: 'all' } },
  saveEntryTemplate: { roles: { ACCOUNTING: 'all' } },
  keepAsTemplate: { roles: { ACCOUNTING: 'all' } },
  postTemplate: { roles: { ACCOUNTING: 'all' } },
  startRecurringEntry: { roles: { ACCOUNTING: 'all' } },
  endRecurringEntry: { roles: { ACCOUNTING: 'all' } },
  budgetAccount: { roles: { ACCOUNTING: 'all' } },
  budgetPeriod: { roles: { ACCOUNTING: 'all' } },
  allocateItems: { roles: { ACCOUNTING: 'all' } },
  undoAllocation: { roles: { ACCOUNTING: 'all' } },
  reverseEntry: { roles: { ACCOUNTING: 'all' } },
  closePeriod: { roles: { ACCOUNTING: 'all' } },
  // Closing is accounting's; taking it back is not, unless somebody holds both.
  reopenPeriod: { roles: { CONTROLLER: 'all' } },
  hardLockPeriods: { roles: { ACCOUNTING: 'all' } },
  lockSubledger: { roles: { ACCOUNTING: 'all' } },
  unlockSubledger: { roles: { ACCOUNTING: 'all' } },
  grantLockException: { roles: { ACCOUNTING: 'all' } },
  revokeLockException: { roles: { ACCOUNTING: 'all' } },
} satisfies Record<string, CommandPolicy>;
