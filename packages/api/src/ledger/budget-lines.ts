import type { Decimal, Rejection } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import { setsFor } from './dimension-sets.ts';

/** What a line of a budget is for, besides its period. */
export interface BudgetPlace {
  readonly companyId: string;
  readonly budgetId: string;
  readonly accountId: string;
  readonly objectIds: readonly string[] | null;
}

/** What is wrong with budgeting on an account. */
export async function accountFaults(tx: Transaction, accountId: string): Promise<readonly Rejection[]> {
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  if (account.postable) return [];
  const message = `Account ${account.code} is a heading: choose one of the accounts below it.`;
  return [{ code: 'ACCOUNT_NOT_POSTABLE', message, path: ['accountId'] }];
}

/** The set of the objects; a rejection where two are of one dimension. Null for none. */
export async function setOf(
  tx: Transaction,
  { companyId, objectIds }: BudgetPlace,
): Promise<{ readonly id: string | null } | { readonly fault: Rejection }> {
  const ids = [...new Set(objectIds ?? [])].sort();
  if (ids.length === 0) return { id: null };
  const objects = await tx.dimensionObject.findMany({ where: { id: { in: ids } }, select: { dimensionId: true } });
  if (new Set(objects.map(({ dimensionId }) => dimensionId)).size < ids.length)
    return {
      fault: {
        code: 'DIMENSION_TWICE',
        message: 'Give one object of each dimension at the most.',
        path: ['objectIds'],
      },
    };
  return { id: (await setsFor(tx, companyId, [{ objectIds: ids }]))(ids) };
}

/** Writes amounts over what the budget had for the account and objects in these periods; of nothing, no line is kept. */
export async function writeBudget(
  tx: Transaction,
  { companyId, budgetId, accountId }: BudgetPlace,
  dimensionSetId: string | null,
  amounts: readonly { readonly periodId: string; readonly amount: Decimal }[],
): Promise<void> {
  const periods = amounts.map(({ periodId }) => periodId);
  await tx.budgetLine.deleteMany({ where: { budgetId, accountId, dimensionSetId, periodId: { in: periods } } });
  const kept = amounts.filter(({ amount }) => /[1-9]/.test(amount));
  await tx.budgetLine.createMany({
    data: kept.map((each) => ({ companyId, budgetId, accountId, dimensionSetId, ...each })),
  });
}
