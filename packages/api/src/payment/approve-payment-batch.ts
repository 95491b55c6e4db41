import { command, done, refused } from '../command.ts';
import { approvedDigest } from './approved-digest.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { batchRecord, decideOn, faultsOfContent } from './batch-record.ts';

export const approvePaymentBatch = command('approvePaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['SUBMITTED'] },
  versioned: true,
  title: batchTitles.approve,
  description: 'Approves what somebody else prepared. What is approved is kept by its hash: nothing else is paid.',
  confirmation: {
    en: 'Do the number of payments and their sum agree with what is to be paid?',
    sv: 'Stämmer antalet betalningar och summan med det som ska betalas?',
    de: 'Stimmen Anzahl und Summe der Zahlungen mit dem überein, was zu zahlen ist?',
    hu: 'Egyezik a kifizetések száma és összege azzal, amit fizetni kell?',
    sl: 'Se število plačil in njihov seštevek ujemata s tem, kar je treba plačati?',
  },
  input: { batchId: batchInput('Batch to approve.') },
  run: async ({ batchId }, context) => {
    const { tx, viewer, now } = context;
    const batch = await batchRecord(tx, batchId);
    const decided = decideOn(batch, 'approve', context);
    if (!decided.ok) return refused(...decided.rejections);
    const faults = await faultsOfContent(batch, context);
    if (faults.length > 0) return refused(...faults);
    const approved = { approvedById: viewer.userId, approvedAt: now, approvedSha256: approvedDigest(batch) };
    await tx.paymentBatch.update({ where: { id: batchId }, data: { status: decided.value.status, ...approved } });
    return done(batchId);
  },
});
