import LessIcon from '@mui/icons-material/ExpandLess';
import MoreIcon from '@mui/icons-material/ExpandMore';
import { IconButton, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatMoney } from '../values/format.ts';
import { LineExplanation } from './line-explanation.tsx';
import { type Preview, type PreviewRow, rowsOf } from './preview-query.ts';

/** Both months line by line; each line opens to how it came about. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const t = useTexts();
  const heads = preview.today ? ['today', 'proposed', 'difference'] : ['proposed'];
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('payPreview.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('payPreview.line')}</TableCell>
            {heads.map((head) => (
              <TableCell key={head} align="right">
                {t(`payPreview.${head}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rowsOf(preview).map((row) => (
            <Row key={row.key} row={row} currency={preview.currencyCode} isCompared={preview.today !== null} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface RowProps {
  readonly row: PreviewRow;
  readonly currency: string;
  readonly isCompared: boolean;
}

function Row({ row, currency, isCompared }: RowProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const [isOpen, setOpen] = useState(false);
  const { line, today, proposed, difference } = row;
  const name = row.name ?? t(`payPreview.${row.key}`);
  const money = (value: string | null) => (value === null ? '–' : formatMoney(value, currency, locale));
  const sign = difference !== null && !difference.startsWith('-') && Number(difference) !== 0 ? '+' : '';
  const amounts = isCompared
    ? [
        { key: 'today', text: money(today) },
        { key: 'proposed', text: money(proposed) },
        { key: 'difference', text: `${sign}${money(difference)}` },
      ]
    : [{ key: 'proposed', text: money(proposed) }];
  const sx = line ? {} : { fontWeight: 650, borderBottomWidth: 2 };
  const Icon = isOpen ? LessIcon : MoreIcon;
  return (
    <>
      <TableRow hover>
        <TableCell sx={{ ...sx, minWidth: 170 }}>
          {line && (
            <IconButton
              size="small"
              aria-expanded={isOpen}
              aria-label={t('payPreview.why', { name })}
              onClick={() => setOpen(!isOpen)}
              sx={{ ml: -1, mr: 0.5 }}
            >
              <Icon fontSize="small" />
            </IconButton>
          )}
          {name}
        </TableCell>
        {amounts.map(({ key, text }) => (
          <TableCell key={key} align="right" sx={{ ...sx, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {text}
          </TableCell>
        ))}
      </TableRow>
      {line && isOpen && (
        <TableRow>
          <TableCell colSpan={amounts.length + 1} sx={{ bgcolor: 'action.hover' }}>
            <LineExplanation line={line} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
