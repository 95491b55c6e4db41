import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { isOwn, type SavedView } from '../data/saved-views.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { Page } from '../layout/page.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { useGo } from '../layout/use-go.ts';
import { useSavedViews } from '../layout/use-saved-views.ts';
import { reckonable } from './choices.ts';
import { EntitySelect } from './report-builder.tsx';
import { withDays } from './report-state.ts';
import { openSaved } from './use-report-state.ts';

/** The reports that there are: to begin one, those that somebody keeps, and the ready-made ones with their definitions. */
export default function AnalysesPage() {
  const say = useAnalysisTexts();
  const go = useGo();
  const catalogue = useCatalogue();
  const { views } = useSavedViews();
  const kept = views.filter(({ kind, resource }) => kind === 'REPORT' && catalogue.byName.has(resource));
  const [mine, others] = [kept.filter(isOwn), kept.filter((view) => !isOwn(view))];
  return (
    <Page title={say('title')}>
      <Section title={say('begin')}>
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {say('beginHint')}
        </Typography>
        <EntitySelect
          resources={reckonable(catalogue)}
          value={null}
          onChange={(resource) => go(paths.analysis(resource, 'show=count&chart=bar'))}
        />
      </Section>
      {mine.length > 0 && (
        <Section title={say('mine')}>
          <Kept views={mine} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={say('others')}>
          <Kept views={others} />
        </Section>
      )}
      {catalogue.readyReports.length > 0 && (
        <Section title={say('ready')}>
          <Cards>
            {catalogue.readyReports.flatMap(({ name, title, definition, resource, state }) => {
              const of = catalogue.byName.get(resource);
              return of
                ? [
                    <Card key={name} title={title} to={paths.analysis(of, withDays(state, new Date()))}>
                      {definition}
                    </Card>,
                  ]
                : [];
            })}
          </Cards>
        </Section>
      )}
    </Page>
  );
}

function Kept({ views }: { readonly views: readonly SavedView[] }) {
  const say = useAnalysisTexts();
  const { byName } = useCatalogue();
  return (
    <Cards>
      {views.flatMap((view) => {
        const of = byName.get(view.resource);
        const owner = isOwn(view) ? undefined : view.owner?._label;
        return of
          ? [
              <Card key={view.id} title={view.name} to={paths.analysis(of, openSaved(view.id, view.state))}>
                {[of.pluralLabel, ...(owner ? [say('by_owner', { name: owner })] : [])].join(' · ')}
              </Card>,
            ]
          : [];
      })}
    </Cards>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Cards({ children }: { readonly children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
      {children}
    </Box>
  );
}

interface CardProps {
  readonly title: string;
  readonly to: string;
  readonly children: ReactNode;
}

function Card({ title, to, children }: CardProps) {
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        <RouterLink to={to}>{title}</RouterLink>
      </Typography>
      <Typography color="text.secondary">{children}</Typography>
    </Paper>
  );
}
