import {
  type CalendarDate,
  type ChosenItem,
  compareDecimal,
  type Decimal,
  type Rejection,
  type SettledPair,
  settleItems,
  subtractDecimal,
} from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import { asId } from '../read/id.ts';
import { lookAll } from '../read/look.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import { isOpenDay, itemFacts, lockItems, openDayFrom, type SettledItem } from './open-item-facts.ts';
import { postDifference } from './post-difference.ts';

const items = input.rows('AllocatedItemInput', 'One open item that is settled, with its amount.', {
  itemId: input.id('OpenItem', 'The open item, a debit or a credit.'),
  amount: optional(
    input.decimal('Amount that is settled, above zero; as much as the other side has, where left out.', { scale: 4 }),
  ),
});

const fields = {
  companyId: input.id('Company', 'Company whose books they are in.'),
  items: {
    ...items,
    label: { en: 'Open items', sv: 'Öppna poster', de: 'Offene Posten', hu: 'Nyitott tételek', sl: 'Odprte postavke' },
  },
  settledOn: optional(
    input.date('Day from which they count as settled; the first open day on which all of them count, where left out.'),
  ),
  gainAccount: optional(
    input.text('Number of the account for gains, where exchange rates differ; that of the company, where left out.', {
      maxLength: 20,
    }),
  ),
  lossAccount: optional(
    input.text('Number of the account for losses, where exchange rates differ; that of the company, where left out.', {
      maxLength: 20,
    }),
  ),
};

type Given = InputOf<typeof fields>;

const periodClosed: Rejection = {
  code: 'PERIOD_CLOSED',
  message: 'The day is in no open period: choose another.',
  path: ['settledOn'],
};

/** The items as this viewer sees them, and what is wrong with naming them. */
async function chosenItems(
  { items: named, companyId }: Given,
  { tx, viewer }: CommandContext,
): Promise<{
  readonly chosen: readonly (ChosenItem & { item: SettledItem })[];
  readonly faults: readonly Rejection[];
}> {
  const faults: Rejection[] = [];
  const seen = await lookAll(
    tx,
    viewer,
    'OpenItem',
    named.map(({ itemId }) => itemId),
  );
  for (const [index, { itemId }] of named.entries()) {
    const path = ['items', index, 'itemId'];
    const found = seen.get(asId(itemId).toLowerCase());
    if (!found) faults.push({ code: 'NOT_FOUND', message: 'There is no such open item.', path });
    else if (found.companyId !== companyId)
      faults.push({ code: 'WRONG_COMPANY', message: 'This open item belongs to another company.', path });
  }
  if (faults.length > 0) return { chosen: [], faults };
  const ids = named.map(({ itemId }) => itemId);
  await lockItems(tx, ids);
  const facts = await itemFacts(tx, ids);
  const chosen = named.flatMap(({ itemId, amount }) => {
    const item = facts.get(itemId);
    return item ? [{ item, amount: amount as Decimal | null }] : [];
  });
  return { chosen, faults };
}

/** The day that was given, or the first open one on which all items count. */
async function dayOf(
  { companyId, settledOn }: Given,
  { tx }: CommandContext,
  chosen: readonly ChosenItem[],
): Promise<CalendarDate | null> {
  const latest = chosen
    .map(({ item }) => item.postingOn)
    .sort()
    .at(-1);
  if (settledOn === null) return latest ? openDayFrom(tx, companyId, latest) : null;
  const day = settledOn as CalendarDate;
  return (await isOpenDay(tx, companyId, day)) ? day : null;
}

async function run(given: Given, context: CommandContext) {
  const { tx } = context;
  const { companyId } = given;
  const { chosen, faults } = await chosenItems(given, context);
  if (faults.length > 0) return refused(...faults);
  const settledOn = await dayOf(given, context, chosen);
  if (settledOn === null) return refused(periodClosed);
  const { baseCurrency } = await tx.company.findUniqueOrThrow({
    where: { id: companyId },
    select: { baseCurrency: { select: { minorUnit: true } } },
  });
  const settled = settleItems(chosen, { settledOn, baseMinorUnit: baseCurrency.minorUnit ?? 0 });
  if (!settled.ok) return refused(...settled.rejections);
  const byId = new Map(chosen.map(({ item }) => [item.id, item]));
  const ids: string[] = [];
  for (const pair of settled.value) {
    const made = await allocate(pair, { given, context, settledOn, byId });
    if (!made.ok) return refused(...made.rejections);
    ids.push(made.value);
  }
  return done(ids[0] ?? '');
}

interface Allocating {
  readonly given: Given;
  readonly context: CommandContext;
  readonly settledOn: CalendarDate;
  readonly byId: ReadonlyMap<string, SettledItem>;
}

/** Writes one settlement, after the difference of rates between its two sides where there is one. */
async function allocate(pair: SettledPair, { given, context, settledOn, byId }: Allocating) {
  const { tx } = context;
  const [debit, credit] = [byId.get(pair.debitItemId), byId.get(pair.creditItemId)];
  if (!debit || !credit) throw new Error('What is settled was chosen before.');
  const [{ id } = { id: '' }] = await tx.$queryRaw<{ id: string }[]>`select uuid7()::text as id`;
  let fxDifferenceEntryId: string | null = null;
  if (compareDecimal(pair.debitWorth, pair.creditWorth) !== 0) {
    const loss = subtractDecimal(pair.debitWorth, pair.creditWorth);
    const { companyId, gainAccount, lossAccount } = given;
    const difference = { allocationId: id, companyId, settledOn, loss, gainAccount, lossAccount, debit, credit };
    const posted = await postDifference(context, difference);
    if (!posted.ok) return posted;
    fxDifferenceEntryId = posted.value.entryId;
  }
  await tx.allocation.create({
    data: { id, companyId: given.companyId, ...pair, settledOn: new Date(settledOn), fxDifferenceEntryId },
  });
  return { ok: true as const, value: id };
}

export const allocateItems = command('allocateItems', {
  entity: 'Allocation',
  company: 'companyId',
  idempotent: true,
  title: {
    en: 'Settle open items',
    sv: 'Avräkna öppna poster',
    de: 'Offene Posten ausgleichen',
    hu: 'Nyitott tételek kiegyenlítése',
    sl: 'Poravnaj odprte postavke',
  },
  description:
    'Settles debits and credits of a business partner against each other, from the oldest on, in part or whole. Where they were posted at different exchange rates, the difference is posted as an entry of its own.',
  input: fields,
  run,
});
