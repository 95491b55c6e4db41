import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ListControl } from '../list/use-list-state.ts';
import type { Row } from '../values/value.tsx';

/** The rows of a list that are chosen. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly toggle: (id: string) => void;
  /** Chooses all rows on the page, or none where all are chosen. */
  readonly toggleAll: () => void;
  readonly choose: (ids: readonly string[]) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Chosen are rows in front of the reader: with another page or another filter, the choice is over. */
export function useSelection(rows: readonly Row[], { state }: ListControl): Selection {
  const [chosen, setChosen] = useState(NOTHING);
  const { page, after, filter, search, includeInactive } = state;
  const place = JSON.stringify([page, after, filter, search, includeInactive]);
  useEffect(() => {
    if (place) setChosen(NOTHING);
  }, [place]);
  const selected = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen]);
  const choose = useCallback((ids: readonly string[]) => setChosen(new Set(ids)), []);
  const all = selected.length === rows.length;
  return {
    ids: useMemo(() => new Set(selected.map(({ id }) => id)), [selected]),
    rows: selected,
    choose,
    toggle: (id) =>
      setChosen((current) => {
        const next = new Set(current);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    toggleAll: () => choose(all ? [] : rows.map(({ id }) => id)),
  };
}
