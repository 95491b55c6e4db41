/** For the tests of imports: a server, somebody in HR, and companies to import into. */
import { localOperator, operate } from '@kontor/api';
import { type Member, startWorld, type World } from '@kontor/testkit';
import type { ImportAnswer } from './import-request.ts';

type Options = Readonly<Record<string, string>>;
type File = string | Uint8Array;

export interface ImportWorld {
  readonly world: World;
  readonly hr: Member;
  /** Makes a company: two departments in use, a seat for one, one for a hundred, one with a pay range, one not open. */
  company(country?: string, currency?: string): Promise<string>;
  post(door: 'check' | 'commit', companyId: string, file: File, options?: Options, member?: Member): Promise<Response>;
  run(
    door: 'check' | 'commit',
    companyId: string,
    file: File,
    options?: Options,
    member?: Member,
  ): Promise<ImportAnswer>;
  /** The employees of a company, by number. */
  people(companyId: string, fields: string): Promise<Record<string, unknown>[]>;
}

export const counts = ({ rowCount, created, updated, unchanged }: ImportAnswer): number[] => [
  rowCount,
  created,
  updated,
  unchanged,
];
export const faultsOf = ({ faults }: ImportAnswer) => faults.map(({ line, column, code }) => [line, column, code]);

async function makeCompany(world: World, code: string, country: string, currency: string): Promise<string> {
  return operate(world.server.app, { viewer: localOperator, command: 'test' }, async ({ tx }) => {
    const { id: companyId } = await tx.company.create({
      data: {
        code,
        name: `Company ${code}`,
        country,
        baseCurrencyCode: currency,
        locale: 'sv-SE',
        timeZone: 'Europe/Stockholm',
      },
    });
    const department = (data: { code: string; name: string; active?: boolean }) =>
      tx.department.create({ data: { companyId, ...data } });
    const finance = await department({ code: 'FIN', name: 'Ekonomi' });
    const sales = await department({ code: 'SAL', name: 'Försäljning' });
    await department({ code: 'OLD', name: 'Gamla', active: false });
    const inFinance = { companyId, departmentId: finance.id, status: 'OPEN' as const };
    const inSales = { ...inFinance, departmentId: sales.id };
    const range = { payMinimum: '30000', payMaximum: '45000', payCurrencyCode: 'SEK', payPeriod: 'MONTH' as const };
    await tx.position.createMany({
      data: [
        { ...inFinance, code: 'CFO', title: 'Ekonomichef', budgetedFte: '1' },
        { ...inSales, code: 'REP', title: 'Säljare', budgetedFte: '100' },
        { ...inSales, code: 'NEW', title: 'Kommande', budgetedFte: '1', status: 'PROPOSED' },
      ],
    });
    await tx.position.create({ data: { ...inFinance, code: 'ACC', title: 'Redovisare', budgetedFte: '5', ...range } });
    return companyId;
  });
}

export async function startImportWorld(): Promise<ImportWorld> {
  const world = await startWorld();
  const hr = await world.member('hr', [{ role: 'HR' }]);
  let companies = 0;
  const post: ImportWorld['post'] = (door, companyId, file, options = {}, member = hr) =>
    fetch(`${world.url}/imports/employees/${door}?${new URLSearchParams({ companyId, ...options })}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${member.token}` },
      body: typeof file === 'string' ? file : new Uint8Array(file),
    });
  return {
    world,
    hr,
    company: (country = 'SE', currency = 'SEK') => {
      companies += 1;
      return makeCompany(world, `C${companies}`, country, currency);
    },
    post,
    run: async (...args) => {
      const response = await post(...args);
      if (response.status !== 200) throw new Error(await response.text());
      return (await response.json()) as ImportAnswer;
    },
    people: async (companyId, fields) => {
      const { employees } = await hr.client.request<{ employees: { nodes: Record<string, unknown>[] } }>(
        `query ($id: ID!) { employees(where: { company: { is: { id: { eq: $id } } } }, orderBy: [{ employeeNumber: {} }], first: 50) { nodes { ${fields} } } }`,
        { id: companyId },
      );
      return employees.nodes;
    },
  };
}
