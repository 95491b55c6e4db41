import { useCallback, useMemo } from 'react';
import { useStore } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { changeListState, type ListState, readListState, writeListState } from '../generator/list-state.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';

export interface ListControl {
  readonly state: ListState;
  readonly change: (change: Partial<ListState>) => void;
  /** Columns shown, in order: those of the address, else those remembered, else the entity's own. */
  readonly columns: readonly string[];
  readonly chooseColumns: (columns: readonly string[]) => void;
}

/** The state of a list, kept in the address. The choice of columns is remembered in this browser as well. */
export function useListState(resource: ResourceDefinition): ListControl {
  const catalogue = useCatalogue();
  const [params, setParams] = useSearchParams();
  const [remembered, remember] = useStore<readonly string[]>(`columns.${resource.name}`, []);
  const state = useMemo(() => readListState(params, resource, catalogue), [params, resource, catalogue]);
  const change = useCallback(
    (next: Partial<ListState>) => {
      // Typing in the search replaces the address; a step worth going back to adds one.
      const replace = 'search' in next && state.search !== '';
      setParams(writeListState(changeListState(state, next)), { replace });
    },
    [setParams, state],
  );
  const known = remembered.filter((name) => resource.columnChoices.includes(name));
  const columns = state.columns.length > 0 ? state.columns : known.length > 0 ? known : resource.columns;
  const chooseColumns = useCallback(
    (chosen: readonly string[]) => {
      remember([...chosen]);
      const usual = chosen.join() === resource.columns.join();
      setParams(writeListState({ ...state, columns: usual ? [] : chosen }), { replace: true });
    },
    [remember, resource, setParams, state],
  );
  return { state, change, columns, chooseColumns };
}
