import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { batchRecord, decideOn } from './batch-record.ts';

export const removePayment = command('removePayment', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['DRAFT'] },
  title: batchTitles.remove,
  description: 'Takes a payment out of a draft.',
  input: {
    batchId: batchInput('Batch that it is in: a draft of your own.'),
    paymentId: input.id('Payment', 'Payment to take out.'),
  },
  run: async ({ batchId, paymentId }, context) => {
    const batch = await batchRecord(context.tx, batchId);
    const decided = decideOn(batch, 'change', context);
    if (!decided.ok) return refused(...decided.rejections);
    if (!batch.payments.some(({ id }) => id === paymentId))
      return refused({ code: 'NOT_FOUND', message: 'There is no such payment in the batch.', path: ['paymentId'] });
    await context.tx.payment.delete({ where: { id: paymentId } });
    return done(batchId);
  },
});
