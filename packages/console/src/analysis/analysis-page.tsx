import { Alert, Box, LinearProgress } from '@mui/material';
import { useParams } from 'react-router-dom';
import { graphErrorOf } from '../data/graph-error.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { type AnalysisKey, type SayAnalysis, useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { useSavedViews } from '../layout/use-saved-views.ts';
import { reckonable } from './choices.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportBuilder } from './report-builder.tsx';
import { ReportFigures } from './report-figures.tsx';
import { withDays } from './report-state.ts';
import { useReport } from './use-report.ts';
import { type ReportControl, useReportState } from './use-report-state.ts';

/** Figures over the records of one entity: what they are reckoned of stands in the address, and can be kept and shared. */
export default function AnalysisPage() {
  const { path = '' } = useParams();
  const catalogue = useCatalogue();
  const resource = reckonable(catalogue).find((each) => each.path === path);
  return resource ? <Analysis key={resource.name} resource={resource} /> : <NotFoundPage />;
}

function Analysis({ resource }: { readonly resource: ResourceDefinition }) {
  const t = useTexts();
  const say = useAnalysisTexts();
  const control = useReportState(resource);
  const { views } = useSavedViews();
  const saved = views.find(({ id, kind }) => kind === 'REPORT' && id === control.savedId);
  const ready = useReadyReport(resource, control);
  const { data, error, isPending, isFetching, refetch, operation } = useReport(resource, control.state);
  const title = saved?.name ?? ready?.title ?? resource.pluralLabel;
  const isChanged = saved !== undefined && control.state.dropped.length === 0 && saved.state !== control.text;
  return (
    <Page
      title={title}
      before={<RouterLink to={paths.analyses}>{say('title')}</RouterLink>}
      subtitle={
        <>
          {ready?.definition ?? (saved && resource.pluralLabel)}
          {isChanged && ` · ${say('changed')}`}
        </>
      }
      actions={
        <ReportActions
          resource={resource}
          control={control}
          saved={saved}
          isChanged={isChanged}
          operation={operation}
          answer={data}
          title={title}
        />
      }
    >
      <Dropped control={control} say={say} />
      <ReportBuilder resource={resource} control={control} />
      {error && <Refused error={error} say={say} onRetry={() => void refetch()} />}
      {isPending && !error && <PageLoading />}
      <Box aria-busy={isFetching}>
        <Box sx={{ height: 3, mb: 1 }}>
          {isFetching && !isPending && <LinearProgress aria-label={t('app.loading')} sx={{ height: 3 }} />}
        </Box>
        {data && !error && <ReportFigures planned={data.planned} table={data.table} title={title} />}
      </Box>
    </Page>
  );
}

/** The ready-made report that the address asks for, as it was made. */
function useReadyReport(resource: ResourceDefinition, { text }: ReportControl) {
  const { readyReports } = useCatalogue();
  const withoutZone = (state: string): string => {
    const params = new URLSearchParams(state);
    params.delete('zone');
    params.sort();
    return params.toString();
  };
  return readyReports.find(
    (each) => each.resource === resource.name && withoutZone(withDays(each.state, new Date())) === withoutZone(text),
  );
}

/** An address may come from somebody who may read more: what of it is left out is said. */
function Dropped({ control: { state }, say }: { readonly control: ReportControl; readonly say: SayAnalysis }) {
  if (state.dropped.length === 0) return null;
  const names = [...new Set(state.dropped)].map((each) => say(kindOf(each)));
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {say('dropped', { names: [...new Set(names)].join('; ') })}
    </Alert>
  );
}

/** What was left out is told by its sort: its name may be that of a field that this viewer does not know of. */
function kindOf(dropped: string): AnalysisKey {
  if (dropped === 'filter' || dropped === 'having') return 'droppedConditions';
  return /\.(count|countDistinct|sum|avg|min|max)$/.test(dropped) ? 'droppedMeasures' : 'droppedKeys';
}

const REASONS = ['GROUPS_TOO_MANY', 'KEYS_TOO_MANY', 'KEY_TWICE', 'CURRENCIES_MIXED', 'TIME_ZONE_UNKNOWN'] as const;

interface RefusedProps {
  readonly error: unknown;
  readonly say: SayAnalysis;
  readonly onRetry: () => void;
}

/** What the graph refuses, and what to do about it. */
function Refused({ error, say, onRetry }: RefusedProps) {
  const reason = REASONS.find((each) => each === graphErrorOf(error)?.reason);
  if (!reason) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <Alert severity="error" sx={{ mb: 1.5 }}>
      {say(`reason.${reason}`)}
    </Alert>
  );
}
