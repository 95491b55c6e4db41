import { randomUUID } from 'node:crypto';
import { performed } from './perform.ts';
import type { Member, World } from './world.ts';

/** A person at work. */
export interface Hired {
  readonly employeeId: string;
  readonly personId: string;
}

/** A company with the people who run it, made by the public commands alone; its today is that of UTC. */
export interface Office {
  readonly companyId: string;
  readonly finance: string;
  readonly sales: string;
  readonly admin: Member;
  readonly hr: Member;
  readonly hr2: Member;
  /** A seat that is open: one person full time, 30,000 to 50,000 SEK a month, unless said otherwise. */
  position(title: string, other?: object): Promise<string>;
  /** Somebody hired into a seat of their own, unless said otherwise. */
  hire(firstName: string, other?: object): Promise<Hired>;
}

/** A day from today on, of the office's company. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A fresh idempotency key. */
export const newKey = (): string => randomUUID();

async function department(admin: Member, companyId: string, code: string, name: string): Promise<string> {
  return (await performed(admin, 'createDepartment', { companyId, code, name }, 'department { id }')).id;
}

/** Where a company is, and what it pays in. */
export interface Country {
  readonly country: string;
  readonly baseCurrencyCode: string;
  readonly locale: string;
}

const sweden: Country = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE' };

/** Opens an office in a world, in Sweden unless said; `code` tells several of them apart. */
export async function openOffice(world: World, code = 'SE', country = sweden): Promise<Office> {
  const currency = country.baseCurrencyCode;
  const admin = await world.member(`admin-${code}`, [{ role: 'ADMINISTRATOR' }]);
  const company = {
    code,
    name: `Kontor ${code}`,
    ...country,
    timeZone: 'UTC',
  };
  const companyId = (await performed(admin, 'createCompany', company, 'company { id }')).id;
  const finance = await department(admin, companyId, 'FIN', 'Finance');
  const sales = await department(admin, companyId, 'SAL', 'Sales');
  const hr = await world.member(`hr-${code}`, [{ role: 'HR', companyId }]);
  const hr2 = await world.member(`hr2-${code}`, [{ role: 'HR', companyId }]);
  let seats = 0;
  const position = async (title: string, other: object = {}): Promise<string> => {
    seats += 1;
    const range = { payMinimum: '30000', payMaximum: '50000', payCurrencyCode: currency, payPeriod: 'MONTH' };
    const seat = { companyId, departmentId: finance, code: `P${seats}`, title, budgetedFte: '1', ...range, ...other };
    const { id } = await performed(hr, 'createPosition', seat, 'position { id }');
    await performed(hr2, 'approvePosition', { positionId: id }, 'position { id }');
    await performed(hr, 'openPosition', { positionId: id }, 'position { id }');
    return id;
  };
  const hire = async (firstName: string, other: object = {}): Promise<Hired> => {
    const input = {
      companyId,
      firstName,
      lastName: 'Test',
      startOn: dayFromNow(-90),
      contractType: 'PERMANENT',
      fte: '1',
      salary: '40000',
      currencyCode: currency,
      payPeriod: 'MONTH',
      idempotencyKey: newKey(),
      ...other,
      positionId: 'positionId' in other ? other.positionId : await position(`Seat of ${firstName}`),
    };
    const made = await performed<{ id: string; person: { id: string } }>(
      hr,
      'hireEmployee',
      input,
      'employee { id person { id } }',
    );
    return { employeeId: made.id, personId: made.person.id };
  };
  return { companyId, finance, sales, admin, hr, hr2, position, hire };
}
