import { rejectPay as decide } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { actorOf } from './actor.ts';
import { lockEmployment } from './employment.ts';
import { proposalOf } from './pay-facts.ts';

export const rejectPay = command('rejectPay', {
  entity: 'Compensation',
  record: 'compensationId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: { en: 'Reject', sv: 'Avslå', de: 'Ablehnen', hu: 'Elutasítás', sl: 'Zavrni' },
  description: 'Decides against proposed pay. Neither the proposer nor the employee may.',
  input: {
    compensationId: input.id('Compensation', 'Proposed pay.'),
    reason: input.text('Why it is rejected.'),
  },
  run: async ({ compensationId, reason }, { tx, viewer, now }) => {
    const proposed = await tx.compensation.findUniqueOrThrow({
      where: { id: compensationId },
      include: { proposedBy: true },
    });
    const { facts: employment } = await lockEmployment(tx, proposed.employeeId, now);
    const decided = decide({ actor: actorOf(viewer), employment }, proposalOf(proposed), reason);
    if (!decided.ok) return refused(...decided.rejections);
    await tx.compensation.update({
      where: { id: compensationId },
      data: {
        status: decided.value.status,
        decisionReason: decided.value.reason,
        decidedById: viewer.userId,
        decidedAt: now,
      },
    });
    return done(compensationId);
  },
});
