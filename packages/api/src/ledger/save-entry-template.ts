import { command, done, refused } from '../command.ts';
import { look } from '../read/look.ts';
import { input, optional } from '../write/input.ts';
import { keptLines } from './draft-lines.ts';
import { lines } from './line-input.ts';

const name = { en: 'Name', sv: 'Namn', de: 'Name', hu: 'Név', sl: 'Ime' };

export const saveEntryTemplate = command('saveEntryTemplate', {
  entity: 'EntryTemplate',
  company: 'companyId',
  title: {
    en: 'Save template',
    sv: 'Spara mall',
    de: 'Vorlage speichern',
    hu: 'Sablon mentése',
    sl: 'Shrani predlogo',
  },
  description: 'Keeps lines to begin entries from. They are checked when an entry is posted with them.',
  input: {
    templateId: optional(input.id('EntryTemplate', 'Template to write over; a new one, where left out.')),
    companyId: input.id('Company', 'Company whose books it is for.'),
    name: input.text('Name of the template.', { maxLength: 100, label: name }),
    journal: input.text('Code of the journal.', { maxLength: 20 }),
    text: optional(input.text('What its entries are about.')),
    lines,
  },
  run: async (given, { tx, viewer }) => {
    const { templateId, companyId, text } = given;
    const journal = await tx.journal.findUnique({ where: { companyId_code: { companyId, code: given.journal } } });
    if (!journal)
      return refused({
        code: 'JOURNAL_UNKNOWN',
        message: 'There is no such journal: choose another.',
        path: ['journal'],
      });
    const values = { journalId: journal.id, name: given.name, text };
    if (templateId !== null) {
      await look(tx, viewer, 'EntryTemplate', templateId, { lock: true });
      await tx.entryTemplate.update({ where: { id: templateId }, data: values });
      await tx.entryTemplateLine.deleteMany({ where: { templateId } });
    }
    const id = templateId ?? (await tx.entryTemplate.create({ data: { companyId, ...values } })).id;
    await tx.entryTemplateLine.createMany({
      data: keptLines(given.lines).map((line) => ({ companyId, templateId: id, ...line })),
    });
    return done(id);
  },
});
