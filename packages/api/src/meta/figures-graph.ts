import { builder } from '../builder.ts';
import type { ConsoleFigureKey, ConsoleFigures } from './console-meta.ts';

const FigureKeyType = builder.objectRef<ConsoleFigureKey>('ConsoleFigureKey').implement({
  description: 'A field that all of a group agree on, or that groups are set apart by.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name in a group.' }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    isRecord: t.exposeBoolean('isRecord', { description: 'Whether its value is a record with its label.' }),
    enumName: t.exposeString('enumName', { nullable: true, description: 'Its enum.' }),
    dimension: t.exposeString('dimension', {
      nullable: true,
      description: 'What `groupBy` calls it, where groups are set apart by it.',
    }),
  }),
});

/** What `consoleMeta` says of the totals that a viewer may ask for. */
export const FiguresType = builder.objectRef<ConsoleFigures>('ConsoleFigures').implement({
  description: 'Totals that the viewer may ask for.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Type in the graph.' }),
    single: t.exposeString('single', { description: 'Root field.' }),
    domain: t.exposeString('domain', { description: 'Domain that they belong to.' }),
    label: t.exposeString('label', { description: 'Name in the language asked for.' }),
    measureLabel: t.exposeString('measureLabel', { description: 'What is totalled.' }),
    currencyField: t.exposeString('currencyField', {
      nullable: true,
      description: 'The field among `always` that holds the currency of the totals.',
    }),
    always: t.field({
      type: [FigureKeyType],
      description: 'What all of a group agree on.',
      resolve: (figures) => [...figures.always],
    }),
    dimensions: t.field({
      type: [FigureKeyType],
      description: 'What groups can be set apart by.',
      resolve: (figures) => [...figures.dimensions],
    }),
  }),
});
