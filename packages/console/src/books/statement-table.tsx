import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { formatAmount } from '../values/format.ts';
import type { Statement, StatementLine } from './report-query.ts';

interface StatementTableProps {
  readonly title: string;
  readonly statement: Statement;
  /** Address of the lines behind an account. */
  readonly ledgerOf: (accountId: string) => string;
}

const COLUMNS = [
  'opening',
  'debit',
  'credit',
  'amount',
  'comparison',
  'difference',
  'budget',
  'budgetDifference',
] as const;

/** A statement line by line; an account leads to its lines. */
export function StatementTable({ title, statement, ledgerOf }: StatementTableProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { lines, currencyCode } = statement;
  const shown = COLUMNS.filter((column) => lines.some((line) => line[column] !== null));
  if (!lines.some(({ kind }) => kind === 'ACCOUNT')) return <Typography>{t('books.empty')}</Typography>;
  const isTrialBalance = shown.includes('opening');
  const label = (column: (typeof COLUMNS)[number]) =>
    t(`books.${column === 'amount' && isTrialBalance ? 'closing' : column}`);
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('books.line')}</TableCell>
            {shown.map((column) => (
              <TableCell key={column} align="right">
                {label(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.key} hover={line.kind === 'ACCOUNT'}>
              <TableCell component="th" scope="row" sx={weight(line)}>
                <LineName line={line} ledgerOf={ledgerOf} />
              </TableCell>
              {shown.map((column) => (
                <TableCell key={column} align="right" sx={{ ...weight(line), whiteSpace: 'nowrap' }}>
                  {line[column] !== null && formatAmount(line[column], currencyCode, locale)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function LineName({ line, ledgerOf }: { line: StatementLine; ledgerOf: StatementTableProps['ledgerOf'] }) {
  const t = useTexts();
  if (line.kind !== 'ACCOUNT') return t(`books.key.${line.key}`);
  const name = `${line.code} ${line.name}`;
  return line.accountId ? <RouterLink to={ledgerOf(line.accountId)}>{name}</RouterLink> : name;
}

function weight({ kind }: StatementLine) {
  return { fontWeight: kind === 'TOTAL' ? 650 : 400 };
}
