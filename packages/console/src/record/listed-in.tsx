import { Box } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useGetList } from 'react-admin';
import { toOrderBy } from '../generator/order.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import type { Row } from '../values/value.tsx';
import { RelatedTable } from './related-records.tsx';

const SHOWN_AT_MOST = 50;

interface ListedInProps {
  readonly target: ResourceDefinition;
  /** Field of the target that holds the ids of several records. */
  readonly field: string;
  readonly id: string;
}

/** Records that name this one among others, the latest first. */
export default function ListedIn({ target, field, id }: ListedInProps) {
  const t = useTexts();
  const catalogue = useCatalogue();
  const [orderBy] = useState(() => toOrderBy(target, [{ field: 'at', direction: 'DESC' }], catalogue));
  const { data, error, isPending, refetch } = useGetList<RaRecord & Row>(target.name, {
    filter: { where: { [field]: { has: id } } },
    pagination: { page: 1, perPage: SHOWN_AT_MOST },
    sort: { field: 'at', order: 'DESC' },
    meta: { columns: target.columns, orderBy },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (!data || data.length === 0) return <Box sx={{ color: 'text.secondary', py: 2 }}>{t('listed.empty')}</Box>;
  return <RelatedTable target={target} columns={target.columns} rows={data} />;
}
