import { type CommandContext, done, type Outcome, refused } from '../command.ts';
import { batchRecord, decideOn } from './batch-record.ts';

/** Rejects a batch, or takes it back: what it was to pay may be paid by another. */
export async function giveUpBatch(
  event: 'reject' | 'cancel',
  { batchId, reason }: { readonly batchId: string; readonly reason: string },
  context: CommandContext,
): Promise<Outcome> {
  const { tx, now } = context;
  const decided = decideOn(await batchRecord(tx, batchId), event, context, reason);
  if (!decided.ok) return refused(...decided.rejections);
  await tx.paymentBatch.update({ where: { id: batchId }, data: { status: decided.value.status, reason } });
  await tx.payment.updateMany({ where: { batchId }, data: { releasedAt: now } });
  return done(batchId);
}
