import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { entities, entityNamed } from '../entity.ts';
import { badInput } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import { foundBy } from '../read/labels.ts';
import { languageOf } from './graph.ts';

interface Finding {
  readonly entity: string;
  readonly entityLabel: string;
  readonly id: string;
  readonly label: string;
}

const perEntity = 5;
const findingsAtMost = 50;
const lettersAtLeast = 2;

async function find(context: Context, words: string, first: number): Promise<Finding[]> {
  const viewer = requireViewer(context);
  if (first < 1 || first > findingsAtMost) throw badInput(`Ask for 1 to ${findingsAtMost} findings.`);
  if (words.trim().length < lettersAtLeast) return [];
  const language = languageOf(null, viewer.language);
  const decisions = decisionsFor(viewer);
  const searched = entities().filter((entity) =>
    entity.search.some(
      (field) => !isNever(decisions.of(entity.name).row) && !isNever(decisions.of(entity.name).read(field)),
    ),
  );
  const found = await Promise.all(
    searched.map(async (entity) =>
      (await foundBy(context, viewer, entity.name, words, Math.min(first, perEntity))).map((each) => ({
        entity: entity.name,
        entityLabel: entityNamed(entity.name).title[language][0],
        id: each.id,
        label: each._label ?? each.id,
      })),
    ),
  );
  return found.flat().slice(0, first);
}

const FindingType = builder.objectRef<Finding>('Finding').implement({
  description: 'A record that a search found.',
  fields: (t) => ({
    entity: t.exposeString('entity', { description: 'Entity of the record.' }),
    entityLabel: t.exposeString('entityLabel', { description: 'Name of the entity in the viewer’s language.' }),
    id: t.exposeID('id', { description: 'Id of the record.' }),
    label: t.exposeString('label', { description: 'Text that tells the record from others.' }),
  }),
});

builder.queryField('find', (t) =>
  t.field({
    type: [FindingType],
    description: 'Records of any entity in which every word is found, a few of each.',
    args: {
      search: t.arg.string({ required: true, description: 'Words to look for; two letters at the least.' }),
      first: t.arg.int({ required: true, defaultValue: 20, description: 'How many findings; 50 at the most.' }),
    },
    resolve: (_root, { search, first }, context) => find(context, search, first),
  }),
);
