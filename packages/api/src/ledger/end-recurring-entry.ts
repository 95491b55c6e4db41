import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const endRecurringEntry = command('endRecurringEntry', {
  entity: 'RecurringEntry',
  record: 'recurringEntryId',
  states: { field: 'status', in: ['ACTIVE'] },
  versioned: true,
  title: { en: 'End', sv: 'Avsluta', de: 'Beenden', hu: 'Lezárás', sl: 'Končaj' },
  description: 'Posts no more. What was posted stays.',
  input: { recurringEntryId: input.id('RecurringEntry', 'What is to post no more.') },
  run: async ({ recurringEntryId }, { tx }) => {
    await tx.recurringEntry.update({ where: { id: recurringEntryId }, data: { status: 'ENDED' } });
    return done(recurringEntryId);
  },
});
