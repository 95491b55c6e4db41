import type { Rejection } from '@kontor/core';
import type { PayRun } from '../generated/prisma/client.ts';
import type { Transaction } from '../write/operation.ts';
import { ITEM_KINDS } from './calculate/members.ts';
import { runningSums } from './gather/running-sums.ts';

/**
 * Items of the period that were changed since the run last moved on: the run would not pay what they say. Calculating
 * keeps items as they are until it is done. (A raise that was approved since is back pay in the next run.)
 */
export async function faultsOfItems(tx: Transaction, run: PayRun): Promise<readonly Rejection[]> {
  const [found] = await tx.$queryRaw<{ changed: boolean }[]>`
    select exists (select from pay_item i where i.period_id = ${run.periodId}::uuid and i.payslip_id is null
      and i.run_kind::text = any(${ITEM_KINDS[run.kind]}) and i.updated_at > r.updated_at) as changed
    from pay_run r where r.id = ${run.id}::uuid`;
  if (!found?.changed) return [];
  return [{ code: 'INPUTS_CHANGED', message: 'Items were changed since: calculate the run again.', path: ['runId'] }];
}

const inOrder = (sums: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(sums).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Running sums that another run has moved on since this one was calculated: its taxes would be reckoned on old ones. */
export async function faultsOfSums(tx: Transaction, run: PayRun, taxYear: string): Promise<readonly Rejection[]> {
  const used = await tx.$queryRaw<{ employeeId: string; sums: Record<string, string> }[]>`
    select c.employee_id::text as "employeeId", d.event -> 'yearToDate' as sums
    from pay_calculation c join pay_calculation_detail d on d.calculation_id = c.id where c.run_id = ${run.id}::uuid`;
  const now = await runningSums(tx, { companyId: run.companyId, taxYear });
  const known = new Map(now.map(({ employeeId, sums }) => [employeeId, inOrder(sums)]));
  if (used.every(({ employeeId, sums }) => inOrder(sums) === (known.get(employeeId) ?? '[]'))) return [];
  const message = 'Another run of the same people became final since: calculate this one again.';
  return [{ code: 'SUMS_MOVED', message, path: ['runId'] }];
}
