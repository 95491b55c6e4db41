import PinIcon from '@mui/icons-material/PushPin';
import { Box, Button, IconButton, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { ask } from '../data/graph-client.ts';
import { adviceKey } from '../data/graph-error.ts';
import { CHANGE_VIEW, runOnView, type SavedView } from '../data/saved-views.ts';
import type { Viewer } from '../data/viewer.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useCompanies } from '../inputs/company-select.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { useSavedViews } from '../layout/use-saved-views.ts';
import { askParts, cardsOf, companyFiguresOf, type ReportCard } from './cards.ts';
import { type CompanyFigures, companyPart, type FigureRow } from './company-figures.ts';
import { CompanyReport } from './company-report.tsx';
import { ReportFigures } from './report-figures.tsx';
import { partOfMany, prefixOf } from './report-query.ts';
import { type ReportAnswer, tableOf } from './report-table.ts';
import { ownZone } from './use-report-state.ts';

/** The figures on somebody's home page: what they pinned, and what belongs to their roles. */
export default function HomeReports({ viewer }: { readonly viewer: Viewer }) {
  const catalogue = useCatalogue();
  const { isLoading } = useSavedViews();
  const company = companyFiguresOf(viewer, catalogue);
  const granted = viewer.roles.find(
    ({ role, companyId }) => companyId && company.some(({ roles }) => roles.includes(role)),
  );
  if (isLoading) return <PageLoading />;
  if (company.length === 0) return <Cards viewer={viewer} company={[]} companyId={null} />;
  if (granted) return <Cards viewer={viewer} company={company} companyId={granted.companyId} />;
  return <OfFirstCompany viewer={viewer} company={company} />;
}

interface CardsProps {
  readonly viewer: Viewer;
  readonly company: readonly CompanyFigures[];
  readonly companyId: string | null;
  /** Said where it is not the only company that the viewer may mean. */
  readonly companyName?: string;
}

/** Whoever holds a role for all companies sees the figures of the first one. */
function OfFirstCompany({ viewer, company }: Pick<CardsProps, 'viewer' | 'company'>) {
  const companies = useCompanies();
  if (!companies) return <PageLoading />;
  const [first] = companies;
  return (
    <Cards viewer={viewer} company={company} companyId={first?.id ?? null} companyName={first?._label ?? undefined} />
  );
}

function Cards({ viewer, company, companyId, companyName }: CardsProps) {
  const say = useAnalysisTexts();
  const catalogue = useCatalogue();
  const { views } = useSavedViews();
  const [today] = useState(() => new Date());
  const cards = useMemo(
    () => cardsOf(viewer, catalogue, views, { zone: ownZone(), today }),
    [viewer, catalogue, views, today],
  );
  const parts = [
    ...cards.map(({ planned }, index) => partOfMany(planned, index)),
    ...(companyId ? company.map((each) => companyPart(each, companyId, today)) : []),
  ];
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['home-reports', parts],
    enabled: parts.length > 0,
    queryFn: ({ signal }) => askParts(parts, ({ query, variables }) => ask<ReportAnswer>(query, variables, signal)),
  });
  if (parts.length === 0) return null;
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {say('figuresOfMine')}
      </Typography>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <PageLoading />}
      {data && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 420px), 1fr))',
          }}
        >
          {company.map((each) => (
            <CompanyCard key={each.field} figures={each} rows={data[each.field]} companyName={companyName} />
          ))}
          {cards.map((card, index) => (
            <ReportOnCard key={card.id} card={card} answer={data} prefix={prefixOf(index)} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function ReportOnCard({ card, answer, prefix }: { card: ReportCard; answer: ReportAnswer; prefix: string }) {
  const { planned, title, pinned } = card;
  // A report that the graph refuses has no answer: its own page says why.
  const isAnswered = Object.keys(answer).some((name) => name.startsWith(prefix));
  return (
    <Card
      title={title}
      to={paths.analysis(planned.resource, card.state)}
      hint={card.definition}
      hasChart={planned.state.chart !== 'table' && planned.state.chart !== 'figure'}
      action={pinned && <UnpinButton view={pinned} />}
    >
      {(asTable) =>
        isAnswered ? (
          <ReportFigures
            planned={planned}
            table={tableOf(planned, answer, prefix)}
            title={title}
            compact={{ asTable }}
          />
        ) : null
      }
    </Card>
  );
}

interface CompanyCardProps extends Pick<CardsProps, 'companyName'> {
  readonly figures: CompanyFigures;
  readonly rows: unknown;
}

function CompanyCard({ figures, rows, companyName }: CompanyCardProps) {
  const say = useAnalysisTexts();
  if (!Array.isArray(rows)) return null;
  const title = companyName ? `${say(figures.title)}: ${companyName}` : say(figures.title);
  return (
    <Card title={title} hasChart>
      {(asTable) => <CompanyReport figures={figures} rows={rows as FigureRow[]} title={title} asTable={asTable} />}
    </Card>
  );
}

/** Takes a report from the home page; it stays kept. */
function UnpinButton({ view }: { readonly view: SavedView }) {
  const say = useAnalysisTexts();
  const notify = useNotify();
  const { refetch } = useSavedViews();
  const unpin = () => {
    runOnView(CHANGE_VIEW, { savedViewId: view.id, pinned: false }).then(
      () => void refetch(),
      (error: unknown) => notify(adviceKey(error), { type: 'error' }),
    );
  };
  return (
    <IconButton size="small" aria-label={`${say('unpin')}: ${view.name}`} onClick={unpin}>
      <PinIcon fontSize="small" />
    </IconButton>
  );
}

interface CardProps {
  readonly title: string;
  readonly to?: string;
  readonly hint?: string;
  readonly hasChart: boolean;
  readonly action?: ReactNode;
  readonly children: (asTable: boolean) => ReactNode;
}

function Card({ title, to, hint, hasChart, action, children }: CardProps) {
  const say = useAnalysisTexts();
  const [asTable, setAsTable] = useState(false);
  const toggle = say(asTable ? 'showChart' : 'showTable');
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" title={hint} sx={{ flex: 1, minWidth: 0 }}>
          {to ? <RouterLink to={to}>{title}</RouterLink> : title}
        </Typography>
        {action}
        {hasChart && (
          <Button
            color="secondary"
            className="no-print"
            aria-label={`${toggle}: ${title}`}
            onClick={() => setAsTable((current) => !current)}
          >
            {toggle}
          </Button>
        )}
      </Box>
      {children(asTable)}
    </Paper>
  );
}
