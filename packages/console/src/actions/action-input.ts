import { type FormValues, toCreateInput } from '../generator/form-values.ts';
import type { MetaAction } from '../generator/meta.ts';
import { type InputSpec, specOfInput } from '../inputs/input-spec.ts';

/** Inputs that the dialog fills by itself. */
const OWN = new Set(['expectedVersion', 'idempotencyKey']);

/** What the dialog of an action asks for. */
export function askedInputs(action: MetaAction): InputSpec[] {
  return action.inputs.filter(({ name }) => name !== action.recordInput && !OWN.has(name)).map(specOfInput);
}

/** What its form starts with: values of the record, where the action says so. */
export function startValues(action: MetaAction, record: Readonly<Record<string, unknown>> | undefined): FormValues {
  const entries = action.inputs.map(({ name, defaultFrom, list }) => [name, (defaultFrom && record?.[defaultFrom]) || (list ? [] : null)]);
  return Object.fromEntries(entries);
}

interface Sent {
  readonly record: { readonly id: string; readonly version?: number | undefined } | undefined;
  readonly values: FormValues;
  readonly idempotencyKey: string;
}

/** The input of the mutation. */
export function actionInput(action: MetaAction, { record, values, idempotencyKey }: Sent): Record<string, unknown> {
  return {
    ...(action.recordInput && record ? { [action.recordInput]: record.id } : {}),
    ...(action.versioned && record ? { expectedVersion: record.version } : {}),
    ...(action.idempotent ? { idempotencyKey } : {}),
    ...toCreateInput(askedInputs(action), values),
  };
}
