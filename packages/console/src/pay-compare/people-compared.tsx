import { Box, Button, Stack, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { saveFile } from '../data/exports.ts';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import {
  type ComparedComponent,
  type ComparedPeople,
  type ComparedSide,
  PEOPLE_AT_ONCE,
  PEOPLE_COMPARED,
  peopleFile,
  peopleVariables,
  viewOf,
} from './comparison-query.ts';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleTable } from './people-table.tsx';

interface PeopleComparedProps {
  readonly run: ComparedSide;
  readonly other: ComparedSide;
  readonly components: readonly ComparedComponent[];
}

type Answer = { readonly it: { readonly people: ComparedPeople } | null };

/** What each person is paid in both runs: filtered, sorted and paged by the graph, and all of it as a file. */
export function PeopleCompared({ run, other, components }: PeopleComparedProps) {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const view = viewOf(params);
  const { data, error, refetch } = useQuery({
    queryKey: ['PayRun', 'people compared', run.id, other.id, view],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<Answer>(PEOPLE_COMPARED, peopleVariables(view, run.id, other.id), signal),
  });
  const change = (next: Readonly<Record<string, string>>) => {
    const all = new URLSearchParams(params);
    all.delete('offset');
    for (const [name, value] of Object.entries(next)) {
      if (value) all.set(name, value);
      else all.delete(name);
    }
    setParams(all, { replace: true });
  };
  const people = data?.it?.people;
  const download = async () => {
    const { it } = await ask<Answer>(PEOPLE_COMPARED, peopleVariables(view, run.id, other.id, true));
    const heads = ['number', 'name', 'change', 'before', 'now', 'difference', 'percent'];
    const csv = peopleFile(
      heads.map((head) => t(`payCompare.${head}`)),
      it?.people.nodes ?? [],
      (each) => t(`payCompare.changes.${each}`),
    );
    const name = t('payCompare.file', { now: run.periodName, before: other.periodName });
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
  };
  return (
    <Box component="section" aria-label={t('payCompare.people')}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1, gap: 1 }}>
        <Typography variant="h2">{t('payCompare.people')}</Typography>
        <Button className="no-print" variant="outlined" color="secondary" onClick={() => void download()}>
          {t('list.export')}
        </Button>
      </Stack>
      <PeopleFilters view={view} people={people} components={components} onChange={change} />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!people && !error && <PageLoading />}
      {people && people.nodes.length === 0 && <Typography color="text.secondary">{t('payCompare.nobody')}</Typography>}
      {people && people.nodes.length > 0 && (
        <PeopleTable people={people.nodes} currency={run.currencyCode} view={view} onChange={change} />
      )}
      {people && people.totalCount > PEOPLE_AT_ONCE && (
        <Pages people={people} offset={view.offset} onGo={(offset) => change({ offset: String(offset) })} />
      )}
    </Box>
  );
}

interface PagesProps {
  readonly people: ComparedPeople;
  readonly offset: number;
  readonly onGo: (offset: number) => void;
}

function Pages({ people, offset, onGo }: PagesProps) {
  const t = useTexts();
  const until = offset + people.nodes.length;
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'flex-end', mt: 1 }}>
      <Typography aria-live="polite" variant="body2" color="text.secondary">
        {t('payRun.shown', { from: offset + 1, until, total: people.totalCount })}
      </Typography>
      <Button disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - PEOPLE_AT_ONCE))}>
        {t('list.previous')}
      </Button>
      <Button disabled={until >= people.totalCount} onClick={() => onGo(offset + PEOPLE_AT_ONCE)}>
        {t('list.next')}
      </Button>
    </Box>
  );
}
