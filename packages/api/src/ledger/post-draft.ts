import type { CalendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { lineOf } from './draft-lines.ts';
import { post } from './post.ts';
import { reverse } from './reverse.ts';

const day = (date: Date | null): CalendarDate | null =>
  (date?.toISOString().slice(0, 10) ?? null) as CalendarDate | null;

export const postDraft = command('postDraft', {
  entity: 'EntryDraft',
  record: 'draftId',
  states: { field: 'status', in: ['DRAFT'] },
  versioned: true,
  title: { en: 'Post', sv: 'Bokför', de: 'Buchen', hu: 'Könyvelés', sl: 'Knjiži' },
  description: 'Posts a draft for good, or tells what is wrong with it, line by line.',
  input: { draftId: input.id('EntryDraft', 'The draft.') },
  run: async ({ draftId }, context) => {
    const draft = await context.tx.entryDraft.findUniqueOrThrow({
      where: { id: draftId },
      include: { lines: { orderBy: { lineNo: 'asc' } }, journal: { select: { code: true } } },
    });
    const postingOn = day(draft.postingOn);
    if (postingOn === null)
      return refused({ code: 'REQUIRED', message: 'Give the day on which it counts.', path: ['postingOn'] });
    const posted = await post(context, {
      companyId: draft.companyId,
      journal: draft.journal.code,
      postingOn,
      documentOn: day(draft.documentOn),
      text: draft.text,
      reference: draft.reference,
      lines: draft.lines.map(lineOf),
      source: { type: 'DRAFT', id: draftId, event: 'POST' },
    });
    if (!posted.ok) return refused(...posted.rejections);
    const { entryId } = posted.value;
    const reverseOn = day(draft.reverseOn);
    if (reverseOn !== null) {
      const key = `DRAFT ${draftId} REVERSE`;
      const at = { postingOn: reverseOn, dayInput: 'reverseOn' };
      const taken = await reverse(context, { entryId, ...at, text: draft.text, key });
      if (!taken.ok) return refused(...taken.rejections);
    }
    await context.tx.entryDraft.update({ where: { id: draftId }, data: { status: 'POSTED', entryId } });
    return done(draftId);
  },
});
