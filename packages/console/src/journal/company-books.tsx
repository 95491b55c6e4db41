import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { type Books, type Company, loadBooks } from './books.ts';
import type { Draft } from './draft.ts';
import { EntrySheet } from './entry-sheet.tsx';

/** The sheet for a company's books, once they are there; and the way to begin where there are none. */
export function CompanyBooks({ company, draft }: { company: Company; draft?: Draft }) {
  const {
    data: books,
    error,
    refetch,
  } = useQuery({
    queryKey: ['journal', 'books', company.id],
    queryFn: ({ signal }) => loadBooks(company.id, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!books) return <PageLoading />;
  if (books.accounts.length === 0 || books.journals.length === 0) return <NoBooks />;
  return (
    <EntrySheet company={company} books={draft ? withAccountsOf(draft, books) : books} {...(draft && { draft })} />
  );
}

/** Where there is nothing to post to yet, the way to begin. */
function NoBooks() {
  const t = useTexts();
  const years = useCatalogue().byName.get('FiscalYear');
  const begins = years?.listActions.some(({ name }) => name === 'setUpBooks');
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('journal.noBooks')}</Typography>
      {years && begins && (
        <Button component={Link} to={`${paths.list(years)}?action=setUpBooks`} variant="contained">
          {t('journal.setUpBooks')}
        </Button>
      )}
    </>
  );
}

/** A draft may name accounts that the sheet does not offer, such as those of customers; whether they do, the graph says. */
function withAccountsOf(draft: Draft, books: Books): Books {
  const offered = new Set(books.accounts.map(({ code }) => code));
  const codes = new Set(draft.lines.flatMap(({ accountCode }) => (accountCode ? [accountCode] : [])));
  const others = [...codes].filter((code) => !offered.has(code));
  return {
    ...books,
    accounts: [...books.accounts, ...others.map((code) => ({ id: code, code, name: '', taxCode: '' }))],
  };
}
