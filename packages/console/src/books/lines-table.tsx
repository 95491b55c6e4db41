import {
  Button,
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
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { formatAmount, formatDate } from '../values/format.ts';
import type { BookedLine, BookedLines } from './report-query.ts';

interface LinesTableProps {
  readonly title: string;
  readonly pages: readonly BookedLines[];
  readonly onMore: (() => void) | undefined;
  readonly busy: boolean;
}

/** Posted lines; each leads to its entry, which says where it comes from. */
export function LinesTable({ title, pages, onMore, busy }: LinesTableProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const [first] = pages;
  if (!first) return null;
  const { currencyCode, opening, debit, credit, closing } = first;
  const hasBalance = opening !== null;
  const money = (amount: string | null) => (amount === null ? '' : formatAmount(amount, currencyCode, locale));
  const lines = pages.flatMap((page) => page.lines);
  if (lines.length === 0 && !hasBalance) return <Typography>{t('books.empty')}</Typography>;
  return (
    <>
      <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['day', 'entry', ...(hasBalance ? [] : ['account']), 'text'].map((key) => (
                <TableCell key={key}>{t(key === 'account' ? 'books.accounts' : `books.${key}`)}</TableCell>
              ))}
              {['debit', 'credit', ...(hasBalance ? ['balance'] : [])].map((key) => (
                <TableCell key={key} align="right">
                  {t(`books.${key}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {hasBalance && <SumRow label={t('books.opening')} amounts={['', '', money(opening)]} span={3} />}
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry may have equal lines, and lines are only appended
              <TableRow key={`${line.entryId}-${index}`} hover>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDate(line.postingOn, locale)}</TableCell>
                <TableCell>
                  <Entry line={line} />
                </TableCell>
                {!hasBalance && (
                  <TableCell>
                    {line.accountCode} {line.accountName}
                  </TableCell>
                )}
                <TableCell>{[line.text, line.dimensions].filter(Boolean).join(' · ')}</TableCell>
                <TableCell align="right">{line.debit.match(/[1-9]/) && money(line.debit)}</TableCell>
                <TableCell align="right">{line.credit.match(/[1-9]/) && money(line.credit)}</TableCell>
                {hasBalance && <TableCell align="right">{money(line.balance)}</TableCell>}
              </TableRow>
            ))}
            <SumRow
              label={t('books.key.TOTAL')}
              amounts={[money(debit), money(credit), ...(hasBalance ? [money(closing)] : [])]}
              span={hasBalance ? 3 : 4}
            />
          </TableBody>
        </Table>
      </TableContainer>
      {onMore && (
        <Button
          className="no-print"
          variant="outlined"
          color="secondary"
          loading={busy}
          onClick={onMore}
          sx={{ mt: 2 }}
        >
          {t('books.more')}
        </Button>
      )}
    </>
  );
}

function Entry({ line }: { line: BookedLine }) {
  const entry = useResource('JournalEntry');
  const name = `${line.journalCode} ${line.number}`;
  const source = [line.sourceType, line.sourceSeries, line.sourceNumber].filter(Boolean).join(' ');
  return (
    <>
      {entry ? <RouterLink to={paths.show(entry, line.entryId)}>{name}</RouterLink> : name}
      {source && ` (${source})`}
    </>
  );
}

function SumRow({ label, amounts, span }: { label: string; amounts: readonly string[]; span: number }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" colSpan={span} sx={{ fontWeight: 650 }}>
        {label}
      </TableCell>
      {amounts.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay in their places
        <TableCell key={index} align="right" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
          {amount}
        </TableCell>
      ))}
    </TableRow>
  );
}
