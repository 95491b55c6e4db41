import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isOwn } from '../data/saved-views.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useSavedViews } from '../layout/use-saved-views.ts';

/**
 * A list whose address says nothing opens with the view that its reader chose for that. Answers whether the list may be
 * shown: before that, its rows would be asked for twice.
 */
export function useOpeningView(resource: ResourceDefinition): boolean {
  const [params, setParams] = useSearchParams();
  const { views, isLoading } = useSavedViews();
  const [opened, setOpened] = useState(false);
  const shown = opened || params.size > 0;
  const first = views.find((view) => view.resource === resource.name && view.isDefault && isOwn(view));
  useEffect(() => {
    if (opened || isLoading) return;
    if (!shown && first?.state) setParams(new URLSearchParams(first.state), { replace: true });
    else setOpened(true);
  }, [opened, shown, isLoading, first, setParams]);
  return shown;
}
