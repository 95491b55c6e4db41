import type { CalendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { isOpenDay, lockItems, openDayFrom } from './open-item-facts.ts';
import { reverse } from './reverse.ts';

const dayOf = (date: Date): CalendarDate => date.toISOString().slice(0, 10) as CalendarDate;

const refusal = (code: string, message: string, at: string) => refused({ code, message, path: [at] });

export const undoAllocation = command('undoAllocation', {
  entity: 'Allocation',
  record: 'allocationId',
  versioned: true,
  title: {
    en: 'Undo the settlement',
    sv: 'Ångra avräkningen',
    de: 'Ausgleich aufheben',
    hu: 'Kiegyenlítés visszavonása',
    sl: 'Razveljavi poravnavo',
  },
  description:
    'Opens again what a settlement settled, and takes back the entry with its difference of exchange rates, where there is one.',
  confirmation: {
    en: 'Both items are open again, as far as they were settled by this.',
    sv: 'Båda posterna blir öppna igen, så långt de avräknades här.',
    de: 'Beide Posten sind wieder offen, soweit sie hiermit ausgeglichen wurden.',
    hu: 'Mindkét tétel újra nyitott lesz, amennyiben ez egyenlítette ki.',
    sl: 'Obe postavki sta spet odprti, kolikor ju je poravnalo to.',
  },
  input: {
    allocationId: input.id('Allocation', 'The settlement.'),
    undoneOn: optional(
      input.date('Day from which they count as open again; the first open day of the settlement, where left out.'),
    ),
    reason: input.text('Why it is undone.'),
  },
  run: async ({ allocationId, undoneOn }, context) => {
    const { tx, now } = context;
    const { companyId, debitItemId, creditItemId } = await tx.allocation.findUniqueOrThrow({
      where: { id: allocationId },
    });
    await lockItems(tx, [debitItemId, creditItemId]);
    const { undoneAt, settledOn, fxDifferenceEntryId, ...allocation } = await tx.allocation.findUniqueOrThrow({
      where: { id: allocationId },
      include: {
        debitItem: { select: { line: { select: { entry: true } } } },
        creditItem: { select: { line: { select: { entry: true } } } },
      },
    });
    if (undoneAt !== null) return refusal('ALREADY_UNDONE', 'The settlement was undone already.', 'allocationId');
    const [debit, credit] = [allocation.debitItem.line.entry, allocation.creditItem.line.entry];
    if (debit.reversesId === credit.id || credit.reversesId === debit.id)
      return refusal(
        'SETTLED_BY_REVERSAL',
        'An entry and the one that takes it back settle each other for good.',
        'allocationId',
      );
    const from = dayOf(settledOn);
    const given = undoneOn as CalendarDate | null;
    if (given !== null && given < from)
      return refusal('UNDONE_BEFORE_SETTLED', `Undo it on ${from} or later.`, 'undoneOn');
    const day = given ?? (await openDayFrom(tx, companyId, from));
    if (day === null || !(await isOpenDay(tx, companyId, day)))
      return refusal('PERIOD_CLOSED', 'The day is in no open period: choose another.', 'undoneOn');
    await tx.allocation.update({ where: { id: allocationId }, data: { undoneAt: now, undoneOn: new Date(day) } });
    if (fxDifferenceEntryId === null) return done(allocationId);
    const back = { entryId: fxDifferenceEntryId, postingOn: day, dayInput: 'undoneOn', text: null };
    const taken = await reverse(context, { ...back, key: `ALLOCATION ${allocationId} UNDO` });
    return taken.ok ? done(allocationId) : refused(...taken.rejections);
  },
});
