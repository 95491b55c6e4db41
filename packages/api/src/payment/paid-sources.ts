import type { Transaction } from '../write/operation.ts';

/**
 * The records of a sort that are paid, or about to be, by batches opened for one record: their ids. What stood in a batch
 * that was rejected or cancelled is free to be paid again.
 */
export async function paidSourcesOf(tx: Transaction, type: string, openedFor: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.source_id as id from payment p join payment_batch b on b.id = p.batch_id
    where b.source_id = ${openedFor} and p.source_type = ${type} and p.released_at is null`;
  return new Set(rows.map(({ id }) => id));
}
