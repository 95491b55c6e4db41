import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { type Reference, referenceKey } from '../generator/form-values.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';

const FOUND_AT_MOST = 20;
const PAUSE_MS = 250;

/** Records whose label or search fields match, from the server. Nothing is asked until the choices are open. */
export function useReferenceSearch(target: string, text: string, open: boolean, inputName = '') {
  const dataProvider = useDataProvider();
  const resource = useCatalogue().byName.get(target);
  const byCode = referenceKey(inputName) === 'code';
  const search = usePaused(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: [target, 'choices', search, byCode],
    enabled: open && resource !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      dataProvider
        .getList(target, {
          pagination: { page: 1, perPage: FOUND_AT_MOST },
          filter: resource ? searchFilter(resource, search) : {},
          meta: { columns: byCode ? ['code'] : [], counted: false },
          signal,
        })
        .then((result) => result.data as unknown as Reference[]),
  });
  return { options: data ?? [], loading: isFetching, available: resource !== undefined };
}

/** Entities without a search of their own are searched by the fields of their labels. */
function searchFilter(resource: ResourceDefinition, search: string): object {
  if (!search) return {};
  if (resource.searchable) return { search };
  const paths = resource.labelPaths.filter((path) => resource.fieldByName.get(path)?.operators.includes('contains'));
  return paths.length > 0 ? { where: { or: paths.map((path) => ({ [path]: { contains: search } })) } } : {};
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
