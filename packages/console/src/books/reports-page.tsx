import { Alert, Box, Button, Typography } from '@mui/material';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { downloadReport } from '../data/books.ts';
import { ask } from '../data/graph-client.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCompanyChoice } from '../inputs/company-choice.ts';
import { useCompanies } from '../inputs/company-select.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { RouterLink } from '../layout/router-link.tsx';
import { formatDate } from '../values/format.ts';
import { AgedView } from './aged-view.tsx';
import { LinesTable } from './lines-table.tsx';
import { ReportFilters } from './report-filters.tsx';
import {
  type BookedLines,
  BUDGETED,
  GENERAL_LEDGER,
  JOURNAL,
  REPORTS,
  type ReportChoice,
  type ReportName,
  type Statement,
  type StatementName,
  statementQuery,
} from './report-query.ts';
import { StatementTable } from './statement-table.tsx';

/** The reports of the books, from a figure to its lines, and from a line to its entry. */
export default function ReportsPage() {
  return useCatalogue().byName.has('JournalEntry') ? <Reports /> : <NotFoundPage />;
}

function Reports() {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const companies = useCompanies();
  const company = useCompanyChoice(companies, params.get('company'));
  const companyId = company?.id ?? null;
  const report = REPORTS.find((name) => name === params.get('report')) ?? 'TRIAL_BALANCE';
  const accountId = params.get('account');
  const choice = {
    companyId,
    startsOn: params.get('startsOn'),
    endsOn: params.get('endsOn') ?? new Date().toISOString().slice(0, 10),
    compareStartsOn: params.get('compareStartsOn'),
    compareEndsOn: params.get('compareEndsOn'),
    objectId: params.get('object'),
    budgetId: BUDGETED.includes(report) ? params.get('budget') : null,
    subledger: report === 'AGED_ITEMS' ? params.get('subledger') : null,
  };
  const changed = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  const linkTo = (changes: Readonly<Record<string, string | null>>) => `?${changed(changes)}`;
  const title = t(`books.key.${accountId ? 'GENERAL_LEDGER' : report}`);
  return (
    <Page
      title={title}
      subtitle={company && <OnPaper>{company._label}</OnPaper>}
      before={accountId && <RouterLink to={linkTo({ account: null })}>{t('books.back')}</RouterLink>}
      actions={companyId && <Actions report={report} accountId={accountId} choice={{ ...choice, companyId }} />}
    >
      <ReportFilters
        report={report}
        choice={choice}
        set={(changes) => setParams(changed(changes), { replace: true })}
      />
      {companyId === null ? (
        <NoCompany known={companies !== undefined} />
      ) : accountId || report === 'JOURNAL' ? (
        <Lines title={title} accountId={accountId} choice={{ ...choice, companyId }} />
      ) : report === 'AGED_ITEMS' ? (
        <AgedView title={title} choice={{ ...choice, companyId }} ledgerOf={(account) => linkTo({ account })} />
      ) : (
        <StatementView
          title={title}
          name={report}
          choice={{ ...choice, companyId }}
          ledgerOf={(account) => linkTo({ account })}
        />
      )}
    </Page>
  );
}

/** Which companies there are comes first. */
function NoCompany({ known }: { known: boolean }) {
  return known ? <NothingToSee /> : <PageLoading />;
}

/** On the screen the filters say whose books these are; they are not printed. */
function OnPaper({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'none', '@media print': { display: 'block' } }}>{children}</Box>;
}

interface StatementViewProps {
  readonly title: string;
  readonly name: StatementName;
  readonly choice: ReportChoice;
  readonly ledgerOf: (accountId: string) => string;
}

function StatementView({ title, name, choice, ledgerOf }: StatementViewProps) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['statement', name, choice],
    queryFn: ({ signal }) => ask<{ report: Statement | null }>(statementQuery(name), variablesOf(name, choice), signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (!data.report) return <NothingToSee />;
  return (
    <>
      <Range report={data.report} />
      <StatementTable title={title} statement={data.report} ledgerOf={ledgerOf} />
    </>
  );
}

/** What a statement is asked with: a budget only where it can have one. */
const variablesOf = (name: StatementName, { budgetId, subledger: _, ...choice }: ReportChoice) =>
  BUDGETED.includes(name) ? { ...choice, budgetId } : choice;

function Lines({ title, accountId, choice }: { title: string; accountId: string | null; choice: ReportChoice }) {
  const { companyId, startsOn, endsOn, objectId } = choice;
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['bookedLines', accountId, companyId, startsOn, endsOn, objectId],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      ask<{ report: BookedLines | null }>(
        accountId ? GENERAL_LEDGER : JOURNAL,
        { companyId, startsOn, endsOn, objectId, after: pageParam, ...(accountId && { accountId }) },
        signal,
      ),
    getNextPageParam: ({ report }) => report?.endCursor ?? null,
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const pages = data.pages.flatMap(({ report }) => (report ? [report] : []));
  const [first] = pages;
  if (!first) return <NothingToSee />;
  const onMore = hasNextPage ? () => void fetchNextPage() : undefined;
  return (
    <>
      <Range report={first} />
      <LinesTable title={title} pages={pages} onMore={onMore} busy={isFetchingNextPage} />
    </>
  );
}

function Range({ report }: { report: Pick<Statement, 'startsOn' | 'endsOn' | 'currencyCode'> }) {
  const locale = useReaderLocale();
  const days = [report.startsOn, report.endsOn].map((day) => formatDate(day, locale)).join(' – ');
  return (
    <Typography sx={{ mb: 1 }}>
      {days} · {report.currencyCode}
    </Typography>
  );
}

function NothingToSee() {
  const t = useTexts();
  return <Typography color="text.secondary">{t('books.empty')}</Typography>;
}

interface ActionsProps {
  readonly report: ReportName;
  readonly accountId: string | null;
  readonly choice: ReportChoice;
}

function Actions({ report, accountId, choice }: ActionsProps) {
  const t = useTexts();
  const explain = useRefusals();
  const [problem, setProblem] = useState('');
  const download = async () => {
    setProblem('');
    try {
      await downloadReport(accountId ? 'GENERAL_LEDGER' : report, { ...choice, ...(accountId && { accountId }) });
    } catch (error) {
      setProblem(explain(error, new Set()).problem);
    }
  };
  return (
    <>
      {problem && <Alert severity="error">{problem}</Alert>}
      <Button variant="outlined" color="secondary" onClick={() => void download()}>
        {t('books.csv')}
      </Button>
      <Button variant="outlined" color="secondary" onClick={() => window.print()}>
        {t('books.print')}
      </Button>
    </>
  );
}
