import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { useCompanyChoice } from '../inputs/company-choice.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { type Company, loadCompanies } from './books.ts';
import { CompanyBooks } from './company-books.tsx';
import { loadDraft } from './draft.ts';

/** Types entries one after another, with the keyboard alone; or goes on with the draft in the address. */
export default function NewEntryPage() {
  const [params] = useSearchParams();
  const draftId = params.get('draft');
  const {
    data: companies,
    error,
    refetch,
  } = useQuery({
    queryKey: ['journal', 'companies'],
    queryFn: ({ signal }) => loadCompanies(signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!companies) return <PageLoading />;
  return draftId === null ? <NewEntries companies={companies} /> : <DraftPage companies={companies} id={draftId} />;
}

function NewEntries({ companies }: { companies: readonly Company[] }) {
  const t = useTexts();
  // It stands in the address, so that going to another company's books is leaving the page: what was typed is asked about.
  const [params, setParams] = useSearchParams();
  const company = useCompanyChoice(companies, params.get('company'));
  if (!company) return <NotFoundPage />;
  const companyChoice = companies.length > 1 && (
    <TextField
      select
      id="entry-company"
      label={t('journal.company')}
      margin="none"
      value={company.id}
      onChange={({ target }) => setParams({ company: target.value })}
      sx={{ minWidth: 220 }}
    >
      {companies.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Page title={t('journal.title')} actions={companyChoice}>
      <CompanyBooks key={company.id} company={company} />
    </Page>
  );
}

/** One draft, until it is posted. It is asked for anew each time: a version from before would be a conflict. */
function DraftPage({ companies, id }: { companies: readonly Company[]; id: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['journal', 'draft', id],
    queryFn: ({ signal }) => loadDraft(id, signal),
    gcTime: 0,
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  const company = companies.find((each) => each.id === data?.company?.id);
  if (!data || !company || data.status !== 'DRAFT') return <NotFoundPage />;
  return (
    <Page title={t('journal.draftTitle')} subtitle={company.label}>
      <CompanyBooks key={data.id} company={company} draft={data} />
    </Page>
  );
}
