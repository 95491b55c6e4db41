import { Box, Button, Paper, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type HistoryChange, type HistoryEntry, loadHistory } from '../data/history.ts';
import type { FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import { useLanguage, useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { formatInstant } from '../values/format.ts';
import { Value } from '../values/value.tsx';

/** Fields that change with every change. */
const TECHNICAL = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** Who changed what, when, from what to what. */
export default function History({ entity, id }: { entity: string; id: string }) {
  const t = useTexts();
  const language = useLanguage();
  const resource = useResource(entity);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [entity, 'history', id, language],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => loadHistory(entity, id, pageParam, language, signal),
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending || !resource) return <PageLoading />;
  const entries = data.pages.flatMap((page) => page.nodes);
  if (entries.length === 0) return <Box sx={{ color: 'text.secondary', py: 2 }}>{t('history.none')}</Box>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} resource={resource} />
      ))}
      {hasNextPage && (
        <Button
          variant="outlined"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          sx={{ justifySelf: 'start' }}
        >
          {t('history.more')}
        </Button>
      )}
    </Box>
  );
}

function Entry({ entry, resource }: { entry: HistoryEntry; resource: ResourceDefinition }) {
  const t = useTexts();
  const locale = useReaderLocale();
  return (
    <Paper component="li" variant="outlined" sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography component="span" sx={{ fontWeight: 650 }}>
          {entry.commandLabel || entry.command}
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {entry.actor} · <time dateTime={entry.at}>{formatInstant(entry.at, locale)}</time>
        </Typography>
      </Box>
      {entry.reason && <Typography sx={{ fontStyle: 'italic' }}>{entry.reason}</Typography>}
      {entry.changes.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('history.noChanges')}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {entry.changes
          .filter(({ field }) => !TECHNICAL.has(field))
          .map((change) => (
            <Change key={change.field} change={change} field={resource.fieldByName.get(change.field)} />
          ))}
      </Box>
    </Paper>
  );
}

function Change({ change, field }: { change: HistoryChange; field: FieldDefinition | undefined }) {
  const t = useTexts();
  return (
    <li>
      {change.label || change.field}
      {': '}
      {change.from !== null && (
        <>
          <Box component="del" sx={{ color: 'text.secondary' }}>
            <Side value={change.from} label={change.fromLabel} field={field} />
          </Box>
          {' → '}
        </>
      )}
      {change.to === null ? (
        <em>{t('history.empty')}</em>
      ) : (
        <Side value={change.to} label={change.toLabel} field={field} />
      )}
    </li>
  );
}

/** What a choice or a record is called, the graph says; numbers and days are written as the reader writes them. */
function Side({ value, label, field }: { value: string; label: string | null; field: FieldDefinition | undefined }) {
  if (!field || field.kind === 'REFERENCE' || field.kind === 'ENUM') return label ?? value;
  const typed = field.kind === 'BOOLEAN' ? value === 'true' : value;
  return <Value field={field} record={{ id: '', [field.name]: typed }} plain />;
}
