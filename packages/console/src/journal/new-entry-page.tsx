import {
  Alert,
  Box,
  Button,
  Chip,
  FormControlLabel,
  MenuItem,
  Paper,
  Stack,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify, useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { formatMoney } from '../values/format.ts';
import { type Books, type Company, loadBooks, loadCompanies } from './books.ts';
import { focusField, onSheetKey } from './sheet-keys.ts';
import { SheetTable } from './sheet-table.tsx';
import { type SheetControl, useSheet } from './use-sheet.ts';

/** Types entries one after another, with the keyboard alone. */
export default function NewEntryPage() {
  const t = useTexts();
  const {
    data: companies,
    error,
    refetch,
  } = useQuery({
    queryKey: ['journal', 'companies'],
    queryFn: ({ signal }) => loadCompanies(signal),
  });
  const [chosen, setChosen] = useStore<string | null>('journal.company', null);
  const company = companies?.find(({ id }) => id === chosen) ?? companies?.[0];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!companies) return <PageLoading />;
  if (!company) return <NotFoundPage />;
  const companyChoice = companies.length > 1 && (
    <TextField
      select
      id="entry-company"
      label={t('journal.company')}
      margin="none"
      value={company.id}
      onChange={({ target }) => setChosen(target.value)}
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

function CompanyBooks({ company }: { company: Company }) {
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
  return <EntrySheet company={company} books={books} />;
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

function EntrySheet({ company, books }: { company: Company; books: Books }) {
  const t = useTexts();
  const notify = useNotify();
  const place = useRef<HTMLDivElement>(null);
  const usual = books.journals.find(({ kind }) => kind === 'GENERAL') ?? books.journals[0];
  const [journal, setJournal] = useState(usual?.code ?? '');
  const [wide, setWide] = useStore('journal.wide', false);
  const control = useSheet({ company, journal, books });
  const { sheet, faults, busy } = control;
  // The keys post a frame after they were pressed, and then the sheet as it is by then.
  const latest = useRef(control);
  latest.current = control;
  const toStart = () => focusField(place.current, 0, 'account');
  const post = async () => {
    if (await latest.current.post()) toStart();
    else requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const keep = async () => {
    if (!(await control.saveDraft())) return;
    notify(t('journal.draftSaved'), { type: 'success' });
    toStart();
  };
  const keyOf = (row: number) => sheet.lines[row]?.key ?? -1;
  return (
    <Box
      ref={place}
      role="form"
      aria-label={t('journal.title')}
      onKeyDown={(event) =>
        onSheetKey(event, {
          post: () => void post(),
          newLine: control.addLine,
          removeLine: (row) => control.removeLine(keyOf(row)),
          splitTax: (row) => control.splitTax(keyOf(row)),
        })
      }
    >
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
        <TextField
          select
          id="entry-journal"
          label={t('journal.journal')}
          margin="none"
          value={journal}
          onChange={({ target }) => setJournal(target.value)}
          fullWidth={false}
          sx={{ width: { xs: '100%', sm: 240 } }}
        >
          {books.journals.map(({ code, name }) => (
            <MenuItem key={code} value={code}>
              {code} {name}
            </MenuItem>
          ))}
        </TextField>
        <HeadField name="postingOn" control={control} date />
        <HeadField name="reference" control={control} />
        <HeadField name="text" control={control} grow />
      </Stack>
      <Paper variant="outlined">
        <SheetTable control={control} books={books} wide={wide} />
        <SheetFoot control={control} company={company} />
      </Paper>
      {faults.get('sheet') && (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {faults.get('sheet')}
        </Alert>
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
        <Button variant="contained" disabled={busy} onClick={() => void post()}>
          {busy ? t('journal.posting') : t('journal.post')}
        </Button>
        <Button variant="outlined" disabled={busy} onClick={() => void keep()}>
          {t('journal.saveDraft')}
        </Button>
        <Button onClick={control.addLine}>{t('journal.addLine')}</Button>
        <FormControlLabel
          control={<Switch size="small" checked={wide} onChange={(_event, on) => setWide(on)} />}
          label={t('journal.columns')}
        />
      </Stack>
      <JustPosted control={control} />
      <Keys />
    </Box>
  );
}

interface HeadFieldProps {
  readonly name: 'postingOn' | 'reference' | 'text';
  readonly control: SheetControl;
  readonly date?: boolean;
  readonly grow?: boolean;
}

function HeadField({ name, control, date = false, grow = false }: HeadFieldProps) {
  const t = useTexts();
  const fault = control.faults.get(name);
  return (
    <TextField
      id={`entry-${name}`}
      type={date ? 'date' : 'text'}
      label={t(`journal.${name}`)}
      margin="none"
      autoComplete="off"
      value={control.sheet[name]}
      error={fault !== undefined}
      helperText={fault}
      onChange={({ target }) => control.head({ [name]: target.value })}
      fullWidth={false}
      sx={grow ? { flex: '1 1 220px' } : { width: 170 }}
      slotProps={{ htmlInput: { 'data-column': name }, ...(date && { inputLabel: { shrink: true } }) }}
    />
  );
}

function SheetFoot({ control, company }: { control: SheetControl; company: Company }) {
  const t = useTexts();
  const { debit, credit, difference } = control.totals;
  const money = (value: typeof debit) => formatMoney(value.toFixed(), company.currency, control.locale);
  const [empty, balanced] = [debit.eq(0) && credit.eq(0), difference.eq(0)];
  return (
    <Stack
      direction="row"
      aria-live="polite"
      sx={{ gap: 3, flexWrap: 'wrap', alignItems: 'center', p: 1.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="body2">
        {t('journal.total')} {t('journal.debit')} <b data-total="debit">{money(debit)}</b>
      </Typography>
      <Typography variant="body2">
        {t('journal.total')} {t('journal.credit')} <b data-total="credit">{money(credit)}</b>
      </Typography>
      {!empty && (
        <Chip
          size="small"
          color={balanced ? 'success' : 'warning'}
          label={balanced ? t('journal.balanced') : `${t('journal.difference')} ${money(difference)}`}
        />
      )}
    </Stack>
  );
}

function JustPosted({ control: { posted } }: { control: SheetControl }) {
  const t = useTexts();
  const entries = useCatalogue().byName.get('JournalEntry');
  if (posted.length === 0 || !entries) return null;
  return (
    <Box sx={{ mt: 3 }} role="status">
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('journal.postedHere')}
      </Typography>
      {posted.map(({ id, label }) => (
        <div key={id}>
          <Link to={paths.show(entries, id)}>{t('journal.posted', { number: label })}</Link>
        </div>
      ))}
    </Box>
  );
}

const keys = [
  ['Enter', 'keyEnter'],
  ['Ctrl+Enter', 'keyPost'],
  ['=', 'keyFill'],
  ['Alt+T', 'keyTax'],
  ['Alt+↑ ↓', 'keyLines'],
  ['Ctrl+⌫', 'keyRemove'],
] as const;

function Keys() {
  const t = useTexts();
  return (
    <Box
      component="details"
      sx={{ mt: 3, color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
      className="no-print"
    >
      <summary>{t('journal.keys')}</summary>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 0.5, columnGap: 2 }}>
        {keys.map(([press, does]) => (
          <Box key={press} sx={{ display: 'contents' }}>
            <dt>
              <kbd>{press}</kbd>
            </dt>
            <Box component="dd" sx={{ m: 0 }}>
              {t(`journal.${does}`)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
