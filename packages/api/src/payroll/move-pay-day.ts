import { calendarDate, deadlinesOf } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { dateOf } from '../people/index.ts';
import { input } from '../write/input.ts';
import { packOf, rhythmOf } from './rhythm.ts';

export const movePayDay = command('movePayDay', {
  entity: 'PayrollPeriod',
  record: 'periodId',
  versioned: true,
  title: {
    en: 'Move pay day',
    sv: 'Flytta utbetalningsdag',
    de: 'Zahltag verschieben',
    hu: 'Fizetésnap áthelyezése',
    sl: 'Premakni plačilni dan',
  },
  description:
    'Moves the day of payment of a period, as for a public holiday; its deadlines move with it. It stays in its tax year, and there is no run of the period yet.',
  input: {
    periodId: input.id('PayrollPeriod', 'Period that is paid on another day.'),
    payOn: input.date('New day of payment.', { defaultFrom: 'payOn' }),
  },
  run: async ({ periodId, payOn }, { tx }) => {
    const period = await tx.payrollPeriod.findUniqueOrThrow({
      where: { id: periodId },
      include: { schedule: true, runs: { where: { status: { not: 'CANCELLED' } }, take: 1 } },
    });
    if (period.runs.length > 0)
      return refused({
        code: 'PERIOD_HAS_RUN',
        message: 'There is a run of this period: cancel it first, or pay on the day that it has.',
        path: ['payOn'],
      });
    const year = packOf(period.schedule).years.find(({ from, until }) => from <= payOn && payOn <= until);
    if (year?.name !== period.taxYear)
      return refused({
        code: 'OTHER_TAX_YEAR',
        message: `Choose a day of the tax year ${period.taxYear}.`,
        path: ['payOn'],
      });
    const { inputsDueOn, approvalDueOn } = deadlinesOf(calendarDate(payOn), rhythmOf(period.schedule));
    await tx.payrollPeriod.update({
      where: { id: periodId },
      data: { payOn: dateOf(payOn), inputsDueOn: dateOf(inputsDueOn), approvalDueOn: dateOf(approvalDueOn) },
    });
    return done(periodId);
  },
});
