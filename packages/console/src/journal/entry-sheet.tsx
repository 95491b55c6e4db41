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
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNotify, useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { useGo } from '../layout/use-go.ts';
import { formatMoney } from '../values/format.ts';
import { fitsJournal } from './account-search.ts';
import type { Books, Company } from './books.ts';
import { type Draft, sheetOf } from './draft.ts';
import { focusField, onSheetKey } from './sheet-keys.ts';
import { Keys } from './sheet-legend.tsx';
import { SheetTable } from './sheet-table.tsx';
import { type SheetControl, useSheet } from './use-sheet.ts';

interface EntrySheetProps {
  readonly company: Company;
  readonly books: Books;
  /** A draft that is gone on with. */
  readonly draft?: Draft;
}

/** The sheet on which entries are typed, one after another; or one draft. */
export function EntrySheet({ company, books, draft }: EntrySheetProps) {
  const t = useTexts();
  const notify = useNotify();
  const place = useRef<HTMLDivElement>(null);
  const usual = books.journals.find(({ kind }) => kind === 'GENERAL') ?? books.journals[0];
  const [journal, setJournal] = useState(draft?.journal?.code ?? usual?.code ?? '');
  const [wide, setWide] = useStore('journal.wide', false);
  const locale = useReaderLocale();
  const [begun] = useState(() => draft && { draft, sheet: sheetOf(draft, locale) });
  const kind = books.journals.find(({ code }) => code === journal)?.kind ?? '';
  const offered = useMemo(
    () => ({ ...books, accounts: books.accounts.filter((account) => fitsJournal(account, kind)) }),
    [books, kind],
  );
  const control = useSheet({ company, journal, books: offered, ...(begun && { begun }) });
  const go = useGo();
  const entries = useCatalogue().byName.get('JournalEntry');
  const { sheet, faults, busy } = control;
  // The keys post a frame after they were pressed, and then the sheet as it is by then.
  const latest = useRef(control);
  latest.current = control;
  const [turn, setTurn] = useState(0);
  // Only once the next sheet is there: a field of the one before would take the cursor with it.
  useLayoutEffect(() => {
    if (turn > 0) focusField(place.current, 0, 'account');
  }, [turn]);
  const toStart = () => setTurn((last) => last + 1);
  const post = async () => {
    const entry = await latest.current.post();
    if (entry && draft && entries) go(paths.show(entries, entry.id));
    else if (entry) toStart();
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
        <SheetTable control={control} books={offered} companyId={company.id} wide={wide} />
        <SheetFoot control={control} company={company} />
      </Paper>
      {faults.get('sheet') && (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {faults.get('sheet')}
        </Alert>
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
        <Button variant="contained" disabled={busy} onClick={() => void post()}>
          {busy ? t('journal.posting') : t(draft ? 'journal.postDraft' : 'journal.post')}
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
