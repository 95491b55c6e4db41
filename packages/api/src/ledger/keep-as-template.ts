import { command, done } from '../command.ts';
import { input } from '../write/input.ts';
import { dimensionsText } from './draft-lines.ts';

export const keepAsTemplate = command('keepAsTemplate', {
  entity: 'EntryTemplate',
  company: async ({ entryId }, { tx }) =>
    (await tx.journalEntry.findUnique({ where: { id: entryId }, select: { companyId: true } }))?.companyId ?? null,
  title: {
    en: 'Template from an entry',
    sv: 'Mall av en verifikation',
    de: 'Vorlage aus einer Buchung',
    hu: 'Sablon egy tételből',
    sl: 'Predloga iz knjižbe',
  },
  description: 'Makes a template of a posted entry: its journal, its lines and what they are about.',
  input: {
    entryId: input.id('JournalEntry', 'Entry to make a template of.'),
    name: input.text('Name of the template.', { maxLength: 100 }),
  },
  run: async ({ entryId, name }, { tx }) => {
    const entry = await tx.journalEntry.findUniqueOrThrow({
      where: { id: entryId },
      include: {
        lines: {
          orderBy: { lineNo: 'asc' },
          include: {
            account: true,
            party: true,
            taxCode: true,
            dimensionSet: { include: { members: { include: { dimension: true, object: true } } } },
          },
        },
      },
    });
    const { companyId, journalId, text } = entry;
    const { id } = await tx.entryTemplate.create({ data: { companyId, journalId, name, text } });
    await tx.entryTemplateLine.createMany({
      data: entry.lines.map(({ lineNo, account, amount, currencyCode, party, taxCode, dimensionSet, ...line }) => ({
        companyId,
        templateId: id,
        lineNo,
        accountCode: account.code,
        debit: amount.gt(0) ? amount : null,
        credit: amount.lt(0) ? amount.neg() : null,
        currencyCode,
        partyCode: party?.code ?? null,
        taxCode: taxCode?.code ?? null,
        dimensions: dimensionsText(
          (dimensionSet?.members ?? []).map(({ dimension, object }) => ({
            dimension: dimension.code,
            object: object.code,
          })),
        ),
        text: line.text,
      })),
    });
    return done(id);
  },
});
