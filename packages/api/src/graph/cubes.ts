import { builder } from '../builder.ts';
import { enums, fieldOf } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { type Cube, cubes, dimensionName } from '../cube.ts';
import { languageOf } from '../meta/graph.ts';
import { decisionsFor } from '../policy/decide.ts';
import { classOf } from '../policy/index.ts';
import { meetsCube, reachOfCube } from '../policy/reach-of-cube.ts';
import type { FigureGroup } from '../read/figures.ts';
import { asId } from '../read/id.ts';
import { type Figures, figuresOf } from '../read/kept-figures.ts';
import { isSensitive } from '../read/notes.ts';
import { enumType } from './enums.ts';
import { requireViewer } from './mutations.ts';

/** What asking for figures costs, in rows: they are made by reading everybody, and nobody needs them often. */
const rowsOfFigures = 200;

interface Answer {
  readonly title: string;
  readonly asOf: Date;
  readonly groups: readonly FigureGroup[];
}

async function answerOf(
  context: Context,
  cube: Cube,
  companyId: string,
  groupBy: readonly string[],
): Promise<Answer | null> {
  const viewer = requireViewer(context);
  const decisions = decisionsFor(viewer);
  if (!meetsCube(decisions, cube)) {
    context.redacted.add(`Query.${cube.single}`);
    return null;
  }
  context.meter.charge(rowsOfFigures);
  const id = asId(companyId).toLowerCase();
  const reach = reachOfCube(decisions, cube);
  if (reach !== 'every' && !reach.includes(id)) return null;
  const figures: Figures | null = await figuresOf(context.app, cube, id);
  if (!figures) return null;
  const dataClass = classOf(cube.entity, cube.measure);
  if (isSensitive(dataClass)) context.looks.noteTotals(dataClass);
  const wanted = cube.dimensions.filter((each) => groupBy.includes(each)).join();
  const groups = figures.groups.filter(({ groupedBy }) => groupedBy.length === 0 || groupedBy.join() === wanted);
  return { title: cube.title[languageOf(null, viewer.language)], asOf: figures.asOf, groups };
}

const FigureRecord = builder.objectRef<{ id: string; label: string }>('FigureRecord').implement({
  description: 'A record that sets a group apart.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the record.' }),
    label: t.exposeString('label', {
      description: 'Text that told the record from others when the figures were made.',
    }),
  }),
});

function groupType(cube: Cube, dimension: ReturnType<typeof dimensionType>) {
  const described = (field: string): string => fieldOf(cube.entity, field).documentation;
  return builder.objectRef<FigureGroup>(`${cube.name}Group`).implement({
    description: 'Figures of one group of people.',
    fields: (t) => {
      const keyed = (field: string, read: (group: FigureGroup) => string | null) => {
        const { type } = fieldOf(cube.entity, field);
        return t.field({
          type: type in enums ? enumType(type) : 'String',
          nullable: true,
          description: described(field),
          resolve: read,
        });
      };
      const record = (field: string) =>
        t.field({
          type: FigureRecord,
          nullable: true,
          description: described(field),
          resolve: ({ keys }) => {
            const key = keys[field];
            return key ? { id: key.value, label: key.label ?? key.value } : null;
          },
        });
      return {
        groupedBy: t.field({
          type: [dimension],
          description:
            'What sets the group apart; nothing for the total. A key among these that is null stands for people without a value.',
          resolve: ({ groupedBy }) => [...groupedBy],
        }),
        ...Object.fromEntries(
          cube.always.map((field, at) => [field, keyed(field, ({ always }) => always[at] ?? null)]),
        ),
        ...Object.fromEntries(
          cube.dimensions.map((field) => [
            field,
            fieldOf(cube.entity, field).kind === 'relation'
              ? record(field)
              : keyed(field, ({ keys }) => keys[field]?.value ?? null),
          ]),
        ),
        count: t.exposeInt('count', { description: 'How many there are in the group.' }),
        sum: t.field({
          type: 'Decimal',
          description: `Sum over the group: ${described(cube.measure)}`,
          resolve: (group) => group.sum,
        }),
        average: t.field({
          type: 'Decimal',
          description: `Average over the group, rounded to two decimals: ${described(cube.measure)}`,
          resolve: (group) => group.average,
        }),
      };
    },
  });
}

const dimensionType = (cube: Cube) =>
  builder.enumType(`${cube.name}Dimension`, {
    description: `What groups of ${cube.single} can be set apart by.`,
    values: Object.fromEntries(
      cube.dimensions.map((field) => [
        dimensionName(field),
        { value: field, description: fieldOf(cube.entity, field).documentation },
      ]),
    ),
  });

function addCube(cube: Cube): void {
  const dimension = dimensionType(cube);
  const group = groupType(cube, dimension);
  const answer = builder.objectRef<Answer>(cube.name).implement({
    description: cube.description,
    fields: (t) => ({
      title: t.exposeString('title', { description: 'Name of the figures in the viewer’s language.' }),
      asOf: t.field({
        type: 'DateTime',
        description:
          'When the figures were made. They stand for 30 days, so that comparing two answers does not tell of whoever came or went in between.',
        resolve: ({ asOf }) => asOf.toISOString(),
      }),
      groups: t.field({
        type: [group],
        description:
          'The groups by their keys, each total after what it is the total of. Groups of fewer than five people are left out, and others from which such a group could be computed.',
        resolve: ({ groups }) => [...groups],
      }),
    }),
  });
  builder.queryField(cube.single, (t) =>
    t.field({
      type: answer,
      nullable: true,
      description: `${cube.description} Null for a company whose figures you may not read.`,
      args: {
        companyId: t.arg.id({ required: true, description: 'Company whose figures are asked for.' }),
        groupBy: t.arg({
          type: [dimension],
          required: true,
          defaultValue: [],
          description: 'What groups are set apart by, beside what all figures are; nothing for totals alone.',
        }),
      },
      resolve: (_root, { companyId, groupBy }, context) =>
        answerOf(context, cube, companyId, groupBy as readonly string[]),
    }),
  );
}

/** Puts every cube into the graph. */
export function addCubes(): void {
  for (const each of cubes()) addCube(each);
}
