import { type EntityName, type Field, graphFields, models } from '../catalogue.ts';
import { type Entity, entities, entityNamed } from '../entity.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { classes } from '../policy/classes.ts';
import type { ClassTable } from '../policy/grammar.ts';
import { entityPolicies } from '../policy/index.ts';
import { hidesInactive } from '../read/connection.ts';
import { pageByDefault } from '../read/page.ts';
import {
  type InputMember,
  modelType,
  type Output,
  type OutputMember,
  objectType,
  type Row,
  type TypeOf,
} from './dynamic.ts';
import { enumType } from './enums.ts';
import { inputsOf, scalarOf } from './filters.ts';

const structuralDescriptions: Readonly<Record<string, string>> = {
  id: 'Identifies the record for good.',
  version: 'Counts the changes of the record; an update names the one that it starts from.',
  createdAt: 'When the record was made.',
  updatedAt: 'When the record was last changed.',
};

/** Whether every role that sees a row sees the field too; only then can it be promised never to be null. */
function isPromised(entity: EntityName, field: Field): boolean {
  const policy = entityPolicies[entity];
  const table: ClassTable = classes;
  const fieldClass = policy.fields[field.name];
  if (!fieldClass) return true;
  return (Object.keys(table[policy.row] ?? {}) as Role[]).every((role) => {
    const row = table[policy.row]?.[role]?.read;
    const read = table[fieldClass]?.[role]?.read;
    return row === undefined || read === 'all' || read === row;
  });
}

export const RecordRights = objectType('RecordRights', {
  description: 'What this viewer may do with a record.',
  fields: () => ({
    update: { type: 'Boolean', description: 'Whether any field may be changed.' },
    deactivate: { type: 'Boolean', description: 'Whether the record may be taken out of use.' },
    updatable: { type: ['String'], description: 'Fields that may be changed.' },
    maskedFields: { type: ['String'], description: 'Fields whose value is not shown on this record.' },
    actions: { type: ['String'], description: 'Mutations that can be run on the record as it stands.' },
  }),
});

export const PageInfo = objectType('PageInfo', {
  description: 'Where a page stands in its list.',
  fields: () => ({
    hasNextPage: { type: 'Boolean', description: 'Whether there are rows after the page.' },
    hasPreviousPage: { type: 'Boolean', description: 'Whether there are rows before the page.' },
    startCursor: { type: 'ID', nullable: true, description: 'Cursor of the first row.' },
    endCursor: { type: 'ID', nullable: true, description: 'Cursor of the last row.' },
  }),
});

/** Where a page stands that begins after a cursor, of what is read in one direction alone. */
export const forwardPage = <T extends { readonly id: string }>(page: {
  readonly nodes: readonly T[];
  readonly hasNextPage: boolean;
}): Row => ({
  hasNextPage: page.hasNextPage,
  hasPreviousPage: false,
  startCursor: page.nodes[0]?.id ?? null,
  endCursor: page.nodes.at(-1)?.id ?? null,
});

interface EntityOutputs {
  readonly type: Output;
  readonly connection: Output;
}

const outputs = new Map<EntityName, EntityOutputs>();

/** The arguments of a list of an entity. */
export function pageArguments(entity: EntityName): Readonly<Record<string, InputMember>> {
  const { where, order } = inputsOf(entity);
  return {
    first: {
      type: 'Int',
      description: `How many rows from the start; ${pageByDefault} unless told, 100 at the most.`,
    },
    after: { type: 'ID', description: 'Only rows after this cursor.' },
    last: { type: 'Int', description: 'How many rows from the end.' },
    before: { type: 'ID', description: 'Only rows before this cursor; with last.' },
    offset: { type: 'Int', description: 'How many rows to skip; 10,000 at the most, and without a cursor.' },
    where: { type: where, description: 'Only rows that meet these conditions.' },
    orderBy: { type: [order], description: 'The order of the rows; the id decides between equals.' },
    ...rowArguments(entity),
  };
}

/** What decides beside a filter which rows of an entity are meant. */
export const rowArguments = (entity: EntityName): Readonly<Record<string, InputMember>> => ({
  ...(entityNamed(entity).search.length > 0 && {
    search: {
      type: 'String',
      description: 'Only rows in which every word is found; case and accents do not count.',
    },
  }),
  ...(hidesInactive(entity) && {
    includeInactive: {
      type: 'Boolean',
      defaultValue: false,
      required: true,
      description: 'Also rows that are out of use.',
    },
  }),
});

export function outputType(field: Field): TypeOf {
  const type = scalarOf(field) ?? enumType(field.type);
  return field.list ? [type] : type;
}

const isRegistered = (field: Field): boolean =>
  field.kind !== 'relation' || entities().some((entity) => entity.name === field.type);

/** What the schema says of a field; a relation that it says nothing of is named by what it leads to. */
export function descriptionOf(entity: Entity, field: Field): string {
  const said = field.documentation || structuralDescriptions[field.name];
  if (said) return said;
  if (field.kind !== 'relation') throw new Error(`${entity.name}.${field.name} has no documentation`);
  return `${entityNamed(field.type).title.en[field.list ? 1 : 0]} of this ${entity.title.en[0].toLowerCase()}.`;
}

function memberOf(entity: Entity, field: Field): OutputMember {
  const description = descriptionOf(entity, field);
  const isSeen = isPromised(entity.name, field);
  if (field.kind !== 'relation') return { type: outputType(field), nullable: !(field.required && isSeen), description };
  const target = field.type as EntityName;
  const { type, connection } = outputOf(target);
  return field.list
    ? { type: connection, nullable: !isSeen, description, args: pageArguments(target) }
    : { type, nullable: true, description };
}

const fieldsOf = (entity: Entity): Readonly<Record<string, OutputMember>> => ({
  ...Object.fromEntries(
    graphFields(entity.name)
      .filter(isRegistered)
      .map((field) => [field.name, memberOf(entity, field)]),
  ),
  _label: { type: 'String', nullable: true, description: 'Text that tells the record from others.' },
  _can: { type: RecordRights, description: 'What this viewer may do with the record.' },
});

/** A page of an entity's list: its records, alone and with their cursors, and where it stands. */
function connectionOf({ name, title }: Entity, type: Output): Output {
  const many = title.en[1].toLowerCase();
  const edge = objectType(`${name}Edge`, {
    description: `A row of a list of ${many}.`,
    fields: () => ({
      cursor: { type: 'ID', description: 'Stands for the row in `after` and `before`.' },
      node: { type, description: 'The record.' },
    }),
  });
  return objectType(`${name}Connection`, {
    description: `A page of a list of ${many}.`,
    fields: () => ({
      nodes: { type: [type], description: 'The records of the page.' },
      edges: { type: [edge], description: 'The records with their cursors.' },
      pageInfo: { type: PageInfo, description: 'Where the page stands in the list.' },
      totalCount: { type: 'Int', description: 'How many rows the list has, counted to 10,000.' },
      totalCountIsExact: { type: 'Boolean', description: 'Whether totalCount is all; if not, there are more.' },
    }),
  });
}

/** The type of an entity and of lists of it. */
export function outputOf(name: EntityName): EntityOutputs {
  const known = outputs.get(name);
  if (known) return known;
  const entity = entityNamed(name);
  const type = modelType(name, { description: models[name].documentation, fields: () => fieldsOf(entity) });
  const made = { type, connection: connectionOf(entity, type) };
  outputs.set(name, made);
  return made;
}
