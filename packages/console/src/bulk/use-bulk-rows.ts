import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import { rightsQuery } from '../generator/queries.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import type { Row } from '../values/value.tsx';
import type { BulkRow } from './bulk-action.ts';

/** What may be done with each row of a page, asked once something on it is selected, and for the whole page at once. */
export function useBulkRows(resource: ResourceDefinition, rows: readonly Row[], wanted: boolean) {
  const ids = rows.map(({ id }) => id);
  return useQuery({
    queryKey: [resource.name, 'rights', ...ids],
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const variables = { where: { id: { in: ids } }, first: ids.length };
      const { list } = await ask<{ list: { nodes: BulkRow[] } }>(rightsQuery(resource), variables, signal);
      return new Map(list.nodes.map((row) => [row.id, row]));
    },
  });
}
