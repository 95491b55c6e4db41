import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { input, optional } from '../write/input.ts';
import { Refused } from '../write/operation.ts';
import { accountMutation, payload, type Refusable, secret } from './account-mutation.ts';
import { demandPassword, requireOwner } from './my-account.ts';
import { ProviderProblem } from './provider-problem.ts';
import { beginAtProvider } from './provider-sign-in.ts';
import { demandSecondFactor } from './second-factor.ts';

interface Way {
  readonly id: string;
  readonly name: string;
}

const SignInProvider = builder.objectRef<Way>('SignInProvider').implement({
  description: 'An identity provider that somebody can sign in with.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the provider.' }),
    name: t.exposeString('name', { description: 'Name that stands on the button.' }),
    path: t.string({
      description: 'Path that a browser goes to; the argument `next` says where in the console it comes out.',
      resolve: ({ id }) => `/sign-in/oidc/${id}`,
    }),
  }),
});

const providersInUse = {
  name: 'providers to sign in with',
  text: 'select id::text, name from identity_provider where active order by name, id limit 20',
};

builder.queryField('signInProviders', (t) =>
  t.field({
    type: [SignInProvider],
    description: 'Identity providers that one can sign in with. Everybody may ask.',
    resolve: async (_root, _args, { app }) => (await app.pool.query<Way>(providersInUse)).rows,
  }),
);

interface Begun extends Refusable {
  readonly address?: string;
}

const LinkPayload = payload<Begun>('LinkMyIdentityPayload', 'Where to go on, or why not.');

builder.objectField(LinkPayload, 'address', (t) =>
  t.string({
    nullable: true,
    description: 'Address at the provider that the browser goes to; it comes back by itself.',
    resolve: ({ address }) => address ?? null,
  }),
);

interface LinkAsked {
  readonly identityProviderId: string;
  readonly currentPassword: string;
  readonly code: string | null;
}

async function linkMyIdentity(context: Context, asked: LinkAsked): Promise<Omit<Begun, 'refusals'>> {
  const viewer = requireOwner(context, 'link an account');
  await demandPassword(context, viewer, asked.currentPassword);
  await demandSecondFactor(context, viewer, asked.code);
  try {
    return {
      address: await beginAtProvider(context, asked.identityProviderId, {
        nextPath: '/security',
        linkUserId: viewer.userId,
      }),
    };
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    throw new Refused([{ code: error.code, message: 'The identity provider cannot be used now.', path: [] }]);
  }
}

accountMutation({
  name: 'linkMyIdentity',
  description: 'Begins to link your account with one at an identity provider, which vouches for you from then on.',
  input: { identityProviderId: input.id('IdentityProvider', 'The provider, as signInProviders has it.') },
  secrets: {
    currentPassword: secret('Your password as it stands.'),
    code: optional(secret('Code that your device shows, where you have a second factor.')),
  },
  payload: LinkPayload,
  run: linkMyIdentity,
});
