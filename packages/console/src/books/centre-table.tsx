import { Typography } from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { formatMoney } from '../values/format.ts';
import type { CentreLine, CentreResult } from './centre-query.ts';
import { FiguresTable } from './figures-table.tsx';

/** The result of a cost centre by account and period. The lines behind an account are for whoever reads the books. */
export function CentreTable({ result, endsOn }: { result: CentreResult; endsOn: string }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { lines, periods, currencyCode, objectId } = result;
  if (!lines.some(({ kind }) => kind === 'ACCOUNT')) return <Typography>{t('centre.empty')}</Typography>;
  const hasBudget = lines.some(({ budget }) => budget !== null);
  const ledgerOf = (accountId: string) =>
    `${paths.reports}?${new URLSearchParams({ account: accountId, endsOn, ...(objectId && { object: objectId }) })}`;
  const cellsOf = ({ amounts, amount, budget, budgetDifference }: CentreLine) =>
    [...amounts, amount, ...(hasBudget ? [budget, budgetDifference] : [])].map((each) =>
      each === null ? '' : formatMoney(each, currencyCode, locale),
    );
  return (
    <FiguresTable
      title={t('centre.title')}
      heads={[
        t('books.line'),
        ...periods.map(({ name }) => name),
        t('centre.total'),
        ...(hasBudget ? [t('books.budget'), t('books.budgetDifference')] : []),
      ]}
      rows={lines.map((line) => ({
        key: line.key,
        name: <LineName line={line} ledgerOf={ledgerOf} />,
        cells: cellsOf(line),
        strong: line.kind === 'TOTAL',
      }))}
    />
  );
}

function LineName({ line, ledgerOf }: { line: CentreLine; ledgerOf: (accountId: string) => string }) {
  const t = useTexts();
  if (line.kind === 'TOTAL') return t(`books.key.${line.key}`);
  const name = `${line.code} ${line.name}`;
  return line.accountId ? <RouterLink to={ledgerOf(line.accountId)}>{name}</RouterLink> : name;
}
