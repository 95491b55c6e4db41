import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const hardLockPeriods = command('hardLockPeriods', {
  entity: 'FiscalPeriod',
  record: 'periodId',
  states: { field: 'status', in: ['OPEN', 'CLOSED'] },
  versioned: true,
  destructive: true,
  confirmation: {
    en: 'Nothing can ever be posted into these periods again, not even by an administrator.',
    sv: 'Ingenting kan någonsin bokföras i dessa perioder igen, inte ens av en administratör.',
    de: 'In diese Perioden kann nie wieder gebucht werden, auch nicht durch die Administration.',
    hu: 'Ezekre az időszakokra soha többé nem lehet könyvelni, rendszergazdának sem.',
    sl: 'V ta obdobja ni nikoli več mogoče knjižiti, niti skrbniku ne.',
  },
  title: {
    en: 'Lock for good',
    sv: 'Lås för gott',
    de: 'Endgültig sperren',
    hu: 'Végleges lezárás',
    sl: 'Dokončno zakleni',
  },
  description: 'Locks a period and all before it for good. It can never be taken back.',
  input: {
    periodId: input.id('FiscalPeriod', 'The period.'),
  },
  run: async ({ periodId }, { tx }) => {
    const { companyId, endsOn } = await tx.fiscalPeriod.findUniqueOrThrow({ where: { id: periodId } });
    const where = { companyId, endsOn: { lte: endsOn }, status: { not: 'LOCKED' as const } };
    // One after the other in the order of their days, as everybody who locks several does.
    const periods = await tx.fiscalPeriod.findMany({ where, orderBy: { startsOn: 'asc' }, select: { id: true } });
    for (const { id } of periods) await tx.fiscalPeriod.update({ where: { id }, data: { status: 'LOCKED' } });
    return done(periodId);
  },
});
