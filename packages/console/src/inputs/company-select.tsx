import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { Reference } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';

/** The companies that the viewer sees; there are few of them. */
export function useCompanies(): readonly Reference[] | undefined {
  const dataProvider = useDataProvider();
  const company = useResource('Company');
  const { data } = useQuery({
    queryKey: ['Company', 'select'],
    enabled: company !== undefined,
    queryFn: () =>
      dataProvider
        .getList('Company', { pagination: { page: 1, perPage: 100 }, meta: { columns: [], counted: false } })
        .then((result) => result.data as unknown as Reference[]),
  });
  return data;
}

interface CompanySelectProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** What it is called that none is chosen, where that may be. */
  readonly emptyLabel?: string;
}

/** One of the few companies that the viewer sees. Where there is but one, there is nothing to choose. */
export function CompanySelect({ value, onChange, emptyLabel }: CompanySelectProps) {
  const t = useTexts();
  const companies = useCompanies();
  if (!companies || companies.length < 2) return null;
  return (
    <TextField
      select
      label={t('orgChart.company')}
      margin="none"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
      sx={{ width: 260 }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      {emptyLabel && <MenuItem value="">{emptyLabel}</MenuItem>}
      {companies.map(({ id, _label }) => (
        <MenuItem key={id} value={id}>
          {_label}
        </MenuItem>
      ))}
    </TextField>
  );
}
