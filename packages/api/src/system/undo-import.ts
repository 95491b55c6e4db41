import type { CalendarDate } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { undoDeviceModels } from '../devices/index.ts';
import { undoSie } from '../ledger/index.ts';
import { undoEmployees } from '../people/index.ts';
import { input, optional } from '../write/input.ts';

/** How an import is taken back, by its subject; each asks for the right to what it had written. */
const ways: Readonly<Record<string, typeof undoEmployees>> = {
  employees: undoEmployees,
  'device models': undoDeviceModels,
};

export const undoImport = command('undoImport', {
  entity: 'ImportBatch',
  record: 'importBatchId',
  states: { field: 'status', in: ['COMMITTED'] },
  idempotent: true,
  bulk: true,
  destructive: true,
  title: { en: 'Undo', sv: 'Ångra', de: 'Rückgängig machen', hu: 'Visszavonás', sl: 'Razveljavi' },
  description:
    'Takes back everything that an import wrote, or nothing and tells which records were changed since. Entries of books are reversed, since what is posted stays.',
  confirmation: {
    en: 'Take back everything that this import wrote?',
    sv: 'Vill du ta tillbaka allt som den här importen skrev?',
    de: 'Alles zurücknehmen, was dieser Import geschrieben hat?',
    hu: 'Visszavonja mindazt, amit ez az importálás írt?',
    sl: 'Želite razveljaviti vse, kar je zapisal ta uvoz?',
  },
  input: {
    importBatchId: input.id('ImportBatch', 'Import to take back.'),
    reversedOn: optional(
      input.date('For books: day on which all entries are taken back; each on its own day, where left out.', {
        label: {
          en: 'Taken back on',
          sv: 'Återförs den',
          de: 'Storniert am',
          hu: 'Sztornó napja',
          sl: 'Stornirano dne',
        },
      }),
    ),
  },
  run: async ({ importBatchId, reversedOn }, { tx, viewer, now }) => {
    const batch = await tx.importBatch.findUniqueOrThrow({ where: { id: importBatchId } });
    const undo: typeof undoEmployees | undefined =
      batch.subject === 'SIE'
        ? (each, who, of) => undoSie(each, who, of, reversedOn as CalendarDate | null)
        : ways[batch.subject];
    if (!undo)
      return refused({
        code: 'NOT_UNDOABLE',
        message: `An import of ${batch.subject} cannot be taken back.`,
        path: ['importBatchId'],
      });
    const refusals = await undo(tx, viewer, batch, now);
    if (refusals.length > 0) return refused(...refusals);
    await tx.importBatch.update({ where: { id: importBatchId }, data: { status: 'UNDONE' } });
    return done(importBatchId);
  },
});
