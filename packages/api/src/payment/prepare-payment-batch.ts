import type { CalendarDate } from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import type { PaymentBatchKind, PaymentMessageVersion } from '../generated/prisma/enums.ts';
import { type Condition, decisionsFor } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import { batchTitles } from './batch-input.ts';
import { faultsOfDay, newBatch } from './open-batch.ts';

const fields = {
  companyId: input.id('Company', 'Company that pays.'),
  kind: input.choice('PaymentBatchKind', 'What is paid, which decides who sees the single payments.'),
  companyAccountId: input.id('CompanyAccount', 'Account that is paid from.'),
  contraAccountId: input.id('Account', 'Account of the books on which stands what is owed.'),
  executionOn: input.date('Day on which the bank is to pay: a bank day from today on.'),
  messageVersion: optional(
    input.choice('PaymentMessageVersion', 'Version of the message that the bank takes; that of 2019, where left out.'),
  ),
};

/** Whether somebody may put payments of a kind into a batch of the company. */
function mayPrepare(viewer: Viewer, companyId: string, kind: string): boolean {
  const condition: Condition = decisionsFor(viewer).command('addPayment');
  const rule = kind === entityPolicies.PaymentBatch.wages?.value ? 'wages' : 'trade';
  return [condition.all, condition[rule]].some((reach) => reach === 'every' || reach.includes(companyId));
}

async function run(given: InputOf<typeof fields>, { tx, viewer, now }: CommandContext) {
  const { companyId, companyAccountId, contraAccountId } = given;
  const kind = given.kind as PaymentBatchKind;
  const executionOn = given.executionOn as CalendarDate;
  if (!mayPrepare(viewer, companyId, kind))
    return refused({
      code: 'KIND_NOT_YOURS',
      message: 'Payroll pays people, accounting pays everything else: choose another kind.',
      path: ['kind'],
    });
  const faults = await faultsOfDay(tx, companyId, executionOn, now);
  if (faults.length > 0) return refused(...faults);
  const messageVersion = given.messageVersion as PaymentMessageVersion | null;
  const batch = { companyId, kind, companyAccountId, contraAccountId, executionOn, messageVersion, source: null };
  const made = await newBatch(tx, viewer, batch);
  return made.ok ? done(made.value) : refused(...made.rejections);
}

export const preparePaymentBatch = command('preparePaymentBatch', {
  entity: 'PaymentBatch',
  company: 'companyId',
  title: batchTitles.prepare,
  description:
    'Begins a batch of payments from one account on one day. Nothing is paid before somebody else approves it.',
  idempotent: true,
  input: fields,
  run,
});
