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

/** Running sums that another run has moved on since this one was calculated: its taxes would be reckoned on old ones. */
export async function faultsOfSums(tx: Transaction, run: PayRun, taxYear: string): Promise<readonly Rejection[]> {
  const [found] = await tx.$queryRaw<{ moved: boolean }[]>`
    with now as (${runningSums({ companyId: run.companyId, taxYear })})
    select exists (
      select from pay_calculation c
      join pay_calculation_detail d on d.calculation_id = c.id
      left join now on now."employeeId" = c.employee_id::text
      where c.run_id = ${run.id}::uuid and d.event -> 'yearToDate' <> coalesce(now.sums::jsonb, '{}')
    ) as moved`;
  if (!found?.moved) return [];
  const message = 'Another run of the same people became final since: calculate this one again.';
  return [{ code: 'SUMS_MOVED', message, path: ['runId'] }];
}
