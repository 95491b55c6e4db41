import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { MetaFigureKey, MetaFigures } from '../generator/meta.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatMoney } from '../values/format.ts';
import type { FigureRow } from './figures.ts';
import { useKeyText } from './use-key-text.ts';

interface FiguresTableProps {
  readonly figures: MetaFigures;
  /** What the groups are set apart by. */
  readonly by: readonly MetaFigureKey[];
  readonly rows: readonly FigureRow[];
}

/** Groups with their figures; amounts stand with their currency. */
export function FiguresTable({ figures, by, rows }: FiguresTableProps) {
  const t = useTexts();
  const agreed = figures.always.filter(({ name }) => name !== figures.currencyField);
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={figures.label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {by.length === 0 && <TableCell>{figures.measureLabel}</TableCell>}
            {[...by, ...agreed].map((key) => (
              <TableCell key={key.name}>{key.label}</TableCell>
            ))}
            {(['people', 'sum', 'average'] as const).map((name) => (
              <TableCell key={name} align="right">
                {t(`figures.${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <Figures key={keyOf(row, index)} figures={figures} by={by} agreed={agreed} row={row} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const keyOf = (row: FigureRow, index: number): string => `${row.kind}-${index}`;

interface RowProps {
  readonly figures: MetaFigures;
  readonly by: readonly MetaFigureKey[];
  readonly agreed: readonly MetaFigureKey[];
  readonly row: FigureRow;
}

function Figures({ figures, by, agreed, row }: RowProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const text = useKeyText();
  const group = row.kind === 'rest' ? row.of : row.group;
  const { count, sum } = row.kind === 'rest' ? row : row.group;
  const currency = figures.currencyField ? String(group[figures.currencyField] ?? '') : undefined;
  const sx = row.kind === 'total' ? { fontWeight: 650, borderBottomWidth: 2 } : { color: 'text.primary' };
  const money = (amount: string) => formatMoney(amount, currency, locale);
  return (
    <TableRow>
      {row.kind === 'group' ? (
        by.map((key) => (
          <TableCell key={key.name} sx={sx}>
            {text(key, row.group)}
          </TableCell>
        ))
      ) : (
        <TableCell colSpan={Math.max(1, by.length)} sx={row.kind === 'rest' ? { color: 'text.secondary' } : sx}>
          {t(row.kind === 'total' ? 'figures.all' : 'figures.rest')}
        </TableCell>
      )}
      {agreed.map((key) => (
        <TableCell key={key.name} sx={sx}>
          {text(key, group)}
        </TableCell>
      ))}
      <TableCell align="right" sx={sx}>
        {count.toLocaleString(locale)}
      </TableCell>
      <TableCell align="right" sx={{ ...sx, whiteSpace: 'nowrap' }}>
        {money(sum)}
      </TableCell>
      <TableCell align="right" sx={{ ...sx, whiteSpace: 'nowrap' }}>
        {row.kind === 'rest' ? '' : money(row.group.average)}
      </TableCell>
    </TableRow>
  );
}
