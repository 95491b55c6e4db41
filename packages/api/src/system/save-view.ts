import { command, done, refused } from '../command.ts';
import type { Role, SavedViewKind } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';
import type { Transaction } from '../write/operation.ts';
import { readViewState } from './view-state.ts';

/** A list opens with one view of its owner: the one chosen last. */
export async function openWithNoOther(tx: Transaction, ownerId: string, resource: string): Promise<void> {
  await tx.savedView.updateMany({ where: { ownerId, resource, isDefault: true }, data: { isDefault: false } });
}

export const saveView = command('saveView', {
  entity: 'SavedView',
  title: {
    en: 'Save this view',
    sv: 'Spara vyn',
    de: 'Ansicht speichern',
    hu: 'Nézet mentése',
    sl: 'Shrani pogled',
  },
  description: 'Keeps a list or a report as it is, under a name, for yourself or for colleagues too.',
  input: {
    kind: optional(input.choice('SavedViewKind', 'Whether it is a list or a report; a list unless told.')),
    resource: input.text('Entity whose records it is about, such as Employee.', { maxLength: 100 }),
    name: input.text('What you call it.', { maxLength: 80 }),
    state: input.text('The list or report as its address says it, such as sort=lastName.', { maxLength: 4000 }),
    shared: optional(input.boolean('Whether colleagues see it who may read what it asks for.')),
    sharedWithRole: optional(
      input.choice('Role', 'Role whose holders see it, where it is shared; everybody unless told.'),
    ),
    pinned: optional(input.boolean('Whether the report stands on your home page.')),
    isDefault: optional(input.boolean('Whether the list opens with it for you.')),
  },
  run: async ({ kind: given, resource, name, state, shared, sharedWithRole, pinned, isDefault }, { tx, viewer }) => {
    const kind = (given ?? 'LIST') as SavedViewKind;
    const ownerId = viewer.userId;
    if (ownerId === null)
      return refused({
        code: 'ACCOUNT_MISSING',
        message: 'Sign in with an account of your own to keep a view.',
        path: [],
      });
    const { refusals, asksFor } = readViewState(viewer, { kind, resource, state });
    if (refusals.length > 0) return refused(...refusals);
    const opens = kind === 'LIST' && (isDefault ?? false);
    if (opens) await openWithNoOther(tx, ownerId, resource);
    const data = {
      ...{ ownerId, kind, resource, name, state, asksFor, sharedWithRole: sharedWithRole as Role | null },
      shared: shared ?? false,
      pinned: kind === 'REPORT' && (pinned ?? false),
      isDefault: opens,
    };
    return done((await tx.savedView.create({ data, select: { id: true } })).id);
  },
});
