import type { FieldKind } from './meta.ts';

/** What a reference is in a record and in a form: its label comes with it, so that no request is needed to show it. */
export interface Reference {
  readonly id: string;
  readonly _label: string | null;
  /** Present where inputs name the record by its code, as they do a currency. */
  readonly code?: string | undefined;
}

export type FormValues = Record<string, unknown>;

/** A field or an action's input: both are filled in the same way. */
export interface FormField {
  readonly name: string;
  readonly inputName: string;
  readonly kind: FieldKind;
  readonly list?: boolean;
}

/** What a form starts with. */
export function toFormValues(fields: readonly FormField[], record: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(fields.map((field) => [field.inputName, record[field.name] ?? null]));
}

/** One value as the graph's inputs take it: nothing is null, a reference is its id. */
export function toInputValue(field: FormField, value: unknown): unknown {
  if (field.list) return Array.isArray(value) ? value.map((one) => toInputValue({ ...field, list: false }, one)) : [];
  if (value === undefined || value === null || value === '') return null;
  if (isReference(value)) return value[referenceKey(field.inputName)] ?? value.id;
  if (field.kind === 'INTEGER') return Number(value);
  return typeof value === 'string' && field.kind !== 'LONG_TEXT' ? value.trim() || null : value;
}

/** All that a create form says; what was left empty is left out, so that the graph's defaults hold. */
export function toCreateInput(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  const entries = fields.map((field) => [field.inputName, toInputValue(field, values[field.inputName])] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Only what was changed: a field that this viewer did not touch is no business of the update. */
export function changedInput(
  fields: readonly FormField[],
  before: FormValues,
  after: FormValues,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const field of fields) {
    const next = toInputValue(field, after[field.inputName]);
    if (!sameValue(field, toInputValue(field, before[field.inputName]), next)) changes[field.inputName] = next;
  }
  return changes;
}

/** Amounts are equal when they mean the same: the database says 1000.0000 where a person typed 1000. */
export function sameValue({ kind }: FormField, left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((one, index) => one === right[index]);
  }
  const amount = kind === 'MONEY' || kind === 'DECIMAL';
  return amount && typeof left === 'string' && typeof right === 'string' && canonical(left) === canonical(right);
}

/** What an input takes of a record: `departmentId` its id, `salaryCurrencyCode` its code. */
export function referenceKey(inputName: string): 'id' | 'code' {
  return inputName.endsWith('Code') ? 'code' : 'id';
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function canonical(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = fraction.replace(/0+$/, '');
  return digits ? `${whole}.${digits}` : whole;
}
