import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const discardDraft = command('discardDraft', {
  entity: 'EntryDraft',
  record: 'draftId',
  states: { field: 'status', in: ['DRAFT'] },
  versioned: true,
  title: { en: 'Throw away', sv: 'Kasta', de: 'Verwerfen', hu: 'Elvetés', sl: 'Zavrzi' },
  description: 'Throws a draft away.',
  confirmation: {
    en: 'The draft cannot be gone on with any more.',
    sv: 'Det går inte längre att fortsätta med utkastet.',
    de: 'Am Entwurf kann nicht mehr weitergeschrieben werden.',
    hu: 'A vázlat többé nem folytatható.',
    sl: 'Osnutka ni več mogoče nadaljevati.',
  },
  destructive: true,
  input: { draftId: input.id('EntryDraft', 'The draft.') },
  run: async ({ draftId }, { tx }) => {
    await tx.entryDraft.update({ where: { id: draftId }, data: { status: 'DISCARDED' } });
    return done(draftId);
  },
});
