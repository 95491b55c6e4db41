import { useQuery } from '@tanstack/react-query';
import { loadSavedViews } from '../data/saved-views.ts';
import { useCatalogue } from './catalogue-context.tsx';

/** The kept lists of all entities, asked for once per page load: a list page needs no request of its own for them. */
export function useSavedViews() {
  const enabled = useCatalogue().byName.has('SavedView');
  const { data, isLoading, refetch } = useQuery({
    queryKey: ['saved-views'],
    queryFn: ({ signal }) => loadSavedViews(signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { views: data ?? [], isLoading, enabled, refetch };
}
