import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type RaRecord, useGetList } from 'react-admin';
import { toWhere } from '../generator/filter-tree.ts';
import { sortOf, toOrderBy } from '../generator/order.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import type { ListControl } from './use-list-state.ts';

/** What the list and its export ask for. */
export function useListQuery(resource: ResourceDefinition, { state, columns }: ListControl) {
  const catalogue = useCatalogue();
  return useMemo(() => {
    const where = toWhere(resource, state.filter, catalogue);
    return {
      columns,
      orderBy: toOrderBy(resource, sortOf(resource, state.sort), catalogue),
      ...(where ? { where } : {}),
      ...(state.search ? { search: state.search } : {}),
      ...(state.includeInactive ? { includeInactive: true } : {}),
    };
  }, [resource, catalogue, state, columns]);
}

/** The rows of one page, in one request. */
export function useListRows(resource: ResourceDefinition, control: ListControl) {
  const { columns, orderBy, ...filter } = useListQuery(resource, control);
  const { page, perPage, after } = control.state;
  const result = useGetList<RaRecord & { id: string }>(
    resource.name,
    { pagination: { page, perPage }, filter, meta: { columns, orderBy, after } },
    { placeholderData: keepPreviousData },
  );
  const meta = result.meta as { totalCountIsExact?: boolean; endCursor?: string | null } | undefined;
  return {
    rows: result.data ?? [],
    total: result.total,
    isExact: meta?.totalCountIsExact ?? true,
    endCursor: meta?.endCursor ?? null,
    hasNextPage: result.pageInfo?.hasNextPage ?? false,
    isPending: result.isPending,
    isFetching: result.isFetching,
    error: result.error,
    refetch: result.refetch,
  };
}
