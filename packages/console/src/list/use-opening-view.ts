import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isOwn } from '../data/saved-views.ts';
import { openingState } from '../generator/list-state.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useSavedViews } from '../layout/use-saved-views.ts';

/**
 * A list whose address says nothing opens with the view that its reader chose for that, else as its patch wants it.
 * Answers whether the list may be shown: before that, its rows would be asked for twice.
 */
export function useOpeningView(resource: ResourceDefinition): boolean {
  const [params, setParams] = useSearchParams();
  const { views, isLoading } = useSavedViews();
  const [opened, setOpened] = useState(false);
  const shown = opened || params.size > 0;
  const first = views.find((view) => view.resource === resource.name && view.isDefault && isOwn(view));
  const start = first?.state ?? openingState(resource);
  useEffect(() => {
    if (opened || isLoading) return;
    if (!shown && start) setParams(new URLSearchParams(start), { replace: true });
    else setOpened(true);
  }, [opened, shown, isLoading, start, setParams]);
  return shown;
}
