import { defineResource, type ResourcePatch } from '../generator/define-resource.ts';

/** What differs from the generated pages, entity by entity. */
export const patches: readonly ResourcePatch[] = [
  defineResource('Employee', (employee) => {
    employee
      .section(
        'job',
        'company',
        'department',
        'position',
        'manager',
        'site',
        'fte',
        'contractType',
        'startOn',
        'endOn',
        'endReason',
      )
      .section('contact', 'workEmail', 'workPhone')
      .section('pay', 'salary', 'salaryPeriod', 'salaryCurrency', 'salaryCurrencyCode')
      .section('tax', 'taxCode', 'taxDependants')
      .showTab('payHistory', () => import('../pay-history/history-tab.tsx'), 'Payslip');
    // The amount is shown with its currency; the two fields beside it would say it twice more.
    employee.field('salaryCurrency').hideIn('show', 'list');
    employee.field('salaryCurrencyCode').hideIn('show', 'list');
  }),
  defineResource('Person', (person) =>
    person
      .section('home', 'homeStreet', 'homePostalCode', 'homeCity', 'homeCountry', 'privatePhone', 'privateEmail')
      .section('emergency', 'emergencyName', 'emergencyPhone', 'emergencyRelationship')
      .section('identity', 'nationalId', 'birthOn', 'nationality', 'workPermitUntilOn')
      .section('bank', 'iban', 'bic', 'accountHolder')
      .showList('SensitiveRead', 'personIds'),
  ),
  defineResource('Position', (position) => {
    position.section('pay', 'payMinimum', 'payMaximum', 'payPeriod', 'payCurrency', 'payCurrencyCode');
    position.field('payCurrencyCode').hideIn('show', 'list');
    position.field('payCurrency').hideIn('show', 'list');
  }),
  defineResource('Device', (device) => {
    device
      .section('place', 'holder', 'site', 'room')
      .section('purchase', 'purchasedOn', 'purchaseCost', 'purchaseCurrency', 'purchaseCurrencyCode', 'warrantyUntilOn')
      .section('condition', 'inspectedAt', 'wipedAt', 'wipeProof', 'previousStatus');
    device.field('purchaseCurrencyCode').hideIn('show', 'list');
    device.field('purchaseCurrency').hideIn('show', 'list');
  }),
  defineResource('Compensation', (compensation) => {
    compensation.section('decision', 'proposedBy', 'decidedBy', 'decidedAt');
    compensation.field('currencyCode').hideIn('show', 'list');
    compensation.field('currency').hideIn('show', 'list');
  }),
  defineResource('Absence', (absence) => {
    absence.newestFirst('startOn').section('decision', 'requestedBy', 'decidedBy', 'decidedAt', 'decisionNote');
  }),
  defineResource('IdentityProvider', (provider) =>
    provider.showTab('connection', () => import('../account/provider-connection.tsx')),
  ),
  defineResource('DataExport', (file) =>
    file.newestFirst('requestedAt').showTab('file', () => import('../exporting/file-tab.tsx')),
  ),
  defineResource('ApiToken', (token) => token.listButton(() => import('../account/create-token-button.tsx'))),
  defineResource('JournalEntry', (entry) => {
    entry.field('sourceType').widget('entity');
    entry.field('sourceId').widget('source').drawnFrom('sourceType').hideIn('list');
    entry
      .section(
        'record',
        'sourceType',
        'sourceId',
        'sourceEvent',
        'sourceSeries',
        'sourceNumber',
        'idempotencyKey',
        'postedAt',
        'postedBy',
      )
      .consistsOf('lines')
      .newestFirst('postingOn', 'number')
      .actionPage('postEntry', () => import('../journal/new-entry-page.tsx'));
  }),
  defineResource('EntryTemplate', (template) => template.consistsOf('lines')),
  defineResource('Budget', (budget) => budget.consistsOf('lines')),
  defineResource('FiscalYear', (year) =>
    year.newestFirst('startsOn').actionPage('setUpBooks', () => import('../set-up-books/set-up-page.tsx')),
  ),
  defineResource('FiscalPeriod', (period) => period.newestFirst('startsOn')),
  defineResource('PayrollPeriod', (period) => period.newestFirst('payOn')),
  defineResource('EntryDraft', (draft) =>
    draft.consistsOf('lines').showTab('goOn', () => import('../journal/go-on-tab.tsx')),
  ),
  defineResource('Allocation', (allocation) =>
    allocation.newestFirst('settledOn', 'at').actionPage('allocateItems', () => import('../settle/settle-page.tsx')),
  ),
  defineResource('OpenItem', (item) => {
    // It stands beside each amount.
    item.field('currencyCode').hideIn('show', 'list');
    item
      .opensWith('remaining', 'ne', '0')
      .listButton(() => import('../settle/settle-button.tsx'))
      .showTab('settle', () => import('../settle/item-tab.tsx'));
  }),
  defineResource('Party', (party) => party.showTab('settle', () => import('../settle/party-tab.tsx'))),
  defineResource('PayRun', (run) => {
    run
      .newestFirst('payOn')
      .guide(() => import('../pay-run/run-guide.tsx'))
      .showTab('comparison', () => import('../pay-compare/comparison-tab.tsx'), 'PayProblem', 'Payslip');
    run.field('currencyCode').hideIn('show', 'list');
  }),
  defineResource('PayProblem', (problem) => problem.field('message').widget('problem').drawnFrom('code', 'values')),
  defineResource('PayslipArchive', (archive) => archive.showTab('file', () => import('../payroll/archive-tab.tsx'))),
  defineResource('Payslip', (slip) =>
    slip
      .section('record', 'ruleVersion', 'inputDigest')
      .consistsOf('lines')
      .newestFirst('payOn')
      .showTab('file', () => import('../payroll/payslip-file.tsx')),
  ),
  defineResource('Payment', (payment) => {
    payment.field('sourceType').widget('entity');
    payment.field('sourceId').widget('source').drawnFrom('sourceType').hideIn('list');
  }),
  defineResource('PaymentBatch', (batch) => {
    batch.field('sourceType').widget('entity');
    batch.field('sourceId').widget('source').drawnFrom('sourceType').hideIn('list');
    batch
      .newestFirst('executionOn')
      .section('decision', 'preparedBy', 'submittedAt', 'approvedBy', 'approvedAt', 'approvedSha256', 'reason')
      .showTab('file', () => import('../payment/payment-file.tsx'));
  }),
  defineResource('AuditOperation', (operation) => operation.newestFirst('at')),
  defineResource('SensitiveRead', (read) => read.newestFirst('at')),
  defineResource('Session', (session) => session.newestFirst('signedInAt')),
  defineResource('ImportBatch', (batch) => batch.newestFirst('createdAt')),
  defineResource('DeviceAssignment', (assignment) => assignment.newestFirst('startAt')),
  defineResource('Company', (company) => {
    company.field('baseCurrencyCode').hideIn('show', 'list');
  }),
];
