import type { ObjectRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { type EntityName, type Field, graphFields, models } from '../catalogue.ts';
import { type Entity, entities, entityNamed } from '../entity.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { classes } from '../policy/classes.ts';
import type { ClassTable } from '../policy/grammar.ts';
import { entityPolicies } from '../policy/index.ts';
import { hidesInactive } from '../read/connection.ts';
import { pageByDefault } from '../read/page.ts';
import { enumTypes } from './enums.ts';
import { inputsOf, scalarOf } from './filters.ts';

/** A row as the compiler returned it: values under the keys that the operation asked for them by. */
export type Row = Readonly<Record<string, unknown>>;

type Output = ObjectRef<never, Row>;

const structuralDescriptions: Readonly<Record<string, string>> = {
  id: 'Identifies the record for good.',
  version: 'Counts the changes of the record; an update names the one that it starts from.',
  createdAt: 'When the record was made.',
  updatedAt: 'When the record was last changed.',
};

/** The value that the statement put under the key of this selection, or a resolver under the field's name. */
const selected = (
  row: Row,
  _args: unknown,
  _context: unknown,
  info: { fieldName: string; path: { key: string | number } },
): unknown => {
  const key = String(info.path.key);
  return key in row ? row[key] : row[info.fieldName];
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

export const RecordRights = builder.objectRef<Row>('RecordRights').implement({
  description: 'What this viewer may do with a record.',
  fields: (t) => ({
    update: t.boolean({ description: 'Whether any field may be changed.', resolve: selected as never }),
    deactivate: t.boolean({ description: 'Whether the record may be taken out of use.', resolve: selected as never }),
    updatable: t.stringList({ description: 'Fields that may be changed.', resolve: selected as never }),
    maskedFields: t.stringList({
      description: 'Fields whose value is not shown on this record.',
      resolve: selected as never,
    }),
    actions: t.stringList({
      description: 'Mutations that can be run on the record as it stands.',
      resolve: selected as never,
    }),
  }),
});

export const PageInfo = builder.objectRef<Row>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({ description: 'Whether there are rows after the page.', resolve: selected as never }),
    hasPreviousPage: t.boolean({ description: 'Whether there are rows before the page.', resolve: selected as never }),
    startCursor: t.id({ nullable: true, description: 'Cursor of the first row.', resolve: selected as never }),
    endCursor: t.id({ nullable: true, description: 'Cursor of the last row.', resolve: selected as never }),
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

const outputs = new Map<EntityName, { type: Output; connection: Output }>();

const pageArguments = (entity: EntityName, t: { arg: never }): Record<string, never> => {
  const { where, order } = inputsOf(entity);
  const arg = t.arg as unknown as (options: object) => never;
  return {
    first: arg({
      type: 'Int',
      description: `How many rows from the start; ${pageByDefault} unless told, 100 at the most.`,
    }),
    after: arg({ type: 'ID', description: 'Only rows after this cursor.' }),
    last: arg({ type: 'Int', description: 'How many rows from the end.' }),
    before: arg({ type: 'ID', description: 'Only rows before this cursor; with last.' }),
    offset: arg({ type: 'Int', description: 'How many rows to skip; 10,000 at the most, and without a cursor.' }),
    where: arg({ type: where, description: 'Only rows that meet these conditions.' }),
    orderBy: arg({ type: [order], description: 'The order of the rows; the id decides between equals.' }),
    ...(entityNamed(entity).search.length > 0 && {
      search: arg({
        type: 'String',
        description: 'Only rows in which every word is found; case and accents do not count.',
      }),
    }),
    ...(hidesInactive(entity) && {
      includeInactive: arg({
        type: 'Boolean',
        defaultValue: false,
        required: true,
        description: 'Also rows that are out of use.',
      }),
    }),
  };
};

export function outputType(field: Field): unknown {
  if (field.kind === 'enum') return field.list ? [enumTypes[field.type]] : enumTypes[field.type];
  const scalar = scalarOf(field);
  return field.list ? [scalar] : scalar;
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

function fieldsOf(entity: Entity, t: never): Record<string, never> {
  const make = (t as unknown as { field(options: object): never }).field.bind(t);
  const members = graphFields(entity.name)
    .filter(isRegistered)
    .map((field) => {
      const description = descriptionOf(entity, field);
      const promised = field.required && isPromised(entity.name, field);
      if (field.kind !== 'relation')
        return [
          field.name,
          make({ type: outputType(field), nullable: !promised, description, resolve: selected }),
        ] as const;
      const target = outputOf(field.type as EntityName);
      return [
        field.name,
        field.list
          ? make({
              type: target.connection,
              nullable: !isPromised(entity.name, field),
              description,
              args: pageArguments(field.type as EntityName, t),
              resolve: selected,
            })
          : make({ type: target.type, nullable: true, description, resolve: selected }),
      ] as const;
    });
  return {
    ...Object.fromEntries(members),
    _label: make({
      type: 'String',
      nullable: true,
      description: 'Text that tells the record from others.',
      resolve: selected,
    }),
    _can: make({ type: RecordRights, description: 'What this viewer may do with the record.', resolve: selected }),
  };
}

/** The type of an entity and of lists of it. */
export function outputOf(name: EntityName): { type: Output; connection: Output } {
  const known = outputs.get(name);
  if (known) return known;
  const entity = entityNamed(name);
  const type = builder.prismaObject(name as 'Employee', {
    description: models[name].documentation,
    fields: (t) => fieldsOf(entity, t as never) as never,
  }) as unknown as Output;
  const edge = builder.objectRef<Row>(`${name}Edge`).implement({
    description: `A row of a list of ${entity.title.en[1].toLowerCase()}.`,
    fields: (t) => ({
      cursor: t.id({ description: 'Stands for the row in `after` and `before`.', resolve: selected as never }),
      node: t.field({ type: type as never, description: 'The record.', resolve: selected as never }),
    }),
  });
  const connection = builder.objectRef<Row>(`${name}Connection`).implement({
    description: `A page of a list of ${entity.title.en[1].toLowerCase()}.`,
    fields: (t) => ({
      nodes: t.field({ type: [type] as never, description: 'The records of the page.', resolve: selected as never }),
      edges: t.field({ type: [edge], description: 'The records with their cursors.', resolve: selected as never }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where the page stands in the list.',
        resolve: selected as never,
      }),
      totalCount: t.int({ description: 'How many rows the list has, counted to 10,000.', resolve: selected as never }),
      totalCountIsExact: t.boolean({
        description: 'Whether totalCount is all; if not, there are more.',
        resolve: selected as never,
      }),
    }),
  }) as unknown as Output;
  const made = { type, connection };
  outputs.set(name, made);
  return made;
}

export { pageArguments, selected };
