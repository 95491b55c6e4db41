import { Box, MenuItem, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField, Typography } from '@mui/material';
import type { ImportReport, ImportSettings } from '../data/imports.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CompanySelect } from '../inputs/company-select.tsx';

const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'windows-1250', 'iso-8859-1', 'iso-8859-2', 'cp850', 'macroman'];
const SEPARATORS = [',', ';', '\t'] as const;
const SEPARATOR_NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };
const DATE_FORMATS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY.MM.DD', 'D. M. YYYY'];

interface ImportOptionsProps {
  readonly report: ImportReport;
  readonly settings: ImportSettings;
  readonly onChange: (settings: ImportSettings) => void;
}

/** How the file was understood, open to correction: detection is a guess. */
export function ImportOptions({ report, settings, onChange }: ImportOptionsProps) {
  const t = useTexts();
  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
        <CompanySelect value={settings.company} onChange={(company) => onChange({ ...settings, company })} emptyLabel="–" />
        <Option
          label={t('import.encoding')}
          value={report.encoding}
          values={ENCODINGS.map((name) => [name, name])}
          onChange={(encoding) => onChange({ ...settings, encoding })}
        />
        <Option
          label={t('import.separator')}
          value={report.separator}
          values={SEPARATORS.map((sign) => [sign, t(`import.${SEPARATOR_NAMES[sign]}`)])}
          onChange={(separator) => onChange({ ...settings, separator })}
        />
        <Option
          label={t('import.dateFormat')}
          value={report.dateFormat}
          values={DATE_FORMATS.map((format) => [format, format])}
          onChange={(dateFormat) => onChange({ ...settings, dateFormat })}
        />
      </Box>
      <Mapping report={report} settings={settings} onChange={onChange} />
    </Box>
  );
}

interface OptionProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Option({ label, value, values, onChange }: OptionProps) {
  const known = values.some(([one]) => one === value) ? values : [[value, value] as const, ...values];
  return (
    <TextField select label={label} value={value} margin="none" sx={{ width: 190 }} onChange={({ target }) => onChange(target.value)}>
      {known.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Mapping({ report, settings, onChange }: ImportOptionsProps) {
  const t = useTexts();
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('import.columns')}
      </Typography>
      <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('import.columns')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('import.column')}</TableCell>
              <TableCell>{t('import.example')}</TableCell>
              <TableCell>{t('import.target')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {report.columns.map(({ header, example, target }) => (
              <TableRow key={header}>
                <TableCell>{header}</TableCell>
                <TableCell sx={{ color: 'text.secondary' }}>{example}</TableCell>
                <TableCell>
                  <TextField
                    select
                    margin="none"
                    value={settings.mapping[header] ?? target ?? ''}
                    sx={{ minWidth: 220 }}
                    onChange={(event) => onChange({ ...settings, mapping: { ...settings.mapping, [header]: event.target.value } })}
                    slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': `${t('import.target')}: ${header}` } } }}
                  >
                    <MenuItem value="">{t('import.ignored')}</MenuItem>
                    {report.targets.map(({ name, label }) => (
                      <MenuItem key={name} value={name}>
                        {label}
                      </MenuItem>
                    ))}
                  </TextField>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
