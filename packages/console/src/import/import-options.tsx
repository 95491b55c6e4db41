import {
  Box,
  FormControlLabel,
  MenuItem,
  Paper,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import type { ImportReport, ImportSettings } from '../data/imports.ts';
import { useTexts } from '../i18n/use-texts.ts';

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'cp850',
  'cp852',
];
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '|': 'pipe', '\t': 'tab' } as const;
const DATE_FORMATS = ['DD/MM/YYYY', 'MM/DD/YYYY'];
const DECIMAL_MARKS = [',', '.'];

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
        <Option
          label={t('import.encoding')}
          value={report.encoding}
          values={ENCODINGS.map((name) => [name, name])}
          onChange={(encoding) => onChange({ ...settings, encoding })}
        />
        <Option
          label={t('import.separator')}
          value={report.separator}
          values={Object.entries(SEPARATORS).map(([sign, name]) => [sign, t(`import.${name}`)])}
          onChange={(separator) => onChange({ ...settings, separator })}
        />
        <Option
          label={t('import.dateFormat')}
          value={settings.dateFormat ?? ''}
          values={[['', t('import.asProven')], ...DATE_FORMATS.map((format) => [format, format] as const)]}
          onChange={(dateFormat) => onChange({ ...settings, dateFormat: dateFormat || null })}
        />
        <Option
          label={t('import.decimalMark')}
          value={settings.decimalMark ?? ''}
          values={[['', t('import.asProven')], ...DECIMAL_MARKS.map((mark) => [mark, `1${mark}5`] as const)]}
          onChange={(decimalMark) => onChange({ ...settings, decimalMark: decimalMark || null })}
        />
      </Box>
      <Switches settings={settings} onChange={onChange} />
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
    <TextField
      select
      label={label}
      value={value}
      margin="none"
      sx={{ width: 190 }}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      {known.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Switches({ settings, onChange }: Omit<ImportOptionsProps, 'report'>) {
  const t = useTexts();
  return (
    <Box sx={{ mb: 2 }}>
      {(['createMissing', 'rejectRows'] as const).map((name) => (
        <FormControlLabel
          key={name}
          control={<Switch checked={settings[name]} onChange={(_event, on) => onChange({ ...settings, [name]: on })} />}
          label={t(`import.${name}`)}
        />
      ))}
    </Box>
  );
}

/** The mapping as it stands, with one column put elsewhere. */
function remapped(report: ImportReport, index: number, field: string | null): Record<number, string | null> {
  return Object.fromEntries(
    report.header.map((column) => [column.index, column.index === index ? field : column.field]),
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
              <TableCell>{t('import.target')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {report.header.map(({ index, label, field }) => (
              <TableRow key={index}>
                <TableCell>{label}</TableCell>
                <TableCell>
                  <TextField
                    select
                    margin="none"
                    value={field ?? ''}
                    sx={{ maxWidth: 320 }}
                    onChange={(event) =>
                      onChange({ ...settings, mapping: remapped(report, index, event.target.value || null) })
                    }
                    slotProps={{
                      select: {
                        displayEmpty: true,
                        SelectDisplayProps: { 'aria-label': `${t('import.target')}: ${label}` },
                      },
                    }}
                  >
                    <MenuItem value="">{t('import.ignored')}</MenuItem>
                    {report.fields.map(({ name, label: text, required }) => (
                      <MenuItem key={name} value={name}>
                        {required ? `${text} *` : text}
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
