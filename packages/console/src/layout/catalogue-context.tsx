import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { loadCatalogue } from '../data/console-meta.ts';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';
import { useLanguage } from '../i18n/use-texts.ts';
import { ErrorNote } from './error-note.tsx';
import { PageLoading } from './page-loading.tsx';

const CatalogueContext = createContext<Catalogue | undefined>(undefined);

/** Holds the pages back until the graph has said what this viewer may do. */
export function CatalogueProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue', language],
    queryFn: () => loadCatalogue(language),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return <CatalogueContext.Provider value={data}>{children}</CatalogueContext.Provider>;
}

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue) throw new Error('The catalogue is used outside its provider.');
  return catalogue;
}

export function useResource(name: string): ResourceDefinition | undefined {
  return useCatalogue().byName.get(name);
}
