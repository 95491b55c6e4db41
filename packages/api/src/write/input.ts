import type { EntityName } from '../catalogue.ts';
import type { Translations } from '../entity.ts';
import type { Format } from './constraints.ts';

/** Kinds of input and the TypeScript type that a valid value has. Dates are `YYYY-MM-DD`, decimals digits in a string. */
interface Kinds {
  text: string;
  id: string;
  integer: number;
  decimal: string;
  boolean: boolean;
  date: string;
  instant: Date;
  enum: string;
  rows: Readonly<Record<string, unknown>>;
  json: unknown;
}

export type InputKind = keyof Kinds;

export interface InputField<
  K extends InputKind = InputKind,
  Required extends boolean = boolean,
  List extends boolean = boolean,
> {
  readonly kind: K;
  readonly required: Required;
  readonly list: List;
  readonly description: string;
  readonly label?: Translations;
  readonly entity?: EntityName;
  readonly enumName?: string;
  /** For rows: the inputs of each, and the name of their type in the graph. */
  readonly fields?: InputFields;
  readonly typeName?: string;
  readonly format?: Format;
  readonly maxLength?: number;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly scale?: number;
  /** Input that holds the currency code, where the value is money. */
  readonly currency?: string;
  /**
   * Field of the record that the console's form starts with; or, after the name of another input, of the record that is
   * chosen there: `companyId.baseCurrencyCode`.
   */
  readonly defaultFrom?: string;
}

export type InputFields = Readonly<Record<string, InputField>>;

type One<F extends InputField> = F extends { readonly fields: infer N extends InputFields }
  ? InputOf<N>
  : Kinds[F['kind']];
type Many<F extends InputField> = F['list'] extends true ? readonly One<F>[] : One<F>;

/** The value of a valid input. */
export type InputOf<I extends InputFields> = {
  readonly [K in keyof I]: I[K]['required'] extends true ? Many<I[K]> : Many<I[K]> | null;
};

type Extra = Partial<Omit<InputField, 'kind' | 'required' | 'list' | 'description'>>;

const make =
  <K extends InputKind>(kind: K) =>
  (description: string, extra: Extra = {}): InputField<K, true, false> => ({
    kind,
    required: true,
    list: false,
    description,
    ...(kind === 'text' && { maxLength: 500 }),
    ...extra,
  });

/** The inputs of a command: `input.text('Why the employment ends.')`. What may be left out is `optional(…)`. */
export const input = {
  text: make('text'),
  integer: make('integer'),
  boolean: make('boolean'),
  date: make('date'),
  instant: make('instant'),
  decimal: make('decimal'),
  /** A value of JSON whose form depends on the rest of the input: the command checks it. The console draws no form for it. */
  json: make('json'),
  id: (entity: EntityName, description: string, extra: Extra = {}): InputField<'id', true, false> => ({
    ...make('id')(description, extra),
    entity,
  }),
  choice: (enumName: string, description: string, extra: Extra = {}): InputField<'enum', true, false> => ({
    ...make('enum')(description, extra),
    enumName,
  }),
  /** A list of rows, each with inputs of its own. The console draws no form for them: they have pages of their own. */
  rows: <N extends InputFields>(
    typeName: string,
    description: string,
    fields: N,
  ): InputField<'rows', true, true> & { readonly fields: N } => ({
    kind: 'rows',
    required: true,
    list: true,
    description,
    typeName,
    fields,
  }),
};

export const optional = <F extends InputField<InputKind, true>>(
  field: F,
): Omit<F, 'required'> & { readonly required: false } => ({
  ...field,
  required: false,
});

export const many = <K extends InputKind, R extends boolean>(
  field: InputField<K, R, false>,
): InputField<K, R, true> => ({
  ...field,
  list: true,
});
