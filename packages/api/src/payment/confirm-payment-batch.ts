import { type CalendarDate, groupByCurrency, type TypedLine, today } from '@kontor/core';
import { type CommandContext, command, done, type Outcome, refused } from '../command.ts';
import { post } from '../ledger/index.ts';
import { input } from '../write/input.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { messageIdOf } from './batch-message.ts';
import { type BatchRecord, batchRecord, dayOf, decideOn, ordersOf } from './batch-record.ts';

/** Lines of the entry: for each currency what is owed no more, and what has left the bank. Single payments are not in it. */
function linesOf(batch: BatchRecord, owed: string, bank: string): readonly TypedLine[] {
  const nothing = { rate: null, party: null, taxCode: null, taxBase: null, dimensions: [], dueOn: null, text: null };
  return groupByCurrency(ordersOf(batch)).flatMap(({ currencyCode: currency, sum }) => [
    { account: owed, debit: sum, credit: null, currency, ...nothing },
    { account: bank, debit: null, credit: sum, currency, ...nothing },
  ]);
}

async function run(
  { batchId, bookedOn }: { readonly batchId: string; readonly bookedOn: string },
  context: CommandContext,
): Promise<Outcome> {
  const { tx, now } = context;
  const batch = await batchRecord(tx, batchId);
  const { companyId, company } = batch;
  const decided = decideOn(batch, 'confirm', context);
  if (!decided.ok) return refused(...decided.rejections);
  const postingOn = bookedOn as CalendarDate;
  if (postingOn > today(now, company.timeZone))
    return refused({ code: 'BOOKED_IN_FUTURE', message: 'Give the day of the bank statement.', path: ['bookedOn'] });
  const journal = await tx.journal.findFirst({
    where: { companyId, kind: 'BANK', active: true },
    orderBy: { code: 'asc' },
  });
  if (!journal)
    return refused({ code: 'JOURNAL_UNKNOWN', message: 'The books have no journal for banks: add one.', path: [] });
  const owed = await tx.account.findUniqueOrThrow({ where: { id: batch.contraAccountId } });
  const bank = await tx.account.findUniqueOrThrow({ where: { id: batch.companyAccount.accountId } });
  const posted = await post(context, {
    companyId,
    journal: journal.code,
    postingOn,
    documentOn: dayOf(batch.executionOn),
    text: batch.companyAccount.name,
    reference: messageIdOf(batchId),
    lines: linesOf(batch, owed.code, bank.code),
    source: { type: 'PAYMENT_BATCH', id: batchId, event: 'BOOK' },
  });
  // What a line of the entry is refused for is about the batch as a whole: it has no inputs of its own here.
  if (!posted.ok)
    return refused(
      ...posted.rejections.map((each) => ({ ...each, path: each.path[0] === 'postingOn' ? ['bookedOn'] : [] })),
    );
  const booked = { entryId: posted.value.entryId, bookedOn: new Date(bookedOn) };
  await tx.paymentBatch.update({ where: { id: batchId }, data: { status: decided.value.status, ...booked } });
  return done(batchId);
}

export const confirmPaymentBatch = command('confirmPaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['EXPORTED'] },
  versioned: true,
  idempotent: true,
  title: batchTitles.confirm,
  description: 'Says that the bank has paid the batch, and posts it: what was owed against the bank, in total.',
  input: {
    batchId: batchInput('Batch that the bank has paid.'),
    bookedOn: input.date('Day on which the bank booked it.'),
  },
  run,
});
