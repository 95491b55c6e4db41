import { type CountryPack, POSTING_BY_KIND, type PostingRole, type PostingRoles, postingRolesOf } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';

type Numbers = Readonly<Record<PostingRole, string>>;

/** The accounts of pay in each chart that Kontor ships, by their numbers. */
const charts: readonly Numbers[] = [
  {
    SALARIES: '6000',
    HOLIDAY_PAY: '6010',
    SOCIAL_COST: '6100',
    PENSION_COST: '6200',
    OTHER_COST: '6390',
    TAX_OWED: '2310',
    SOCIAL_OWED: '2320',
    PENSION_OWED: '2330',
    OTHER_OWED: '2390',
    NET_OWED: '2300',
  },
  {
    SALARIES: '7210',
    HOLIDAY_PAY: '7090',
    SOCIAL_COST: '7510',
    PENSION_COST: '7410',
    OTHER_COST: '7690',
    TAX_OWED: '2710',
    SOCIAL_OWED: '2731',
    PENSION_OWED: '2890',
    OTHER_OWED: '2790',
    NET_OWED: '2820',
  },
  {
    SALARIES: '6020',
    HOLIDAY_PAY: '6020',
    SOCIAL_COST: '6110',
    PENSION_COST: '6140',
    OTHER_COST: '6130',
    TAX_OWED: '3730',
    SOCIAL_OWED: '3740',
    PENSION_OWED: '3740',
    OTHER_OWED: '3720',
    NET_OWED: '3720',
  },
];

const isOwed = (role: PostingRole): boolean => role.endsWith('_OWED');

/** The rows of the table, before anybody has changed one: for each component of the pack, and for what comes besides. */
function rowsOf(pack: CountryPack): readonly (PostingRoles & { readonly code: string })[] {
  const own = pack.components.flatMap(({ code, kind }) => {
    const roles = postingRolesOf(pack.code, code, kind);
    return roles ? [{ code, ...roles }] : [];
  });
  return [
    { code: 'NET_PAY', debit: null, credit: 'NET_OWED' },
    { code: 'ANY_EARNING', ...POSTING_BY_KIND.EARNING },
    { code: 'ANY_DEDUCTION', ...POSTING_BY_KIND.DEDUCTION },
    { code: 'ANY_EMPLOYER', ...POSTING_BY_KIND.EMPLOYER },
    ...own,
  ];
}

/**
 * Writes the table of accounts of a company from the pack's defaults, as far as the company's chart is one that Kontor
 * ships. Rows that are there stay; an account that is not there is left for somebody to choose.
 */
export async function addPayAccounts(tx: Transaction, companyId: string, pack: CountryPack): Promise<void> {
  const accounts = await tx.account.findMany({ where: { companyId, active: true, postable: true } });
  const byCode = new Map(accounts.map((account) => [account.code, account]));
  const fits = ([role, code]: [string, string]): boolean => {
    const type = byCode.get(code)?.type;
    return type === (isOwed(role as PostingRole) ? 'LIABILITY' : 'EXPENSE');
  };
  const chart = charts.find((numbers) => Object.entries(numbers).every(fits));
  const idOf = (role: PostingRole | null): string | null =>
    role === null || !chart ? null : (byCode.get(chart[role])?.id ?? null);
  await tx.payAccount.createMany({
    data: rowsOf(pack).map(({ code, debit, credit }) => ({
      companyId,
      code,
      debitAccountId: idOf(debit),
      creditAccountId: idOf(credit),
    })),
    skipDuplicates: true,
  });
}
