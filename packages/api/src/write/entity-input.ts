import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { type Entity, entityNamed } from '../entity.ts';
import { constraintsOf, type Format } from './constraints.ts';
import type { InputField, InputFields, InputKind } from './input.ts';

/** Kind of input for a column. */
export function kindOf(field: Field): InputKind {
  if (field.kind === 'enum') return 'enum';
  switch (field.type) {
    case 'Int':
      return 'integer';
    case 'Decimal':
      return 'decimal';
    case 'Boolean':
      return 'boolean';
    case 'DateTime':
      return field.native?.[0] === 'Date' ? 'date' : 'instant';
    default:
      return field.native?.[0] === 'Uuid' ? 'id' : 'text';
  }
}

/** The column behind a field: for a relation, the one that points to the other record. */
export function columnField(entity: EntityName, name: string): Field {
  const field = fieldOf(entity, name);
  return field.kind === 'relation' ? fieldOf(entity, field.from?.at(-1) ?? '') : field;
}

/** Name of a field in the inputs: `departmentId` for the relation `department`. */
export const inputName = (entity: EntityName, field: string): string => columnField(entity, field).name;

function inputField(entity: Entity, name: string): InputField {
  const field = fieldOf(entity.name, name);
  const column = columnField(entity.name, name);
  const check = entity.checks[name];
  const format: Format | undefined =
    check?.format ?? (column.type === 'String' && !column.native ? 'longText' : undefined);
  return {
    kind: kindOf(column),
    required: column.required && !column.hasDefault,
    list: column.list,
    description: field.documentation,
    ...(field.kind === 'relation' && { entity: field.type as EntityName }),
    ...(field.kind === 'enum' && { enumName: field.type }),
    ...(format && { format }),
    ...(check?.currency !== undefined && { currency: check.currency }),
    ...(column.type === 'String' && column.native?.[0] !== 'Uuid' && { maxLength: 20_000 }),
    ...constraintsOf(entity.name, column.name, check),
  };
}

const inputs = (entity: Entity, names: readonly string[]): InputFields =>
  Object.fromEntries(names.map((name) => [inputName(entity.name, name), inputField(entity, name)]));

/** The inputs of the create mutation. */
export const createInputs = (entity: EntityName): InputFields =>
  inputs(entityNamed(entity), entityNamed(entity).create);

/** The inputs of the update mutation. */
export const updateInputs = (entity: EntityName): InputFields => inputs(entityNamed(entity), entityNamed(entity).write);

/** The field of the graph behind an input. */
export function fieldOfInput(entity: EntityName, input: string): string {
  const { create, write } = entityNamed(entity);
  const found = [...create, ...write].find((name) => inputName(entity, name) === input);
  if (!found) throw new Error(`${entity} takes no ${input}`);
  return found;
}
