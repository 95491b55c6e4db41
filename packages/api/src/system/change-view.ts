import { command, done, refused } from '../command.ts';
import type { Role } from '../generated/prisma/enums.ts';
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
      input.text('The list or report as its address says it, such as sort=lastName.', {
        maxLength: 4000,
        defaultFrom: 'state',
      }),
    ),
    shared: optional(
      input.boolean('Whether colleagues see it who may read what it asks for.', { defaultFrom: 'shared' }),
    ),
    sharedWithRole: optional(
      input.choice('Role', 'Role whose holders see it, where it is shared.', { defaultFrom: 'sharedWithRole' }),
    ),
    sharedWithEverybody: optional(
      input.boolean('Whether it is shown to everybody, and to no role in particular.', {
        label: {
          en: 'Shared with everybody',
          sv: 'Delad med alla',
          de: 'Mit allen geteilt',
          hu: 'Mindenkivel megosztva',
          sl: 'V skupni rabi z vsemi',
        },
      }),
    ),
    pinned: optional(input.boolean('Whether the report stands on your home page.', { defaultFrom: 'pinned' })),
    isDefault: optional(input.boolean('Whether the list opens with it for you.', { defaultFrom: 'isDefault' })),
  },
  run: async ({ savedViewId, sharedWithEverybody, isDefault, pinned, ...given }, { tx, viewer }) => {
    const view = await tx.savedView.findUniqueOrThrow({ where: { id: savedViewId } });
    const { refusals, asksFor } = readViewState(viewer, { ...view, state: given.state ?? view.state });
    if (refusals.length > 0) return refused(...refusals);
    const isList = view.kind === 'LIST';
    if (isDefault && isList) await openWithNoOther(tx, view.ownerId, view.resource);
    const { name, state, shared, sharedWithRole } = given;
    const data = {
      asksFor,
      ...(name !== null && { name }),
      ...(state !== null && { state }),
      ...(shared !== null && { shared }),
      ...(sharedWithRole !== null && { sharedWithRole: sharedWithRole as Role }),
      ...(sharedWithEverybody && { sharedWithRole: null }),
      ...(pinned !== null && { pinned: pinned && !isList }),
      ...(isDefault !== null && { isDefault: isDefault && isList }),
    };
    await tx.savedView.update({ where: { id: savedViewId }, data });
    return done(savedViewId);
  },
});
