import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const organisation = {
  Currency: {
    row: 'catalogue', company: null, subject: {},
    fields: {
      code: 'catalogue', numericCode: 'catalogue', name: 'catalogue', minorUnit: 'catalogue', withdrawnOn: 'catalogue',
      companies: 'company', employees: 'pay', positions: 'seatPay', compensations: 'pay', devices: 'deviceValue',
      accounts: 'chart', journalLines: 'books', openItems: 'books', ratesFrom: 'chart', ratesTo: 'chart',
      companyAccounts: 'treasury', payments: 'payment', paymentOmissions: 'payment',
    },
  } satisfies EntityPolicy<'Currency', DataClass>,

  Company: {
    row: 'company', company: { column: 'id' }, subject: {},
    fields: {
      code: 'company', name: 'company', registrationNumber: 'company', country: 'company', baseCurrencyCode: 'company',
      baseCurrency: 'company', locale: 'company', timeZone: 'company', active: 'company', sites: 'organisation',
      rooms: 'organisation', costCentres: 'costCentre', departments: 'organisation', employees: 'directory',
      positions: 'place', assignments: 'place', compensations: 'pay', taxChanges: 'tax', assignmentChanges: 'proposal',
      devices: 'device', deviceAssignments: 'device', workCalendars: 'organisation', holidays: 'organisation',
      workPatterns: 'job', absenceKinds: 'organisation', absences: 'absence', roleGrants: 'system', groupMappings: 'system',
      fiscalYears: 'chart', budgets: 'books', accounts: 'chart', journals: 'chart', importedVouchers: 'books', taxCodes: 'chart', dimensions: 'chart',
      dimensionObjects: 'books', dimensionSets: 'books', parties: 'books', journalEntries: 'books', entryDrafts: 'draft',
      entryTemplates: 'draft', recurringEntries: 'draft', exchangeRates: 'chart',
      paySchedules: 'paySetup', payrollPeriods: 'paySetup', payComponents: 'paySetup', payAccounts: 'payAccount',
      payFacts: 'tax', payOpeningBalances: 'payItem', payItems: 'payItem', payRuns: 'payRun', payCalculations: 'payDraft',
      payProblems: 'payDraft', payslips: 'payslip', payslipLines: 'payslip', payslipSums: 'payslip', payslipOrigins: 'payslip',
      payslipArchives: 'payRunTotal', companyAccounts: 'treasury', paymentBatches: 'batch', payments: 'payment', paymentOmissions: 'payment',
    },
  } satisfies EntityPolicy<'Company', DataClass>,

  Site: {
    row: 'organisation', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'organisation', name: 'organisation', street: 'organisation',
      postalCode: 'organisation', city: 'organisation', country: 'organisation', active: 'organisation',
      rooms: 'organisation', employees: 'directory', devices: 'device',
    },
  } satisfies EntityPolicy<'Site', DataClass>,

  Room: {
    row: 'organisation', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', site: 'organisation', code: 'organisation', name: 'organisation', floor: 'organisation',
      capacity: 'organisation', active: 'organisation', devices: 'device',
    },
  } satisfies EntityPolicy<'Room', DataClass>,

  CostCentre: {
    row: 'costCentre', company: { column: 'companyId' }, subject: { employee: 'managerId' },
    fields: {
      company: 'company', code: 'costCentre', name: 'costCentre', manager: 'answerable', active: 'costCentre', departments: 'organisation',
      dimensionObjects: 'books',
    },
  } satisfies EntityPolicy<'CostCentre', DataClass>,

  Department: {
    row: 'organisation', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'organisation', name: 'organisation', parent: 'organisation', children: 'organisation',
      costCentre: 'costCentre', active: 'organisation', employees: 'place', positions: 'place', assignments: 'place',
      assignmentChanges: 'proposal',
    },
  } satisfies EntityPolicy<'Department', DataClass>,
};

export const organisationCommands = {} satisfies Record<string, CommandPolicy>;
