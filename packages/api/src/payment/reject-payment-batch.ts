import { command } from '../command.ts';
import { batchInput, batchTitles, whyNot } from './batch-input.ts';
import { giveUpBatch } from './give-up-batch.ts';

export const rejectPaymentBatch = command('rejectPaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['SUBMITTED'] },
  versioned: true,
  title: batchTitles.reject,
  description: 'Decides against a batch. What it was to pay can be paid by another.',
  destructive: true,
  input: { batchId: batchInput('Batch to reject.'), reason: whyNot('Why it is not to be paid.') },
  run: (given, context) => giveUpBatch('reject', given, context),
});
