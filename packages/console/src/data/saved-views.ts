import { ask, mutate } from './graph-client.ts';
import type { UserError } from './graph-error.ts';

/** A list or a report as somebody keeps it. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'LIST' | 'REPORT';
  /** Entity whose records it is about. */
  readonly resource: string;
  /** Its part of an address. */
  readonly state: string;
  readonly shared: boolean;
  /** Role to whose holders it is shown, where it is shared; everybody, where there is none. */
  readonly sharedWithRole: string | null;
  /** Whether it stands on its owner's home page. */
  readonly pinned: boolean;
  readonly isDefault: boolean;
  readonly owner: { readonly _label: string | null } | null;
  readonly _can: { readonly actions: readonly string[] };
}

export const SAVED_VIEWS =
  'query SavedViews { savedViews(first: 100) { nodes { id name kind resource state shared sharedWithRole pinned isDefault owner { _label } _can { actions } } } }';
export const SAVE_VIEW = viewMutation('saveView');
export const CHANGE_VIEW = viewMutation('changeView');
export const REMOVE_VIEW = viewMutation('removeView');

function viewMutation(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ${type}($input: ${type}Input!) { ${name}(input: $input) { savedView { id } userErrors { __typename code message path } } }`;
}

/** The views that this viewer keeps, and those that colleagues share. */
export async function loadSavedViews(signal?: AbortSignal): Promise<readonly SavedView[]> {
  const { savedViews } = await ask<{ savedViews: { nodes: readonly SavedView[] } }>(SAVED_VIEWS, {}, signal);
  return savedViews.nodes;
}

/** Runs a command on a view, or makes one; answers its id. */
export async function runOnView(mutation: string, input: Record<string, unknown>): Promise<string | null> {
  const { savedView } = await mutate<{ userErrors: UserError[]; savedView: { id: string } | null }>(mutation, input);
  return savedView?.id ?? null;
}

/** Whether the viewer keeps it, and may change it. */
export function isOwn(view: SavedView): boolean {
  return view._can.actions.includes('changeView');
}
