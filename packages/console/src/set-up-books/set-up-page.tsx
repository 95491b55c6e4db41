import { Alert, Box, Button, Paper, Stack, Step, StepContent, StepLabel, Stepper, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useWizardTexts } from '../i18n/use-wizard-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { ChartStep, CompanyStep, ItemsStep, SummaryStep, YearStep } from './steps.tsx';
import { type SetUp, useSetUp } from './use-set-up.ts';

const STEPS = ['company', 'chart', 'year', 'journals', 'dimensions', 'taxes', 'summary'] as const;
type StepName = (typeof STEPS)[number];

/** Begins the books of a company, step by step; nothing is written before the last. */
export default function SetUpBooksPage() {
  const say = useWizardTexts();
  const setUp = useSetUp();
  return (
    <Page title={say('title')} subtitle={say('about')}>
      {setUp.error && <ErrorNote error={setUp.error} />}
      {setUp.isPending && !setUp.error && <PageLoading />}
      {!setUp.isPending && !setUp.error && setUp.state !== 'done' && !setUp.company && (
        <Alert severity="info">{say('allHaveBooks')}</Alert>
      )}
      {setUp.state === 'done' ? <Done setUp={setUp} /> : setUp.company && <Steps setUp={setUp} />}
    </Page>
  );
}

function Steps({ setUp }: { setUp: SetUp }) {
  const say = useWizardTexts();
  const [at, setAt] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // Whoever goes on by the keyboard goes on in the next step, and hears what it is.
  useEffect(() => {
    if (moved.current) place.current?.querySelector<HTMLElement>(`[data-step="${STEPS[at]}"]`)?.focus();
  }, [at]);
  const go = (to: number) => {
    moved.current = true;
    setAt(to);
  };
  const ready = (name: StepName): boolean =>
    name === 'chart' ? setUp.chart !== undefined : name === 'year' ? setUp.months.length > 0 : true;
  return (
    <Box ref={place} sx={{ maxWidth: 860 }}>
      <Stepper activeStep={at} orientation="vertical">
        {STEPS.map((name, index) => (
          <Step key={name}>
            <StepLabel>{say(name)}</StepLabel>
            <StepContent slotProps={{ transition: { unmountOnExit: true, timeout: 0 } }}>
              <Box component="section" tabIndex={-1} data-step={name} aria-label={say(name)} sx={{ py: 1 }}>
                <StepBody name={name} setUp={setUp} />
                {setUp.problem && (
                  <Alert severity="error" sx={{ mt: 1.5 }}>
                    {setUp.problem}
                  </Alert>
                )}
                <Stack direction="row" sx={{ gap: 1, mt: 2 }}>
                  {name === 'summary' ? (
                    <Button variant="contained" disabled={setUp.state === 'making'} onClick={() => void setUp.make()}>
                      {say('begin')}
                    </Button>
                  ) : (
                    <Button variant="contained" disabled={!ready(name)} onClick={() => go(index + 1)}>
                      {say('next')}
                    </Button>
                  )}
                  {index > 0 && (
                    <Button color="secondary" variant="outlined" onClick={() => go(index - 1)}>
                      {say('back')}
                    </Button>
                  )}
                </Stack>
              </Box>
            </StepContent>
          </Step>
        ))}
      </Stepper>
    </Box>
  );
}

function StepBody({ name, setUp }: { name: StepName; setUp: SetUp }): ReactNode {
  switch (name) {
    case 'company':
      return <CompanyStep setUp={setUp} />;
    case 'chart':
      return <ChartStep setUp={setUp} />;
    case 'year':
      return <YearStep setUp={setUp} />;
    case 'journals':
      return <ItemsStep about="journalsHelp" items={setUp.chart?.journals ?? []} />;
    case 'dimensions':
      return <ItemsStep about="dimensionsHelp" items={setUp.chart?.dimensions ?? []} />;
    case 'taxes':
      return <ItemsStep about="taxesHelp" items={setUp.chart?.taxes ?? []} detail={(rate) => `${rate} %`} />;
    case 'summary':
      return <SummaryStep setUp={setUp} />;
  }
}

function Done({ setUp }: { setUp: SetUp }) {
  const say = useWizardTexts();
  const { byName } = useCatalogue();
  const links = [
    ['JournalEntry', 'toJournal'],
    ['Account', 'toAccounts'],
    ['FiscalPeriod', 'toPeriods'],
  ] as const;
  return (
    <Paper variant="outlined" sx={{ p: 2.5, maxWidth: 860 }} role="status">
      <Typography variant="h2" sx={{ mb: 1 }}>
        {say('done')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{say('doneHelp', { chart: setUp.chart?.name ?? '' })}</Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {links.map(([entity, label]) => {
          const resource = byName.get(entity);
          if (!resource) return null;
          const to = entity === 'JournalEntry' ? paths.action(resource, 'postEntry') : paths.list(resource);
          return (
            <Button key={entity} component={Link} to={to} variant="outlined">
              {say(label)}
            </Button>
          );
        })}
      </Stack>
    </Paper>
  );
}
