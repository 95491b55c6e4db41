import type { CalendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { reverse } from './reverse.ts';

export const reverseEntry = command('reverseEntry', {
  entity: 'JournalEntry',
  record: 'entryId',
  idempotent: true,
  title: { en: 'Take back', sv: 'Återför', de: 'Stornieren', hu: 'Sztornózás', sl: 'Storniraj' },
  description: 'Takes a posted entry back by another entry, on a day that is given, once. Answers the new entry.',
  confirmation: {
    en: 'Another entry is posted that takes this one back. Neither can be changed.',
    sv: 'En ny verifikation bokförs som återför denna. Ingen av dem kan ändras.',
    de: 'Es wird eine weitere Buchung erzeugt, die diese aufhebt. Keine der beiden kann geändert werden.',
    hu: 'Új tétel készül, amely ezt visszavonja. Egyik sem módosítható.',
    sl: 'Knjiži se nova knjižba, ki to razveljavi. Nobene ni mogoče spremeniti.',
  },
  input: {
    entryId: input.id('JournalEntry', 'Entry to take back.'),
    postingOn: input.date('Day on which the reversal counts: not before the entry.'),
    text: optional(input.text('Why it is taken back.')),
  },
  run: async ({ entryId, postingOn, text }, context) => {
    const key = context.idempotencyKey ?? '';
    const taken = await reverse(context, { entryId, postingOn: postingOn as CalendarDate, text, key });
    return taken.ok ? done(taken.value.entryId) : refused(...taken.rejections);
  },
});
