import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import type { Condition, FilterValue, PathChoice, Scalar } from '../generator/filter-tree.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { type Choice, choicesOf, namesOf } from '../inputs/choices.ts';
import { specOfField } from '../inputs/input-spec.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { editableDecimal, isDecimal, parseDecimal } from '../values/format.ts';
import { ConditionReference } from './condition-reference.tsx';

interface ConditionValueProps {
  readonly choice: PathChoice;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

const WIDTH = { width: { xs: '100%', sm: 260 } };

/** What a field is compared with, by the kind of the field and the operator. */
export function ConditionValue({ choice, condition, onChange }: ConditionValueProps) {
  const locale = useReaderLocale();
  const catalogue = useCatalogue();
  const { field } = choice;
  const { operator, value } = condition;
  const set = (next: FilterValue) => onChange({ ...condition, value: next });
  if (field.kind === 'LIST') return null;
  if (operator === 'isNull' || field.kind === 'BOOLEAN') return <YesNo value={value !== false} onChange={set} />;
  if (field.kind === 'REFERENCE')
    return <ConditionReference target={field.target ?? ''} condition={condition} onChange={set} />;
  const choices = choicesOf(specOfField(field), catalogue, locale);
  const names = field.enumName ? namesOf(field.enumName, catalogue) : undefined;
  if (operator === 'in' || operator === 'notIn') {
    return (
      <ManyValues
        choices={choices ?? names}
        others={!choices}
        value={value}
        onChange={(chosen) => set(chosen.map((one) => scalar(one, field.kind)))}
      />
    );
  }
  if (choices) return <ChosenValue choices={choices} value={value} onChange={set} />;
  if (names && (operator === 'eq' || operator === 'ne'))
    return <NamedValue choices={names} value={value} onChange={set} />;
  return <TypedValue choice={choice} value={value} onChange={set} />;
}

interface ManyValuesProps {
  readonly choices: readonly Choice[] | undefined;
  /** Whether other values than these may be typed. */
  readonly others: boolean;
  readonly value: FilterValue;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several values: chosen from those that there are, or typed where any may be. */
function ManyValues({ choices, others, value, onChange }: ManyValuesProps) {
  const t = useTexts();
  const labels = new Map((choices ?? []).map((one) => [String(one.value), one.label]));
  return (
    <Autocomplete
      multiple
      freeSolo={others}
      options={[...labels.keys()]}
      value={(Array.isArray(value) ? value : []).map(String)}
      getOptionLabel={(one) => labels.get(one) ?? one}
      onChange={(_event, chosen) => onChange(chosen)}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      noOptionsText={t('input.noOptions')}
      sx={WIDTH}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('filter.value')}
          margin="none"
          helperText={choices ? undefined : t('filter.listHint')}
        />
      )}
    />
  );
}

interface ChosenValueProps {
  readonly choices: readonly Choice[];
  readonly value: FilterValue;
  readonly onChange: (value: FilterValue) => void;
}

function ChosenValue({ choices, value, onChange }: ChosenValueProps) {
  const t = useTexts();
  return (
    <Autocomplete
      options={[...choices]}
      value={choices.find((one) => one.value === value) ?? null}
      isOptionEqualToValue={(option, chosen) => option.value === chosen.value}
      onChange={(_event, chosen) => onChange((chosen?.value as Scalar | undefined) ?? null)}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      noOptionsText={t('input.noOptions')}
      sx={WIDTH}
      renderInput={(params) => <TextField {...params} label={t('filter.value')} margin="none" />}
    />
  );
}

/** A name that has a word, by that; or any other, as it is typed. */
function NamedValue({ choices, value, onChange }: ChosenValueProps) {
  const t = useTexts();
  const text = typeof value === 'string' ? value : '';
  return (
    <Autocomplete
      freeSolo
      options={[...choices]}
      value={choices.find((one) => one.value === text) ?? text}
      getOptionLabel={(one) => (typeof one === 'string' ? one : one.label)}
      onChange={(_event, chosen) => onChange(typeof chosen === 'string' ? chosen : String(chosen?.value ?? '') || null)}
      onInputChange={(_event, typed, reason) => {
        if (reason === 'input') onChange(typed || null);
      }}
      clearText={t('input.clear')}
      sx={WIDTH}
      renderInput={(params) => <TextField {...params} label={t('filter.value')} margin="none" />}
    />
  );
}

function YesNo({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = useTexts();
  return (
    <TextField
      select
      label={t('filter.value')}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 110 }}
      value={String(value)}
      onChange={({ target }) => onChange(target.value === 'true')}
    >
      <MenuItem value="true">{t('record.yes')}</MenuItem>
      <MenuItem value="false">{t('record.no')}</MenuItem>
    </TextField>
  );
}

function TypedValue({
  choice,
  value,
  onChange,
}: {
  choice: PathChoice;
  value: FilterValue;
  onChange: (value: FilterValue) => void;
}) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { kind } = choice.field;
  const decimal = kind === 'MONEY' || kind === 'DECIMAL';
  const [text, setText] = useState(() => startText(value, kind, locale));
  const [shown, setShown] = useState(value);
  // The value may become another one, when a row above is taken away or the address changes.
  if (value !== shown) {
    setShown(value);
    if (value !== null && typedValue(text, kind, locale) !== value) setText(startText(value, kind, locale));
  }
  const type = kind === 'DATE' ? 'date' : kind === 'INSTANT' ? 'datetime-local' : 'text';
  const change = (typed: string) => {
    setText(typed);
    onChange(typedValue(typed, kind, locale));
  };
  return (
    <TextField
      label={t('filter.value')}
      margin="none"
      type={type}
      value={text}
      onChange={({ target }) => change(target.value)}
      sx={WIDTH}
      error={decimal && text !== '' && parseDecimal(text, locale) === undefined}
      slotProps={{
        inputLabel: type === 'text' ? undefined : { shrink: true },
        htmlInput: { inputMode: decimal ? 'decimal' : kind === 'INTEGER' ? 'numeric' : undefined },
      }}
    />
  );
}

/** What the typed text means; null where it is nothing yet. */
function typedValue(text: string, kind: string, locale: string): Scalar | null {
  if (text === '') return null;
  if (kind === 'MONEY' || kind === 'DECIMAL') return parseDecimal(text, locale) ?? null;
  return kind === 'INSTANT' ? new Date(text).toISOString() : scalar(text, kind);
}

function startText(value: FilterValue, kind: string, locale: string): string {
  if (value === null || Array.isArray(value)) return '';
  const text = String(value);
  if ((kind === 'MONEY' || kind === 'DECIMAL') && isDecimal(text)) return editableDecimal(text, locale);
  if (kind !== 'INSTANT') return text;
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? ''
    : new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function scalar(text: string, kind: string): Scalar {
  return kind === 'INTEGER' && /^-?\d+$/.test(text.trim()) ? Number(text) : text;
}
