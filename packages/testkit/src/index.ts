export { startJobs } from '@kontor/api';
export { Browser, type BrowserAnswer, type Visit } from './browser.ts';
export { launchChromium } from './chromium.ts';
export { type Ended, onDatabase, type Running, runKontor, startKontor } from './command-line.ts';
export { type Exported, exported } from './exported.ts';
export { type ProviderAccount, startIdentityProvider, type TestIdentityProvider } from './identity-provider.ts';
export { dayFromNow, type Hired, newKey, type Office, openOffice } from './office.ts';
export {
  nextBankDay,
  openPayingOffice,
  type PaidEmployee,
  type PayingOffice,
  type PaymentBatch,
} from './paying-office.ts';
export { openPayrollOffice, type PayrollOffice, type Worker } from './payroll-office.ts';
export { type Performed, perform, performed } from './perform.ts';
export { addressOf, type Member, startWorld, type World, worldPassword } from './world.ts';
