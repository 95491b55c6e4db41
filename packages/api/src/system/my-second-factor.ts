import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { rateLimited } from '../server/rate-limit.ts';
import { operate, type Refusal, Refused, type Transaction } from '../write/operation.ts';
import { seal, unseal } from '../write/vault.ts';
import { accountMutation, payload, type Refusable, secret } from './account-mutation.ts';
import { limits, take } from './attempt-limit.ts';
import { demandPassword, requireOwner } from './my-account.ts';
import { codeAddress, newCodeSecret, newRecoveryCodes, recoveryHash, stepOfCode } from './one-time-code.ts';
import { codeWrong, demandSecondFactor, removeSecondFactor, secretPlace } from './second-factor.ts';

/** How long a device may take to be set up. */
const pendingMilliseconds = 3_600_000;

const onAlready: Refusal = {
  code: 'SECOND_FACTOR_ON',
  message: 'You have a second factor already. Turn it off before you set up another device.',
  path: [],
};

const notOn: Refusal = { code: 'SECOND_FACTOR_OFF', message: 'You have no second factor.', path: [] };

const notBegun: Refusal = {
  code: 'SECOND_FACTOR_NOT_BEGUN',
  message: 'Setting up took too long. Begin again.',
  path: [],
};

interface Begun extends Refusable {
  readonly secret?: string;
  readonly address?: string;
}

async function beginSecondFactor(
  context: Context,
  given: { currentPassword: string },
): Promise<Omit<Begun, 'refusals'>> {
  const viewer = requireOwner(context, 'set up a second factor');
  const { app } = context;
  const { userId, email } = viewer;
  // Whoever finds a browser open must not be able to lock its owner out.
  await demandPassword(context, viewer, given.currentPassword);
  const made = newCodeSecret();
  const secretSealed = await seal(app.env, secretPlace(userId), made);
  await operate(app, { viewer, command: 'beginSecondFactor' }, async ({ tx, now }) => {
    await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: null } });
    if ((await tx.secondFactor.count({ where: { userId } })) > 0) throw new Refused([onAlready]);
    await tx.secondFactor.create({ data: { userId, secretSealed, createdAt: now }, select: { userId: true } });
  });
  return { secret: made, address: codeAddress(made, email) };
}

const BeginPayload = payload<Begun>(
  'BeginSecondFactorPayload',
  'What a device is set up with, or why there is nothing.',
);

builder.objectFields(BeginPayload, (t) => ({
  secret: t.string({
    nullable: true,
    description: 'The secret in base 32, for a device that cannot scan. It is shown here and never again.',
    resolve: (begun) => begun.secret ?? null,
  }),
  address: t.string({
    nullable: true,
    description: 'What a device scans as a QR code: an address that begins with otpauth://.',
    resolve: (begun) => begun.address ?? null,
  }),
}));

accountMutation({
  name: 'beginSecondFactor',
  description: 'Begins to set up a device that shows codes. They are asked for once confirmSecondFactor has had one.',
  input: {},
  secrets: { currentPassword: secret('Your password as it stands.') },
  payload: BeginPayload,
  run: beginSecondFactor,
});

interface WithCodes extends Refusable {
  readonly recoveryCodes?: readonly string[];
}

async function replaceRecoveryCodes(tx: Transaction, userId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: recoveryHash(userId, code) })) });
  return codes;
}

function codesPayload(name: string) {
  const made = payload<WithCodes>(name, 'Ten recovery codes, this once, or why there are none.');
  builder.objectField(made, 'recoveryCodes', (t) =>
    t.stringList({
      nullable: true,
      description: 'Codes that stand in for the device, each once. They are shown here and never again.',
      resolve: ({ recoveryCodes }) => (recoveryCodes ? [...recoveryCodes] : null),
    }),
  );
  return made;
}

async function confirmSecondFactor(context: Context, { code }: { code: string }): Promise<Omit<WithCodes, 'refusals'>> {
  const viewer = requireOwner(context, 'set up a second factor');
  const { app } = context;
  const { userId } = viewer;
  const taken = await take(app, limits.secondFactor, userId);
  if (!taken.allowed) throw rateLimited(taken.retryAfterSeconds);
  const recoveryCodes = await operate(app, { viewer, command: 'confirmSecondFactor' }, async ({ tx, now }) => {
    const begun = { userId, confirmedAt: null, createdAt: { gt: new Date(now.getTime() - pendingMilliseconds) } };
    const pending = await tx.secondFactor.findFirst({ where: begun });
    if (!pending) throw new Refused([notBegun]);
    const step = await stepOfCode(await unseal(app.env, secretPlace(userId), pending.secretSealed), code, 0n);
    if (step === null) throw new Refused([codeWrong]);
    const { count } = await tx.secondFactor.updateMany({ where: begun, data: { confirmedAt: now, lastStep: step } });
    if (count === 0) throw new Refused([notBegun]);
    await tx.user.update({ where: { id: userId }, data: { secondFactorAt: now }, select: { id: true } });
    return replaceRecoveryCodes(tx, userId);
  });
  return { recoveryCodes };
}

accountMutation({
  name: 'confirmSecondFactor',
  description: 'Turns the second factor on with the first code of the new device, and answers recovery codes.',
  input: {},
  secrets: { code: secret('Code that the device shows.') },
  payload: codesPayload('ConfirmSecondFactorPayload'),
  run: confirmSecondFactor,
});

async function newCodes(context: Context, { code }: { code: string }): Promise<Omit<WithCodes, 'refusals'>> {
  const viewer = requireOwner(context, 'make recovery codes');
  await demandSecondFactor(context, viewer, code);
  const recoveryCodes = await operate(context.app, { viewer, command: 'replaceRecoveryCodes' }, async ({ tx }) => {
    const isOn = { userId: viewer.userId, confirmedAt: { not: null } };
    if ((await tx.secondFactor.count({ where: isOn })) === 0) throw new Refused([notOn]);
    return replaceRecoveryCodes(tx, viewer.userId);
  });
  return { recoveryCodes };
}

accountMutation({
  name: 'replaceRecoveryCodes',
  description: 'Makes ten new recovery codes; those that were there are worth nothing from then on.',
  input: {},
  secrets: { code: secret('Code that your device shows, or a recovery code.') },
  payload: codesPayload('ReplaceRecoveryCodesPayload'),
  run: newCodes,
});

async function turnOff(context: Context, { code }: { code: string }): Promise<object> {
  const viewer = requireOwner(context, 'turn the second factor off');
  await demandSecondFactor(context, viewer, code);
  await operate(context.app, { viewer, command: 'turnOffSecondFactor' }, async ({ tx }) => {
    if (!(await removeSecondFactor(tx, viewer.userId))) throw new Refused([notOn]);
  });
  return {};
}

accountMutation({
  name: 'turnOffSecondFactor',
  description: 'Turns the second factor off, with a code of it.',
  input: {},
  secrets: { code: secret('Code that your device shows, or a recovery code.') },
  payload: payload('TurnOffSecondFactorPayload', 'Nothing, where all went well.'),
  run: turnOff,
});
