import { Box, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import type { Reference } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CompanySelect } from '../inputs/company-select.tsx';
import { ReferencePicker } from '../inputs/reference-picker.tsx';
import { SUBLEDGERS } from './aged-query.ts';
import { BUDGETED, REPORTS, type ReportChoice, type ReportName } from './report-query.ts';

interface ReportFiltersProps {
  readonly report: ReportName;
  readonly choice: Omit<ReportChoice, 'companyId'> & { readonly companyId: string | null };
  readonly set: (changes: Readonly<Record<string, string | null>>) => void;
}

const wide = { width: { xs: '100%', sm: 190 } } as const;

/** Which report, of which days, and what it is compared with; all of it stands in the address. */
export function ReportFilters({ report, choice, set }: ReportFiltersProps) {
  const t = useTexts();
  const day = (name: 'startsOn' | 'endsOn' | 'compareStartsOn' | 'compareEndsOn', hint?: string) => (
    <TextField
      type="date"
      id={`report-${name}`}
      label={t(`books.${name}`)}
      margin="none"
      value={choice[name] ?? ''}
      helperText={hint}
      onChange={({ target }) => set({ [name]: target.value || null })}
      sx={wide}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  const isAged = report === 'AGED_ITEMS';
  const compares = report !== 'JOURNAL' && !isAged;
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2, alignItems: 'flex-start' }}>
      <CompanySelect
        value={choice.companyId}
        onChange={(company) => set({ company, account: null, object: null, budget: null })}
      />
      <TextField
        select
        id="report-name"
        label={t('books.statement')}
        margin="none"
        value={report}
        onChange={({ target }) => set({ report: target.value, account: null })}
        sx={{ width: { xs: '100%', sm: 260 } }}
      >
        {REPORTS.map((name) => (
          <MenuItem key={name} value={name}>
            {t(`books.key.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {!isAged && day('startsOn', t('books.yearStart'))}
      {day('endsOn')}
      {compares && day('compareStartsOn')}
      {compares && day('compareEndsOn')}
      {isAged ? (
        <SubledgerChoice value={choice.subledger} onChange={(subledger) => set({ subledger })} />
      ) : (
        <RecordChoice
          target="DimensionObject"
          name="object"
          id={choice.objectId}
          onChange={(object) => set({ object })}
        />
      )}
      {BUDGETED.includes(report) && (
        <RecordChoice target="Budget" name="budget" id={choice.budgetId} onChange={(budget) => set({ budget })} />
      )}
    </Box>
  );
}

function SubledgerChoice({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useTexts();
  return (
    <TextField
      select
      id="report-subledger"
      label={t('aged.whose')}
      margin="none"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
      sx={{ width: { xs: '100%', sm: 240 } }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('aged.both')}</MenuItem>
      {SUBLEDGERS.map((name) => (
        <MenuItem key={name} value={name}>
          {t(`aged.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

const LABELS = {
  DimensionObject: 'query DimensionObject($id: ID!) { it: dimensionObject(id: $id) { id _label } }',
  Budget: 'query BudgetLabel($id: ID!) { it: budget(id: $id) { id _label } }',
} as const;

interface RecordChoiceProps {
  readonly target: keyof typeof LABELS;
  readonly name: 'object' | 'budget';
  readonly id: string | null;
  readonly onChange: (id: string | null) => void;
}

/** A record that the report is about; the address has its id alone. */
function RecordChoice({ target, name, id, onChange }: RecordChoiceProps) {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: [target, 'label', id],
    enabled: id !== null,
    queryFn: ({ signal }) => ask<{ it: Reference | null }>(LABELS[target], { id }, signal),
  });
  return (
    <Box sx={{ width: { xs: '100%', sm: 240 } }}>
      <ReferencePicker
        target={target}
        multiple={false}
        value={id === null ? null : (data?.it ?? { id, _label: '' })}
        onChange={(chosen) => onChange(chosen?.id ?? null)}
        field={{ id: `report-${name}`, label: t(`books.${name}`), margin: 'none', fullWidth: true }}
      />
    </Box>
  );
}
