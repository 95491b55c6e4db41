import { startEmbedded, withClient } from '@kontor/api/database';
import { createClient, signIn } from '@kontor/client';
import { firstSteps, type Program, type Served } from './program.ts';

const password = 'a desk and a filing cabinet';

/** Asks the server of the moment as somebody. */
export type Ask = <T>(who: keyof Tokens, document: string, variables?: object) => Promise<T>;

interface Tokens {
  readonly preparer: string;
  readonly approver: string;
  readonly accountant: string;
}

/** A British company with books, payroll, an account of its own and people, in an installation that can be killed. */
export interface PayDesk {
  readonly companyId: string;
  readonly ask: Ask;
  /** Runs a mutation; answers the record asked for, and throws what was refused. */
  readonly act: <T = { id: string }>(who: keyof Tokens, mutation: string, input: object, fields: string) => Promise<T>;
}

/** So many people with pay, tax code and account, straight into their rows. */
const statements = (companyId: string, people: number): readonly string[] => [
  `with o as (insert into audit_operation (id, actor, command, channel, at) values (uuid7(), 'test', 'stage', 'test', now()) returning id)
   select set_config('kontor.operation', id::text, true) from o`,
  `insert into department (company_id, code, name) values ('${companyId}', 'ALL', 'Everybody')`,
  `insert into position (company_id, code, title, department_id, status, budgeted_fte)
   select company_id, 'P', 'Seat', id, 'OPEN', ${people} from department where company_id = '${companyId}'`,
  `insert into person (first_name, last_name, iban)
   select 'Pay', 'Number ' || n, 'GB29NWBK60161331926819' from generate_series(1, ${people}) n`,
  `insert into employee (company_id, person_id, employee_number, status, start_on, contract_type, tax_code)
   select '${companyId}', id, row_number() over (order by id), 'ACTIVE', '2025-01-01', 'PERMANENT', '1257L'
   from person where first_name = 'Pay'`,
  `insert into assignment (company_id, employee_id, position_id, department_id, fte, start_on)
   select e.company_id, e.id, p.id, p.department_id, 1, e.start_on from employee e join position p on p.company_id = e.company_id
   where e.company_id = '${companyId}'`,
  `insert into compensation (company_id, employee_id, status, amount, currency_code, pay_period, start_on, decided_at)
   select company_id, id, 'APPROVED', 2000 + employee_number::int, 'GBP', 'MONTH', start_on, '2025-01-01'
   from employee where company_id = '${companyId}'`,
];

async function employ(home: string, companyId: string, people: number): Promise<void> {
  const database = await startEmbedded({ home });
  await withClient(database.ownerUrl, async (owner) => {
    await owner.query('begin');
    for (const statement of statements(companyId, people)) await owner.query(statement);
    await owner.query('commit');
    await owner.query('analyze');
  });
  await database.stop();
}

const user = (email: string, roles: readonly string[]) => ({ email: `${email}@world.example`, name: email, roles });

/** Sets such a company up; `served` tells the server of the moment. */
export async function openPayDesk(
  program: Program,
  served: () => Served | null,
  { home, people }: { readonly home: string; readonly people: number },
): Promise<PayDesk> {
  const admin = await signIn(`${served()?.url}/graphql`, 'admin@world.example', password);
  const made = {
    code: 'GB',
    name: 'Kontor Ltd',
    country: 'GB',
    baseCurrencyCode: 'GBP',
    locale: 'en-GB',
    timeZone: 'UTC',
  };
  const create = 'mutation ($input: CreateCompanyInput!) { createCompany(input: $input) { company { id } } }';
  type Made = { createCompany: { company: { id: string } } };
  const companyId = (await admin.request<Made>(create, { input: made })).createCompany.company.id;
  const invite = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code message } } }';
  const tokenOf = async (name: string, roles: readonly string[]): Promise<string> => {
    const input = { ...user(name, roles), companyId };
    await admin.request(invite, { input });
    return program.run('token', 'create', '--user', input.email, '--name', 'test', '--days', '1').trim();
  };
  const tokens: Tokens = {
    preparer: await tokenOf('preparer', ['PAYROLL']),
    approver: await tokenOf('approver', ['PAYROLL']),
    accountant: await tokenOf('accountant', ['ACCOUNTING']),
  };
  const ask: Ask = <T>(who: keyof Tokens, document: string, variables: object = {}) =>
    createClient({ url: `${served()?.url}/graphql`, token: tokens[who], retry: { attempts: 1 } }).request<T>(
      document,
      variables as Record<string, unknown>,
    );
  const act: PayDesk['act'] = async <T>(who: keyof Tokens, mutation: string, input: object, fields: string) => {
    const [record = ''] = fields.split(/\W/, 1);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { code message path } } }`;
    type Payload = Record<string, T> & { readonly userErrors: readonly object[] };
    const payload = (await ask<Record<string, Payload>>(who, document, { input }))[mutation];
    if (!payload || payload.userErrors.length > 0)
      throw new Error(`${mutation}: ${JSON.stringify(payload?.userErrors)}`);
    return payload[record] as T;
  };
  const books = { companyId, chart: 'INTERNATIONAL', startsOn: '2026-01-01' };
  await act('accountant', 'setUpBooks', books, 'fiscalYear { id }');
  await act('preparer', 'setUpPayroll', { companyId, pack: 'GB', taxYear: '2026-27' }, 'paySchedule { id }');
  const query = `query ($id: ID!) { accounts(where: { code: { eq: "1010" }, company: { is: { id: { eq: $id } } } }) { nodes { id } } }`;
  type Accounts = { accounts: { nodes: { id: string }[] } };
  const accountId = (await ask<Accounts>('accountant', query, { id: companyId })).accounts.nodes[0]?.id;
  const own = {
    name: 'Main',
    iban: 'GB29NWBK60161331926819',
    bic: 'NWBKGB2L',
    currencyCode: 'GBP',
    companyId,
    accountId,
  };
  await act('accountant', 'createCompanyAccount', own, 'companyAccount { id }');
  await employ(home, companyId, people);
  return { companyId, ask, act };
}

/** What an installation of such a company begins with. */
export const payDeskSteps = [...firstSteps, '--password', password];
