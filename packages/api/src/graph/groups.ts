import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import { graphFields } from '../catalogue.ts';
import { type Entity, entities } from '../entity.ts';
import { hidesInactive } from '../read/connection.ts';
import { resolveRead } from '../read/execute.ts';
import { inputsOf } from './filters.ts';
import { type GroupInputs, groupInputsOf, keyTypeOf } from './group-keys.ts';
import { isMeasured, measuresOfField } from './measures.ts';
import { descriptionOf, PageInfo, type Row, selected } from './types.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type Output = ObjectRef<Types, Row>;

interface GroupOutputs {
  readonly aggregate: Output;
  readonly key: Output;
}

function aggregateOf(entity: Entity): Output {
  return builder.objectRef<Row>(`${entity.name}Aggregate`).implement({
    description: `Figures over ${entity.title.en[1].toLowerCase()}. Of what you may not read, nothing is reckoned.`,
    fields: (t) => ({
      count: t.int({ description: 'How many there are.', resolve: selected as never }),
      ...Object.fromEntries(
        graphFields(entity.name)
          .filter(isMeasured)
          .map((field) => [
            field.name,
            t.field({
              type: measuresOfField(field).output,
              nullable: true,
              description: descriptionOf(entity, field),
              resolve: selected as never,
            }),
          ]),
      ),
    }),
  });
}

function connectionOf(entity: Entity, { aggregate, key }: GroupOutputs): Output {
  const many = entity.title.en[1].toLowerCase();
  const group = builder.objectRef<Row>(`${entity.name}Group`).implement({
    description: `Figures over ${many} with the same keys.`,
    fields: (t) => ({
      key: t.field({ type: key as never, description: 'What they have in common.', resolve: selected as never }),
      aggregate: t.field({ type: aggregate as never, description: 'Figures over them.', resolve: selected as never }),
    }),
  });
  const edge = builder.objectRef<Row>(`${entity.name}GroupEdge`).implement({
    description: `A group of a list of groups of ${many}.`,
    fields: (t) => ({
      cursor: t.id({ description: 'Stands for the group in `after`.', resolve: selected as never }),
      node: t.field({ type: group, description: 'The group.', resolve: selected as never }),
    }),
  });
  return builder.objectRef<Row>(`${entity.name}GroupConnection`).implement({
    description: `A page of a list of groups of ${many}.`,
    fields: (t) => ({
      nodes: t.field({ type: [group], description: 'The groups of the page.', resolve: selected as never }),
      edges: t.field({ type: [edge], description: 'The groups with their cursors.', resolve: selected as never }),
      pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: selected as never }),
      totalCount: t.int({ description: 'How many groups there are.', resolve: selected as never }),
      total: t.field({
        type: aggregate as never,
        description: 'Figures over all rows together, also those of groups that the conditions leave out.',
        resolve: selected as never,
      }),
    }),
  });
}

/** What decides which rows figures are over, as for a list. */
function rowArguments(entity: Entity, arg: (options: object) => never): Record<string, never> {
  return {
    where: arg({ type: inputsOf(entity.name).where, description: 'Only rows that meet these conditions.' }),
    ...(entity.search.length > 0 && {
      search: arg({
        type: 'String',
        description: 'Only rows in which every word is found; case and accents do not count.',
      }),
    }),
    ...(hidesInactive(entity.name) && {
      includeInactive: arg({
        type: 'Boolean',
        defaultValue: false,
        required: true,
        description: 'Also rows that are out of use.',
      }),
    }),
  };
}

function groupArguments({ groupBy, having, order }: GroupInputs, arg: (options: object) => never) {
  return {
    groupBy: arg({
      type: [groupBy],
      required: true,
      description: 'What sets groups apart: fields, here or of records referred to. Six at the most.',
    }),
    having: arg({ type: having, description: 'Only groups that meet these conditions.' }),
    orderBy: arg({ type: [order], description: 'The order of the groups; their keys decide between equals.' }),
    timeZone: arg({
      type: 'String',
      required: true,
      defaultValue: 'UTC',
      description: 'Zone by whose clocks an instant belongs to a day, such as `Europe/Stockholm`.',
    }),
    first: arg({ type: 'Int', description: 'How many groups from the start; 100 unless told, 1,000 at the most.' }),
    after: arg({ type: 'ID', description: 'Only groups after this cursor.' }),
  };
}

/** `employeeAggregate(…)` and `employeeGroups(…)` for every entity. */
export function addGroups(): void {
  for (const entity of entities()) {
    const { name, single } = entity;
    const many = entity.title.en[1].toLowerCase();
    const outputs = { aggregate: aggregateOf(entity), key: keyTypeOf(name) };
    const connection = connectionOf(entity, outputs);
    const taken = groupInputsOf(entity);
    builder.queryField(`${single}Aggregate`, (t) =>
      t.field({
        type: outputs.aggregate as never,
        description: `Figures over all ${many} that you may see.`,
        args: rowArguments(entity, t.arg as never),
        resolve: (_root, _args, context, info) =>
          resolveRead(context, { entity: name, shape: 'aggregate' }, null, info) as never,
      }),
    );
    builder.queryField(`${single}Groups`, (t) =>
      t.field({
        type: connection as never,
        description: `Figures over ${many} that you may see, by what they have in common. Amounts of several currencies are never added: group by the currency, or filter to one.`,
        args: { ...groupArguments(taken, t.arg as never), ...rowArguments(entity, t.arg as never) },
        resolve: (_root, _args, context, info) =>
          resolveRead(context, { entity: name, shape: 'groups' }, null, info) as never,
      }),
    );
  }
}
