import type { SensitiveClass } from '../generated/prisma/enums.ts';
import { type ClassTable, kept, masked, own, ownW, R, team, totals, trade, W, wages } from './grammar.ts';

/**
 * The data classes, and what each role may do with them. Rights of several roles add up, row by row.
 * A change that a person may only propose is a command, and stands with the commands.
 */
export const classes = {
  // What everyone needs to find their way.
  catalogue: { EMPLOYEE: R, MANAGER: R, HR: R, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: R },
  company: { EMPLOYEE: R, MANAGER: R, HR: R, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: W },
  organisation: { EMPLOYEE: R, MANAGER: R, HR: W, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: W },
  // Who answers for a cost centre: whoever keeps people or books says so.
  answerable: { EMPLOYEE: R, MANAGER: R, HR: W, PAYROLL: R, ACCOUNTING: W, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: R },
  costCentre: { EMPLOYEE: R, MANAGER: R, HR: R, PAYROLL: R, ACCOUNTING: W, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: R },

  // People.
  directory: { EMPLOYEE: R, MANAGER: R, HR: W, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: R },
  place: { EMPLOYEE: R, MANAGER: R, HR: W, PAYROLL: R, ACCOUNTING: R, IT: R, AUDITOR: R, REPORTING: R },
  job: { EMPLOYEE: own, MANAGER: team, HR: W, PAYROLL: R, ACCOUNTING: R, IT: R, AUDITOR: R, REPORTING: R },
  // What a manager proposes for those below: nobody else hears of it before HR has decided.
  proposal: { MANAGER: team, HR: R, AUDITOR: R },
  seat: { MANAGER: R, HR: W, PAYROLL: R, ACCOUNTING: R, AUDITOR: R, REPORTING: R },
  seatPay: { HR: W, PAYROLL: R, ACCOUNTING: R, AUDITOR: R, REPORTING: totals },
  home: { EMPLOYEE: own, HR: W, PAYROLL: R },
  emergency: { EMPLOYEE: ownW, MANAGER: team, HR: W },
  identity: { EMPLOYEE: own, HR: W, PAYROLL: R, AUDITOR: masked },
  bank: { EMPLOYEE: own, HR: masked, PAYROLL: R, AUDITOR: masked },
  tax: { EMPLOYEE: own, HR: R, PAYROLL: W, AUDITOR: R },
  pay: { EMPLOYEE: own, HR: R, PAYROLL: R, ACCOUNTING: totals, AUDITOR: R, REPORTING: totals },

  // Being away. What tells of health, or that illness is what somebody decides nothing on, is HR's and one's own.
  absence: { EMPLOYEE: own, MANAGER: team, HR: W, PAYROLL: R, AUDITOR: R, REPORTING: totals },
  absenceNote: { EMPLOYEE: own, MANAGER: team, HR: W },
  absencePay: { EMPLOYEE: own, HR: W, PAYROLL: R, AUDITOR: R },
  absenceFile: { EMPLOYEE: own, HR: W, AUDITOR: R },
  health: { EMPLOYEE: own, HR: W },
  // What is told record by record alone.
  unlisted: {},

  // Devices.
  model: { EMPLOYEE: R, MANAGER: R, HR: R, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: W, AUDITOR: R, REPORTING: R, ADMINISTRATOR: R },
  device: { EMPLOYEE: own, MANAGER: team, HR: R, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: W, AUDITOR: R, REPORTING: R },
  deviceValue: { ACCOUNTING: W, IT: R, AUDITOR: R, REPORTING: R },

  // The books. What is typed and not posted yet is nobody's but accounting's, and the auditor's.
  chart: { PAYROLL: R, ACCOUNTING: W, CONTROLLER: R, AUDITOR: R, REPORTING: R },
  books: { ACCOUNTING: W, CONTROLLER: R, AUDITOR: R, REPORTING: R },
  draft: { ACCOUNTING: W, AUDITOR: R },

  // Pay runs. Accounting reads what was posted of a run, and no run of a few people by itself.
  paySetup: { PAYROLL: W, ACCOUNTING: R, AUDITOR: R },
  payAccount: { PAYROLL: W, ACCOUNTING: W, AUDITOR: R },
  payItem: { PAYROLL: W, AUDITOR: R },
  payRun: { PAYROLL: R, ACCOUNTING: R, AUDITOR: R },
  payRunTotal: { PAYROLL: R, AUDITOR: R },
  payDraft: { PAYROLL: R, AUDITOR: R },
  payslip: { EMPLOYEE: own, PAYROLL: R, ACCOUNTING: totals, AUDITOR: R, REPORTING: totals },
  // What is paid. Payments to people are payroll's one by one, and accounting's in total; payments for all else are accounting's.
  treasury: { PAYROLL: R, ACCOUNTING: W, AUDITOR: R },
  batch: { PAYROLL: wages, ACCOUNTING: R, AUDITOR: R },
  payment: { EMPLOYEE: own, PAYROLL: wages, ACCOUNTING: trade, AUDITOR: R },
  payee: { EMPLOYEE: own, PAYROLL: wages, ACCOUNTING: trade, AUDITOR: masked },

  // The system itself. The name of whoever did something is no secret.
  account: { EMPLOYEE: R, MANAGER: R, HR: R, PAYROLL: R, ACCOUNTING: R, CONTROLLER: R, IT: R, AUDITOR: R, REPORTING: R, ADMINISTRATOR: W },
  system: { EMPLOYEE: own, MANAGER: own, HR: own, PAYROLL: own, ACCOUNTING: own, CONTROLLER: own, IT: R, AUDITOR: R, REPORTING: own, ADMINISTRATOR: W },
  audit: { EMPLOYEE: own, AUDITOR: R, ADMINISTRATOR: R },
  look: { EMPLOYEE: own, MANAGER: own, HR: own, PAYROLL: own, ACCOUNTING: own, CONTROLLER: own, IT: own, AUDITOR: R, REPORTING: own, ADMINISTRATOR: R },
  lookedAt: { EMPLOYEE: own, MANAGER: own, HR: own, PAYROLL: own, ACCOUNTING: own, CONTROLLER: own, IT: own, AUDITOR: R, REPORTING: own, ADMINISTRATOR: own },
  // Why something was done may tell of anything: of the pay that was raised, of the illness that was the reason.
  reason: { EMPLOYEE: own, AUDITOR: R },
  view: { EMPLOYEE: kept, MANAGER: kept, HR: kept, PAYROLL: kept, ACCOUNTING: kept, CONTROLLER: kept, IT: kept, AUDITOR: kept, REPORTING: kept, ADMINISTRATOR: kept },
  // What somebody took out of the house: they themselves, and whoever audits.
  export: { EMPLOYEE: own, MANAGER: own, HR: own, PAYROLL: own, ACCOUNTING: own, CONTROLLER: own, IT: own, AUDITOR: R, REPORTING: own, ADMINISTRATOR: own },
  import: { HR: R, ACCOUNTING: R, IT: R, AUDITOR: R, ADMINISTRATOR: R },
} as const satisfies ClassTable;

export type DataClass = keyof typeof classes;

/**
 * The classes of which every read by somebody other than the person is recorded, and what the record calls them. They
 * stand in entities that say whom a row is about.
 */
export const sensitiveClasses = {
  identity: 'IDENTITY',
  bank: 'BANK',
  pay: 'PAY',
  payItem: 'PAY',
  payDraft: 'PAYSLIP',
  payslip: 'PAYSLIP',
  health: 'HEALTH',
  payment: 'PAY',
  payee: 'BANK',
} as const satisfies { readonly [C in DataClass]?: SensitiveClass };

/** The classes whose values stand in the audit log under a key of the person's own, to be erased by destroying it. */
export const sealedClasses = [
  'home', 'emergency', 'identity', 'bank', 'tax', 'pay', 'payItem', 'payDraft', 'payslip', 'absenceNote', 'health', 'payment', 'payee',
] as const satisfies readonly DataClass[];

/** Of these, also to which other record a row refers: that it is this kind of absence is the secret. */
export const sealedReferences = ['health'] as const satisfies readonly (typeof sealedClasses)[number][];
