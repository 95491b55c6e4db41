import {
  Box,
  Chip,
  FormControl,
  FormControlLabel,
  FormLabel,
  MenuItem,
  Paper,
  Radio,
  RadioGroup,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useWizardTexts } from '../i18n/use-wizard-texts.ts';
import type { WizardTexts } from '../i18n/wizard-en.ts';
import { formatDate } from '../values/format.ts';
import type { ChartItem } from './set-up-query.ts';
import type { SetUp } from './use-set-up.ts';

interface StepProps {
  readonly setUp: SetUp;
}

export function CompanyStep({ setUp: { free, company, setCompanyId } }: StepProps) {
  const say = useWizardTexts();
  return (
    <TextField
      select
      id="wizard-company"
      label={say('company')}
      helperText={say('companyHelp')}
      margin="none"
      value={company?.id ?? ''}
      onChange={({ target }) => setCompanyId(target.value)}
      sx={{ width: { xs: '100%', sm: 360 } }}
    >
      {free.map(({ id, _label }) => (
        <MenuItem key={id} value={id}>
          {_label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The charts, and every account of the one that is chosen, before it is taken. */
export function ChartStep({ setUp: { charts, chart, setKey } }: StepProps) {
  const t = useTexts();
  const say = useWizardTexts();
  return (
    <>
      <FormControl>
        <FormLabel id="wizard-charts">{say('chartChoice')}</FormLabel>
        <RadioGroup
          aria-labelledby="wizard-charts"
          value={chart?.key ?? ''}
          onChange={(_event, key) => setKey(key)}
          sx={{ mb: 1 }}
        >
          {charts.map(({ key, name, accounts }) => (
            <FormControlLabel
              key={key}
              value={key}
              control={<Radio size="small" />}
              label={`${name} (${say('accounts', { count: accounts.length })})`}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {chart && (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            {chart.source}
          </Typography>
          <ItemTable items={chart.accounts} label={chart.name} detail={(type) => t(`books.key.${type}`)} />
        </>
      )}
    </>
  );
}

export function YearStep({ setUp: { startsOn, setStartsOn, endsOn, setEndsOn, months } }: StepProps) {
  const say = useWizardTexts();
  const day = (name: 'startsOn' | 'endsOn', value: string, set: (day: string) => void) => (
    <TextField
      type="date"
      id={`wizard-${name}`}
      label={say(name)}
      margin="none"
      value={value}
      onChange={({ target }) => set(target.value)}
      error={months.length === 0}
      helperText={months.length === 0 ? say('noYear') : ' '}
      fullWidth={false}
      sx={{ width: { xs: '100%', sm: 200 } }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap' }}>
        {day('startsOn', startsOn, setStartsOn)}
        {day('endsOn', endsOn, setEndsOn)}
      </Stack>
      <Typography sx={{ my: 1 }}>{say('periods', { count: months.length })}</Typography>
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap' }}>
        {months.map((month) => (
          <Chip key={month} size="small" label={month} />
        ))}
      </Stack>
    </>
  );
}

interface ItemsStepProps {
  readonly about: keyof WizardTexts;
  readonly items: readonly ChartItem[];
  readonly detail?: (detail: string) => string;
}

/** What the chart brings of one sort; it can be changed once the books are there. */
export function ItemsStep({ about, items, ...more }: ItemsStepProps) {
  const say = useWizardTexts();
  return (
    <>
      <Typography sx={{ mb: 1 }}>{say(about)}</Typography>
      <ItemTable items={items} label={say(about)} {...more} />
    </>
  );
}

function ItemTable({ items, label, detail }: Omit<ItemsStepProps, 'about'> & { readonly label: string }) {
  const say = useWizardTexts();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{ maxHeight: 320 }}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{say('code')}</TableCell>
            <TableCell>{say('name')}</TableCell>
            {detail && <TableCell>{say('detail')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={item.code}>
              <TableCell component="th" scope="row">
                {item.code}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{item.name}</TableCell>
              {detail && <TableCell>{detail(item.detail)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

export function SummaryStep({ setUp: { company, chart, startsOn, endsOn, months } }: StepProps) {
  const say = useWizardTexts();
  const locale = useReaderLocale();
  const days = startsOn && `${formatDate(startsOn, locale)} – ${formatDate(endsOn, locale)}`;
  const rows = [
    ['company', company?._label],
    ['chart', chart && `${chart.name} (${say('accounts', { count: chart.accounts.length })})`],
    ['year', `${days} (${say('periods', { count: months.length })})`],
    ['journals', chart?.journals.map(({ code }) => code).join(', ')],
    ['dimensions', chart?.dimensions.map(({ name }) => name).join(', ')],
    ['taxes', chart?.taxes.map(({ code }) => code).join(', ')],
  ] as const;
  return (
    <>
      <Typography sx={{ mb: 1 }}>{say('summaryHelp')}</Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' }, gap: 0.5, m: 0 }}>
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {say(name)}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
