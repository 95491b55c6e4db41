import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import type { Choice } from './choices.ts';
import type { InputSpec } from './input-spec.ts';
import { useField } from './use-field.ts';

interface ChoiceInputProps {
  readonly spec: InputSpec;
  readonly choices: readonly Choice[];
  readonly autoFocus?: boolean;
}

/** Up to this many choices open as a plain menu; more are searched by typing. */
const MENU_LIMIT = 12;

export function ChoiceInput(props: ChoiceInputProps) {
  if (props.spec.list) return <ManyChoicesInput {...props} />;
  return props.choices.length <= MENU_LIMIT ? <MenuInput {...props} /> : <SearchInput {...props} />;
}

function MenuInput({ spec, choices, autoFocus }: ChoiceInputProps) {
  const t = useTexts();
  const { field, common } = useField(spec);
  return (
    <TextField
      {...common}
      select
      name={field.name}
      inputRef={field.ref}
      value={field.value ?? ''}
      onBlur={field.onBlur}
      onChange={({ target }) => field.onChange(target.value === '' ? null : target.value)}
      autoFocus={autoFocus}
    >
      {!spec.required && <MenuItem value="">{t('record.unset')}</MenuItem>}
      {choices.map(({ value, label }) => (
        <MenuItem key={String(value)} value={value as string}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function SearchInput({ spec, choices, autoFocus }: ChoiceInputProps) {
  const t = useTexts();
  const { field, common } = useField(spec);
  const known = choices.find(({ value }) => value === field.value);
  // A stored value that is not on our list is still shown, or saving would lose it.
  const current = known ?? (field.value ? { value: field.value, label: String(field.value) } : null);
  return (
    <Autocomplete
      id={common.id}
      options={[...choices]}
      value={current}
      getOptionKey={({ value }) => String(value)}
      isOptionEqualToValue={(option, value) => option.value === value.value}
      onBlur={field.onBlur}
      onChange={(_event, choice) => field.onChange(choice?.value ?? null)}
      noOptionsText={t('input.noOptions')}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      renderInput={(params) => <TextField {...params} {...common} inputRef={field.ref} autoFocus={autoFocus} />}
    />
  );
}

function ManyChoicesInput({ spec, choices }: ChoiceInputProps) {
  const t = useTexts();
  const { field, common } = useField(spec);
  const chosen = (Array.isArray(field.value) ? field.value : []) as unknown[];
  return (
    <Autocomplete
      multiple
      id={common.id}
      options={[...choices]}
      value={choices.filter(({ value }) => chosen.includes(value))}
      onBlur={field.onBlur}
      onChange={(_event, many) => field.onChange(many.map(({ value }) => value))}
      noOptionsText={t('input.noOptions')}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      renderInput={(params) => <TextField {...params} {...common} required={false} inputRef={field.ref} />}
    />
  );
}
