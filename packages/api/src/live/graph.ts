import { builder } from '../builder.ts';
import type { EntityName } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { entities } from '../entity.ts';
import { badInput, KontorError } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import { decisionsFor } from '../policy/decide.ts';
import { meetsEntity } from '../policy/meet.ts';
import type { Viewer } from '../viewer.ts';
import type { Change } from './change.ts';
import { followed } from './followed.ts';
import { secondsBackAtMost } from './streams.ts';

const entitiesAtMost = 20;
/** What opening a stream costs, in rows. */
const rowsOfStream = 50;

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What became of a record, as far as you can tell.',
  values: {
    CREATED: { description: 'It is there now: it was made, or came into your sight.' },
    UPDATED: { description: 'A field changed that you may read.' },
    REMOVED: { description: 'It is no longer there for you: it was taken away, or left your sight.' },
    LIST: { description: 'Records of the entity changed that are not told one by one: read your lists again.' },
    RESYNC: { description: 'What you may see has changed, or events were lost: read everything again.' },
  } as const,
});

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: 'That something changed, and never to what: read it again, with the rights that you have by then.',
  fields: (t) => ({
    kind: t.field({ type: ChangeKind, description: 'What became of it.', resolve: (change) => change.kind }),
    entity: t.exposeString('entity', { nullable: true, description: 'Entity of the record; null with RESYNC.' }),
    id: t.exposeID('id', { nullable: true, description: 'Id of the record; null with LIST and RESYNC.' }),
    version: t.exposeInt('version', {
      nullable: true,
      description: 'Version that the record has by now; null where it has none or is not there for you.',
    }),
  }),
});

/** The entities of these names. One that this viewer never meets is like one that does not exist. */
function entitiesOf(viewer: Viewer, names: readonly string[]): readonly EntityName[] {
  if (names.length === 0 || names.length > entitiesAtMost) throw badInput(`Name 1 to ${entitiesAtMost} entities.`);
  const decisions = decisionsFor(viewer);
  return [...new Set(names)].map((name) => {
    const found = entities().find((each) => each.name === name)?.name;
    if (!found || !meetsEntity(decisions, found)) throw badInput(`There is no entity ${name.slice(0, 100)}.`);
    if (followed(found).length === 0) throw badInput(`Changes of ${found} are not told.`);
    return found;
  });
}

async function open(context: Context, names: readonly string[], secondsBack: number) {
  const viewer = requireViewer(context);
  const wanted = entitiesOf(viewer, names);
  if (secondsBack < 0 || secondsBack > secondsBackAtMost)
    throw badInput(`secondsBack is 0 to ${secondsBackAtMost}. Whoever was away for longer reads everything again.`);
  context.meter.charge(rowsOfStream);
  return context.follow({ viewer, entities: wanted, secondsBack });
}

builder.subscriptionField('changed', (t) =>
  t.field({
    type: ChangeType,
    description:
      'Tells within a second or two that records changed which you may see. Ends by itself after some minutes; open it again then, and as soon as it breaks, with `secondsBack`.',
    args: {
      entities: t.arg.stringList({ required: true, description: 'Entities to be told of, such as Employee.' }),
      secondsBack: t.arg.int({
        required: true,
        defaultValue: 0,
        description: `Begin so many seconds ago, ${secondsBackAtMost} at the most: what was missed is told again.`,
      }),
    },
    subscribe: (_root, { entities: names, secondsBack }, context) => open(context, names, secondsBack),
    resolve: (event) => {
      // The last event of a stream that ends for a reason.
      if (event instanceof KontorError) throw event;
      return event;
    },
  }),
);
