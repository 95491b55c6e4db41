import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const removeView = command('removeView', {
  entity: 'SavedView',
  record: 'savedViewId',
  title: { en: 'Take away', sv: 'Ta bort', de: 'Entfernen', hu: 'Eltávolítás', sl: 'Odstrani' },
  description: 'Takes a view of yours away, from you and from those whom it was shared with.',
  destructive: true,
  input: { savedViewId: input.id('SavedView', 'The view.') },
  run: async ({ savedViewId }, { tx }) => {
    await tx.savedView.update({ where: { id: savedViewId }, data: { active: false, isDefault: false, pinned: false } });
    return done(savedViewId);
  },
});
