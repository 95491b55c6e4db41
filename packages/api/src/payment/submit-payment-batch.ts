import { command, done, refused } from '../command.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { batchRecord, decideOn, faultsOfContent } from './batch-record.ts';

export const submitPaymentBatch = command('submitPaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['DRAFT'] },
  versioned: true,
  title: batchTitles.submit,
  description: 'Hands a batch in for somebody else to approve. From here on it stays as it is.',
  input: { batchId: batchInput('Batch to hand in: a draft of your own.') },
  run: async ({ batchId }, context) => {
    const batch = await batchRecord(context.tx, batchId);
    const decided = decideOn(batch, 'submit', context);
    const faults = [...(decided.ok ? [] : decided.rejections), ...(await faultsOfContent(batch, context))];
    if (faults.length > 0 || !decided.ok) return refused(...faults);
    const { status } = decided.value;
    await context.tx.paymentBatch.update({ where: { id: batchId }, data: { status, submittedAt: context.now } });
    return done(batchId);
  },
});
