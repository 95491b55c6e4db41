import { TextField, type TextFieldProps } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';

/** A code of the second factor. Browsers and password managers fill it in; a recovery code has letters. */
export function CodeField(props: TextFieldProps) {
  const t = useTexts();
  return (
    <TextField
      label={t('security.code')}
      name="code"
      autoComplete="one-time-code"
      required
      slotProps={{ htmlInput: { autoCapitalize: 'characters', spellCheck: false, maxLength: 20 } }}
      {...props}
      helperText={props.error ? props.helperText : (props.helperText ?? t('security.codeHint'))}
    />
  );
}
