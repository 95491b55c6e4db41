import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadBooks } from '../data/books.ts';
import { ask } from '../data/graph-client.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { FilePicker } from '../import/file-picker.tsx';
import { CompanySelect, useCompanies } from '../inputs/company-select.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { BooksCounts } from './books-counts.tsx';
import { NoteTable } from './note-table.tsx';
import { useBooksImport } from './use-books-import.ts';

/** Books go in and out as SIE files: for those who see the books. */
export default function ExchangePage() {
  const { byName } = useCatalogue();
  return byName.has('JournalEntry') ? <Exchange mayImport={byName.get('Account')?.create != null} /> : <NotFoundPage />;
}

function Exchange({ mayImport }: { mayImport: boolean }) {
  const t = useTexts();
  const companies = useCompanies();
  // Where there is but one company, there is nothing to choose.
  const course = useBooksImport(companies?.length === 1 ? companies[0]?.id : undefined);
  const { report, problem } = course;
  return (
    <Page title={t('books.exchange')}>
      <Box sx={{ mb: 2 }}>
        <CompanySelect
          value={course.companyId}
          onChange={(id) => void course.into(id)}
          emptyLabel={t('import.chooseCompany')}
        />
      </Box>
      {mayImport && (
        <>
          <Typography variant="h2" sx={{ mb: 1 }}>
            {t('books.import')}
          </Typography>
          <FilePicker
            onFile={(file) => void course.choose(file)}
            busy={course.busy}
            disabled={course.companyId === null}
            accept=".se,.si,.sie"
            hint={t('books.drop')}
          />
          {problem && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {problem}
            </Alert>
          )}
          {report && <Preview course={course} />}
        </>
      )}
      {course.companyId && <ExportSection companyId={course.companyId} />}
    </Page>
  );
}

function Preview({ course: { report, busy, commit, reset } }: { course: ReturnType<typeof useBooksImport> }) {
  const t = useTexts();
  if (!report) return null;
  const { faults, warnings, vouchers, accounts, openingLines, batchId } = report;
  const isWritten = batchId !== null;
  const adds = vouchers.added + accounts.added + openingLines > 0;
  return (
    <Box sx={{ mb: 4 }}>
      {isWritten && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {t('books.done')}
        </Alert>
      )}
      {faults.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('books.refused')}
        </Alert>
      )}
      {!isWritten && faults.length === 0 && !adds && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('books.nothingNew')}
        </Alert>
      )}
      {report.encoding !== '' && <BooksCounts report={report} />}
      <NoteTable title={t('import.faults')} notes={faults} />
      <NoteTable title={t('books.warnings')} notes={warnings} />
      {isWritten ? (
        <Button variant="outlined" color="secondary" onClick={reset}>
          {t('import.again')}
        </Button>
      ) : (
        <Button
          variant="contained"
          size="medium"
          loading={busy}
          disabled={faults.length > 0 || !adds}
          onClick={() => void commit()}
        >
          {t('books.commit')}
        </Button>
      )}
    </Box>
  );
}

const YEARS = `query FiscalYears($companyId: ID!) {
  fiscalYears(where: { company: { is: { id: { eq: $companyId } } } }, orderBy: [{ startsOn: { direction: DESC } }], first: 50) {
    nodes { id name } } }`;

function ExportSection({ companyId }: { companyId: string }) {
  const t = useTexts();
  const explain = useRefusals();
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({
    queryKey: ['FiscalYear', 'select', companyId],
    queryFn: ({ signal }) =>
      ask<{ fiscalYears: { nodes: readonly { id: string; name: string }[] } }>(YEARS, { companyId }, signal),
  });
  const years = data?.fiscalYears.nodes ?? [];
  if (years.length === 0) return null;
  const year = years.find(({ id }) => id === chosen)?.id ?? years[0]?.id ?? '';
  const download = async () => {
    setBusy(true);
    setProblem('');
    try {
      await downloadBooks(companyId, year);
    } catch (error) {
      setProblem(explain(error, new Set()).problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="section" aria-label={t('books.export')}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('books.export')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          select
          label={t('books.year')}
          value={year}
          margin="none"
          onChange={({ target }) => setChosen(target.value)}
          sx={{ width: 180 }}
        >
          {years.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" loading={busy} onClick={() => void download()}>
          {t('books.download')}
        </Button>
      </Box>
      {problem && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {problem}
        </Alert>
      )}
    </Box>
  );
}
