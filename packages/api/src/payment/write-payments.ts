import type { PaymentOrder } from '@kontor/core';
import type { PaymentBatchKind } from '../generated/prisma/enums.ts';
import type { Transaction } from '../write/operation.ts';

/** A payment as it is written. */
export type WrittenPayment = PaymentOrder & {
  readonly employeeId: string | null;
  readonly source: { readonly type: string; readonly id: string; readonly event: string } | null;
};

interface Place {
  readonly companyId: string;
  readonly kind: PaymentBatchKind;
  readonly batchId: string;
}

/** Writes payments into a batch in one statement: the database counts and adds them up once. */
export async function writePayments(tx: Transaction, place: Place, payments: readonly WrittenPayment[]): Promise<void> {
  const rows = payments.map(({ source, ...payment }) => ({
    ...payment,
    sourceType: source?.type ?? null,
    sourceId: source?.id ?? null,
    sourceEvent: source?.event ?? null,
  }));
  await tx.$executeRaw`
    insert into payment (company_id, kind, batch_id, employee_id, payee_name, iban, bic, amount, currency_code, end_to_end_id,
      remittance, source_type, source_id, source_event)
    select ${place.companyId}::uuid, ${place.kind}::payment_batch_kind, ${place.batchId}::uuid, "employeeId", "payeeName", iban,
      bic, amount, "currencyCode", "endToEndId", remittance, "sourceType", "sourceId", "sourceEvent"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (
      "employeeId" uuid, "payeeName" text, iban text, bic text, amount numeric, "currencyCode" text, "endToEndId" text,
      remittance text, "sourceType" text, "sourceId" text, "sourceEvent" text)`;
}
