import LateIcon from '@mui/icons-material/ErrorOutlined';
import TodayIcon from '@mui/icons-material/TodayOutlined';
import { Box, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { today } from '../pay-run/due-mark.tsx';
import { formatDate } from '../values/format.ts';
import { openDeadlines, PAY_CALENDAR, type PayDeadline, type PayPeriod, periodsDue } from './pay-calendar.ts';

/** What payroll has to do by which day, period by period. */
export default function PayDeadlines() {
  const t = useTexts();
  const on = today();
  const { data, error, refetch } = useQuery({
    queryKey: ['PayrollPeriod', 'deadlines', on],
    queryFn: ({ signal }) =>
      ask<{ payrollPeriods: { nodes: readonly PayPeriod[] } }>(PAY_CALENDAR, { where: periodsDue(on) }, signal),
  });
  const periods = data?.payrollPeriods.nodes ?? [];
  if (!error && periods.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="pay-deadlines" sx={{ mb: 4 }}>
      <Typography id="pay-deadlines" variant="h2" sx={{ mb: 1.5 }}>
        {t('payDeadlines.title')}
      </Typography>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
        {periods.map((period) => (
          <PeriodCard key={period.id} period={period} on={on} />
        ))}
      </Box>
    </Box>
  );
}

function PeriodCard({ period, on }: { readonly period: PayPeriod; readonly on: string }) {
  const t = useTexts();
  const runs = useResource('PayRun');
  const periods = useResource('PayrollPeriod');
  const run = period.runs.nodes[0];
  const title = [period.schedule?._label, period.name].filter(Boolean).join(' ');
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, my: 1 }}>
        {openDeadlines(period, on).map((deadline) => (
          <Deadline key={deadline.kind} deadline={deadline} />
        ))}
      </Box>
      {run && runs ? (
        <RouterLink to={paths.show(runs, run.id)} aria-label={`${title}: ${t('payDeadlines.started')}`}>
          {t('payDeadlines.started')}
        </RouterLink>
      ) : (
        periods && (
          <RouterLink to={paths.show(periods, period.id)} aria-label={`${title}: ${t('payDeadlines.notStarted')}`}>
            {t('payDeadlines.notStarted')}
          </RouterLink>
        )
      )}
    </Paper>
  );
}

/** What is late or due today is said so in words and with a sign, and not by its colour alone. */
function Deadline({ deadline: { kind, dueOn, urgency } }: { readonly deadline: PayDeadline }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const Icon = urgency === 'overdue' ? LateIcon : TodayIcon;
  return (
    <Box component="li" sx={{ py: 0.25, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>
        {t(`payDeadlines.${kind}`)} <time dateTime={dueOn}>{formatDate(dueOn, locale)}</time>
      </span>
      {urgency !== 'ahead' && (
        <Box
          component="span"
          sx={(theme) => ({
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            px: 1,
            borderRadius: '999px',
            fontSize: '0.8125rem',
            fontWeight: 650,
            color: theme.tones[urgency === 'overdue' ? 'bad' : 'attention'].text,
            bgcolor: theme.tones[urgency === 'overdue' ? 'bad' : 'attention'].fill,
          })}
        >
          <Icon sx={{ fontSize: '1rem' }} aria-hidden />
          {t(`payDeadlines.${urgency}`)}
        </Box>
      )}
    </Box>
  );
}
