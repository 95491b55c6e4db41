import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import type { Validator } from 'react-admin';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { editableDecimal, isDecimal, parseDecimal } from '../values/format.ts';
import type { InputSpec } from './input-spec.ts';
import { useField } from './use-field.ts';

/** An amount or a decimal. It is a string from end to end: a float would lose what it cannot hold. */
export function DecimalInput({ spec, autoFocus }: { spec: InputSpec; autoFocus?: boolean }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { scale } = spec.constraints;
  const decimal: Validator = (value) => {
    if (value === null || value === undefined || value === '') return undefined;
    if (!isDecimal(String(value))) return t('input.invalidNumber');
    const digits = String(value).split('.')[1]?.replace(/0+$/, '').length ?? 0;
    return scale !== null && scale !== undefined && digits > scale ? t('input.tooManyDecimals', { scale }) : undefined;
  };
  const { field, common } = useField(spec, { validate: [decimal] });
  const stored = typeof field.value === 'string' ? field.value : '';
  const [text, setText] = useState(() => (isDecimal(stored) ? editableDecimal(stored, locale) : stored));
  // The form's value may change from outside, by a reset or by a resolved conflict.
  useEffect(() => {
    setText((current) => ((parseDecimal(current, locale) ?? current) === stored ? current : shown(stored, locale)));
  }, [stored, locale]);
  return (
    <TextField
      {...common}
      name={field.name}
      inputRef={field.ref}
      value={text}
      autoFocus={autoFocus}
      autoComplete="off"
      onBlur={() => {
        field.onBlur();
        setText(shown(stored, locale));
      }}
      onChange={({ target }) => {
        setText(target.value);
        field.onChange(parseDecimal(target.value, locale) ?? (target.value || null));
      }}
      slotProps={{
        htmlInput: { inputMode: 'decimal', style: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
      }}
    />
  );
}

function shown(stored: string, locale: string): string {
  return isDecimal(stored) ? editableDecimal(stored, locale) : stored;
}
