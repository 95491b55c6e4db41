import { type Rejection, within } from '@kontor/core';
import type { App } from '../app.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { inputType } from '../graph/mutations.ts';
import { Company } from '../organisation/index.ts';
import { checkInput } from '../write/check-input.ts';
import { createInputs } from '../write/entity-input.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import { operate, type Refusal, Refused, type Transaction } from '../write/operation.ts';
import { checkMoney } from '../write/references.ts';
import { demand, limits, placeOf } from './attempt-limit.ts';
import { type Account, acting, openSession } from './open-session.ts';
import { checkPassword, hashPassword } from './password.ts';
import { type SignedIn, signedInPayload } from './sign-in.ts';
import { linkRefusal, newLink, setUpAddress, tokenHashOf } from './sign-in-link.ts';

const companyInput = createInputs(Company.name);
const administratorInput = {
  email: input.text('Mail address to sign in with.', { format: 'email', maxLength: 254 }),
  name: input.text('Name shown beside what the user does.', { maxLength: 200 }),
  language: optional(
    input.text('Language of the console: en, sv, de, hu or sl; English, where left out.', { format: 'language' }),
  ),
};

type Values = Readonly<Record<string, unknown>>;

/** The first company and whoever runs the system, checked. */
interface FirstSteps {
  readonly company: Values;
  readonly administrator: InputOf<typeof administratorInput>;
}

/** Checks what a new installation begins with; paths begin with `company` and `administrator`. */
export function checkFirstSteps(raw: { company: Values; administrator: Values }): FirstSteps {
  const company = checkInput(companyInput, raw.company);
  const administrator = checkInput(administratorInput, raw.administrator);
  const rejections: Rejection[] = [
    ...(company.ok ? [] : within(['company'], company.rejections)),
    ...(administrator.ok ? [] : within(['administrator'], administrator.rejections)),
  ];
  if (!company.ok || !administrator.ok) throw new Refused(rejections);
  return { company: company.value, administrator: administrator.value as FirstSteps['administrator'] };
}

/** Why the first administrator may not have this password. */
export async function refusePassword(password: string, { company, administrator }: FirstSteps): Promise<void> {
  const companies = [String(company['name'] ?? '')];
  const rejections = within(['administrator'], await checkPassword(password, administrator, companies));
  if (rejections.length > 0) throw new Refused(rejections);
}

const alreadySetUp: Refusal = {
  code: 'SET_UP_ALREADY',
  message: 'Kontor is set up already. Sign in instead.',
  path: [],
};

/**
 * Makes the first company and the first administrator, once: of two at the same moment the second waits and is refused.
 * The administrator runs the system for all companies; what concerns people is for roles that they grant to others.
 */
export async function setUpInstallation(
  tx: Transaction,
  first: FirstSteps,
  passwordHash: string | null,
): Promise<Account> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('set up', 0))`;
  if ((await tx.user.count()) > 0) throw new Refused([alreadySetUp]);
  const faults = await checkMoney(tx, companyInput, first.company);
  if (faults.length > 0) throw new Refused(within(['company'], faults));
  const { email, name, language } = first.administrator;
  await tx.company.create({ data: first.company as never, select: { id: true } });
  const user = await tx.user.create({
    data: { email, name, language: language ?? 'en', passwordHash },
    select: { id: true, email: true, name: true, language: true },
  });
  await tx.roleGrant.create({ data: { userId: user.id, role: 'ADMINISTRATOR' }, select: { id: true } });
  return user;
}

interface SetUp {
  readonly token: string;
  readonly company: Values;
  readonly administrator: Values & { readonly password: string };
}

async function setUp(context: Context, { token, company, administrator }: SetUp): Promise<SignedIn> {
  const { app } = context;
  await demand(context, [[limits.linkAddress, placeOf(context)]]);
  const unused = {
    tokenHash: tokenHashOf(token),
    kind: 'SETUP',
    userId: null,
    usedAt: null,
    expiresAt: { gt: new Date() },
  } as const;
  if ((await app.prisma.signInLink.count({ where: unused })) === 0) throw new Refused([linkRefusal]);
  const first = checkFirstSteps({ company, administrator });
  await refusePassword(administrator.password, first);
  const passwordHash = await hashPassword(administrator.password);
  const deed = { viewer: acting(context, null, first.administrator.email), command: 'setUp' };
  const opened = await operate(app, deed, async ({ tx, now }) => {
    const user = await setUpInstallation(tx, first, passwordHash);
    await tx.signInLink.updateMany({ where: { kind: 'SETUP', usedAt: null }, data: { usedAt: now } });
    return { user, sendCookie: await openSession(tx, context, user) };
  });
  opened.sendCookie();
  return { user: opened.user, refusals: [] };
}

const passwordField = { password: { type: 'String', required: true, description: 'Password to sign in with.' } };
const SetUpInput = builder.inputType('SetUpInput', {
  description: 'What a new installation begins with.',
  fields: (t) => ({
    token: t.string({ required: true, description: 'Token of the link that the server printed.' }),
    company: t.field({
      type: inputType('SetUpCompanyInput', 'The first company.', companyInput),
      required: true,
      description: 'The first company.',
    }),
    administrator: t.field({
      type: inputType('SetUpAdministratorInput', 'Whoever runs the system.', administratorInput, passwordField),
      required: true,
      description: 'Whoever runs the system.',
    }),
  }),
});

builder.mutationField('setUp', (t) =>
  t.field({
    type: signedInPayload('SetUpPayload'),
    description: 'Makes the first company and the first administrator, and signs in. It works once.',
    args: { input: t.arg({ type: SetUpInput, required: true, description: 'What to begin with.' }) },
    resolve: async (_root, args, context): Promise<SignedIn> => {
      try {
        return await setUp(context, args.input as unknown as SetUp);
      } catch (error) {
        if (error instanceof Refused) return { refusals: error.refusals };
        throw error;
      }
    },
  }),
);

/**
 * Where nobody can sign in yet, a link to set the installation up, told in the log; null where somebody can. To be called
 * when the server has an address.
 */
export async function printSetUpLink(app: App): Promise<string | null> {
  const { rows } = await app.pool.query<{ empty: boolean }>('select not exists (select from app_user) as empty');
  if (rows[0]?.empty !== true) return null;
  const { secret, row } = newLink('SETUP', null);
  await app.pool.query('insert into sign_in_link (kind, token_hash, expires_at) values ($1, $2, $3)', [
    row.kind,
    row.tokenHash,
    row.expiresAt,
  ]);
  const link = setUpAddress(app.address(), secret);
  app.log.warn(`Nobody can sign in yet. Set Kontor up here, within a day: ${link}`);
  return link;
}
