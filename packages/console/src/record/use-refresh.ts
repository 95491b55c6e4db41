import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** After something was changed: what is on screen is asked anew, what is not is asked when it is next shown. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'catalogue' }),
    [queryClient],
  );
}
