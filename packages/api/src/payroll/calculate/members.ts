import type { PayRunKind } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../write/operation.ts';
import type { BackPay } from '../gather/back-pay.ts';
import type { Gathering, Person } from '../gather/person.ts';

/** Kinds of items that each kind of run pays. The last pay takes what would have been in the regular run. */
export const ITEM_KINDS: Readonly<Record<PayRunKind, readonly PayRunKind[]>> = {
  REGULAR: ['REGULAR'],
  BONUS: ['BONUS'],
  CORRECTION: ['CORRECTION'],
  FINAL: ['FINAL', 'REGULAR'],
};

/** What the payslips of a period are, by employee. */
export type PaidKinds = ReadonlyMap<string, ReadonlySet<PayRunKind>>;

export async function paidKindsOf(tx: Transaction, periodId: string): Promise<PaidKinds> {
  const rows = await tx.$queryRaw<{ employeeId: string; kinds: PayRunKind[] }[]>`
    select employee_id::text as "employeeId", array_agg(distinct kind::text) as kinds from payslip
    where period_id = ${periodId}::uuid group by employee_id`;
  return new Map(rows.map(({ employeeId, kinds }) => [employeeId, new Set(kinds)]));
}

/** How a person is in a run: not at all, or with or without the salary of the period. */
export type Membership = 'OUT' | 'WITH_SALARY' | 'WITHOUT_SALARY';

const isEmployedIn = ({ startOn, endOn }: Person, { startsOn, endsOn }: Gathering): boolean =>
  startOn <= endsOn && (endOn === null || endOn >= startsOn);

const leavesIn = ({ endOn }: Person, { startsOn, endsOn }: Gathering): boolean =>
  endOn !== null && startsOn <= endOn && endOn <= endsOn;

/** Who is in a run of a kind, and whether it pays their salary. */
export function membershipOf(
  kind: PayRunKind,
  person: Person,
  what: Gathering,
  { paid, backPay }: { readonly paid: PaidKinds; readonly backPay: BackPay | null },
): Membership {
  if (!person.isOfSchedule) return 'OUT';
  const kinds = paid.get(person.employeeId);
  const hasSalary = kinds?.has('REGULAR') || kinds?.has('FINAL');
  const hasItems = person.items.length > 0;
  switch (kind) {
    case 'REGULAR':
      if (hasSalary) return hasItems ? 'WITHOUT_SALARY' : 'OUT';
      return isEmployedIn(person, what) ? 'WITH_SALARY' : hasItems ? 'WITHOUT_SALARY' : 'OUT';
    case 'FINAL':
      if (leavesIn(person, what) && !hasSalary) return 'WITH_SALARY';
      return 'OUT';
    case 'BONUS':
      return hasItems ? 'WITHOUT_SALARY' : 'OUT';
    case 'CORRECTION': {
      const wasLeftOut = isEmployedIn(person, what) && !hasSalary && !kinds?.has('CORRECTION') && paid.size > 0;
      if (wasLeftOut) return 'WITH_SALARY';
      return hasItems || (backPay?.origins.length ?? 0) > 0 ? 'WITHOUT_SALARY' : 'OUT';
    }
  }
}
