import { command, done } from '../command.ts';
import type { Subledger } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';
import { companyOfPeriod } from './company-of-period.ts';

export const lockSubledger = command('lockSubledger', {
  entity: 'PeriodLock',
  company: companyOfPeriod,
  title: {
    en: 'Lock a subledger',
    sv: 'Lås reskontra',
    de: 'Nebenbuch sperren',
    hu: 'Analitika zárolása',
    sl: 'Zakleni pomožno knjigo',
  },
  description:
    'Lets the journals of a subledger take no more entries in a period, while the period stays open for the rest.',
  input: {
    periodId: input.id('FiscalPeriod', 'Period in which it is locked.'),
    subledger: input.choice('Subledger', 'What is locked.'),
    reason: optional(input.text('Why it is locked.')),
  },
  run: async ({ periodId, subledger, reason }, { tx }) => {
    const { companyId } = await tx.fiscalPeriod.findUniqueOrThrow({ where: { id: periodId } });
    const { id } = await tx.periodLock.create({
      data: { companyId, periodId, subledger: subledger as Subledger, reason },
    });
    return done(id);
  },
});
