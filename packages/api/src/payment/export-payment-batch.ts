import { createHash } from 'node:crypto';
import { saysSomething, toPaymentText } from '@kontor/core';
import { type CommandContext, command, done, type Outcome, refused } from '../command.ts';
import { approvedDigest } from './approved-digest.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { batchMessage } from './batch-message.ts';
import { batchRecord, decideOn, faultsOfContent } from './batch-record.ts';

const nameAtMost = 70;

async function run({ batchId }: { readonly batchId: string }, context: CommandContext): Promise<Outcome> {
  const { tx, now } = context;
  const batch = await batchRecord(tx, batchId);
  const decided = decideOn(batch, 'export', context);
  if (!decided.ok) return refused(...decided.rejections);
  if (approvedDigest(batch) !== batch.approvedSha256)
    return refused({
      code: 'APPROVED_OTHERWISE',
      message: 'Something else was approved: cancel the batch and prepare another.',
      path: ['batchId'],
    });
  const faults = await faultsOfContent(batch, context);
  if (faults.length > 0) return refused(...faults);
  const { name } = batch.company;
  if (!saysSomething(name) || toPaymentText(name).length > nameAtMost)
    return refused({
      code: 'COMPANY_NAME_NOT_WRITABLE',
      message: `Banks take a name of ${nameAtMost} letters at the most: change that of the company.`,
      path: [],
    });
  const content = await batchMessage(batch, now);
  const fileSha256 = createHash('sha256').update(content).digest('hex');
  const { status } = decided.value;
  await tx.paymentBatch.update({ where: { id: batchId }, data: { status, exportedAt: now, fileSha256 } });
  await tx.paymentFile.create({ data: { batchId, content: new Uint8Array(content) } });
  return done(batchId);
}

export const exportPaymentBatch = command('exportPaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['APPROVED'] },
  idempotent: true,
  title: batchTitles.export,
  description:
    'Makes the file for the bank out of what was approved, once; from then on it can be downloaded, always the same.',
  input: { batchId: batchInput('Batch that was approved.') },
  run,
});
