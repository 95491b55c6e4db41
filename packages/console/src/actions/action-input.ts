import { isSection, type SectionKey } from '../generator/define-resource.ts';
import { type FormValues, toCreateInput } from '../generator/form-values.ts';
import type { MetaAction, MetaInput } from '../generator/meta.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { type InputSection, type InputSpec, specOfInput } from '../inputs/input-spec.ts';

/** Inputs that the dialog fills by itself. */
const OWN = new Set(['expectedVersion', 'idempotencyKey']);

/** What the dialog of an action asks for. */
export function askedInputs(action: MetaAction): InputSpec[] {
  return action.inputs.filter(({ name }) => name !== action.recordInput && !OWN.has(name)).map(specOfInput);
}

/** More than this is a page of its own: nobody fills that in on top of another page. */
const INPUTS_IN_A_DIALOG = 8;

/** Whether an action has a page of its own, with an address. */
export function hasOwnPage({ patch }: Pick<ResourceDefinition, 'patch'>, action: MetaAction): boolean {
  return patch?.actionPages.has(action.name) || askedInputs(action).length > INPUTS_IN_A_DIALOG;
}

/**
 * The order of buttons: what has a page made for it is what people come for, and what is hard to take back stands last.
 * Where actions are all that can be done with a document, its next step comes first: that asks for less than what is added
 * to the document or taken out of it.
 */
export function inOrder(
  actions: readonly MetaAction[],
  { patch }: Pick<ResourceDefinition, 'patch'>,
  isDocument: boolean,
): readonly MetaAction[] {
  const rank = ({ name, destructive }: MetaAction) => (destructive ? 2 : patch?.actionPages.has(name) ? 0 : 1);
  const asks = (action: MetaAction) => (isDocument ? askedInputs(action).filter(({ required }) => required).length : 0);
  return actions.toSorted((left, right) => rank(left) - rank(right) || asks(left) - asks(right));
}

/** The inputs by what they speak of, in the order in which the command names them. */
export function actionSections(action: MetaAction): InputSection[] {
  const sectionOf = new Map(action.inputs.map(({ name, section }) => [name, isSection(section) ? section : 'main']));
  const specs = new Map<SectionKey, InputSpec[]>();
  for (const spec of askedInputs(action)) {
    const key = sectionOf.get(spec.name) ?? 'main';
    specs.set(key, [...(specs.get(key) ?? []), spec]);
  }
  return [...specs].map(([key, inputs]) => ({ key, specs: inputs }));
}

/** What its form starts with: values of the record, where the action says so. */
export function startValues(action: MetaAction, record: Readonly<Record<string, unknown>> | undefined): FormValues {
  return Object.fromEntries(action.inputs.map((input) => [input.name, startValue(input, record)]));
}

function startValue(
  { defaultFrom, list, target }: MetaInput,
  record: Readonly<Record<string, unknown>> | undefined,
): unknown {
  const value = defaultFrom ? record?.[defaultFrom] : undefined;
  if (value === undefined || value === null) return list ? [] : null;
  // A record may be known by its code alone, such as a currency; the picker shows what it is given.
  return target && typeof value === 'string' ? { id: value, _label: value, code: value } : value;
}

/** A value that follows from the record chosen in another input. */
export interface Proposal {
  readonly input: string;
  /** Input in which the record is chosen, and what it is a record of. */
  readonly from: string;
  readonly target: string;
  /** Field of that record. */
  readonly field: string;
}

/** What the form proposes as it is filled in: `companyId.baseCurrencyCode` is of the company in `companyId`. */
export function proposalsOf({ inputs }: MetaAction): readonly Proposal[] {
  return inputs.flatMap(({ name, defaultFrom }) => {
    const [from = '', field] = defaultFrom?.split('.') ?? [];
    const target = inputs.find((other) => other.name === from)?.target;
    return field && target ? [{ input: name, from, target, field }] : [];
  });
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
