import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { editableDecimal, parseDecimal } from '../values/format.ts';
import type { BuilderProps } from './report-builder.tsx';
import { COUNT, HAVING_OPERATORS, type Having, measureText } from './report-state.ts';
import { valueKind } from './report-table.ts';
import { measureName } from './use-report-words.ts';

const SIGNS: Readonly<Record<Having['operator'], string>> = { gte: '≥', gt: '>', lte: '≤', lt: '<', eq: '=' };
const PAUSE_MS = 400;

/** Conditions on the groups of a report; all of them hold. */
export function HavingEditor({ resource, control: { state, change } }: BuilderProps) {
  const say = useAnalysisTexts();
  const { having } = state;
  const replace = (index: number, next: Having) =>
    change({ having: having.map((each, at) => (at === index ? next : each)) });
  const measures = [...new Map([COUNT, ...state.show].map((each) => [measureText(each), each])).values()].filter(
    (each) => ['number', 'money'].includes(valueKind({ resource }, each)),
  );
  return (
    <Box role="group" aria-label={say('having')} sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      {having.length > 0 && <Typography component="span">{say('having')}</Typography>}
      {having.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what stands in a row follows its value, whichever row it is.
        <Stack key={index} direction="row" sx={{ columnGap: 1, rowGap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
          <TextField
            select
            margin="none"
            label={say('show')}
            value={measureText(each.measure)}
            onChange={({ target }) =>
              replace(index, { ...each, measure: measures.find((one) => measureText(one) === target.value) ?? COUNT })
            }
            sx={{ width: 220 }}
          >
            {[
              ...measures,
              ...(measures.some((one) => measureText(one) === measureText(each.measure)) ? [] : [each.measure]),
            ].map((one) => (
              <MenuItem key={measureText(one)} value={measureText(one)}>
                {measureName({ resource }, one, say)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            margin="none"
            label={say('comparison')}
            value={each.operator}
            onChange={({ target }) =>
              replace(index, { ...each, operator: HAVING_OPERATORS.find((one) => one === target.value) ?? 'gte' })
            }
            sx={{ width: 120 }}
          >
            {HAVING_OPERATORS.map((operator) => (
              <MenuItem key={operator} value={operator}>
                {SIGNS[operator]}
              </MenuItem>
            ))}
          </TextField>
          <NumberField value={each.value} onChange={(value) => replace(index, { ...each, value })} />
          <IconButton
            aria-label={say('removeHaving')}
            onClick={() => change({ having: having.filter((_one, at) => at !== index) })}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      <Button
        startIcon={<AddIcon />}
        onClick={() => change({ having: [...having, { measure: COUNT, operator: 'gte', value: '' }] })}
      >
        {say('addHaving')}
      </Button>
    </Box>
  );
}

/** A number that is asked for once typing pauses; a string from end to end. */
function NumberField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const say = useAnalysisTexts();
  const locale = useReaderLocale();
  const [text, setText] = useState(value && editableDecimal(value, locale));
  const typed = text.trim() === '' ? '' : parseDecimal(text, locale);
  useEffect(() => {
    if (typed === undefined || typed === value) return;
    const timer = setTimeout(() => onChange(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextField
      margin="none"
      label={say('number')}
      value={text}
      error={typed === undefined}
      onChange={({ target }) => setText(target.value)}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      sx={{ width: 150 }}
    />
  );
}
