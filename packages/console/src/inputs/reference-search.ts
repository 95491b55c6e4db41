import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { ListFilter } from '../data/build-query.ts';
import { type Reference, referenceKey } from '../generator/form-values.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';

const FOUND_AT_MOST = 20;
const PAUSE_MS = 250;

interface ReferenceSearch {
  readonly target: string;
  readonly text: string;
  readonly open: boolean;
  readonly inputName?: string | undefined;
  /** Company whose records are looked for, where it is known. */
  readonly companyId?: string | null | undefined;
}

/** Records whose label or search fields match, from the server. Nothing is asked until the choices are open. */
export function useReferenceSearch({ target, text, open, inputName = '', companyId = null }: ReferenceSearch) {
  const dataProvider = useDataProvider();
  const resource = useCatalogue().byName.get(target);
  const byCode = referenceKey(inputName) === 'code';
  const search = usePaused(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: [target, 'choices', search, byCode, companyId],
    enabled: open && resource !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      dataProvider
        .getList(target, {
          pagination: { page: 1, perPage: FOUND_AT_MOST },
          filter: resource ? searchFilter(resource, search, companyId) : {},
          meta: { columns: byCode ? ['code'] : [], counted: false },
          signal,
        })
        .then((result) => result.data as unknown as Reference[]),
  });
  return { options: data ?? [], loading: isFetching, available: resource !== undefined };
}

/**
 * What is asked of the graph: entities without a search of their own are searched by the fields of their labels, and those
 * of a company are of this one or of all.
 */
export function searchFilter(resource: ResourceDefinition, search: string, companyId: string | null): ListFilter {
  const paths = resource.labelPaths.filter((path) => resource.fieldByName.get(path)?.operators.includes('contains'));
  const labels =
    resource.searchable || !search ? [] : [{ or: paths.map((path) => ({ [path]: { contains: search } })) }];
  const company = resource.fieldByName.get('company');
  const own = { company: { is: { id: { eq: companyId } } } };
  const companies =
    companyId === null || company?.target !== 'Company' || company.operators.length === 0
      ? []
      : [company.required ? own : { or: [own, { company: { isNull: true } }] }];
  const parts = [...(paths.length > 0 ? labels : []), ...companies];
  return {
    ...(resource.searchable && search ? { search } : {}),
    ...(parts.length > 0 ? { where: { and: parts } } : {}),
  };
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
