import {
  Box,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { lazy, Suspense } from 'react';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { PageLoading } from '../layout/page-loading.tsx';
import { formatDecimal } from '../values/format.ts';
import { type CompanyFigures, companyChart, type FigureRow } from './company-figures.ts';
import { unseen } from './report-figures.tsx';
import { spanText } from './use-report-words.ts';

const ReportChart = lazy(() => import('./report-chart.tsx'));

interface CompanyReportProps {
  readonly figures: CompanyFigures;
  readonly rows: readonly FigureRow[];
  readonly title: string;
  readonly asTable: boolean;
}

/** The figures of a company as a chart, with their table for screen readers, or as a table. */
export function CompanyReport({ figures, rows, title, asTable }: CompanyReportProps) {
  const say = useAnalysisTexts();
  const locale = useReaderLocale();
  const name = (row: FigureRow): string => {
    const text = figures.name.of(row);
    if (text === null) return say('unset');
    return figures.name.isMonth ? spanText(text, 'MONTH', locale, say) : text;
  };
  if (rows.length === 0) return <Typography color="text.secondary">{say('nothing')}</Typography>;
  if (asTable) return <Rows figures={figures} rows={rows} name={name} title={title} />;
  return (
    <>
      <Suspense fallback={<PageLoading />}>
        <ReportChart
          data={companyChart(figures, rows, { name, title: say })}
          kind={figures.chart}
          isTime={figures.name.isMonth}
          label={say('chartOf', { chart: say(`chart.${figures.chart}`), title })}
        />
      </Suspense>
      <Box sx={unseen}>
        <Rows figures={figures} rows={rows} name={name} title={title} plain />
      </Box>
    </>
  );
}

interface RowsProps extends Pick<CompanyReportProps, 'figures' | 'rows' | 'title'> {
  readonly name: (row: FigureRow) => string;
  readonly plain?: boolean;
}

function Rows({ figures, rows, title, name, plain = false }: RowsProps) {
  const say = useAnalysisTexts();
  const locale = useReaderLocale();
  const said = (value: unknown): string =>
    typeof value === 'number' || typeof value === 'string' ? formatDecimal(String(value), locale) : '–';
  const drawn = (
    <Table size="small" {...(plain && { 'aria-label': title })}>
      <TableHead>
        <TableRow>
          <TableCell>{say(figures.name.title)}</TableCell>
          {figures.columns.map((column) => (
            <TableCell key={column.name} align="right">
              {say(column.title)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={figures.name.of(row) ?? ''}>
            <TableCell>{name(row)}</TableCell>
            {figures.columns.map((column) => (
              <TableCell key={column.name} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {said(row[column.name])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
  // What nobody sees scrolls nowhere.
  if (plain) return drawn;
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
      {drawn}
    </TableContainer>
  );
}
