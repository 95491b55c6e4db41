import { type Member, newKey, type Performed, perform, performed, type World } from '@kontor/testkit';

/** A line as a test writes it: account, debit or credit, and what else there is. */
export type Line = Readonly<Record<string, unknown>>;
export const debit = (account: string, amount: string, other: Line = {}): Line => ({
  account,
  debit: amount,
  ...other,
});
export const credit = (account: string, amount: string, other: Line = {}): Line => ({
  account,
  credit: amount,
  ...other,
});

export interface Posted {
  readonly id: string;
  readonly number: number;
}

/** A company with books on the short Swedish chart, 2026, and the people who keep them. */
export interface Books {
  readonly companyId: string;
  readonly admin: Member;
  readonly accountant: Member;
  readonly second: Member;
  /** Opens closed periods again. */
  readonly controller: Member;
  readonly auditor: Member;
  /** Posts 2 lines or more to the general journal on 15 March 2026, unless said otherwise. */
  post(lines: readonly Line[], other?: object, who?: Member): Promise<Performed<Posted>>;
  /** The id of a period by its name, such as 2026-03. */
  period(name: string): Promise<string>;
}

/** Opens books by the public commands alone; `code` tells several companies apart. */
export async function openBooks(world: World, code: string): Promise<Books> {
  const admin = await world.member(`admin-${code}`, [{ role: 'ADMINISTRATOR' }]);
  const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
  const company = { code, name: `Kontor ${code}`, ...place };
  const companyId = (await performed(admin, 'createCompany', company, 'company { id }')).id;
  const accountant = await world.member(`accountant-${code}`, [{ role: 'ACCOUNTING', companyId }]);
  const second = await world.member(`second-${code}`, [{ role: 'ACCOUNTING', companyId }]);
  const controller = await world.member(`controller-${code}`, [{ role: 'CONTROLLER', companyId }]);
  const auditor = await world.member(`auditor-${code}`, [{ role: 'AUDITOR', companyId }]);
  const books = { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' };
  await performed(accountant, 'setUpBooks', books, 'fiscalYear { id }');
  return {
    companyId,
    admin,
    accountant,
    second,
    controller,
    auditor,
    post: (lines, other = {}, who = accountant) => {
      const entry = { companyId, journal: 'A', postingOn: '2026-03-15', idempotencyKey: newKey(), lines, ...other };
      return perform<Posted>(who, 'postEntry', entry, 'journalEntry { id number }');
    },
    period: async (name) => {
      const query = `query ($name: String!, $companyId: ID!) { fiscalPeriods(where: { name: { eq: $name },
        fiscalYear: { is: { company: { is: { id: { eq: $companyId } } } } } }) { nodes { id } } }`;
      type Answer = { fiscalPeriods: { nodes: { id: string }[] } };
      const { fiscalPeriods } = await accountant.client.request<Answer>(query, { name, companyId });
      return fiscalPeriods.nodes[0]?.id ?? '';
    },
  };
}
