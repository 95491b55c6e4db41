import { graphFields } from '../catalogue.ts';
import { type Entity, entities } from '../entity.ts';
import { resolveRead } from '../read/execute.ts';
import { type InputMember, type Output, objectType, queryField } from './dynamic.ts';
import { inputsOf } from './filters.ts';
import { groupInputsOf, keyTypeOf } from './group-keys.ts';
import { isMeasured, measuresOfField } from './measures.ts';
import { descriptionOf, PageInfo, rowArguments } from './types.ts';

type Arguments = Readonly<Record<string, InputMember>>;

interface GroupOutputs {
  readonly aggregate: Output;
  readonly key: Output;
}

const aggregateOf = (entity: Entity): Output =>
  objectType(`${entity.name}Aggregate`, {
    description: `Figures over ${entity.title.en[1].toLowerCase()}. Of what you may not read, nothing is reckoned.`,
    fields: () => ({
      count: { type: 'Int', description: 'How many there are.' },
      ...Object.fromEntries(
        graphFields(entity.name)
          .filter(isMeasured)
          .map((field) => [
            field.name,
            { type: measuresOfField(field).output, nullable: true, description: descriptionOf(entity, field) },
          ]),
      ),
    }),
  });

function connectionOf({ name, title }: Entity, { aggregate, key }: GroupOutputs): Output {
  const many = title.en[1].toLowerCase();
  const group = objectType(`${name}Group`, {
    description: `Figures over ${many} with the same keys.`,
    fields: () => ({
      key: { type: key, description: 'What they have in common.' },
      aggregate: { type: aggregate, description: 'Figures over them.' },
    }),
  });
  const edge = objectType(`${name}GroupEdge`, {
    description: `A group of a list of groups of ${many}.`,
    fields: () => ({
      cursor: { type: 'ID', description: 'Stands for the group in `after`.' },
      node: { type: group, description: 'The group.' },
    }),
  });
  return objectType(`${name}GroupConnection`, {
    description: `A page of a list of groups of ${many}.`,
    fields: () => ({
      nodes: { type: [group], description: 'The groups of the page.' },
      edges: { type: [edge], description: 'The groups with their cursors.' },
      pageInfo: { type: PageInfo, description: 'Where the page stands.' },
      totalCount: { type: 'Int', description: 'How many groups there are.' },
      total: {
        type: aggregate,
        description: 'Figures over all rows together, also those of groups that the conditions leave out.',
      },
    }),
  });
}

/** What decides which rows figures are over, as for a list. */
const chosenRows = ({ name }: Entity): Arguments => ({
  where: { type: inputsOf(name).where, description: 'Only rows that meet these conditions.' },
  ...rowArguments(name),
});

function groupArguments(entity: Entity): Arguments {
  const { groupBy, having, order } = groupInputsOf(entity);
  return {
    groupBy: {
      type: [groupBy],
      required: true,
      description: 'What sets groups apart: fields, here or of records referred to. Six at the most.',
    },
    having: { type: having, description: 'Only groups that meet these conditions.' },
    orderBy: { type: [order], description: 'The order of the groups; their keys decide between equals.' },
    timeZone: {
      type: 'String',
      required: true,
      defaultValue: 'UTC',
      description: 'Zone by whose clocks an instant belongs to a day, such as `Europe/Stockholm`.',
    },
    first: { type: 'Int', description: 'How many groups from the start; 100 unless told, 1,000 at the most.' },
    after: { type: 'ID', description: 'Only groups after this cursor.' },
  };
}

/** `employeeAggregate(…)` and `employeeGroups(…)` for every entity. */
export function addGroups(): void {
  for (const entity of entities()) {
    const { name, single } = entity;
    const many = entity.title.en[1].toLowerCase();
    const outputs = { aggregate: aggregateOf(entity), key: keyTypeOf(name) };
    queryField(`${single}Aggregate`, {
      type: outputs.aggregate,
      description: `Figures over all ${many} that you may see.`,
      args: chosenRows(entity),
      resolve: (_root, _args, context, info) => resolveRead(context, { entity: name, shape: 'aggregate' }, null, info),
    });
    queryField(`${single}Groups`, {
      type: connectionOf(entity, outputs),
      description: `Figures over ${many} that you may see, by what they have in common. Amounts of several currencies are never added: group by the currency, or filter to one.`,
      args: { ...groupArguments(entity), ...chosenRows(entity) },
      resolve: (_root, _args, context, info) => resolveRead(context, { entity: name, shape: 'groups' }, null, info),
    });
  }
}
