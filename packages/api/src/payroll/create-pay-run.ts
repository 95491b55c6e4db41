import { command, done, refused } from '../command.ts';
import type { PayRunKind } from '../generated/prisma/enums.ts';
import { dateOf } from '../people/index.ts';
import { input, optional } from '../write/input.ts';
import { packOf } from './rhythm.ts';

export const createPayRun = command('createPayRun', {
  entity: 'PayRun',
  company: async ({ periodId }, { tx }) =>
    (await tx.payrollPeriod.findUnique({ where: { id: periodId } }))?.companyId ?? null,
  idempotent: true,
  title: {
    en: 'Start pay run',
    sv: 'Starta lönekörning',
    de: 'Lohnlauf beginnen',
    hu: 'Bérfutás indítása',
    sl: 'Začni obračun',
  },
  description:
    'Begins a pay run for a period: the regular one of everybody, a bonus, a correction, or the last pay of those who leave. Nothing is calculated yet.',
  input: {
    periodId: input.id('PayrollPeriod', 'Period that is paid.'),
    kind: optional(input.choice('PayRunKind', 'What the run pays; the regular pay, where left out.')),
    payOn: optional(input.date('Day of payment; that of the period, where left out.')),
  },
  run: async (given, { tx, viewer }) => {
    const { periodId } = given;
    await tx.$executeRaw`select pg_advisory_xact_lock(pay_period_lock_key(${periodId}::uuid))`;
    const period = await tx.payrollPeriod.findUniqueOrThrow({ where: { id: periodId }, include: { schedule: true } });
    const { companyId, scheduleId, schedule } = period;
    const kind = (given.kind ?? 'REGULAR') as PayRunKind;
    const runs = await tx.payRun.findMany({ where: { scheduleId, periodId, kind } });
    if (kind === 'REGULAR' && runs.some(({ status }) => status === 'FINALIZED' || status === 'PAID'))
      return refused({
        code: 'PERIOD_FINALIZED',
        message: 'The regular run of this period is final: choose the next period, or a correction.',
        path: ['periodId'],
      });
    if (kind === 'REGULAR' && runs.some(({ status }) => status !== 'CANCELLED'))
      return refused({
        code: 'RUN_EXISTS',
        message: 'The period has a regular run already: go on with that one, or make another kind.',
        path: ['periodId'],
      });
    const { id } = await tx.payRun.create({
      data: {
        companyId,
        scheduleId,
        periodId,
        kind,
        sequence: Math.max(0, ...runs.map(({ sequence }) => sequence)) + 1,
        payOn: given.payOn === null ? period.payOn : dateOf(given.payOn),
        currencyCode: packOf(schedule).currency,
        preparedById: viewer.userId,
      },
    });
    return done(id);
  },
});
