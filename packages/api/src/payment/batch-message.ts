import { type PainVersion, type PaymentMessage, readPayeeAccount, unwrap, writePain } from '@kontor/core';
import type { PaymentMessageVersion } from '../generated/prisma/enums.ts';
import { type BatchRecord, dayOf, ordersOf } from './batch-record.ts';
import { requireFaithful } from './check-message.ts';

const versions: Readonly<Record<PaymentMessageVersion, PainVersion>> = {
  PAIN_001_03: 'pain.001.001.03',
  PAIN_001_09: 'pain.001.001.09',
};

/** The id of a batch in the 25 characters that leave room for the numbers of its payments. */
export const messageIdOf = (batchId: string): string =>
  BigInt(`0x${batchId.replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase();

/** The file of a batch. It is validated, and read again, before anybody gets it. */
export async function batchMessage(batch: BatchRecord, createdAt: Date): Promise<Buffer> {
  const from = unwrap(readPayeeAccount(batch.companyAccount));
  const message: PaymentMessage = {
    version: versions[batch.messageVersion],
    messageId: messageIdOf(batch.id),
    createdAt,
    debtorName: batch.company.name,
    debtorIban: from.iban,
    debtorBic: from.bic,
    executionOn: dayOf(batch.executionOn),
    isSalary: batch.kind === 'SALARY',
    orders: ordersOf(batch),
  };
  const xml = writePain(message);
  await requireFaithful(xml, message);
  return Buffer.from(xml, 'utf8');
}
