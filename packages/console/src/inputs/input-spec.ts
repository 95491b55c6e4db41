import type { SectionKey, Widget } from '../generator/define-resource.ts';
import type { FormField } from '../generator/form-values.ts';
import type { Constraints, MetaField, MetaInput } from '../generator/meta.ts';
import type { Section } from '../generator/resource-definition.ts';
import { drawnKind } from '../values/drawn-kind.ts';

/** Inputs that stand together, under a heading. */
export interface InputSection {
  readonly key: SectionKey;
  readonly specs: readonly InputSpec[];
}

/** What an input needs to know, be it for a field of a record or for an input of an action. */
export interface InputSpec extends FormField {
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly constraints: Constraints;
  readonly enumName?: string | null | undefined;
  readonly target?: string | null | undefined;
}

export function specOfField(field: MetaField & { readonly widget?: Widget | undefined }): InputSpec {
  return { ...field, kind: drawnKind(field), list: false };
}

export function specOfInput(input: MetaInput): InputSpec {
  // A record that is named by its code comes as text with a target.
  const kind = input.target ? 'REFERENCE' : input.kind;
  return { ...input, kind, inputName: input.name };
}

export function inputSection({ key, fields }: Section): InputSection {
  return { key, specs: fields.map(specOfField) };
}
