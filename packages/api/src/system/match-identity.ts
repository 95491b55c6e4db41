import type { App } from '../app.ts';
import type { IdentityProvider } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import { operate, type Transaction } from '../write/operation.ts';
import type { Account } from './open-session.ts';
import type { ProviderPerson } from './provider-person.ts';
import { ProviderProblem } from './provider-problem.ts';

const account = { id: true, email: true, name: true, language: true, active: true } as const;

interface Found extends Account {
  readonly active: boolean;
}

const linked = async (
  tx: Pick<Transaction, 'userIdentity'>,
  provider: IdentityProvider,
  subject: string,
): Promise<Found | null> => {
  const identity = await tx.userIdentity.findFirst({
    where: { identityProviderId: provider.id, subject, endedAt: null },
    select: { user: { select: account } },
  });
  return identity?.user ?? null;
};

const problem = (code: ProviderProblem['code'], person: ProviderPerson): ProviderProblem =>
  new ProviderProblem(code, { about: person.email });

/**
 * The account that an address belongs to, where the provider may have it: one that asks for a second factor is linked by
 * its owner alone, since a provider would be a way around it; and one whose link was taken away is not linked again.
 */
async function byAddress(tx: Transaction, provider: IdentityProvider, person: ProviderPerson): Promise<Account | null> {
  const user = person.email && (await tx.user.findUnique({ where: { email: person.email } }));
  if (!user) return null;
  if (!person.isVerified) throw problem('PROVIDER_MAIL_NOT_VERIFIED', person);
  if (!user.active) throw problem('PROVIDER_ACCOUNT_UNKNOWN', person);
  const former = await tx.userIdentity.count({ where: { userId: user.id, identityProviderId: provider.id } });
  if (user.secondFactorAt !== null || former > 0) throw problem('PROVIDER_ACCOUNT_PROTECTED', person);
  return user;
}

async function byCreation(tx: Transaction, provider: IdentityProvider, person: ProviderPerson): Promise<Account> {
  const { email, name, language, isVerified } = person;
  if (provider.unknownUsers !== 'CREATE') throw problem('PROVIDER_ACCOUNT_UNKNOWN', person);
  if (email === null || !isVerified) throw problem('PROVIDER_MAIL_NOT_VERIFIED', person);
  return tx.user.create({ data: { email, name, language }, select: account });
}

async function byOwner(
  tx: Transaction,
  provider: IdentityProvider,
  person: ProviderPerson,
  userId: string,
): Promise<Account> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: account });
  const held = { userId, identityProviderId: provider.id, endedAt: null };
  if (!user.active || (await tx.userIdentity.count({ where: held })) > 0)
    throw problem('PROVIDER_ACCOUNT_TAKEN', person);
  return user;
}

/**
 * The user that somebody at a provider is: by issuer and subject; else, once, by the wish of the account's owner, by a
 * verified mail address, or by making an account where the provider may. `acting` stands in the log.
 */
export async function matchIdentity(
  app: App,
  acting: Viewer,
  provider: IdentityProvider,
  person: ProviderPerson,
  linkUserId: string | null,
): Promise<Account> {
  const known = await linked(app.prisma, provider, person.subject);
  if (known && linkUserId !== null && known.id !== linkUserId) throw problem('PROVIDER_ACCOUNT_TAKEN', person);
  if (known?.active === false) throw problem('PROVIDER_ACCOUNT_UNKNOWN', person);
  if (known) return known;
  const { subject, email } = person;
  return operate(app, { viewer: acting, command: 'linkIdentity' }, async ({ tx }) => {
    // Of two sign-ins of the same person at the same moment the second finds what the first has made.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${provider.id} ${subject}`}, 0))`;
    const meanwhile = await linked(tx, provider, subject);
    if (meanwhile) return meanwhile;
    const user =
      linkUserId === null
        ? ((await byAddress(tx, provider, person)) ?? (await byCreation(tx, provider, person)))
        : await byOwner(tx, provider, person, linkUserId);
    await tx.userIdentity.create({
      data: { userId: user.id, identityProviderId: provider.id, subject, email },
      select: { id: true },
    });
    return user;
  });
}
