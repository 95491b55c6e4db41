import { Chip, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Big } from 'big.js';
import { ask } from '../data/graph-client.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { formatDate, formatMoney } from '../values/format.ts';
import { AGED, type AgedAccount, type AgedAnswer, type AgedRow, BUCKETS } from './aged-query.ts';
import { FiguresTable } from './figures-table.tsx';
import type { ReportChoice } from './report-query.ts';

interface AgedViewProps {
  readonly title: string;
  readonly choice: ReportChoice;
  /** Address of the lines behind an account. */
  readonly ledgerOf: (accountId: string) => string;
}

/** What customers and suppliers owe and are owed, by age, and the accounts in the books that it comes to. */
export function AgedView({ title, choice, ledgerOf }: AgedViewProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { companyId, endsOn, subledger } = choice;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['agedItems', companyId, endsOn, subledger],
    queryFn: ({ signal }) => ask<AgedAnswer>(AGED, { companyId, endsOn, subledger }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const { agedItems: rows, agedAccounts: accounts, company } = data;
  if (!rows || !accounts || !company) return <Typography color="text.secondary">{t('books.empty')}</Typography>;
  const currency = company.baseCurrencyCode;
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {t('aged.asOf', { day: formatDate(endsOn, locale) })} · {currency}
      </Typography>
      {rows.length === 0 ? (
        <Typography sx={{ mb: 2 }}>{t('aged.nothing')}</Typography>
      ) : (
        <ByParty title={title} rows={rows} currency={currency} />
      )}
      {accounts.length > 0 && <ByAccount accounts={accounts} currency={currency} ledgerOf={ledgerOf} />}
    </>
  );
}

function ByParty({ title, rows, currency }: { title: string; rows: readonly AgedRow[]; currency: string }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const parties = useResource('Party');
  const worth = rows.reduce((sum, row) => sum.plus(row.worth), new Big(0));
  return (
    <FiguresTable
      title={title}
      heads={[t('settle.party'), ...BUCKETS.map((bucket) => t(`aged.${bucket}`)), t('aged.worth', { currency })]}
      rows={[
        ...rows.map((row) => ({
          key: `${row.partyId} ${row.subledger} ${row.currencyCode}`,
          name: (
            <>
              {parties ? (
                <RouterLink to={paths.show(parties, row.partyId)}>{`${row.partyCode} ${row.partyName}`}</RouterLink>
              ) : (
                `${row.partyCode} ${row.partyName}`
              )}
              <Typography variant="body2" component="div" color="text.secondary">
                {t(`aged.${row.subledger}`)} · {t('aged.items', { smart_count: row.items })}
              </Typography>
            </>
          ),
          cells: [
            ...BUCKETS.map((bucket) =>
              new Big(row[bucket]).eq(0) ? '' : formatMoney(row[bucket], row.currencyCode, locale),
            ),
            formatMoney(row.worth, currency, locale),
          ],
        })),
        {
          key: 'total',
          name: t('books.key.TOTAL'),
          cells: [...BUCKETS.map(() => ''), formatMoney(worth.toFixed(), currency, locale)],
          strong: true,
        },
      ]}
    />
  );
}

interface ByAccountProps {
  readonly accounts: readonly AgedAccount[];
  readonly currency: string;
  readonly ledgerOf: (accountId: string) => string;
}

function ByAccount({ accounts, currency, ledgerOf }: ByAccountProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const agrees = accounts.every(({ difference }) => new Big(difference).eq(0));
  return (
    <>
      <Typography component="h2" variant="h2" sx={{ mt: 3, mb: 1, display: 'flex', gap: 1.5, alignItems: 'center' }}>
        {t('aged.control')}
        <Chip size="small" color={agrees ? 'success' : 'warning'} label={t(agrees ? 'aged.agrees' : 'aged.differs')} />
      </Typography>
      <FiguresTable
        title={t('aged.control')}
        heads={[t('books.accounts'), t('aged.balance'), t('aged.openItems'), t('books.difference')]}
        rows={accounts.map(({ accountId, code, name, balance, openItems, difference }) => ({
          key: accountId,
          name: <RouterLink to={ledgerOf(accountId)}>{`${code} ${name}`}</RouterLink>,
          cells: [balance, openItems, difference].map(money),
        }))}
      />
      {!agrees && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('aged.differsHelp')}
        </Typography>
      )}
    </>
  );
}
