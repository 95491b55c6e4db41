import { Autocomplete, TextField, type TextFieldProps } from '@mui/material';
import { useState } from 'react';
import type { Reference } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useReferenceSearch } from './reference-search.ts';

interface PickerProps<Multiple extends boolean> {
  readonly target: string;
  readonly multiple: Multiple;
  readonly value: Multiple extends true ? readonly Reference[] : Reference | null;
  readonly onChange: (value: Multiple extends true ? Reference[] : Reference | null) => void;
  readonly onBlur?: () => void;
  readonly field: TextFieldProps;
  /** Name of the input that the choice goes into; it says what of the record is needed. */
  readonly inputName?: string;
  /** Company whose records are offered, where it is known. */
  readonly companyId?: string | null;
}

/** Finds records of another entity by typing. What is chosen keeps its label, so nothing is asked to show it. */
export function ReferencePicker<Multiple extends boolean>({
  target,
  multiple,
  value,
  onChange,
  onBlur,
  field,
  inputName,
  companyId,
}: PickerProps<Multiple>) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { options, loading, available } = useReferenceSearch({ target, text, open, inputName, companyId });
  return (
    <Autocomplete<Reference, boolean>
      id={field.id}
      multiple={multiple as boolean}
      disabled={!available}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options as Reference[]}
      value={value as never}
      onChange={(_event, chosen) => onChange(chosen as never)}
      onInputChange={(_event, typed, reason) => setText(reason === 'input' ? typed : '')}
      onBlur={onBlur}
      filterOptions={(all) => all}
      getOptionLabel={({ _label, id }) => _label || id.slice(-8)}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      loading={loading}
      loadingText={t('input.loading')}
      noOptionsText={t('input.noOptions')}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      renderInput={(params) => <TextField {...params} {...field} />}
    />
  );
}
