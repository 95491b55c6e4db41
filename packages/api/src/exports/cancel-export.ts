import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const cancelExport = command('cancelExport', {
  entity: 'DataExport',
  record: 'dataExportId',
  states: { field: 'status', in: ['QUEUED', 'RUNNING'] },
  title: { en: 'Cancel', sv: 'Avbryt', de: 'Abbrechen', hu: 'Megszakítás', sl: 'Prekliči' },
  description: 'Calls an export of yours off. What was written of it is thrown away.',
  destructive: true,
  input: { dataExportId: input.id('DataExport', 'The export.') },
  run: async ({ dataExportId }, { tx, now }) => {
    // Whoever writes it looks at its state with each piece, and stores no more of it.
    await tx.dataExport.update({ where: { id: dataExportId }, data: { status: 'CANCELLED', finishedAt: now } });
    await tx.dataExportChunk.deleteMany({ where: { exportId: dataExportId } });
    return done(dataExportId);
  },
});
