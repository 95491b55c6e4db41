import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useEffect, useState } from 'react';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { editableDecimal, parseDecimal } from '../values/format.ts';
import {
  CHANGES,
  type Change,
  type ComparedComponent,
  type ComparedPeople,
  MEASURES,
  type PeopleView,
} from './comparison-query.ts';

interface PeopleFiltersProps {
  readonly view: PeopleView;
  readonly people: ComparedPeople | undefined;
  readonly components: readonly ComparedComponent[];
  readonly onChange: (next: Readonly<Record<string, string>>) => void;
}

const countOf = (people: ComparedPeople, change: Change): number =>
  ({ JOINED: people.joined, LEFT: people.left, CHANGED: people.changed, SAME: people.same })[change];

/** What is compared, and whom the table is about. */
export function PeopleFilters({ view, people, components, onChange }: PeopleFiltersProps) {
  const t = useTexts();
  const known = [...MEASURES, ...components.map(({ code }) => code)];
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
      <TextField
        select
        id="compare-measure"
        label={t('payCompare.measure')}
        margin="none"
        value={known.includes(view.measure) ? view.measure : 'NET'}
        onChange={({ target }) => onChange({ measure: target.value })}
        fullWidth={false}
        sx={{ width: { xs: '100%', sm: 260 } }}
      >
        {MEASURES.map((measure) => (
          <MenuItem key={measure} value={measure}>
            {t(`payCompare.measures.${measure}`)}
          </MenuItem>
        ))}
        {components.map(({ code, label }) => (
          <MenuItem key={code} value={code}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButtonGroup
        size="small"
        aria-label={t('payCompare.change')}
        value={view.changes}
        onChange={(_event, value: readonly Change[]) => onChange({ changes: value.join(',') })}
        sx={{ flexWrap: 'wrap' }}
      >
        {CHANGES.map((change) => (
          <ToggleButton key={change} value={change}>
            {t(`payCompare.changes.${change}`)}
            {people && ` (${countOf(people, change)})`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Threshold value={view.atLeast} onChange={(atLeast) => onChange({ atLeast })} />
    </Box>
  );
}

/** How long somebody may pause in typing before the table follows. */
const PAUSE_MS = 400;

function Threshold({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const [text, setText] = useState(() => (value ? editableDecimal(value, locale) : ''));
  const decimal = text.trim() === '' ? '' : parseDecimal(text, locale);
  const isWrong = decimal === undefined || decimal.startsWith('-');
  useEffect(() => {
    if (isWrong || decimal === value) return;
    const timer = setTimeout(() => onChange(decimal), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [decimal, isWrong, value, onChange]);
  return (
    <TextField
      id="compare-threshold"
      label={t('payCompare.atLeast')}
      margin="none"
      autoComplete="off"
      value={text}
      error={isWrong}
      onChange={({ target }) => setText(target.value)}
      fullWidth={false}
      sx={{ width: { xs: '100%', sm: 220 } }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}
