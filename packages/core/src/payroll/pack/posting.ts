import type { ComponentKind } from '../rule/definition.ts';

/** What an account is for in the posting of pay, whatever its number is. */
export type PostingRole =
  | 'SALARIES'
  | 'HOLIDAY_PAY'
  | 'SOCIAL_COST'
  | 'PENSION_COST'
  | 'OTHER_COST'
  | 'TAX_OWED'
  | 'SOCIAL_OWED'
  | 'PENSION_OWED'
  | 'OTHER_OWED'
  | 'NET_OWED';

/** The sides of a component: its cost, and what is owed for it. */
export interface PostingRoles {
  readonly debit: PostingRole | null;
  readonly credit: PostingRole | null;
}

/** What holds for a component that says nothing else, by its kind. */
export const POSTING_BY_KIND: Readonly<Record<'EARNING' | 'DEDUCTION' | 'EMPLOYER', PostingRoles>> = {
  EARNING: { debit: 'SALARIES', credit: null },
  DEDUCTION: { debit: null, credit: 'OTHER_OWED' },
  EMPLOYER: { debit: 'SOCIAL_COST', credit: 'SOCIAL_OWED' },
};

const owed = (credit: PostingRole): PostingRoles => ({ debit: null, credit });
const cost = (debit: PostingRole): PostingRoles => ({ debit, credit: null });

const BY_PACK: Readonly<Record<string, Readonly<Record<string, PostingRoles>>>> = {
  GB: {
    HOLIDAY_PAY: cost('HOLIDAY_PAY'),
    EXPENSES: cost('OTHER_COST'),
    INCOME_TAX: owed('TAX_OWED'),
    STUDENT_LOAN: owed('TAX_OWED'),
    POSTGRADUATE_LOAN: owed('TAX_OWED'),
    NI_EMPLOYEE: owed('SOCIAL_OWED'),
    PENSION_NET_PAY: owed('PENSION_OWED'),
    PENSION_SALARY_SACRIFICE: owed('PENSION_OWED'),
    PENSION_RELIEF_AT_SOURCE: owed('PENSION_OWED'),
    PENSION_EMPLOYER: { debit: 'PENSION_COST', credit: 'PENSION_OWED' },
  },
  HU: {
    EXPENSES: cost('OTHER_COST'),
    HOME_OFFICE_ALLOWANCE: cost('OTHER_COST'),
    INCOME_TAX: owed('TAX_OWED'),
    SOCIAL_SECURITY: owed('SOCIAL_OWED'),
  },
};

/** Where a component of a pack is posted; null for one that is not paid. */
export function postingRolesOf(pack: string, code: string, kind: ComponentKind): PostingRoles | null {
  const own = BY_PACK[pack]?.[code];
  if (own !== undefined) return own;
  return kind === 'EARNING' || kind === 'DEDUCTION' || kind === 'EMPLOYER' ? POSTING_BY_KIND[kind] : null;
}
