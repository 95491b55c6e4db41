import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

const wages = { column: 'kind', value: 'SALARY' } as const;

export const payment = {
  CompanyAccount: {
    row: 'treasury', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', name: 'treasury', iban: 'treasury', bic: 'treasury', sortCode: 'treasury',
      accountNumber: 'treasury', currencyCode: 'treasury', currency: 'treasury', account: 'chart', active: 'treasury',
      batches: 'batch',
    },
  } satisfies EntityPolicy<'CompanyAccount', DataClass>,

  PaymentBatch: {
    row: 'batch', company: { column: 'companyId' }, subject: {}, wages,
    fields: {
      company: 'company', kind: 'batch', status: 'batch', companyAccount: 'treasury', contraAccount: 'chart',
      executionOn: 'batch', messageVersion: 'batch', controlSum: 'batch', paymentCount: 'batch', sourceType: 'batch',
      sourceId: 'batch', preparedBy: 'batch', submittedAt: 'batch', approvedBy: 'batch', approvedAt: 'batch',
      approvedSha256: 'batch', exportedAt: 'batch', fileSha256: 'batch', bookedOn: 'batch', entry: 'books',
      reason: 'batch', payments: 'payment', omissions: 'payment',
    },
  } satisfies EntityPolicy<'PaymentBatch', DataClass>,

  Payment: {
    row: 'payment', company: { column: 'companyId' }, subject: { employee: 'employeeId' }, wages,
    fields: {
      company: 'company', batch: 'batch', employee: 'payment', payeeName: 'payment', iban: 'payee', bic: 'payee',
      amount: 'payment', currencyCode: 'payment', currency: 'payment', endToEndId: 'payment', remittance: 'payment',
      sourceType: 'payment', sourceId: 'payment', sourceEvent: 'payment', releasedAt: 'payment',
    },
  } satisfies EntityPolicy<'Payment', DataClass>,

  PaymentOmission: {
    row: 'payment', company: { column: 'companyId' }, subject: { employee: 'employeeId' }, wages,
    fields: {
      company: 'company', batch: 'batch', employee: 'payment', payeeName: 'payment', amount: 'payment',
      currencyCode: 'payment', currency: 'payment', problem: 'payment',
    },
  } satisfies EntityPolicy<'PaymentOmission', DataClass>,
};

/** Payroll deals with the pay of people, accounting with all else; accounting approves and books the totals of both. */
export const paymentCommands = {
  preparePaymentBatch: { roles: { PAYROLL: 'all', ACCOUNTING: 'all' } },
  addPayment: { roles: { PAYROLL: 'wages', ACCOUNTING: 'trade' } },
  removePayment: { roles: { PAYROLL: 'wages', ACCOUNTING: 'trade' } },
  submitPaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'trade' } },
  approvePaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'all' } },
  rejectPaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'all' } },
  cancelPaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'trade' } },
  exportPaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'trade' } },
  confirmPaymentBatch: { roles: { PAYROLL: 'wages', ACCOUNTING: 'all' } },
} satisfies Record<string, CommandPolicy>;
