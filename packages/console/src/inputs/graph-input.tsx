import { useReaderLocale } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { BooleanInput } from './boolean-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { choicesOf } from './choices.ts';
import { DecimalInput } from './decimal-input.tsx';
import type { InputSpec } from './input-spec.ts';
import { ReferenceInput } from './reference-input.tsx';
import { TextInput } from './text-input.tsx';

/** The input for a field of the graph or for an input of an action, by its kind. */
export function GraphInput({ spec, autoFocus = false }: { spec: InputSpec; autoFocus?: boolean }) {
  const catalogue = useCatalogue();
  const locale = useReaderLocale();
  if (spec.kind === 'REFERENCE') return <ReferenceInput spec={spec} autoFocus={autoFocus} />;
  if (spec.kind === 'BOOLEAN') return <BooleanInput spec={spec} />;
  if (spec.kind === 'MONEY' || spec.kind === 'DECIMAL') return <DecimalInput spec={spec} autoFocus={autoFocus} />;
  const choices = choicesOf(spec, catalogue, locale);
  if (choices) return <ChoiceInput spec={spec} choices={choices} autoFocus={autoFocus} />;
  return <TextInput spec={spec} autoFocus={autoFocus} />;
}
