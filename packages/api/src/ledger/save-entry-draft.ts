import { createHash } from 'node:crypto';
import { command, done, refused } from '../command.ts';
import { look } from '../read/look.ts';
import { input, optional } from '../write/input.ts';
import { conflict } from '../write/master-data.ts';
import { draftedLines } from './draft-lines.ts';
import { entryFields, lines } from './line-input.ts';

const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(day));

export const saveEntryDraft = command('saveEntryDraft', {
  entity: 'EntryDraft',
  company: 'companyId',
  title: {
    en: 'Save draft',
    sv: 'Spara utkast',
    de: 'Entwurf speichern',
    hu: 'Vázlat mentése',
    sl: 'Shrani osnutek',
  },
  description: 'Keeps an entry as it was typed, to go on with it later. It counts for nothing before it is posted.',
  input: {
    draftId: optional(input.id('EntryDraft', 'Draft to write over; a new one, where left out.')),
    expectedVersion: optional(input.integer('Version of that draft that you have seen; a later one is a conflict.')),
    ...entryFields,
    postingOn: optional(input.date('Day on which it is to count.')),
    lines,
  },
  run: async (given, { tx, viewer }) => {
    const { draftId, companyId, text, reference, expectedVersion } = given;
    const journal = await tx.journal.findUnique({ where: { companyId_code: { companyId, code: given.journal } } });
    if (!journal)
      return refused({
        code: 'JOURNAL_UNKNOWN',
        message: 'There is no such journal: choose another.',
        path: ['journal'],
      });
    const values = {
      journalId: journal.id,
      postingOn: dateOf(given.postingOn),
      documentOn: dateOf(given.documentOn),
      reverseOn: dateOf(given.reverseOn),
      text,
      reference,
      // Of two drafts that differ in a line alone, one is a later version of the other, too.
      linesHash: new Uint8Array(createHash('sha256').update(JSON.stringify(given.lines)).digest()),
    };
    if (draftId !== null) {
      // That it is of this company was looked at before: two who write over it wait for each other.
      const seen = await look(tx, viewer, 'EntryDraft', draftId, { lock: true });
      if (expectedVersion === null)
        return refused({
          code: 'REQUIRED',
          message: 'Say which version of the draft you have seen.',
          path: ['expectedVersion'],
        });
      if (seen && seen.version !== expectedVersion) return refused(conflict(seen.version));
      const { status } = await tx.entryDraft.findUniqueOrThrow({ where: { id: draftId } });
      if (status !== 'DRAFT')
        return refused({ code: 'WRONG_STATE', message: 'The draft was posted or thrown away.', path: ['draftId'] });
      await tx.entryDraft.update({ where: { id: draftId }, data: values });
      await tx.entryDraftLine.deleteMany({ where: { draftId } });
    }
    const id =
      draftId ?? (await tx.entryDraft.create({ data: { companyId, createdById: viewer.userId, ...values } })).id;
    const data = draftedLines(given.lines).map((line) => ({ companyId, draftId: id, ...line }));
    await tx.entryDraftLine.createMany({ data });
    return done(id);
  },
});
