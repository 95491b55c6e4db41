import { TextField } from '@mui/material';
import type { Validator } from 'react-admin';
import { useTexts } from '../i18n/use-texts.ts';
import type { InputSpec } from './input-spec.ts';
import { useField } from './use-field.ts';

const TYPES: Partial<Record<InputSpec['kind'], string>> = {
  EMAIL: 'email',
  PHONE: 'tel',
  DATE: 'date',
  INSTANT: 'datetime-local',
};

/** Text of any sort, whole numbers, days and instants. */
export function TextInput({ spec, autoFocus }: { spec: InputSpec; autoFocus?: boolean }) {
  const t = useTexts();
  const whole: Validator = (value) =>
    value === null || value === '' || /^-?\d+$/.test(String(value)) ? undefined : t('input.wholeNumber');
  const { field, common } = useField(spec, { validate: spec.kind === 'INTEGER' ? [whole] : [] });
  const temporal = spec.kind === 'DATE' || spec.kind === 'INSTANT';
  const long = spec.kind === 'LONG_TEXT';
  const value = spec.kind === 'INSTANT' ? toLocalInput(field.value) : String(field.value ?? '');
  return (
    <TextField
      {...common}
      name={field.name}
      inputRef={field.ref}
      type={TYPES[spec.kind] ?? 'text'}
      value={value}
      onBlur={field.onBlur}
      onChange={({ target }) => field.onChange(spec.kind === 'INSTANT' ? fromLocalInput(target.value) : target.value)}
      multiline={long}
      minRows={long ? 3 : undefined}
      autoFocus={autoFocus}
      autoComplete="off"
      slotProps={{
        inputLabel: temporal ? { shrink: true } : undefined,
        htmlInput: {
          inputMode: spec.kind === 'INTEGER' ? 'numeric' : undefined,
          maxLength: spec.constraints.maxLength ?? undefined,
        },
      }}
    />
  );
}

/** An instant as the browser's input has it, in local time. */
function toLocalInput(value: unknown): string {
  if (typeof value !== 'string' || value === '') return '';
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function fromLocalInput(text: string): string | null {
  return text ? new Date(text).toISOString() : null;
}
