import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
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
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import { useLanguage, useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue, useResource } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { mayTryPay } from '../pay-preview/may-try-pay.ts';
import { EnumChip } from '../values/enum-chip.tsx';
import { formatDate, formatMoney } from '../values/format.ts';
import { type HistoryRow, historyRows, type PayHistory, payHistoryQuery } from './history-query.ts';

/** What somebody was paid, period by period, with what was agreed in between. */
export default function HistoryTab() {
  const employee = useRecordContext();
  return employee ? <History employeeId={String(employee.id)} /> : null;
}

function History({ employeeId }: { readonly employeeId: string }) {
  const t = useTexts();
  const { byName } = useCatalogue();
  const seesSalaries = byName.has('Compensation');
  const { data, error, refetch } = useQuery({
    queryKey: ['Payslip', 'history', employeeId],
    queryFn: ({ signal }) => ask<PayHistory>(payHistoryQuery(seesSalaries), { employee: employeeId }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const rows = historyRows(data);
  const { totalCount, nodes } = data.payslips;
  return (
    <>
      {mayTryPay(byName) && (
        <Button
          component={Link}
          to={paths.payPreview(employeeId)}
          variant="outlined"
          className="no-print"
          sx={{ mb: 2 }}
        >
          {t('payPreview.title')}
        </Button>
      )}
      {rows.length === 0 ? (
        <Typography color="text.secondary">{t('payHistory.nothing')}</Typography>
      ) : (
        <HistoryTable rows={rows} />
      )}
      {totalCount > nodes.length && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('payHistory.older', { count: nodes.length })}
        </Typography>
      )}
    </>
  );
}

const NUMBERS = ['gross', 'net', 'yearGross', 'yearNet'];

function HistoryTable({ rows }: { readonly rows: readonly HistoryRow[] }) {
  const t = useTexts();
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('payHistory.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['period', 'payOn', 'kind'].map((head) => (
              <TableCell key={head}>{t(`payHistory.${head}`)}</TableCell>
            ))}
            {NUMBERS.map((head) => (
              <TableCell key={head} align="right">
                {t(`payHistory.${head}`)}
              </TableCell>
            ))}
            <TableCell>{t('payHistory.download')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) =>
            row.type === 'payslip' ? (
              <PayslipRow key={row.slip.id} row={row} />
            ) : (
              <SalaryRow key={row.salary.id} salary={row.salary} />
            ),
          )}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function PayslipRow({ row: { slip, year } }: { readonly row: Extract<HistoryRow, { type: 'payslip' }> }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const language = useLanguage();
  const payslips = useResource('Payslip');
  const { id, kind, payOn, gross, net, currencyCode } = slip;
  const period = slip.period?.name ?? payOn.slice(0, 7);
  const amounts = [gross, net, year?.gross, year?.net];
  return (
    <TableRow hover>
      <TableCell>{payslips ? <RouterLink to={paths.show(payslips, id)}>{period}</RouterLink> : period}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDate(payOn, locale)}</TableCell>
      <TableCell>
        <EnumChip enumName="PayRunKind" value={kind} />
      </TableCell>
      {amounts.map((amount, index) => (
        <TableCell key={NUMBERS[index]} align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {amount === undefined ? '–' : formatMoney(amount, currencyCode, locale)}
        </TableCell>
      ))}
      <TableCell>
        <Button
          component="a"
          href={`/payslips/${id}.pdf?language=${language}`}
          download
          aria-label={t('payHistory.downloadOf', { period })}
          startIcon={<DownloadIcon />}
        >
          {t('payHistory.download')}
        </Button>
      </TableCell>
    </TableRow>
  );
}

function SalaryRow({ salary }: { readonly salary: Extract<HistoryRow, { type: 'salary' }>['salary'] }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { startOn, amount, currencyCode, payPeriod } = salary;
  const words = {
    on: formatDate(startOn, locale),
    amount: formatMoney(amount, currencyCode, locale),
    period: t(`payHistory.per.${payPeriod}`),
  };
  return (
    <TableRow>
      <TableCell colSpan={NUMBERS.length + 4} sx={{ bgcolor: 'action.hover', fontStyle: 'italic' }}>
        {t('payHistory.agreed', words)}
      </TableCell>
    </TableRow>
  );
}
