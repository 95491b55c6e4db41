import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const people = {
  Person: {
    row: 'directory', company: { person: 'id' }, subject: { person: 'id' },
    fields: {
      firstName: 'directory', lastName: 'directory', active: 'directory',
      homeStreet: 'home', homePostalCode: 'home', homeCity: 'home', homeCountry: 'home', privatePhone: 'home',
      privateEmail: 'home',
      emergencyName: 'emergency', emergencyPhone: 'emergency', emergencyRelationship: 'emergency',
      nationalId: 'identity', birthOn: 'identity', nationality: 'identity', workPermitUntilOn: 'identity',
      iban: 'bank', bic: 'bank', accountHolder: 'bank',
      employees: 'directory', homeChanges: 'home', bankChanges: 'bank', users: 'system',
    },
  } satisfies EntityPolicy<'Person', DataClass>,

  Employee: {
    row: 'directory', company: { column: 'companyId' }, subject: { person: 'personId', employee: 'id' },
    fields: {
      employeeNumber: 'directory', firstName: 'directory', lastName: 'directory', workEmail: 'directory',
      workPhone: 'directory', company: 'directory', person: 'directory', site: 'directory',
      department: 'place', position: 'place', manager: 'place', reports: 'place', status: 'place',
      startOn: 'job', endOn: 'job', endReason: 'job', cancelledOn: 'job', contractType: 'job', fte: 'job', assignments: 'job',
      managedAssignments: 'job',
      salary: 'pay', salaryCurrencyCode: 'pay', salaryCurrency: 'pay', salaryPeriod: 'pay', compensations: 'pay',
      taxCode: 'tax', taxDependants: 'tax', taxChanges: 'tax',
      assignmentChanges: 'proposal', proposedReports: 'proposal',
      workPatterns: 'job', absences: 'absence',
      devices: 'device', deviceAssignments: 'device',
      dimensionObjects: 'books', costCentres: 'answerable',
      payFacts: 'tax', payOpeningBalances: 'payItem', payItems: 'payItem', payCalculations: 'payDraft', payProblems: 'payDraft',
      payslips: 'payslip', payslipLines: 'payslip', payslipSums: 'payslip', payslipOrigins: 'payslip',
      payments: 'payment', paymentOmissions: 'payment',
    },
  } satisfies EntityPolicy<'Employee', DataClass>,

  Position: {
    row: 'place', company: { column: 'companyId' }, subject: {},
    fields: {
      company: 'company', code: 'place', title: 'place', department: 'place', employees: 'place',
      status: 'seat', budgetedFte: 'seat', createdBy: 'seat', assignments: 'job', assignmentChanges: 'proposal',
      payMinimum: 'seatPay', payMaximum: 'seatPay', payCurrencyCode: 'seatPay', payCurrency: 'seatPay', payPeriod: 'seatPay',
    },
  } satisfies EntityPolicy<'Position', DataClass>,

  Assignment: {
    row: 'job', company: { column: 'companyId' }, subject: { employee: 'employeeId' },
    fields: {
      company: 'company', employee: 'job', position: 'job', department: 'job', manager: 'job', fte: 'job',
      startOn: 'job', endOn: 'job', reason: 'job',
    },
  } satisfies EntityPolicy<'Assignment', DataClass>,

  Compensation: {
    row: 'pay', company: { column: 'companyId' }, subject: { employee: 'employeeId' },
    fields: {
      company: 'company', employee: 'pay', status: 'pay', amount: 'pay', currencyCode: 'pay', currency: 'pay',
      payPeriod: 'pay', startOn: 'pay', endOn: 'pay', reason: 'pay', proposedBy: 'pay', decidedBy: 'pay', decidedAt: 'pay',
      decisionReason: 'pay',
    },
  } satisfies EntityPolicy<'Compensation', DataClass>,

  AssignmentChange: {
    row: 'proposal', company: { column: 'companyId' }, subject: { employee: 'employeeId' },
    fields: {
      company: 'company', employee: 'proposal', status: 'proposal', position: 'proposal', department: 'proposal',
      manager: 'proposal', fte: 'proposal', startOn: 'proposal', reason: 'proposal', note: 'proposal',
      proposedBy: 'proposal', decidedBy: 'proposal', decidedAt: 'proposal',
    },
  } satisfies EntityPolicy<'AssignmentChange', DataClass>,

  HomeChange: {
    row: 'home', company: { person: 'personId' }, subject: { person: 'personId' },
    fields: {
      person: 'home', status: 'home', street: 'home', postalCode: 'home', city: 'home', country: 'home',
      privatePhone: 'home', privateEmail: 'home', note: 'home', proposedBy: 'home', decidedBy: 'home', decidedAt: 'home',
    },
  } satisfies EntityPolicy<'HomeChange', DataClass>,

  BankChange: {
    row: 'bank', company: { person: 'personId' }, subject: { person: 'personId' },
    fields: {
      person: 'bank', status: 'bank', iban: 'bank', bic: 'bank', accountHolder: 'bank', note: 'bank',
      proposedBy: 'bank', firstDecidedBy: 'bank', decidedBy: 'bank', decidedAt: 'bank',
    },
  } satisfies EntityPolicy<'BankChange', DataClass>,

  TaxChange: {
    row: 'tax', company: { column: 'companyId' }, subject: { employee: 'employeeId' },
    fields: {
      company: 'company', employee: 'tax', status: 'tax', taxCode: 'tax', taxDependants: 'tax', note: 'tax',
      proposedBy: 'tax', decidedBy: 'tax', decidedAt: 'tax',
    },
  } satisfies EntityPolicy<'TaxChange', DataClass>,
};

export const peopleCommands = {
  approvePosition: { roles: { HR: 'all', ACCOUNTING: 'all' } },
  openPosition: { roles: { HR: 'all' } },
  freezePosition: { roles: { HR: 'all' } },
  unfreezePosition: { roles: { HR: 'all' } },
  closePosition: { roles: { HR: 'all' } },
  hireEmployee: { roles: { HR: 'all' } },
  changePosition: { roles: { HR: 'all' }, notSubject: true },
  changeManager: { roles: { HR: 'all' }, notSubject: true },
  proposeAssignmentChange: { roles: { MANAGER: 'reports' }, notSubject: true },
  approveAssignmentChange: { roles: { HR: 'all' }, notSubject: true },
  rejectAssignmentChange: { roles: { HR: 'all' }, notSubject: true },
  withdrawAssignmentChange: { roles: { MANAGER: 'reports' }, notSubject: true },
  cancelHire: { roles: { HR: 'all' }, notSubject: true },
  endEmployment: { roles: { HR: 'all' }, notSubject: true },
  proposePay: { roles: { HR: 'all' }, notSubject: true },
  approvePay: { roles: { HR: 'all' }, notSubject: true },
  rejectPay: { roles: { HR: 'all' }, notSubject: true },
  proposeHomeChange: { roles: { EMPLOYEE: 'self' } },
  approveHomeChange: { roles: { HR: 'all' }, notSubject: true },
  rejectHomeChange: { roles: { HR: 'all' }, notSubject: true },
  withdrawHomeChange: { roles: { EMPLOYEE: 'self' } },
  proposeBankChange: { roles: { EMPLOYEE: 'self' } },
  approveBankChange: { roles: { PAYROLL: 'all' }, notSubject: true },
  rejectBankChange: { roles: { PAYROLL: 'all' }, notSubject: true },
  withdrawBankChange: { roles: { EMPLOYEE: 'self' } },
  proposeTaxChange: { roles: { EMPLOYEE: 'self' } },
  approveTaxChange: { roles: { PAYROLL: 'all' }, notSubject: true },
  rejectTaxChange: { roles: { PAYROLL: 'all' }, notSubject: true },
  withdrawTaxChange: { roles: { EMPLOYEE: 'self' } },
} satisfies Record<string, CommandPolicy>;
