import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** After something was changed: what is on screen is asked anew, or with `later` all of it when it is next shown. */
export function useRefresh(): (when?: 'now' | 'later') => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    (when = 'now') =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'catalogue' && queryKey[0] !== 'saved-views',
        refetchType: when === 'now' ? 'active' : 'none',
      }),
    [queryClient],
  );
}
