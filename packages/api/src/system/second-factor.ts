import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { rateLimited } from '../server/rate-limit.ts';
import type { Viewer } from '../viewer.ts';
import { operate, type Refusal, Refused, type Transaction } from '../write/operation.ts';
import { unseal } from '../write/vault.ts';
import { limits, take } from './attempt-limit.ts';
import { isTimeCode, recoveryHash, stepOfCode } from './one-time-code.ts';

/** What the secret of somebody's device is sealed as. */
export const secretPlace = (userId: string): string => `second factor of ${userId}`;

const codeRequired: Refusal = {
  code: 'SECOND_FACTOR_REQUIRED',
  message: 'Give the code that your device shows, or a recovery code.',
  path: ['code'],
};

export const codeWrong: Refusal = {
  code: 'SECOND_FACTOR_WRONG',
  message: 'This code is wrong or was used already. Wait for the next one.',
  path: ['code'],
};

/** A code of the device is good once: of two at the same moment one is taken. */
async function spendTimeCode(app: App, tx: Transaction, userId: string, code: string): Promise<boolean> {
  const factor = await tx.secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } } });
  if (!factor) return false;
  const secret = await unseal(app.env, secretPlace(userId), factor.secretSealed);
  const step = await stepOfCode(secret, code, factor.lastStep);
  if (step === null) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(tx: Transaction, userId: string, code: string, now: Date): Promise<boolean> {
  const unused = { userId, codeHash: recoveryHash(userId, code), usedAt: null };
  return (await tx.recoveryCode.updateMany({ where: unused, data: { usedAt: now } })).count === 1;
}

/**
 * Refuses unless the code is one of the user's device or an unused recovery code; where the user has no second factor,
 * nothing is asked. The code is spent by then, whatever becomes of what it was given for. How often one may guess is
 * counted for the user alone, since whoever guesses here knows the password already.
 */
export async function demandSecondFactor(
  context: Context,
  acting: Viewer & { readonly userId: string },
  code: string | null,
): Promise<void> {
  const { app } = context;
  const { userId } = acting;
  const isOn = { userId, confirmedAt: { not: null } };
  if ((await app.prisma.secondFactor.count({ where: isOn })) === 0) return;
  if (code === null || code.trim() === '') throw new Refused([codeRequired]);
  const taken = await take(app, limits.secondFactor, userId);
  if (!taken.allowed) throw rateLimited(taken.retryAfterSeconds);
  const isOfDevice = isTimeCode(code);
  const deed = { viewer: acting, command: isOfDevice ? 'useSecondFactor' : 'useRecoveryCode' };
  try {
    await operate(app, deed, async ({ tx, now }) => {
      const spent = isOfDevice
        ? await spendTimeCode(app, tx, userId, code)
        : await spendRecoveryCode(tx, userId, code, now);
      if (!spent) throw new Refused([codeWrong]);
    });
  } catch (error) {
    if (error instanceof Refused)
      await operate(app, { viewer: acting, command: 'secondFactorFailed' }, async () => undefined);
    throw error;
  }
}

/** Takes a second factor away, with its recovery codes. Whether there was one. */
export async function removeSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  await tx.user.update({ where: { id: userId }, data: { secondFactorAt: null }, select: { id: true } });
  return count === 1;
}
