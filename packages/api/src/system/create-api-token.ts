import type { App } from '../app.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import { outputOf } from '../graph/types.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import { resolveRead } from '../read/execute.ts';
import type { Viewer } from '../viewer.ts';
import { checkInput } from '../write/check-input.ts';
import { input, many, optional } from '../write/input.ts';
import { operate, Refused } from '../write/operation.ts';
import { accountMutation, payload, type Refusable, secret } from './account-mutation.ts';
import { mintToken } from './mint-token.ts';
import { demandSecondFactor } from './second-factor.ts';

const daysAtMost = 366;
const dayMilliseconds = 86_400_000;

const tokenInput = {
  name: input.text('What the token is for.', { maxLength: 100 }),
  days: input.integer('In how many days it ends.', { minimum: '1', maximum: String(daysAtMost) }),
  roles: optional(many(input.choice('Role', 'Roles of yours that it carries; all, where left out.'))),
};

interface NewToken extends Refusable {
  readonly id?: string;
  readonly token?: string;
}

interface Asked {
  readonly name: string;
  readonly days: number;
  readonly roles: readonly string[] | null;
}

/** A token is made by its owner, signed in: a token that makes tokens would outlive its own end. */
function requireOwner(viewer: Viewer): asserts viewer is Viewer & { readonly userId: string } {
  if (isNever(decisionsFor(viewer).command('createApiToken'))) throw forbidden('You may not createApiToken.');
  if (viewer.userId === null || viewer.channel !== 'console')
    throw forbidden('Sign in to make a token; a token cannot.');
}

/** Makes a token of `owner`; `viewer` stands in the log. The roles are some of those that the owner holds now. */
export async function issueToken(
  app: App,
  viewer: Viewer,
  owner: Viewer,
  { name, days, roles }: Asked,
): Promise<{ id: string; token: string }> {
  const { userId } = owner;
  if (userId === null) throw forbidden('A token has an owner.');
  const checked = checkInput(tokenInput, { name, days, roles });
  if (!checked.ok) throw new Refused(checked.rejections);
  const asked = [...new Set((roles ?? []) as readonly Role[])];
  const missing = asked.filter((role) => !owner.grants.some((grant) => grant.role === role));
  if (missing.length > 0)
    throw new Refused([
      { code: 'ROLE_NOT_HELD', message: `The role ${missing.join(', ')} is not held.`, path: ['roles'] },
    ]);
  return operate(app, { viewer, command: 'createApiToken' }, ({ tx, now }) =>
    mintToken(tx, { userId, name, roles: asked, expiresAt: new Date(now.getTime() + days * dayMilliseconds) }),
  );
}

/** A token outlives the session by months, so the second factor is asked for anew where there is one. */
async function createApiToken(
  context: Context,
  { code, ...asked }: Asked & { readonly code: string | null },
): Promise<{ id: string; token: string }> {
  const viewer = requireViewer(context);
  requireOwner(viewer);
  await demandSecondFactor(context, viewer, code);
  return issueToken(context.app, viewer, viewer, asked);
}

const CreateApiTokenPayload = payload<NewToken>('CreateApiTokenPayload', 'The token, this once, or why there is none.');

builder.objectField(CreateApiTokenPayload, 'token', (t) =>
  t.string({
    nullable: true,
    description: 'The token itself. It is shown here and never again.',
    resolve: ({ token }) => token ?? null,
  }),
);

builder.objectField(CreateApiTokenPayload, 'apiToken', (t) =>
  t.field({
    type: outputOf('ApiToken').type,
    nullable: true,
    description: 'What is kept of it.',
    extensions: { readAgain: true },
    resolve: ({ id }, _args, context, info) =>
      id === undefined ? null : resolveRead(context, { entity: 'ApiToken', shape: 'one' }, id, info),
  }),
);

accountMutation({
  name: 'createApiToken',
  description: 'Makes a token with which a program acts as you, with no more rights than you have at the time.',
  input: tokenInput,
  secrets: { code: optional(secret('Code that your device shows, where you have a second factor.')) },
  payload: CreateApiTokenPayload,
  run: createApiToken,
});
