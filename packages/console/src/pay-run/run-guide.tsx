import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'react-admin';
import { currentViewer } from '../data/auth-provider.ts';
import { ask } from '../data/graph-client.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue, useResource } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { ArchiveState } from '../payroll/archive-state.tsx';
import type { GraphRecord } from '../record/use-record.ts';
import { ALL_PROBLEMS, type GuideAnswer, type GuideSight, guideQuery, problemsWhere } from './guide-query.ts';
import { nextStep, type RunFacts } from './guide-steps.ts';
import { ProblemTable } from './problem-table.tsx';
import { RunSteps } from './run-steps.tsx';
import { RunTotals } from './run-totals.tsx';

/** Where a pay run stands: what is done, what is next and by whom, what it comes to, and what stands against it. */
export default function RunGuide() {
  const record = useRecordContext<GraphRecord>();
  const resource = useResource('PayRun');
  const { byName } = useCatalogue();
  if (!record || !resource) return null;
  const sight = { people: byName.has('PayProblem') && byName.has('Payslip'), batches: byName.has('PaymentBatch') };
  return <Guide record={record} resource={resource} sight={sight} />;
}

interface GuideProps {
  readonly record: GraphRecord;
  readonly resource: ResourceDefinition;
  readonly sight: GuideSight;
}

function Guide({ record, resource, sight }: GuideProps) {
  const t = useTexts();
  const { id } = record;
  const { data: viewer } = useQuery({ queryKey: ['catalogue', 'viewer'], queryFn: currentViewer });
  const { data, error, refetch } = useQuery({
    // Its version is part of the key: what was done with the run is followed by what it shows then.
    queryKey: ['PayRun', 'guide', id, record.version],
    queryFn: ({ signal }) => {
      const of = { ...(sight.people && { where: problemsWhere(id, ALL_PROBLEMS), offset: 0 }) };
      return ask<GuideAnswer>(guideQuery(sight), { id, ...of, ...(sight.batches && { source: id }) }, signal);
    },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || !viewer) return <PageLoading />;
  const batch = data.batches?.nodes[0] ?? null;
  const facts: RunFacts = {
    status: String(record['status']),
    employeeCount: Number(record['employeeCount']),
    preparedById: record['preparedBy']?.id ?? null,
    actions: record._can.actions,
    viewerId: viewer.user.id,
    batchStatus: batch?.status ?? null,
  };
  const next = nextStep(facts);
  const archive = data.run?.archives?.nodes[0];
  return (
    <Stack sx={{ gap: 3 }}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 3fr) minmax(0, 2fr)' } }}>
        <RunSteps record={record} resource={resource} facts={facts} next={next} answer={data} />
        <RunTotals
          record={record}
          resource={resource}
          before={sight.people ? (data.comparison?.other ?? null) : undefined}
        />
      </Box>
      {archive && <ArchiveState key={archive.id} archive={archive} />}
      {data.problems && <ProblemTable runId={id} first={data.problems} />}
      {!sight.people && <Typography color="text.secondary">{t('payRun.noPeople')}</Typography>}
    </Stack>
  );
}
