import { isRequired, maxLength, required, useInput, useTranslate, type Validator } from 'react-admin';
import type { InputSpec } from './input-spec.ts';

interface FieldOptions {
  readonly validate?: Validator[];
}

/** An input's state in its form, and what every kind of input shows in the same way: label, help and fault. */
export function useField(spec: InputSpec, { validate = [] }: FieldOptions = {}) {
  const translate = useTranslate();
  const { maxLength: longest } = spec.constraints;
  const validators = [...(spec.required ? [required()] : []), ...(longest ? [maxLength(longest)] : []), ...validate];
  const { field, fieldState, id } = useInput({ source: spec.inputName, validate: validators, defaultValue: null });
  const fault = fieldState.error && messageOf(fieldState.error.message, translate);
  return {
    field,
    id,
    common: {
      id,
      label: spec.label,
      required: isRequired(validators),
      error: Boolean(fieldState.error),
      helperText: fault ?? (spec.description || ' '),
    },
  };
}

type Translate = ReturnType<typeof useTranslate>;

/** react-admin packs a message with its arguments into one string; the server's messages come as they are. */
function messageOf(message: string | undefined, translate: Translate): string {
  const text = message ?? '';
  if (!text.startsWith('@@react-admin@@')) return translate(text, { _: text });
  const packed: unknown = JSON.parse(text.slice('@@react-admin@@'.length));
  if (typeof packed === 'string') return translate(packed, { _: packed });
  const { message: key, args } = packed as { message: string; args?: Record<string, unknown> };
  return translate(key, { _: key, ...args });
}
