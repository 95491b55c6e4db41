import { referenceKey } from './form-values.ts';
import type { MetaAction } from './meta.ts';
import type { FieldDefinition, ResourceDefinition } from './resource-definition.ts';

/** Text of one GraphQL operation. */
export type Operation = string;

const CAN = '_can { update deactivate updatable maskedFields actions }';
const USER_ERRORS = 'userErrors { __typename code message path }';

/** What a list asks of each row: the visible columns and the labels of what they refer to, and nothing else. */
export function rowSelection(resource: ResourceDefinition, columns: readonly string[]): string {
  const visible = columns.flatMap((name) => resource.fieldByName.get(name) ?? []);
  return join([
    'id',
    '_label',
    ...(resource.fieldByName.has('active') ? ['active'] : []),
    ...visible.flatMap((field) => selectionOf(field, resource)),
  ]);
}

/** What a show or edit page asks: every single-valued field, and what this viewer may do with the record. */
export function recordSelection(resource: ResourceDefinition): string {
  const single = resource.fields.filter((field) => field.kind !== 'LIST');
  return join([
    'id',
    '_label',
    ...(resource.versioned ? ['version'] : []),
    ...single.flatMap((field) => selectionOf(field, resource)),
    CAN,
  ]);
}

function selectionOf(field: FieldDefinition, resource: ResourceDefinition): string[] {
  if (field.kind === 'LIST') return [];
  if (field.kind === 'REFERENCE') return [`${field.name} { ${referenceSelection(field.inputName)} }`];
  // An amount is read with its currency, or it says nothing.
  const along = [...(field.currencyField ? [field.currencyField] : []), ...(field.drawnFrom ?? [])]
    .filter((name) => name !== field.name)
    .flatMap((name) => resource.fieldByName.get(name) ?? []);
  return [field.name, ...along.flatMap((other) => selectionOf(other, resource))];
}

/** A reference comes with its label, and with its code where inputs name it by that. */
export function referenceSelection(inputName: string): string {
  return referenceKey(inputName) === 'code' ? 'id _label code' : 'id _label';
}

function join(parts: readonly string[]): string {
  return [...new Set(parts)].join(' ');
}

export interface ListQueryOptions {
  readonly selection: string;
  /** Whether the total is asked for; it costs a count. */
  readonly counted: boolean;
}

export function listQuery(resource: ResourceDefinition, { selection, counted }: ListQueryOptions): Operation {
  const { name, plural, searchable, deactivates } = resource;
  const variables: [string, string][] = [
    ['first', 'Int'],
    ['after', 'ID'],
    ['offset', 'Int'],
    ['where', `${name}Where`],
    ['orderBy', `[${name}Order!]`],
    ...(searchable ? ([['search', 'String']] as [string, string][]) : []),
    ...(deactivates ? ([['includeInactive', 'Boolean']] as [string, string][]) : []),
  ];
  const declared = variables.map(([variable, type]) => `$${variable}: ${type}`).join(', ');
  const passed = variables.map(([variable]) => `${variable}: $${variable}`).join(', ');
  const total = counted ? ' totalCount totalCountIsExact' : '';
  return `query ${name}List(${declared}) { ${plural}(${passed}) { nodes { ${selection} } pageInfo { hasNextPage endCursor }${total} } }`;
}

/** What a viewer may do with some records: asked of the rows of a list from which some are selected. */
export function rightsQuery(resource: ResourceDefinition): Operation {
  const { name, plural, deactivates, versioned, fieldByName } = resource;
  const own = join([
    'id',
    '_label',
    ...(versioned ? ['version'] : []),
    ...(fieldByName.has('active') ? ['active'] : []),
    '_can { deactivate actions }',
  ]);
  const also = deactivates ? ', includeInactive: true' : '';
  return `query ${name}Rights($where: ${name}Where, $first: Int) { list: ${plural}(where: $where, first: $first${also}) { nodes { ${own} } } }`;
}

export function recordQuery(resource: ResourceDefinition, selection = recordSelection(resource)): Operation {
  return `query ${resource.name}Record($id: ID!) { ${resource.single}(id: $id) { ${selection} } }`;
}

export function createMutation(resource: ResourceDefinition): Operation {
  return mutation(`create${resource.name}`, resource.single, 'id _label');
}

/** Reads the whole record back, so that saving needs no second request. */
export function updateMutation(resource: ResourceDefinition): Operation {
  return mutation(`update${resource.name}`, resource.single, recordSelection(resource));
}

export function deactivateMutation(resource: ResourceDefinition, reactivate: boolean): Operation {
  return mutation(
    `${reactivate ? 'reactivate' : 'deactivate'}${resource.name}`,
    resource.single,
    recordSelection(resource),
  );
}

/** An action reads back the id of what it changed or made; some payloads hold more than a record beside it. */
export function actionMutation(action: MetaAction): Operation {
  return mutation(action.name, action.payloadField, 'id _label');
}

function mutation(name: string, payloadField: string, selection: string): Operation {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ${type}($input: ${type}Input!) { ${name}(input: $input) { ${payloadField} { ${selection} } ${USER_ERRORS} } }`;
}
