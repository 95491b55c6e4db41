import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { openWithNoOther } from './save-view.ts';
import { readViewState } from './view-state.ts';

export const changeView = command('changeView', {
  entity: 'SavedView',
  record: 'savedViewId',
  title: { en: 'Change', sv: 'Ändra', de: 'Ändern', hu: 'Módosítás', sl: 'Spremeni' },
  description: 'Changes a view of yours: its name, the list that it keeps, and who sees it.',
  input: {
    savedViewId: input.id('SavedView', 'The view.'),
    name: optional(input.text('What you call it.', { maxLength: 80, defaultFrom: 'name' })),
    state: optional(
      input.text('The list as its address says it, such as sort=lastName.', { maxLength: 4000, defaultFrom: 'state' }),
    ),
    shared: optional(
      input.boolean('Whether colleagues see it who may read what it asks for.', { defaultFrom: 'shared' }),
    ),
    isDefault: optional(input.boolean('Whether the list opens with it for you.', { defaultFrom: 'isDefault' })),
  },
  run: async ({ savedViewId, name, state, shared, isDefault }, { tx, viewer }) => {
    const view = await tx.savedView.findUniqueOrThrow({ where: { id: savedViewId } });
    const { refusals, asksFor } = readViewState(viewer, view.resource, state ?? view.state);
    if (refusals.length > 0) return refused(...refusals);
    if (isDefault) await openWithNoOther(tx, view.ownerId, view.resource);
    const data = {
      asksFor,
      ...(name !== null && { name }),
      ...(state !== null && { state }),
      ...(shared !== null && { shared }),
      ...(isDefault !== null && { isDefault }),
    };
    await tx.savedView.update({ where: { id: savedViewId }, data });
    return done(savedViewId);
  },
});
