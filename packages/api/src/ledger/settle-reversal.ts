import { accept, type CalendarDate, type Result, reject } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import { lockItems } from './open-item-facts.ts';

/**
 * Whether an entry may be taken back as far as settlements go: nothing that it left open was settled, and it is not itself
 * the difference of exchange rates of a settlement that holds.
 */
export async function freeToReverse(tx: Transaction, entryId: string): Promise<Result<null>> {
  const items = await tx.$queryRaw<{ id: string }[]>`
    select o.id::text from open_item o join journal_line l on l.id = o.line_id where l.entry_id = ${entryId}::uuid`;
  await lockItems(
    tx,
    items.map(({ id }) => id),
  );
  const [found] = await tx.$queryRaw<{ settled: boolean; difference: boolean }[]>`
    select
      exists (select from open_item o join journal_line l on l.id = o.line_id
        where l.entry_id = ${entryId}::uuid and o.remaining <> o.original) as settled,
      exists (select from allocation a where a.fx_difference_entry_id = ${entryId}::uuid and a.undone_at is null) as difference`;
  if (found?.settled)
    return reject('ITEMS_SETTLED', 'What the entry left open was settled: undo the settlement first.', ['entryId']);
  if (found?.difference)
    return reject('ENTRY_OF_SETTLEMENT', 'The entry belongs to a settlement: undo that, and it is taken back.', [
      'entryId',
    ]);
  return accept(null);
}

/** What an entry left open and what the entry that takes it back did settle each other, whole. */
export async function settleReversal(
  tx: Transaction,
  { entryId, reversalId, settledOn }: { entryId: string; reversalId: string; settledOn: CalendarDate },
): Promise<void> {
  await tx.$executeRaw`
    insert into allocation (id, company_id, debit_item_id, credit_item_id, amount, debit_worth, credit_worth, settled_on)
    select uuid7(), o.company_id, case when o.original > 0 then o.id else b.id end,
      case when o.original > 0 then b.id else o.id end, abs(o.original), l.debit + l.credit, l.debit + l.credit,
      ${settledOn}::date
    from journal_line l
    join open_item o on o.line_id = l.id
    join journal_line k on k.entry_id = ${reversalId}::uuid and k.line_no = l.line_no
    join open_item b on b.line_id = k.id
    where l.entry_id = ${entryId}::uuid
    order by o.id`;
}
