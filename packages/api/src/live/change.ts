/** What became of a row, as far as a viewer can tell. */
export type ChangeKind = 'CREATED' | 'UPDATED' | 'REMOVED' | 'LIST' | 'RESYNC';

/** One event of a stream of changes. It holds no value: whoever is told reads the row, under the policy of that moment. */
export interface Change {
  readonly kind: ChangeKind;
  /** Null where everything is to be read again. */
  readonly entity: string | null;
  /** Null where rows are not told one by one. */
  readonly id: string | null;
  /** Version that the row has by now; null where it has none or cannot be seen any more. */
  readonly version: number | null;
}

/** What a viewer sees is no longer what it was: another grant, another employment, or the stream lost its place. */
export const resync: Change = { kind: 'RESYNC', entity: null, id: null, version: null };

/** Rows of an entity changed, and the list says which. */
export const listChanged = (entity: string): Change => ({ kind: 'LIST', entity, id: null, version: null });
