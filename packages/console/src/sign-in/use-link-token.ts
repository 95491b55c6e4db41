import { useLocation } from 'react-router-dom';

/** The token of a link: in the fragment, which is sent to no server, or in the query. */
export function useLinkToken(): string {
  const { hash, search } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token') ?? '';
}
