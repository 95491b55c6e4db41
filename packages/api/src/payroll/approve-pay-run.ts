import { checkApproval } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { actorOf, earlierActor } from '../people/index.ts';
import { input } from '../write/input.ts';
import type { Transaction } from '../write/operation.ts';
import { faultsOfItems } from './changed-inputs.ts';
import { loadRun, runStates } from './run-input.ts';

/** People whom a run pays: two are enough to know that it is not one alone. */
export async function paidPeople(tx: Transaction, runId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select distinct e.person_id::text as "personId" from pay_calculation c join employee e on e.id = c.employee_id
    where c.run_id = ${runId}::uuid limit 2`;
  return rows.map(({ personId }) => personId);
}

export const approvePayRun = command('approvePayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('approve'),
  versioned: true,
  title: { en: 'Approve', sv: 'Godkänn', de: 'Genehmigen', hu: 'Jóváhagyás', sl: 'Odobri' },
  description:
    'Approves a run as it was looked through. Neither whoever prepared it may, nor somebody whom alone it pays.',
  confirmation: {
    en: 'Approve this pay run?',
    sv: 'Godkänna lönekörningen?',
    de: 'Diesen Lohnlauf genehmigen?',
    hu: 'Jóváhagyja ezt a bérfutást?',
    sl: 'Odobrite ta obračun?',
  },
  input: { runId: input.id('PayRun', 'Run to approve.') },
  run: async ({ runId }, { tx, viewer, now }) => {
    const run = await loadRun(tx, runId);
    const faults = [
      ...checkApproval({
        approver: actorOf(viewer),
        preparer: earlierActor(run.preparedBy),
        personIds: await paidPeople(tx, runId),
      }),
      ...(await faultsOfItems(tx, run)),
    ];
    if (faults.length > 0) return refused(...faults);
    await tx.payRun.update({
      where: { id: runId },
      data: { status: 'APPROVED', approvedById: viewer.userId, approvedAt: now },
    });
    return done(runId);
  },
});
