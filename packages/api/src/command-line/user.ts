import { withActor } from './acting.ts';
import { answerLine, ask, askAll, orRefuse, type Told } from './ask.ts';
import { type Register, report, Unusable } from './session.ts';

const everyUser = `query ($after: String) {
  users(first: 50, after: $after, includeInactive: true) {
    nodes { email name active lastSignInAt roleGrants(first: 100) { nodes { role fromAt untilAt company { code } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Grant {
  readonly role: string;
  readonly fromAt: string;
  readonly untilAt: string | null;
  readonly company: { readonly code: string } | null;
}

interface User {
  readonly email: string | null;
  readonly name: string;
  readonly active: boolean | null;
  readonly lastSignInAt: string | null;
  readonly roleGrants: { readonly nodes: readonly Grant[] };
}

const held = (grants: readonly Grant[]): string => {
  const now = new Date();
  const current = grants.filter(
    ({ fromAt, untilAt }) => new Date(fromAt) <= now && (untilAt === null || new Date(untilAt) > now),
  );
  return current
    .map(({ role, company }) => (company ? `${role}:${company.code}` : role))
    .sort()
    .join(' ');
};

const companyByCode = 'query ($code: String!) { companies(where: { code: { eq: $code } }) { nodes { id } } }';
const invite =
  'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id } userErrors { message path } } }';

interface InviteOptions {
  readonly email: string;
  readonly name: string;
  readonly language?: string;
  readonly person?: string;
  readonly roles?: string;
  readonly company?: string;
}

const list: Register = (group) => {
  group
    .command('list')
    .description('list the users, with their state, last sign-in and roles')
    .action((_options, command) =>
      withActor(command, async (app, viewer) => {
        for await (const user of askAll<User>(app, viewer, everyUser))
          await answerLine(
            user.email,
            user.name,
            user.active ? 'active' : 'inactive',
            user.lastSignInAt,
            held(user.roleGrants.nodes),
          );
      }),
    );
};

const inviteSomebody: Register = (group) => {
  group
    .command('invite')
    .description('make a user and send them a link to choose a password')
    .requiredOption('--email <address>', 'mail address to sign in with')
    .requiredOption('--name <name>', 'name shown beside what the user does')
    .option('--language <code>', 'en, sv, de, hu or sl')
    .option('--person <id>', 'the human being behind the sign-in')
    .option('--roles <roles>', 'roles to begin with, separated by commas, such as EMPLOYEE,HR')
    .option('--company <code>', 'company that the roles are for; all, where left out')
    .action((options: InviteOptions, command) =>
      withActor(command, async (app, viewer) => {
        const { email, name, language, person, roles, company } = options;
        const companies =
          company === undefined
            ? null
            : await ask<{ companies: { nodes: { id: string }[] } }>(app, viewer, companyByCode, { code: company });
        const companyId = companies?.companies.nodes[0]?.id ?? null;
        if (company !== undefined && companyId === null) throw new Unusable(`There is no company ${company}`);
        const input = {
          email,
          name,
          language,
          personId: person,
          roles: roles?.split(',').map((role) => role.trim().toUpperCase()),
          companyId,
        };
        orRefuse((await ask<{ inviteUser: Told }>(app, viewer, invite, { input })).inviteUser);
        const { sendWaitingMail } = await import('../jobs/mail.ts');
        await sendWaitingMail(app);
        report(`Invited ${email}`);
      }),
    );
};

const userByEmail = `query ($email: String!) {
  users(first: 1, where: { email: { eq: $email } }, includeInactive: true) { nodes { id } }
}`;

/** A command about one user, by mail address, that takes a reason. */
const onUser = (name: string, description: string, mutation: string, done: string): Register => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { userErrors { message path } } }`;
  return (group) => {
    group
      .command(name)
      .description(description)
      .argument('<email>', 'mail address of the user')
      .option('--reason <text>', 'why')
      .action((email: string, { reason }: { reason?: string }, command) =>
        withActor(command, async (app, viewer) => {
          const variables = { email: email.trim().toLowerCase() };
          const found = await ask<{ users: { nodes: { id: string }[] } }>(app, viewer, userByEmail, variables);
          const [user] = found.users.nodes;
          if (!user) throw new Unusable(`There is no user ${email}`);
          const input = { userId: user.id, reason };
          const answer = await ask<Record<string, Told>>(app, viewer, document, { input });
          for (const payload of Object.values(answer)) orRefuse(payload);
          report(done);
        }),
      );
  };
};

const signOut = onUser('sign-out', 'end every session of a user', 'revokeUserSessions', 'Signed out everywhere');
const resetSecondFactor = onUser(
  'reset-second-factor',
  'take the second factor of a user away, who has lost their device and their recovery codes',
  'resetSecondFactor',
  'Reset',
);

export const register: Register = (program) => {
  const group = program.command('user').description('the people who can sign in');
  list(group);
  inviteSomebody(group);
  signOut(group);
  resetSecondFactor(group);
};
