import type { App } from '../app.ts';
import type { Role } from '../generated/prisma/enums.ts';
import type { Viewer } from '../viewer.ts';
import { withActor } from './acting.ts';
import { answerLine, ask, askAll, orRefuse, type Told } from './ask.ts';
import { type Register, report, Unusable } from './session.ts';

interface CreateOptions {
  readonly user: string;
  readonly name: string;
  readonly days: string;
  readonly roles?: string;
}

/** Somebody who acts as a user makes tokens for that user alone; whoever has the machine makes them for everybody. */
async function create(app: App, viewer: Viewer, options: CreateOptions): Promise<string> {
  // The whole graph first: a part of it cannot be loaded alone.
  await import('../schema.ts');
  const [{ issueToken }, { viewerByEmail }, { Refused }] = await Promise.all([
    import('../system/create-api-token.ts'),
    import('../server/authenticate.ts'),
    import('../write/operation.ts'),
  ]);
  const owner = await viewerByEmail(app.pool, options.user);
  if (!owner) throw new Unusable(`There is no user in use with the address ${options.user}`);
  if (viewer.userId !== null && viewer.userId !== owner.userId)
    throw new Unusable('A token is made for oneself: leave --as out, or name the same user');
  const days = Number(options.days);
  if (!Number.isInteger(days)) throw new Unusable(`--days is no whole number: ${options.days}`);
  const roles = options.roles?.split(',').map((role) => role.trim().toUpperCase()) as Role[] | undefined;
  try {
    return (await issueToken(app, viewer, owner, { name: options.name, days, roles: roles ?? null })).token;
  } catch (error) {
    throw error instanceof Refused ? new Unusable(error.message) : error;
  }
}

const makeToken: Register = (group) => {
  group
    .command('create')
    .description('make a token with which a program acts as a user, and print it, this once')
    .requiredOption('--user <email>', 'user that the program acts as')
    .requiredOption('--name <name>', 'what the token is for')
    .requiredOption('--days <number>', 'in how many days it ends, 366 at the most')
    .option('--roles <roles>', 'roles that it carries, separated by commas; all of the user, where left out')
    .action((options: CreateOptions, command) =>
      withActor(command, async (app, viewer) => answerLine(await create(app, viewer, options))),
    );
};

const everyToken = `query ($after: String, $where: ApiTokenWhere) {
  apiTokens(first: 100, after: $after, where: $where) {
    nodes { id name ending roles expiresAt revokedAt user { email } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Token {
  readonly id: string;
  readonly name: string;
  readonly ending: string;
  readonly roles: readonly string[];
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly user: { readonly email: string | null };
}

const stateOf = ({ revokedAt, expiresAt }: Token): string => {
  if (revokedAt !== null) return 'revoked';
  return new Date(expiresAt) <= new Date() ? 'expired' : 'valid';
};

const listTokens: Register = (group) => {
  group
    .command('list')
    .description('list the tokens, with their user, last characters, state, end and roles')
    .option('--user <email>', 'only those of this user')
    .action(({ user }: { user?: string }, command) =>
      withActor(command, async (app, viewer) => {
        const where = user === undefined ? {} : { user: { is: { email: { eq: user.toLowerCase() } } } };
        for await (const token of askAll<Token>(app, viewer, everyToken, { where })) {
          const roles = token.roles.length === 0 ? 'all roles' : token.roles.join(' ');
          await answerLine(
            token.id,
            token.user.email,
            token.name,
            `…${token.ending}`,
            stateOf(token),
            token.expiresAt,
            roles,
          );
        }
      }),
    );
};

const revoke =
  'mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { userErrors { message path } } }';

const revokeToken: Register = (group) => {
  group
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'id of the token, as the list tells it')
    .option('--reason <text>', 'why')
    .action((id: string, { reason }: { reason?: string }, command) =>
      withActor(command, async (app, viewer) => {
        const input = { apiTokenId: id, reason };
        orRefuse((await ask<{ revokeApiToken: Told }>(app, viewer, revoke, { input })).revokeApiToken);
        report('Revoked');
      }),
    );
};

export const register: Register = (program) => {
  const group = program.command('token').description('tokens for programs that act as a user');
  makeToken(group);
  listTokens(group);
  revokeToken(group);
};
