import { randomUUID } from 'node:crypto';
import { localOperator, operate } from '@kontor/api';
import { tokenFor } from '../data.ts';
import type { Installation } from '../installation.ts';
import { graphAsks } from '../ledger/ask.ts';

/** What a company of a country is paid by. */
export interface Country {
  readonly pack: 'GB' | 'HU';
  readonly taxYear: string;
  readonly currency: string;
  readonly locale: string;
  readonly iban: string;
  readonly taxCode: string | null;
  /** Pay of a month, as SQL over the number `n` of a person. */
  readonly pay: string;
}

export const countries = {
  GB: {
    pack: 'GB',
    taxYear: '2026-27',
    currency: 'GBP',
    locale: 'en-GB',
    iban: 'GB29NWBK60161331926819',
    taxCode: '1257L',
    pay: '1500 + n * 7919 % 12000 + (n % 100) / 100.0',
  },
  HU: {
    pack: 'HU',
    taxYear: '2026',
    currency: 'HUF',
    locale: 'hu-HU',
    iban: 'HU42117730161111101800000000',
    taxCode: null,
    pay: '350000 + n * 7919 % 900000',
  },
} as const satisfies Record<string, Country>;

/** Asks the graph as somebody, and throws what was refused. */
export type Acting = <T = { id: string }>(mutation: string, input: object, selection: string) => Promise<T>;

/** Whoever prepares the pay of a company, and whoever approves it. */
export interface PayDesk {
  readonly companyId: string;
  readonly prepares: Acting;
  readonly approves: Acting;
  readonly ask: ReturnType<typeof graphAsks>;
  readonly token: string;
}

function actingAs(ask: ReturnType<typeof graphAsks>): Acting {
  return async <T>(mutation: string, input: object, selection: string): Promise<T> => {
    const [record = ''] = selection.split(/\W/, 1);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
    const answer = await ask<Record<string, { readonly userErrors: readonly object[] }>>(document, { input });
    const payload = answer[mutation] as Record<string, unknown> & { readonly userErrors: readonly object[] };
    if (payload.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.userErrors)}`);
    return payload[record] as T;
  };
}

/** 500 people to a cost centre. */
const peopleOfCentre = 500;

/**
 * For so many people of a company: a department and a cost centre for each 500, and for everyone a place, tax data, an
 * account and a pay for each of two years.
 */
const statements = (count: number, companyId: string, { currency, iban, taxCode, pay }: Country): string[] => [
  `insert into cost_centre (company_id, code, name)
   select '${companyId}', 100 + c, 'Centre ' || c from generate_series(1, ${Math.ceil(count / peopleOfCentre)}) c`,
  `insert into department (company_id, code, name, cost_centre_id)
   select company_id, code, name, id from cost_centre where company_id = '${companyId}'`,
  `insert into position (company_id, code, title, department_id, status, budgeted_fte)
   select company_id, 'P' || code, 'Specialist of ' || name, id, 'OPEN', ${peopleOfCentre} from department
   where company_id = '${companyId}'`,
  `insert into person (first_name, last_name, iban)
   select 'First' || n % 700, 'Last' || n % 5000, '${iban}' from generate_series(1, ${count}) n`,
  `with numbered as (select p.id, row_number() over (order by p.id) n from person p
     where not exists (select from employee e where e.person_id = p.id)),
     seat as (select id, department_id, row_number() over (order by id) s from position where company_id = '${companyId}')
   insert into employee (company_id, person_id, employee_number, status, start_on, contract_type, department_id, position_id, fte,
     tax_code, salary, salary_currency_code, salary_period)
   select '${companyId}', numbered.id, lpad(n::text, 6, '0'), 'ACTIVE', '2024-01-01', 'PERMANENT', seat.department_id, seat.id, 1,
     ${taxCode === null ? 'null' : `'${taxCode}'`}, ${pay}, '${currency}', 'MONTH'
   from numbered join seat on seat.s = (n - 1) / ${peopleOfCentre} + 1`,
  `insert into assignment (company_id, employee_id, position_id, department_id, fte, start_on)
   select company_id, id, position_id, department_id, 1, start_on from employee where company_id = '${companyId}'`,
  `insert into compensation (company_id, employee_id, status, amount, currency_code, pay_period, start_on, end_on, decided_at)
   select company_id, id, 'APPROVED', salary - 100 * k, '${currency}', 'MONTH', date '2026-01-01' - 365 * k,
     case when k > 0 then date '2025-12-31' end, '2025-12-01'
   from employee, generate_series(0, 1) k where company_id = '${companyId}'`,
];

/** Opens a company with books and payroll by the public commands, and employs so many people in bulk. */
export async function openPayDesk(
  { server, pool }: Installation,
  port: number,
  country: Country,
  count: number,
): Promise<PayDesk> {
  const { pack, taxYear, currency, locale } = country;
  const token = await tokenFor(server, `prepares-${pack}`, ['PAYROLL', 'ACCOUNTING', 'ADMINISTRATOR'], true);
  const ask = graphAsks(port, token);
  const prepares = actingAs(ask);
  const company = {
    code: pack,
    name: `Bench ${pack}`,
    country: pack,
    baseCurrencyCode: currency,
    locale,
    timeZone: 'UTC',
  };
  const companyId = (await prepares('createCompany', company, 'company { id }')).id;
  const books = { companyId, chart: 'INTERNATIONAL', startsOn: '2026-01-01' };
  await prepares('setUpBooks', books, 'fiscalYear { id }');
  await prepares('setUpPayroll', { companyId, pack, taxYear }, 'paySchedule { id }');
  const approver = await tokenFor(server, `approves-${pack}`, ['PAYROLL'], true);
  console.error(`Writing ${count.toLocaleString('en')} people of ${pack} …`);
  const deed = { viewer: localOperator, command: 'bench', timeoutMilliseconds: 600_000 };
  await operate(server.app, deed, async ({ tx }) => {
    await tx.$executeRawUnsafe('set local statement_timeout = 0');
    for (const statement of statements(count, companyId, country)) {
      await tx.$executeRawUnsafe(statement);
      await tx.$executeRawUnsafe('analyze');
    }
  });
  await pool.query('vacuum analyze');
  return { companyId, prepares, approves: actingAs(graphAsks(port, approver)), ask, token };
}

/** The id of a period of a company by its name, such as 2026-05. */
export async function periodOf({ ask, companyId }: PayDesk, name: string): Promise<string> {
  const query = `query ($name: String!, $companyId: ID!) { payrollPeriods(where: { name: { eq: $name },
    company: { is: { id: { eq: $companyId } } } }) { nodes { id } } }`;
  type Answer = { payrollPeriods: { nodes: { id: string }[] } };
  const { payrollPeriods } = await ask<Answer>(query, { name, companyId });
  const [period] = payrollPeriods.nodes;
  if (!period) throw new Error(`There is no period ${name}.`);
  return period.id;
}

/** A key that no request had before. */
export const newKey = (): string => randomUUID();
