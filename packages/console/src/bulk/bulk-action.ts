import { actionInput, askedInputs, hasOwnPage, startValues } from '../actions/action-input.ts';
import type { FormValues } from '../generator/form-values.ts';
import type { MetaAction } from '../generator/meta.ts';
import { actionMutation, deactivateMutation, type Operation } from '../generator/queries.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { type InputSpec, specOfInput } from '../inputs/input-spec.ts';

/** A row of a list with what this viewer may do with it now. */
export interface BulkRow {
  readonly id: string;
  readonly _label: string | null;
  readonly version?: number;
  readonly active?: boolean;
  readonly _can: { readonly deactivate: boolean; readonly actions: readonly string[] };
}

/** What can be done with several records at once: the same with each, as an operation of its own. */
export interface BulkAction {
  readonly name: string;
  readonly label: string;
  /** What it does, for whoever is about to do it. */
  readonly hint: string;
  readonly destructive: boolean;
  readonly inputs: readonly InputSpec[];
  readonly start: FormValues;
  readonly mutation: Operation;
  readonly input: (row: BulkRow, values: FormValues, idempotencyKey: string) => Record<string, unknown>;
}

type Texts = (key: string) => string;

/** Whether anything of an entity may be done from its list, so that its rows can be selected. */
export function hasBulkActions(resource: ResourceDefinition): boolean {
  const deactivates = resource.deactivates && resource.deactivate !== 'NEVER';
  return deactivates || resource.recordActions.some((action) => !hasOwnPage(resource, action));
}

/** What every one of these rows offers now. What asks for much has a page for one record, and is not among it. */
export function commonActions(resource: ResourceDefinition, rows: readonly BulkRow[], t: Texts): BulkAction[] {
  if (rows.length === 0) return [];
  const commands = resource.recordActions.filter(
    (action) => !hasOwnPage(resource, action) && rows.every(({ _can }) => _can.actions.includes(action.name)),
  );
  const actions = commands.map(commandFor);
  if (!resource.deactivates || !rows.every(({ _can }) => _can.deactivate)) return inOrder(actions);
  const states = new Set(rows.map(({ active }) => active !== false));
  const activity = states.size === 1 ? [activityFor(resource, states.has(false), t)] : [];
  return inOrder([...actions, ...activity]);
}

/** What is hard to take back stands last. */
const inOrder = (actions: readonly BulkAction[]): BulkAction[] =>
  actions.toSorted((left, right) => Number(left.destructive) - Number(right.destructive));

const commandFor = (action: MetaAction): BulkAction => ({
  name: action.name,
  label: action.label,
  hint: action.confirmation || action.description,
  destructive: action.destructive,
  inputs: askedInputs(action),
  // What one of the records says is not what the others should get.
  start: startValues(action, undefined),
  mutation: actionMutation(action),
  input: (record, values, idempotencyKey) => actionInput(action, { record, values, idempotencyKey }),
});

const reasonInput = (label: string): InputSpec =>
  specOfInput({
    name: 'reason',
    kind: 'TEXT',
    label,
    description: '',
    required: false,
    constraints: { maxLength: 500 },
    list: false,
    section: 'main',
  });

function activityFor(resource: ResourceDefinition, reactivate: boolean, t: Texts): BulkAction {
  const word = reactivate ? 'reactivate' : 'deactivate';
  return {
    name: word,
    label: t(`record.${word}`),
    hint: t(`record.${word}Hint`),
    destructive: !reactivate,
    inputs: [reasonInput(t('record.reason'))],
    start: { reason: null },
    mutation: deactivateMutation(resource, reactivate),
    input: ({ id, version }, { reason }) => ({ id, expectedVersion: version, ...(reason ? { reason } : {}) }),
  };
}
