import { Button, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { ReferenceLink } from '../values/reference-link.tsx';
import { type Readers, WHO_MAY_READ } from './access-query.ts';
import { AnswerTable } from './answer-table.tsx';
import { Reasons } from './reasons.tsx';

interface FieldReadersProps {
  readonly entity: string;
  readonly id: string;
  readonly field: string;
}

/** The users who may read a field of a record, and why. */
export function FieldReaders({ entity, id, field }: FieldReadersProps) {
  const t = useTexts();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['whoMayRead', entity, id, field],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      ask<{ whoMayRead: Readers }>(WHO_MAY_READ, { entity, id, field, after: pageParam }, signal),
    getNextPageParam: ({ whoMayRead: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const pages = data.pages.map(({ whoMayRead }) => whoMayRead);
  const companies = pages.flatMap((page) => page.companies);
  const users = pages.flatMap((page) => page.nodes);
  const untold = pages[0]?.untold ?? [];
  return (
    <>
      {users.length === 0 && <Typography color="text.secondary">{t('access.nobody')}</Typography>}
      {users.length > 0 && (
        <AnswerTable
          label={t('access.byField')}
          columns={[t('access.user'), t('access.reads'), t('access.why')]}
          rows={users.map((user) => ({
            key: user.id,
            cells: [
              <ReferenceLink key="user" target="User" reference={{ id: user.id, _label: user.name }} />,
              user.endOnly ? t('access.endOnly') : t('access.YES'),
              <Reasons key="why" reasons={user.reasons} companies={companies} onRecord />,
            ],
          }))}
        />
      )}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage} sx={{ mb: 2 }}>
          {t('access.more')}
        </Button>
      )}
      {untold.length > 0 && (
        <>
          <Typography>{t('access.others')}</Typography>
          <Reasons reasons={untold} companies={companies} onRecord={false} />
        </>
      )}
    </>
  );
}
