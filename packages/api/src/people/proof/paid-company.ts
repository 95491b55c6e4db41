import type { App } from '../../app.ts';
import type { ContractType, EmploymentStatus, PayPeriod } from '../../generated/prisma/enums.ts';
import { localOperator } from '../../server/authenticate.ts';
import { operate, type Transaction } from '../../write/operation.ts';

/** Somebody at work, as far as their pay and the groups that they are in go. */
export interface Worker {
  /** Places among the departments and sites of the company. */
  readonly department: number;
  readonly site?: number;
  readonly contractType: ContractType;
  readonly salary: number;
  readonly currency?: 'SEK' | 'EUR' | 'USD';
  readonly period?: PayPeriod;
  readonly status?: EmploymentStatus;
  /** Place of the worker of the same call whose second employment this is. */
  readonly samePersonAs?: number;
}

/** A company with three departments and two sites. */
export interface Made {
  readonly companyId: string;
  readonly departments: readonly string[];
  readonly sites: readonly string[];
}

async function hire(
  tx: Transaction,
  { companyId, departments, sites }: Made,
  workers: readonly Worker[],
): Promise<void> {
  const known = await tx.employee.count({ where: { companyId } });
  const people = await tx.person.createManyAndReturn({
    data: workers.map((_, at) => ({ firstName: `Worker ${known + at}`, lastName: 'Test' })),
  });
  await tx.employee.createMany({
    data: workers.map((each, at) => ({
      companyId,
      personId: people[each.samePersonAs ?? at]?.id ?? '',
      employeeNumber: String(known + at),
      status: each.status ?? 'ACTIVE',
      startOn: new Date('2020-01-01'),
      contractType: each.contractType,
      departmentId: departments[each.department] ?? '',
      siteId: sites[each.site ?? 0] ?? '',
      salary: String(each.salary),
      salaryCurrencyCode: each.currency ?? 'SEK',
      salaryPeriod: each.period ?? 'MONTH',
    })),
  });
}

/** Puts workers straight into the rows of today: hundreds of them, for arithmetic that reads nothing else. */
export const hireInto = (app: App, company: Made, workers: readonly Worker[]): Promise<void> =>
  operate(app, { viewer: localOperator, command: 'stage' }, ({ tx }) => hire(tx, company, workers));

export const makeCompany = (app: App, code: string, workers: readonly Worker[]): Promise<Made> =>
  operate(app, { viewer: localOperator, command: 'stage' }, async ({ tx }) => {
    const { id: companyId } = await tx.company.create({
      data: { code, name: `Company ${code}`, country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' },
    });
    const named = (word: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ companyId, code: `${word[0]}${at}`, name: `${word} ${at}` }));
    const departments = await tx.department.createManyAndReturn({ data: named('Department', 3) });
    const sites = await tx.site.createManyAndReturn({
      data: named('Site', 2).map((each) => ({ ...each, country: 'SE' })),
    });
    const made = { companyId, departments: departments.map(({ id }) => id), sites: sites.map(({ id }) => id) };
    await hire(tx, made, workers);
    return made;
  });
