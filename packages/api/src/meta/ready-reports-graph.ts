import { builder } from '../builder.ts';
import type { ConsoleReadyReport } from './console-meta.ts';

/** What `consoleMeta` says of a report that is there from the first day. */
export const ReadyReportType = builder.objectRef<ConsoleReadyReport>('ConsoleReadyReport').implement({
  description: 'A report that is there from the first day: groups of an entity, with their definition.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name that stays the same in every language.' }),
    title: t.exposeString('title', { description: 'Title in the language asked for.' }),
    definition: t.exposeString('definition', { description: 'What its figures count and what they leave out.' }),
    resource: t.exposeString('resource', { description: 'Entity whose groups it shows.' }),
    state: t.exposeString('state', {
      description: 'What it asks, as the address of a report has it. `@today+90` in a condition stands for a day.',
    }),
    roles: t.stringList({
      description: 'Roles on whose home page it stands.',
      resolve: ({ roles }) => [...roles],
    }),
  }),
});
