import { Box, Button, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { currentViewer } from '../data/auth-provider.ts';
import { ask } from '../data/graph-client.ts';
import type { Viewer } from '../data/viewer.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { queuesOf, queuesQueries, type ViewerQueue } from './queues.ts';

const PayDeadlines = lazy(() => import('./pay-deadlines.tsx'));
const HomeReports = lazy(() => import('../analysis/home-reports.tsx'));

interface Waiting {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly _label: string | null }[];
}

/** What waits for this person, then the ways on. */
export default function HomePage() {
  const t = useTexts();
  const { data: viewer } = useQuery({ queryKey: ['catalogue', 'viewer'], queryFn: currentViewer });
  const { byName } = useCatalogue();
  const paysPeople = byName.has('PayrollPeriod') && viewer?.roles.some(({ role }) => role === 'PAYROLL');
  return (
    <Page title={viewer ? t('home.hello', { name: viewer.user.name }) : t('home.title')}>
      {viewer && <OwnRecords viewer={viewer} />}
      {paysPeople && (
        <Suspense fallback={<PageLoading />}>
          <PayDeadlines />
        </Suspense>
      )}
      {viewer && <WaitingLists viewer={viewer} />}
      {viewer && (
        <Suspense fallback={<PageLoading />}>
          <HomeReports viewer={viewer} />
        </Suspense>
      )}
      <WaysOn />
    </Page>
  );
}

function WaitingLists({ viewer }: { viewer: Viewer }) {
  const t = useTexts();
  const catalogue = useCatalogue();
  const queues = queuesOf(viewer, catalogue);
  const asked = queuesQueries(queues);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['waiting', asked],
    enabled: queues.length > 0,
    queryFn: async ({ signal }): Promise<Record<string, Waiting | null>> =>
      Object.assign(
        {},
        ...(await Promise.all(
          asked.map(({ query, variables }) => ask<Record<string, Waiting | null>>(query, variables, signal)),
        )),
      ),
  });
  const filled = queues.filter(({ key }) => (data?.[key]?.totalCount ?? 0) > 0);
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('home.waiting')}
      </Typography>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {queues.length > 0 && isPending && <PageLoading />}
      {(data || queues.length === 0) && filled.length === 0 && (
        <Typography color="text.secondary">{t('home.nothing')}</Typography>
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
        {filled.map((queue) => (
          <QueueCard key={queue.key} queue={queue} waiting={data?.[queue.key] ?? undefined} />
        ))}
      </Box>
    </Box>
  );
}

/** The viewer's own employment and person, where everything that one proposes about oneself begins. */
function OwnRecords({ viewer }: { viewer: Viewer }) {
  const t = useTexts();
  const { byName } = useCatalogue();
  const employee = byName.get('Employee');
  const person = byName.get('Person');
  const own = JSON.stringify(['and', ['employee', 'in', viewer.employeeIds]]);
  const ownList = (entity: string, label: string) => {
    const resource = viewer.employeeIds.length > 0 ? byName.get(entity) : undefined;
    return resource ? [{ to: `${paths.list(resource)}?${new URLSearchParams({ filter: own })}`, label }] : [];
  };
  const links = [
    ...(employee
      ? viewer.employeeIds.map((id) => ({ to: paths.show(employee, id), label: t('home.myEmployment') }))
      : []),
    ...ownList('Payslip', t('home.myPayslips')),
    ...ownList('Absence', t('home.myAbsences')),
    ...(person && viewer.personId ? [{ to: paths.show(person, viewer.personId), label: t('home.myPerson') }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <Box component="section" className="no-print" sx={{ mb: 3, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {links.map(({ to, label }) => (
        <Button key={to} component={Link} to={to} variant="outlined">
          {label}
        </Button>
      ))}
    </Box>
  );
}

function QueueCard({
  queue: { key, resource, filter },
  waiting,
}: {
  queue: ViewerQueue;
  waiting: Waiting | undefined;
}) {
  const t = useTexts();
  if (!waiting) return null;
  const all = `${paths.list(resource)}?${new URLSearchParams({ filter: JSON.stringify(filter.url) }).toString()}`;
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h3">{t(`home.${key}`)}</Typography>
        <Typography component="span" sx={{ fontSize: '1.5rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
          {waiting.totalCount}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, my: 1 }}>
        {waiting.nodes.map(({ id, _label }) => (
          <Box component="li" key={id} sx={{ py: 0.5 }}>
            <RouterLink to={paths.show(resource, id)}>{_label || resource.label}</RouterLink>
          </Box>
        ))}
      </Box>
      {waiting.totalCount > waiting.nodes.length && (
        <RouterLink to={all}>{t('home.all', { count: waiting.totalCount })}</RouterLink>
      )}
    </Paper>
  );
}

function WaysOn() {
  const t = useTexts();
  const { resources } = useCatalogue();
  const domains = [...new Map(resources.map((resource) => [resource.domain, resource.domainLabel]))];
  return (
    <Box component="section" className="no-print">
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('home.goTo')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))' }}>
        {domains.map(([domain, label]) => (
          <Box key={domain}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {label}
            </Typography>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {resources
                .filter((resource) => resource.domain === domain)
                .map((resource) => (
                  <Box component="li" key={resource.name} sx={{ py: 0.375 }}>
                    <RouterLink to={paths.list(resource)}>{resource.pluralLabel}</RouterLink>
                  </Box>
                ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
