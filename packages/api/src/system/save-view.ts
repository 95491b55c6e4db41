import { command, done, refused } from '../command.ts';
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
  description: 'Keeps a list as it is, under a name, for yourself or for colleagues too.',
  input: {
    resource: input.text('Entity whose list it is, such as Employee.', { maxLength: 100 }),
    name: input.text('What you call it.', { maxLength: 80 }),
    state: input.text('The list as its address says it, such as sort=lastName.', { maxLength: 4000 }),
    shared: optional(input.boolean('Whether colleagues see it who may read what it asks for.')),
    isDefault: optional(input.boolean('Whether the list opens with it for you.')),
  },
  run: async ({ resource, name, state, shared, isDefault }, { tx, viewer }) => {
    const ownerId = viewer.userId;
    if (ownerId === null)
      return refused({
        code: 'ACCOUNT_MISSING',
        message: 'Sign in with an account of your own to keep a view.',
        path: [],
      });
    const { refusals, asksFor } = readViewState(viewer, resource, state);
    if (refusals.length > 0) return refused(...refusals);
    if (isDefault) await openWithNoOther(tx, ownerId, resource);
    const data = { ownerId, resource, name, state, asksFor, shared: shared ?? false, isDefault: isDefault ?? false };
    return done((await tx.savedView.create({ data, select: { id: true } })).id);
  },
});
