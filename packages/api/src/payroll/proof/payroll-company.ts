import { type Member, newKey, type Performed, perform, performed, type World } from '@kontor/testkit';
import { localOperator } from '../../server/authenticate.ts';
import { operate } from '../../write/operation.ts';

/** Somebody at work, as far as their pay goes. */
export interface Worker {
  readonly name: string;
  readonly startOn?: string;
  readonly endOn?: string;
  readonly taxCode?: string;
  readonly taxDependants?: number;
  readonly hasAccount?: boolean;
  /** Agreed pay, one after the other; none: nothing is agreed. */
  readonly pay: readonly {
    readonly amount: string;
    readonly per?: 'HOUR' | 'MONTH' | 'YEAR';
    readonly from?: string;
    readonly until?: string;
  }[];
}

interface Country {
  readonly pack: 'GB' | 'HU';
  readonly taxYear: string;
  readonly currency: string;
  readonly locale: string;
}

export const britain: Country = { pack: 'GB', taxYear: '2026-27', currency: 'GBP', locale: 'en-GB' };
export const hungary: Country = { pack: 'HU', taxYear: '2026', currency: 'HUF', locale: 'hu-HU' };

/** A company with books and payroll, and the people who see to them. */
export interface PayrollCompany {
  readonly companyId: string;
  readonly costCentre: string;
  readonly preparer: Member;
  readonly approver: Member;
  readonly accountant: Member;
  readonly hr: Member;
  readonly hr2: Member;
  readonly auditor: Member;
  /** Puts people straight into their rows; answers the ids of their employments by name. */
  employ(workers: readonly Worker[], departmentId?: string): Promise<ReadonlyMap<string, string>>;
  /** The id of a period by its name, such as 2026-05. */
  period(name: string): Promise<string>;
  item(employeeId: string | undefined, period: string, other: object): Promise<Performed<{ id: string }>>;
  /** Starts a run and calculates it. */
  calculated(period: string, other?: object): Promise<string>;
  /** Passes a calculated run on, approves it and makes it final. */
  finalized(runId: string): Promise<void>;
}

const day = (text: string): Date => new Date(text);

async function rowsOf(
  world: World,
  at: { companyId: string; departmentId: string; currency: string },
  workers: readonly Worker[],
) {
  const { companyId, departmentId, currency } = at;
  const ids = new Map<string, string>();
  await operate(world.server.app, { viewer: localOperator, command: 'stage' }, async ({ tx }) => {
    const known = await tx.employee.count({ where: { companyId } });
    const seat = await tx.position.create({
      data: { companyId, departmentId, code: `S${known}`, title: 'Seat', budgetedFte: '900', status: 'OPEN' },
    });
    for (const [index, each] of workers.entries()) {
      const iban = each.hasAccount === false ? null : 'GB29NWBK60161331926819';
      const person = await tx.person.create({ data: { firstName: each.name, lastName: 'Test', iban } });
      const startOn = day(each.startOn ?? '2025-01-01');
      const endOn = each.endOn === undefined ? null : day(each.endOn);
      const { taxCode = null, taxDependants = null } = each;
      const employee = await tx.employee.create({
        data: {
          companyId,
          personId: person.id,
          employeeNumber: String(known + index + 1),
          status: 'ACTIVE',
          contractType: 'PERMANENT',
          startOn,
          endOn,
          taxCode,
          taxDependants,
        },
      });
      await tx.assignment.create({
        data: { companyId, employeeId: employee.id, positionId: seat.id, departmentId, fte: '1', startOn, endOn },
      });
      for (const { amount, per = 'MONTH', from, until } of each.pay)
        await tx.compensation.create({
          data: {
            companyId,
            employeeId: employee.id,
            status: 'APPROVED',
            amount,
            currencyCode: currency,
            payPeriod: per,
            startOn: from === undefined ? startOn : day(from),
            endOn: until === undefined ? endOn : day(until),
            decidedAt: day('2025-01-01'),
          },
        });
      ids.set(each.name, employee.id);
    }
  });
  return ids;
}

/** Opens a company with payroll; `code` tells several apart. */
export async function openPayroll(world: World, code: string, country: Country): Promise<PayrollCompany> {
  const { pack, taxYear, currency, locale } = country;
  const admin = await world.member(`admin-${code}`, [{ role: 'ADMINISTRATOR' }, { role: 'ACCOUNTING' }]);
  const company = { code, name: `Kontor ${code}`, country: pack, baseCurrencyCode: currency, locale, timeZone: 'UTC' };
  const companyId = (await performed(admin, 'createCompany', company, 'company { id }')).id;
  const as = (name: string, role: 'PAYROLL' | 'ACCOUNTING' | 'HR' | 'AUDITOR') =>
    world.member(`${name}-${code}`, [{ role, companyId }]);
  const preparer = await as('preparer', 'PAYROLL');
  const approver = await as('approver', 'PAYROLL');
  const accountant = await as('accountant', 'ACCOUNTING');
  const books = { companyId, chart: 'INTERNATIONAL', startsOn: '2026-01-01' };
  await performed(accountant, 'setUpBooks', books, 'fiscalYear { id }');
  const centre = { companyId, code: '100', name: 'Everybody' };
  const costCentre = (await performed(accountant, 'createCostCentre', centre, 'costCentre { id }')).id;
  const department = { companyId, code: 'ALL', name: 'Everybody' };
  const departmentId = (
    await performed(admin, 'createDepartment', { ...department, costCentreId: costCentre }, 'department { id }')
  ).id;
  await performed(preparer, 'setUpPayroll', { companyId, pack, taxYear }, 'paySchedule { id }');
  const period: PayrollCompany['period'] = async (name) => {
    const query = `query ($name: String!, $companyId: ID!) { payrollPeriods(where: { name: { eq: $name },
      company: { is: { id: { eq: $companyId } } } }) { nodes { id } } }`;
    type Answer = { payrollPeriods: { nodes: { id: string }[] } };
    const { payrollPeriods } = await preparer.client.request<Answer>(query, { name, companyId });
    return payrollPeriods.nodes[0]?.id ?? '';
  };
  return {
    companyId,
    costCentre,
    preparer,
    approver,
    accountant,
    hr: await as('hr', 'HR'),
    hr2: await as('hr2', 'HR'),
    auditor: await as('auditor', 'AUDITOR'),
    employ: (workers, elsewhere) =>
      rowsOf(world, { companyId, departmentId: elsewhere ?? departmentId, currency }, workers),
    period,
    item: async (employeeId, name, other) =>
      perform(
        preparer,
        'createPayItem',
        { companyId, employeeId, periodId: await period(name), ...other },
        'payItem { id }',
      ),
    calculated: async (name, other = {}) => {
      const run = { periodId: await period(name), idempotencyKey: newKey(), ...other };
      const { id: runId } = await performed(preparer, 'createPayRun', run, 'payRun { id }');
      await performed(preparer, 'calculatePayRun', { runId }, 'payRun { id }');
      return runId;
    },
    finalized: async (runId) => {
      const versionOf = async (): Promise<number> => {
        const query = 'query ($id: ID!) { payRun(id: $id) { version } }';
        return (await preparer.client.request<{ payRun: { version: number } }>(query, { id: runId })).payRun.version;
      };
      const review = { runId, note: 'Looked through', expectedVersion: await versionOf() };
      await performed(preparer, 'reviewPayRun', review, 'payRun { id }');
      await performed(approver, 'approvePayRun', { runId, expectedVersion: await versionOf() }, 'payRun { id }');
      await performed(approver, 'finalizePayRun', { runId, idempotencyKey: newKey() }, 'payRun { id }');
    },
  };
}
