import { command, done, refused } from '../command.ts';
import type { RecurrenceInterval } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';

export const startRecurringEntry = command('startRecurringEntry', {
  entity: 'RecurringEntry',
  company: async ({ templateId }, { tx }) =>
    (await tx.entryTemplate.findUnique({ where: { id: templateId }, select: { companyId: true } }))?.companyId ?? null,
  title: {
    en: 'Post again and again',
    sv: 'Bokför återkommande',
    de: 'Wiederkehrend buchen',
    hu: 'Ismétlődő könyvelés',
    sl: 'Knjiži ponavljajoče',
  },
  description:
    'Posts an entry with the lines of a template on every day that is due, by itself. What could not be posted says why, and is tried again.',
  input: {
    templateId: input.id('EntryTemplate', 'The template.'),
    interval: input.choice('RecurrenceInterval', 'How often it is posted.'),
    startsOn: input.date('Day of the first entry, from which the others are counted.'),
    untilOn: optional(input.date('Last day on which it may be posted.')),
    reversesItself: input.boolean(
      'Whether each entry is taken back on the first day of the period after it: an accrual.',
    ),
  },
  run: async ({ templateId, interval, startsOn, untilOn, reversesItself }, { tx }) => {
    const template = await tx.entryTemplate.findUniqueOrThrow({ where: { id: templateId } });
    if (!template.active)
      return refused({
        code: 'NOT_IN_USE',
        message: 'The template was taken out of use: choose another.',
        path: ['templateId'],
      });
    if (untilOn !== null && untilOn < startsOn)
      return refused({ code: 'END_BEFORE_START', message: 'Let it end on its first day or later.', path: ['untilOn'] });
    const { id } = await tx.recurringEntry.create({
      data: {
        companyId: template.companyId,
        templateId,
        interval: interval as RecurrenceInterval,
        startsOn: new Date(startsOn),
        nextOn: new Date(startsOn),
        untilOn: untilOn === null ? null : new Date(untilOn),
        reversesItself,
      },
    });
    return done(id);
  },
});
