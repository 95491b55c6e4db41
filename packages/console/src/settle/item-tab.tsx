import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'react-admin';
import { ask } from '../data/graph-client.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { PARTY_OF_ITEM } from './settle-query.ts';
import { SettleSheet } from './settle-sheet.tsx';

/** An open item with the others of its business partner, ticked to be settled. */
export default function ItemTab() {
  const item = useRecordContext();
  const id = item ? String(item.id) : '';
  const { data, error, refetch } = useQuery({
    queryKey: ['OpenItem', 'party', id],
    enabled: id !== '',
    queryFn: ({ signal }) => ask<{ it: { party: { id: string } | null } | null }>(PARTY_OF_ITEM, { id }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return data.it?.party ? <SettleSheet partyId={data.it.party.id} ticked={[id]} /> : null;
}
