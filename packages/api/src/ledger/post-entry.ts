import type { CalendarDate } from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import { type InputOf, input } from '../write/input.ts';
import { entryFields, lines, typedLine } from './line-input.ts';
import { post } from './post.ts';
import { reverse } from './reverse.ts';

const fields = { ...entryFields, postingOn: input.date('Day on which it counts.'), lines };

async function run(given: InputOf<typeof fields>, context: CommandContext) {
  const { companyId, journal, postingOn, documentOn, reverseOn, text, reference } = given;
  const key = context.idempotencyKey ?? '';
  const entry = {
    companyId,
    journal,
    postingOn: postingOn as CalendarDate,
    documentOn: documentOn as CalendarDate | null,
    text,
    reference,
    lines: given.lines.map(typedLine),
    key,
  };
  const posted = await post(context, entry, context.newId);
  if (!posted.ok) return refused(...posted.rejections);
  const { entryId } = posted.value;
  if (reverseOn === null) return done(entryId);
  const day = { postingOn: reverseOn as CalendarDate, dayInput: 'reverseOn' };
  const taken = await reverse(context, { entryId, ...day, text, key: `${key} reversal` });
  return taken.ok ? done(entryId) : refused(...taken.rejections);
}

export const postEntry = command('postEntry', {
  entity: 'JournalEntry',
  company: 'companyId',
  title: { en: 'Post', sv: 'Bokför', de: 'Buchen', hu: 'Könyvelés', sl: 'Knjiži' },
  description:
    'Posts an entry for good. An accrual takes itself back on a day of its own: the reversal is posted with it.',
  idempotent: true,
  input: fields,
  run,
});
