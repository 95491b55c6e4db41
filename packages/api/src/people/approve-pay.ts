import { approvePay as decide } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { refreshEmployee } from './current-values.ts';
import { dateOf, dateOrNull } from './day.ts';
import { lockEmployment } from './employment.ts';
import { payFacts, proposalOf } from './pay-facts.ts';
import { atInputs } from './rejection.ts';

/** What was proposed is not an input here: its faults are those of the proposal. */
const inputs = {
  amount: 'compensationId',
  currencyCode: 'compensationId',
  payPeriod: 'compensationId',
  startOn: 'compensationId',
};

export const approvePay = command('approvePay', {
  entity: 'Compensation',
  record: 'compensationId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: { en: 'Approve', sv: 'Godkänn', de: 'Genehmigen', hu: 'Jóváhagyás', sl: 'Odobri' },
  description:
    'Brings proposed pay into force; the pay before it ends on the day before. Neither the proposer nor the employee may.',
  confirmation: {
    en: 'Approve this pay?',
    sv: 'Godkänna lönen?',
    de: 'Dieses Gehalt genehmigen?',
    hu: 'Jóváhagyja ezt a bért?',
    sl: 'Odobrite to plačo?',
  },
  input: {
    compensationId: input.id('Compensation', 'Proposed pay.'),
    reason: optional(input.text('Why it is approved.')),
  },
  run: async ({ compensationId, reason }, { tx, viewer, now }) => {
    const proposed = await tx.compensation.findUniqueOrThrow({
      where: { id: compensationId },
      include: { proposedBy: true },
    });
    const employment = await lockEmployment(tx, proposed.employeeId, now);
    const proposal = proposalOf(proposed);
    const decided = decide(await payFacts(tx, viewer, employment, proposal), proposal);
    if (!decided.ok) return refused(...atInputs(decided.rejections, inputs));
    const { status, startOn, endOn, closing, revokedId } = decided.value;
    if (closing) await tx.compensation.update({ where: { id: closing.id }, data: { endOn: dateOf(closing.endOn) } });
    if (revokedId !== null) await tx.compensation.update({ where: { id: revokedId }, data: { status: 'REVOKED' } });
    await tx.compensation.update({
      where: { id: compensationId },
      data: {
        status,
        startOn: dateOf(startOn),
        endOn: dateOrNull(endOn),
        decisionReason: reason,
        decidedById: viewer.userId,
        decidedAt: now,
      },
    });
    await refreshEmployee(tx, proposed.employeeId, employment.today);
    return done(compensationId);
  },
});
