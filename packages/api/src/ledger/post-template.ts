import type { CalendarDate, Result } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { lineOf } from './draft-lines.ts';
import { type EntrySource, type Posting, post } from './post.ts';

interface FromTemplate {
  readonly templateId: string;
  readonly postingOn: CalendarDate;
  /** What the entry is about; what the template's are about, where it is null. */
  readonly text: string | null;
  readonly source: EntrySource | null;
  readonly key?: string;
}

/** Posts an entry with the lines of a template, in the transaction of whoever calls. */
export async function postFromTemplate(
  context: Posting,
  { templateId, postingOn, text, source, key }: FromTemplate,
): Promise<Result<{ readonly entryId: string }>> {
  const template = await context.tx.entryTemplate.findUniqueOrThrow({
    where: { id: templateId },
    include: { lines: { orderBy: { lineNo: 'asc' } }, journal: { select: { code: true } } },
  });
  return post(context, {
    companyId: template.companyId,
    journal: template.journal.code,
    postingOn,
    text: text ?? template.text,
    lines: template.lines.map(lineOf),
    source,
    ...(key !== undefined && { key }),
  });
}

export const postTemplate = command('postTemplate', {
  entity: 'JournalEntry',
  company: async ({ templateId }, { tx }) =>
    (await tx.entryTemplate.findUnique({ where: { id: templateId }, select: { companyId: true } }))?.companyId ?? null,
  idempotent: true,
  title: {
    en: 'Post from a template',
    sv: 'Bokför från mall',
    de: 'Aus Vorlage buchen',
    hu: 'Könyvelés sablonból',
    sl: 'Knjiži iz predloge',
  },
  description: 'Posts an entry with the lines of a template, for good.',
  input: {
    templateId: input.id('EntryTemplate', 'The template.'),
    postingOn: input.date('Day on which it counts.'),
    text: optional(input.text('What it is about; what the template says, where left out.')),
  },
  run: async ({ templateId, postingOn, text }, context) => {
    const key = context.idempotencyKey ?? '';
    const entry = { templateId, postingOn: postingOn as CalendarDate, text, source: null, key };
    const posted = await postFromTemplate(context, entry);
    return posted.ok ? done(posted.value.entryId) : refused(...posted.rejections);
  },
});
