import type { EntityName } from '../catalogue.ts';

/** What a rule that the database holds means to whoever broke it. */
export interface Meaning {
  /** Input that the fault belongs to. */
  readonly input: string;
  readonly code: string;
  readonly message: string;
  /** Field that a violated unique or exclusion rule tells of; it is named to viewers who may read it alone. */
  readonly tells?: { readonly entity: EntityName; readonly field: string };
}

export type Rows = Readonly<Record<string, Meaning>>;

/** The same meaning for several rules, each with its input. */
export const each = (code: string, message: string, inputs: Readonly<Record<string, string>>): Rows =>
  Object.fromEntries(Object.entries(inputs).map(([rule, input]) => [rule, { input, code, message }]));

/** One rule that no two rows may break together. */
export const taken = (
  code: string,
  message: string,
  input: string,
  entity: EntityName,
  field: string,
): Required<Meaning> => ({
  input,
  code,
  message,
  tells: { entity, field },
});
