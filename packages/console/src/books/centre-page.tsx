import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { formatDate } from '../values/format.ts';
import { CENTRE_RESULT, CENTRES, type CentreChoice, type CentreResult } from './centre-query.ts';
import { CentreTable } from './centre-table.tsx';

/** What was charged to a cost centre, for whoever answers for it, and for whoever reads the books. */
export default function CentrePage() {
  return useCatalogue().reports.has('costCentreResult') ? <Centres /> : <NotFoundPage />;
}

const wide = { width: { xs: '100%', sm: 260 } } as const;

function Centres() {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reportedCostCentres'],
    queryFn: ({ signal }) => ask<{ reportedCostCentres: readonly CentreChoice[] }>(CENTRES, {}, signal),
  });
  const set = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const centres = data.reportedCostCentres;
  // Whoever answers for one has nothing to choose.
  const costCentreId = params.get('centre') ?? (centres.length === 1 ? (centres[0]?.id ?? null) : null);
  const endsOn = params.get('endsOn') ?? new Date().toISOString().slice(0, 10);
  return (
    <Page
      title={t('centre.title')}
      subtitle={t('centre.whole')}
      actions={
        costCentreId && (
          <Button variant="outlined" color="secondary" onClick={() => window.print()}>
            {t('books.print')}
          </Button>
        )
      }
    >
      <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2, alignItems: 'flex-start' }}>
        <TextField
          select
          id="centre-choice"
          label={t('centre.centre')}
          margin="none"
          value={costCentreId ?? ''}
          onChange={({ target }) => set({ centre: target.value, budget: null })}
          sx={wide}
        >
          {centres.map(({ id, code, name, companyName }) => (
            <MenuItem key={id} value={id}>
              {code} {name} · {companyName}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          type="date"
          id="centre-endsOn"
          label={t('centre.endsOn')}
          margin="none"
          value={endsOn}
          onChange={({ target }) => set({ endsOn: target.value || null })}
          sx={wide}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
      {costCentreId === null ? (
        <Typography color="text.secondary">{t(centres.length === 0 ? 'centre.none' : 'centre.choose')}</Typography>
      ) : (
        <Result
          costCentreId={costCentreId}
          endsOn={endsOn}
          budgetId={params.get('budget')}
          onBudget={(budget) => set({ budget })}
          onDay={(day) => set({ endsOn: day, budget: null })}
        />
      )}
    </Page>
  );
}

/** What there is instead of a year that the books do not have. */
function OtherYears({ years, onDay }: Pick<CentreResult, 'years'> & Pick<ResultProps, 'onDay'>) {
  const t = useTexts();
  if (years.length === 0) return <Typography color="text.secondary">{t('centre.noBooks')}</Typography>;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography color="text.secondary">{t('centre.noYear')}</Typography>
      {years.map(({ name, endsOn }) => (
        <Button key={endsOn} size="small" onClick={() => onDay(endsOn)}>
          {name}
        </Button>
      ))}
    </Box>
  );
}

interface ResultProps {
  readonly costCentreId: string;
  readonly endsOn: string;
  readonly budgetId: string | null;
  readonly onBudget: (id: string | null) => void;
  readonly onDay: (day: string) => void;
}

function Result({ costCentreId, endsOn, budgetId, onBudget, onDay }: ResultProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['costCentreResult', costCentreId, endsOn, budgetId],
    queryFn: ({ signal }) =>
      ask<{ costCentreResult: CentreResult | null }>(CENTRE_RESULT, { costCentreId, endsOn, budgetId }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const result = data.costCentreResult;
  if (!result) return <Typography color="text.secondary">{t('centre.missing')}</Typography>;
  if (result.endsOn === null) return <OtherYears years={result.years} onDay={onDay} />;
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography component="h2" variant="h2">
          {result.code} {result.name}
        </Typography>
        <Typography>
          {result.yearName} · {formatDate(result.endsOn, locale)} · {result.currencyCode}
        </Typography>
        {result.budgets.length > 0 && (
          <TextField
            select
            id="centre-budget"
            className="no-print"
            label={t('books.budget')}
            margin="none"
            value={budgetId ?? ''}
            onChange={({ target }) => onBudget(target.value || null)}
            sx={wide}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('centre.noBudget')}</MenuItem>
            {result.budgets.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      <CentreTable result={result} endsOn={result.endsOn} />
    </>
  );
}
