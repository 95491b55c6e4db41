import { FormControl, FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChoiceInput } from './choice-input.tsx';
import type { InputSpec } from './input-spec.ts';
import { useField } from './use-field.ts';

/** Yes or no; where the value may be missing, missing is a choice of its own. */
export function BooleanInput({ spec }: { spec: InputSpec }) {
  const translate = useTranslate();
  if (spec.required) return <SwitchInput spec={spec} />;
  const choices = [true, false].map((value) => ({ value, label: translate(`ra.boolean.${value}`) }));
  return <ChoiceInput spec={spec} choices={choices} />;
}

function SwitchInput({ spec }: { spec: InputSpec }) {
  // Off is an answer too: "required" would ask for on.
  const { field, common } = useField({ ...spec, required: false });
  const helpId = `${common.id}-help`;
  return (
    <FormControl error={common.error} fullWidth>
      <FormControlLabel
        label={spec.label}
        control={
          <Switch
            id={common.id}
            checked={field.value === true}
            onChange={(_event, checked) => field.onChange(checked)}
            onBlur={field.onBlur}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId}>{common.helperText}</FormHelperText>
    </FormControl>
  );
}
