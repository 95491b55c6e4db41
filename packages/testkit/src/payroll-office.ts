import { type Hired, newKey, type Office, openOffice } from './office.ts';
import { changeAccountOf } from './paying-office.ts';
import { performed } from './perform.ts';
import type { Member, World } from './world.ts';

/** Somebody to hire for being paid. */
export interface WorkerToPay {
  readonly name: string;
  /** A month. */
  readonly salary: string;
  readonly startOn?: string;
  /** False: nobody has told where to pay to. */
  readonly hasAccount?: boolean;
  readonly taxCode?: string;
}

/** Somebody hired, with what they sign in as. */
export interface Worker extends Hired {
  readonly user: Member;
}

/** A British company with books and payroll of the tax year 2026-27, where two people see to pay. */
export interface PayrollOffice extends Office {
  readonly payroll: Member;
  readonly payroll2: Member;
  readonly accounting: Member;
  readonly auditor: Member;
  employ(worker: WorkerToPay): Promise<Worker>;
  /** The id of a period by its name, such as 2026-05. */
  period(name: string): Promise<string>;
  /** Starts a run of the first of payroll and calculates it. */
  calculated(period: string): Promise<string>;
  /** Passes a calculated run on; the second of payroll approves it and makes it final. */
  finalized(runId: string): Promise<void>;
}

const britain = { country: 'GB', baseCurrencyCode: 'GBP', locale: 'en-GB' };
const iban = 'GB29NWBK60161331926819';

/** Opens such an office by the public commands alone; `code` tells several apart. */
export async function openPayrollOffice(world: World, code = 'GB'): Promise<PayrollOffice> {
  const office = await openOffice(world, code, britain);
  const { companyId } = office;
  const member = (name: string, role: 'PAYROLL' | 'ACCOUNTING' | 'AUDITOR') =>
    world.member(`${name}-${code}`, [{ role, companyId }]);
  const [payroll, payroll2] = [await member('payroll', 'PAYROLL'), await member('payroll2', 'PAYROLL')];
  const accounting = await member('books', 'ACCOUNTING');
  const auditor = await member('audit', 'AUDITOR');
  const books = { companyId, chart: 'INTERNATIONAL', startsOn: '2026-01-01' };
  await performed(accounting, 'setUpBooks', books, 'fiscalYear { id }');
  await performed(payroll, 'setUpPayroll', { companyId, pack: 'GB', taxYear: '2026-27' }, 'paySchedule { id }');
  const period = async (name: string): Promise<string> => {
    const query = `query ($name: String!, $companyId: ID!) { payrollPeriods(where: { name: { eq: $name },
      company: { is: { id: { eq: $companyId } } } }) { nodes { id } } }`;
    type Answer = { payrollPeriods: { nodes: { id: string }[] } };
    const { payrollPeriods } = await payroll.client.request<Answer>(query, { name, companyId });
    return payrollPeriods.nodes[0]?.id ?? '';
  };
  const versionOf = async (id: string): Promise<number> => {
    const query = 'query ($id: ID!) { payRun(id: $id) { version } }';
    return (await payroll.client.request<{ payRun: { version: number } }>(query, { id })).payRun.version;
  };
  return {
    ...office,
    payroll,
    payroll2,
    accounting,
    auditor,
    period,
    employ: async ({ name, salary, startOn = '2026-01-01', hasAccount = true, taxCode = '1257L' }) => {
      const seat = await office.position(`Seat of ${name}`, { payMinimum: '1000', payMaximum: '9000' });
      const hired = await office.hire(name, { positionId: seat, salary, startOn, taxCode });
      const user = await world.member(`${name}-${code}`, [{ role: 'EMPLOYEE', companyId }], hired.personId);
      if (hasAccount) await changeAccountOf({ ...hired, user }, iban, [payroll, payroll2]);
      return { ...hired, user };
    },
    calculated: async (name) => {
      const run = { periodId: await period(name), idempotencyKey: newKey() };
      const { id: runId } = await performed(payroll, 'createPayRun', run, 'payRun { id }');
      await performed(payroll, 'calculatePayRun', { runId }, 'payRun { id }');
      return runId;
    },
    finalized: async (runId) => {
      const review = { runId, note: 'Looked through', expectedVersion: await versionOf(runId) };
      await performed(payroll, 'reviewPayRun', review, 'payRun { id }');
      const approval = { runId, expectedVersion: await versionOf(runId) };
      await performed(payroll2, 'approvePayRun', approval, 'payRun { id }');
      await performed(payroll2, 'finalizePayRun', { runId, idempotencyKey: newKey() }, 'payRun { id }');
    },
  };
}
