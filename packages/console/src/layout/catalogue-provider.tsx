import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { loadCatalogue } from '../data/console-meta.ts';
import { useLanguage } from '../i18n/use-texts.ts';
import { CatalogueContext } from './catalogue-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { PageLoading } from './page-loading.tsx';

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
