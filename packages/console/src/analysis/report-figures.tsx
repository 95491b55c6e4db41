import { Box, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { PageLoading } from '../layout/page-loading.tsx';
import { chartsOf } from './chart-data.ts';
import type { PlannedReport } from './report-query.ts';
import { ReportRows } from './report-rows.tsx';
import type { ReportTable } from './report-table.ts';
import { type ReportWords, useReportWords } from './use-report-words.ts';

/** For screen readers alone. */
export const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  m: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const ReportChart = lazy(() => import('./report-chart.tsx'));

interface ReportFiguresProps {
  readonly planned: PlannedReport;
  readonly table: ReportTable;
  readonly title: string;
  /** On a home page a chart stands alone, and its table is there for screen readers, or instead of it. */
  readonly compact?: { readonly asTable: boolean };
}

/** A report as it is drawn, with its table. */
export function ReportFigures({ planned, table, title, compact }: ReportFiguresProps) {
  const words = useReportWords(planned);
  const { chart } = planned.state;
  if (chart === 'figure') return <SingleFigures table={table} words={words} />;
  if (table.rows.length === 0 && table.totals.every(({ values }) => values[0] === 0 || values[0] === null))
    return <Typography color="text.secondary">{words.say('nothing')}</Typography>;
  const rows = <ReportRows planned={planned} table={table} words={words} label={title} />;
  if (compact) {
    if (compact.asTable || chart === 'table') return rows;
    return (
      <>
        <Charts planned={planned} table={table} words={words} title={title} />
        <Box sx={unseen}>
          <ReportRows planned={planned} table={table} words={words} label={title} plain />
        </Box>
      </>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {chart !== 'table' && <Charts planned={planned} table={table} words={words} title={title} />}
      {table.groupCount > table.rows.length && (
        <Typography role="note">
          {words.say('firstOf', { shown: table.rows.length, count: table.groupCount })}
        </Typography>
      )}
      {rows}
    </Box>
  );
}

interface PartProps {
  readonly table: ReportTable;
  readonly words: ReportWords;
}

function Charts({ planned, table, words, title }: PartProps & { planned: PlannedReport; title: string }) {
  const { say } = words;
  const { chart } = planned.state;
  const charts = chartsOf(planned, table, {
    key: (row, key) => {
      const shown = table.keys[key];
      return shown ? words.keyText(shown, table.rows[row]?.keys[key]) : '';
    },
    measure: words.measureName,
  });
  if (chart === 'table' || chart === 'figure') return null;
  if (charts.length === 0) return <Typography role="note">{say('notDrawn')}</Typography>;
  const leftOut = new Set(charts.flatMap((each) => [...each.leftOut]));
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {charts.map((data) => {
        const name = data.currency ? `${title}, ${data.currency}` : title;
        return (
          <Box key={data.currency ?? ''} sx={{ minWidth: 0 }}>
            {charts.length > 1 && <Typography variant="h3">{data.currency}</Typography>}
            <Suspense fallback={<PageLoading />}>
              <ReportChart
                data={data}
                kind={chart}
                isTime={Boolean(table.keys[0]?.bucket)}
                label={say('chartOf', { chart: say(`chart.${chart}`), title: name })}
              />
            </Suspense>
          </Box>
        );
      })}
      {[...leftOut].map((what) => (
        <Typography key={what} role="note" variant="body2" color="text.secondary">
          {say(`left.${what}`)}
        </Typography>
      ))}
    </Box>
  );
}

/** Figures over all rows, large; amounts of each currency by themselves. */
function SingleFigures({ table, words }: PartProps) {
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, m: 0 }}>
      {table.totals.flatMap((row) =>
        table.measures.map((measure, index) => (
          <Box key={`${row.currency} ${words.measureName(measure)}`}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {words.measureName(measure)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '1.75rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
              {words.figure(measure, row.values[index] ?? null, row.currency)}
            </Box>
          </Box>
        )),
      )}
    </Box>
  );
}
