import { Paper, Table, TableBody, TableCell, TableContainer, TableFooter, TableHead, TableRow } from '@mui/material';
import { RouterLink } from '../layout/router-link.tsx';
import { listBehind } from './drill-down.ts';
import type { PlannedReport } from './report-query.ts';
import type { ReportRow, ReportTable } from './report-table.ts';
import type { ReportWords } from './use-report-words.ts';

interface ReportRowsProps {
  readonly planned: PlannedReport;
  readonly table: ReportTable;
  readonly words: ReportWords;
  readonly label: string;
  /** Whether groups lead to the lists of their rows; not where the table only stands behind a chart. */
  readonly plain?: boolean;
}

const numbers = { fontVariantNumeric: 'tabular-nums' } as const;

/** A report as a table, with what it comes to over all of its rows. */
export function ReportRows({ planned, table, words, label, plain = false }: ReportRowsProps) {
  const { say, keyName, measureName } = words;
  const hasKeys = table.keys.length > 0;
  const drawn = (
    <Table size="small" {...(plain && { 'aria-label': label })}>
      <TableHead>
        <TableRow>
          {table.keys.map((key) => (
            <TableCell key={key.path.join('.')}>{keyName(key)}</TableCell>
          ))}
          {!hasKeys && <TableCell>{planned.resource.pluralLabel}</TableCell>}
          {table.measures.map((measure) => (
            <TableCell key={measureName(measure)} align="right">
              {measureName(measure)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity beyond their place in the answer.
          <TableRow key={index} hover>
            <KeyCells planned={planned} table={table} words={words} row={row} plain={plain} />
            <FigureCells table={table} words={words} row={row} />
          </TableRow>
        ))}
      </TableBody>
      {table.totals.length > 0 && (
        <TableFooter>
          {table.totals.map((row) => (
            <TableRow
              key={row.currency ?? ''}
              sx={{ '& td, & th': { fontWeight: 650, color: 'text.primary', fontSize: '0.8125rem' } }}
            >
              <TableCell component="th" scope="row" colSpan={Math.max(1, table.keys.length)}>
                {row.currency ? say('totalOf', { currency: row.currency }) : say('total')}
              </TableCell>
              <FigureCells table={table} words={words} row={row} />
            </TableRow>
          ))}
        </TableFooter>
      )}
    </Table>
  );
  // What nobody sees scrolls nowhere.
  if (plain) return drawn;
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={label}>
      {drawn}
    </TableContainer>
  );
}

interface CellsProps extends Pick<ReportRowsProps, 'table' | 'words'> {
  readonly row: ReportRow;
}

function KeyCells({ planned, table, words, row, plain }: CellsProps & Pick<ReportRowsProps, 'planned' | 'plain'>) {
  const texts = table.keys.map((key, index) => words.keyText(key, row.keys[index]));
  const address = plain ? undefined : listBehind(planned, table.keys, row);
  return (
    <>
      {texts.map((text, index) => (
        <TableCell key={table.keys[index]?.path.join('.')}>
          {index === 0 && address ? (
            <RouterLink to={address} aria-label={words.say('rows', { name: texts.join(', ') })}>
              {text}
            </RouterLink>
          ) : (
            text
          )}
        </TableCell>
      ))}
    </>
  );
}

function FigureCells({ table, words, row }: CellsProps) {
  return (
    <>
      {table.measures.map((measure, index) => (
        <TableCell key={words.measureName(measure)} align="right" sx={numbers}>
          {words.figure(measure, row.values[index] ?? null, row.currency)}
        </TableCell>
      ))}
    </>
  );
}
