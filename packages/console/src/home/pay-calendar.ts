/** A period of pay with how far its regular run has come. */
export interface PayPeriod {
  readonly id: string;
  readonly name: string;
  readonly inputsDueOn: string;
  readonly approvalDueOn: string;
  readonly payOn: string;
  readonly schedule: { readonly _label: string | null } | null;
  readonly runs: { readonly nodes: readonly { readonly id: string; readonly status: string }[] };
}

/** How far ahead deadlines are told of, and how far back those of a period for which nobody has begun a run. */
const AHEAD_DAYS = 14;
export const BACK_DAYS = 31;

export const dayFrom = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const PAY_CALENDAR = `query PayCalendar($where: PayrollPeriodWhere!) {
  payrollPeriods(first: 12, orderBy: [{ payOn: { direction: ASC } }], where: $where) {
    nodes { id name inputsDueOn approvalDueOn payOn schedule { id _label }
      runs(first: 1, where: { kind: { eq: REGULAR }, status: { ne: CANCELLED } }) { nodes { id status } } } } }`;

/**
 * Periods whose next deadline is near and that are not paid. Those from before somebody began with payroll here have no
 * run, and are nobody's to do.
 */
export function periodsDue(today: string): Record<string, unknown> {
  const regular = { kind: { eq: 'REGULAR' }, status: { notIn: ['CANCELLED', 'PAID'] } };
  return {
    inputsDueOn: { lte: dayFrom(today, AHEAD_DAYS) },
    runs: { none: { kind: { eq: 'REGULAR' }, status: { eq: 'PAID' } } },
    or: [{ payOn: { gte: dayFrom(today, -BACK_DAYS) } }, { runs: { some: regular } }],
  };
}

export interface PayDeadline {
  readonly kind: 'inputs' | 'approve' | 'pay';
  readonly dueOn: string;
  readonly urgency: 'overdue' | 'today' | 'ahead';
}

/** How many of the three deadlines a run has behind it, by its state. */
const BEHIND: Readonly<Record<string, number>> = {
  DRAFT: 0,
  CALCULATED: 1,
  REVIEWED: 1,
  APPROVED: 2,
  FINALIZED: 2,
  PAID: 3,
};

/** The deadlines that are still open, in their order. */
export function openDeadlines({ inputsDueOn, approvalDueOn, payOn, runs }: PayPeriod, today: string): PayDeadline[] {
  const all = [
    { kind: 'inputs', dueOn: inputsDueOn },
    { kind: 'approve', dueOn: approvalDueOn },
    { kind: 'pay', dueOn: payOn },
  ] as const;
  const status = runs.nodes[0]?.status;
  return all.slice(status === undefined ? 0 : (BEHIND[status] ?? 0)).map((each) => ({
    ...each,
    urgency: each.dueOn < today ? 'overdue' : each.dueOn === today ? 'today' : 'ahead',
  }));
}
