import { ask } from './graph-client.ts';

export interface HistoryChange {
  readonly field: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromLabel: string | null;
  readonly toLabel: string | null;
}

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly commandLabel: string;
  readonly reason: string | null;
  readonly kind: string;
  readonly changes: readonly HistoryChange[];
}

export interface HistoryPage {
  readonly nodes: readonly HistoryEntry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const HISTORY = `query History($entity: String!, $id: ID!, $first: Int!, $after: ID, $language: String!) {
  history(entity: $entity, id: $id, first: $first, after: $after, language: $language) {
    nodes { id at actor command commandLabel reason kind changes { field label from to fromLabel toLabel } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Who changed what of a record, the newest first, as far as this viewer may read it. */
export async function loadHistory(
  entity: string,
  id: string,
  after: string | null,
  language: string,
  signal?: AbortSignal,
): Promise<HistoryPage> {
  const { history } = await ask<{ history: HistoryPage }>(HISTORY, { entity, id, first: 20, after, language }, signal);
  return history;
}
