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
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatDecimal } from '../values/format.ts';
import { AmountCells } from './amount-cells.tsx';
import type { ComparedComponent } from './comparison-query.ts';

interface ComponentTableProps {
  readonly components: readonly ComparedComponent[];
  readonly currency: string;
}

/** What each component comes to in both runs, over everybody. */
export function ComponentTable({ components, currency }: ComponentTableProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const title = t('payCompare.components');
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('payCompare.component')}</TableCell>
              {['before', 'now', 'difference', 'percent', 'peopleBefore', 'peopleNow'].map((head) => (
                <TableCell key={head} align="right">
                  {t(`payCompare.${head}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {components.map((component) => (
              <TableRow key={component.code} hover>
                <TableCell sx={{ minWidth: 160 }}>{component.label}</TableCell>
                <AmountCells amounts={component} currency={currency} />
                <TableCell align="right">{formatDecimal(String(component.peopleBefore), locale)}</TableCell>
                <TableCell align="right">{formatDecimal(String(component.peopleNow), locale)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
