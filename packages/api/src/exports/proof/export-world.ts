import { randomUUID } from 'node:crypto';
import { localOperator, operate } from '@kontor/api';
import { type Member, startWorld, type World } from '@kontor/testkit';

/** More employees than are fetched at once. */
export const rowsInAll = 4_500;

/** What a test changes behind the graph; of so many rows it is bulk work. */
export const byHand = { viewer: localOperator, command: 'test', timeoutMilliseconds: 120_000 };

/** A company with many employees, made as an import makes them, and people who export them. */
export interface ExportWorld {
  readonly world: World;
  readonly companyId: string;
  readonly hr: Member;
  readonly colleague: Member;
  readonly auditor: Member;
}

export async function startExportWorld(): Promise<ExportWorld> {
  const world = await startWorld({ rateCapacity: 1e9 });
  const companyId = await operate(world.server.app, byHand, async ({ tx }) => {
    const company = await tx.company.create({
      data: {
        code: 'SE',
        name: 'Kontor AB',
        country: 'SE',
        baseCurrencyCode: 'SEK',
        locale: 'sv-SE',
        timeZone: 'Europe/Stockholm',
      },
    });
    const department = await tx.department.create({
      data: { companyId: company.id, code: 'FIN', name: '=HYPERLINK("x")' },
    });
    const ids = Array.from({ length: rowsInAll }, () => randomUUID());
    await tx.person.createMany({
      data: ids.map((id, n) => ({ id, firstName: n === 0 ? '@SUM(1)' : 'Åsa', lastName: `Öberg ${n}` })),
    });
    await tx.employee.createMany({
      data: ids.map((id, n) => ({
        id,
        personId: id,
        companyId: company.id,
        departmentId: department.id,
        employeeNumber: String(n).padStart(5, '0'),
        workPhone: n === 0 ? '+4681234567' : null,
        status: n % 3 === 0 ? ('PRE_HIRE' as const) : ('ACTIVE' as const),
        contractType: 'PERMANENT' as const,
        startOn: new Date('2020-01-01'),
        fte: '0.800',
        salary: n === 0 ? '1234567890123456.89' : '36000.5',
        salaryCurrencyCode: 'SEK',
        salaryPeriod: 'MONTH' as const,
      })),
    });
    return company.id;
  });
  return {
    world,
    companyId,
    hr: await world.member('hr', [{ role: 'HR', companyId }]),
    colleague: await world.member('colleague', [{ role: 'EMPLOYEE', companyId }]),
    auditor: await world.member('auditor', [{ role: 'AUDITOR' }]),
  };
}

/** The employee whose values are hard to write: texts like formulas, and an amount of eighteen digits. */
export const first = { employeeNumber: { eq: '00000' } };
