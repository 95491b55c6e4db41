import { command, done, refused } from '../command.ts';
import type { Subledger } from '../generated/prisma/enums.ts';
import { input } from '../write/input.ts';
import { companyOfPeriod } from './company-of-period.ts';

const daysAtMost = 30;

export const grantLockException = command('grantLockException', {
  entity: 'LockException',
  company: companyOfPeriod,
  title: {
    en: 'Allow an exception',
    sv: 'Medge undantag',
    de: 'Ausnahme zulassen',
    hu: 'Kivétel engedélyezése',
    sl: 'Dovoli izjemo',
  },
  description: 'Lets one person post into a locked subledger in a period, until a moment within thirty days.',
  input: {
    periodId: input.id('FiscalPeriod', 'Period that it is for.'),
    subledger: input.choice('Subledger', 'Subledger that it is for.'),
    userId: input.id('User', 'Who may post: somebody other than you.'),
    expiresAt: input.instant('When it ends by itself.'),
    reason: input.text('Why it is needed.'),
  },
  run: async ({ periodId, subledger, userId, expiresAt, reason }, { tx, viewer, now }) => {
    if (userId === viewer.userId)
      return refused({ code: 'SAME_PERSON', message: 'Ask somebody else to allow it to you.', path: ['userId'] });
    if (expiresAt <= now || expiresAt.getTime() > now.getTime() + daysAtMost * 86_400_000)
      return refused({
        code: 'EXPIRY_OUT_OF_RANGE',
        message: `Let it end within ${daysAtMost} days.`,
        path: ['expiresAt'],
      });
    const { companyId } = await tx.fiscalPeriod.findUniqueOrThrow({ where: { id: periodId } });
    const { id } = await tx.lockException.create({
      data: {
        companyId,
        periodId,
        subledger: subledger as Subledger,
        userId,
        reason,
        grantedById: viewer.userId,
        expiresAt,
        createdAt: now,
      },
    });
    return done(id);
  },
});
