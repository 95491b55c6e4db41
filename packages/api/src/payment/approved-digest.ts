import { createHash } from 'node:crypto';
import { type BatchRecord, dayOf } from './batch-record.ts';

/**
 * SHA-256 of everything that money turns on in a batch: from which account, on which day, and of each payment to whom, to
 * which account, how much and what for.
 */
export function approvedDigest(batch: BatchRecord): string {
  const { iban, bic, sortCode, accountNumber, currencyCode } = batch.companyAccount;
  const payments = batch.payments.map((payment) => [
    payment.id,
    payment.employeeId,
    payment.payeeName,
    payment.iban,
    payment.bic,
    payment.amount.toFixed(4),
    payment.currencyCode,
    payment.endToEndId,
    payment.remittance,
    payment.sourceType,
    payment.sourceId,
    payment.sourceEvent,
  ]);
  const from = [batch.companyAccountId, iban, bic, sortCode, accountNumber, currencyCode];
  const day = dayOf(batch.executionOn);
  const all = [batch.id, batch.companyId, batch.kind, from, batch.contraAccountId, day, batch.messageVersion, payments];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
