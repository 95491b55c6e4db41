import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { type ComparisonAnswer, comparisonQuery, type RunChoice } from './comparison-query.ts';
import { ComponentTable } from './component-table.tsx';
import { PeopleCompared } from './people-compared.tsx';

/** A pay run beside another of its schedule, the last regular one unless the address names one. */
export default function ComparisonTab() {
  const record = useRecordContext();
  return record ? <Comparison runId={String(record.id)} scheduleId={record['schedule']?.id ?? null} /> : null;
}

function Comparison({ runId, scheduleId }: { readonly runId: string; readonly scheduleId: string | null }) {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const asked = params.get('with');
  const { data, error, refetch } = useQuery({
    queryKey: ['PayRun', 'comparison', runId, asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const variables = { id: runId, with: asked, ...(scheduleId !== null && { schedule: scheduleId }) };
      return ask<ComparisonAnswer>(comparisonQuery(scheduleId !== null), variables, signal);
    },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const { it, choices } = data;
  const choose = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('with', id);
    next.delete('offset');
    setParams(next, { replace: true });
  };
  return (
    <Stack sx={{ gap: 3 }}>
      <OtherRun choices={choices.nodes} value={it?.other?.id ?? asked ?? ''} onChoose={choose} />
      {!it && <Typography>{t('payCompare.notThese')}</Typography>}
      {it && !it.other && <Typography>{t('payCompare.alone')}</Typography>}
      {it?.other && (
        <>
          <ComponentTable components={it.components} currency={it.run.currencyCode} />
          <PeopleCompared run={it.run} other={it.other} components={it.components} />
        </>
      )}
    </Stack>
  );
}

interface OtherRunProps {
  readonly choices: readonly RunChoice[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function OtherRun({ choices, value, onChoose }: OtherRunProps) {
  const t = useTexts();
  return (
    <Box className="no-print">
      <TextField
        select
        id="compare-with"
        label={t('payCompare.with')}
        margin="none"
        value={choices.some(({ id }) => id === value) ? value : ''}
        onChange={({ target }) => onChoose(target.value)}
        sx={{ width: { xs: '100%', sm: 360 } }}
      >
        {choices.map(({ id, _label }) => (
          <MenuItem key={id} value={id}>
            {_label}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
