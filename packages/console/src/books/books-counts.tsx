import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { BooksReport } from '../data/books.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatDate, formatDecimal } from '../values/format.ts';

/** What a file holds, and what the books lack of it. */
export function BooksCounts({ report }: { report: BooksReport }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { accounts, dimensions, objects, vouchers, lines } = report;
  const counted = { accounts, dimensions, objects, vouchers, lines };
  const days = report.startsOn && report.endsOn ? [report.startsOn, report.endsOn] : [];
  const facts = [
    report.companyName,
    days.map((day) => formatDate(day, locale)).join(' – '),
    report.program,
    report.encoding.replace('_', '-'),
  ];
  return (
    <div role="status">
      <Typography sx={{ mb: 1 }}>{facts.filter(Boolean).join(' · ')}</Typography>
      <TableContainer
        component={Paper}
        variant="outlined"
        tabIndex={0}
        role="region"
        aria-label={t('books.contents')}
        sx={{ mb: 2, maxWidth: 700 }}
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('books.contents')}</TableCell>
              <TableCell align="right">{t('books.inFile')}</TableCell>
              <TableCell align="right">{t('books.added')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {Object.entries(counted).map(([key, { inFile, added }]) => (
              <TableRow key={key}>
                <TableCell component="th" scope="row">
                  {t(`books.${key}`)}
                </TableCell>
                <TableCell align="right">{inFile.toLocaleString(locale)}</TableCell>
                <TableCell align="right">{added.toLocaleString(locale)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography sx={{ mb: 2 }}>
        {t('books.summary', {
          debit: formatDecimal(report.debit, locale),
          opening: formatDecimal(report.openingDebit, locale),
          kept: vouchers.kept.toLocaleString(locale),
          unchanged: vouchers.unchanged.toLocaleString(locale),
        })}
      </Typography>
    </div>
  );
}
