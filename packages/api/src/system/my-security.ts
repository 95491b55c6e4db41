import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { operate } from '../write/operation.ts';
import { payload, type Refusable } from './account-mutation.ts';
import { requireOwner, requireUser } from './my-account.ts';

interface Security {
  readonly sessionId: string | null;
  readonly hasPassword: boolean;
  readonly secondFactorAt: Date | null;
  readonly recoveryCodesLeft: number;
}

const MySecurity = builder.objectRef<Security>('MySecurity').implement({
  description: 'How your own account is kept safe.',
  fields: (t) => ({
    sessionId: t.id({
      nullable: true,
      description: 'Session that you ask with; null with a token.',
      resolve: (security) => security.sessionId,
    }),
    hasPassword: t.exposeBoolean('hasPassword', {
      description: 'Whether you have a password; without one an identity provider vouches for you.',
    }),
    secondFactorAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when a code is asked for besides your password; null where it is not.',
      resolve: (security) => security.secondFactorAt?.toISOString() ?? null,
    }),
    recoveryCodesLeft: t.exposeInt('recoveryCodesLeft', { description: 'How many recovery codes are unused.' }),
  }),
});

const ownSecurity = {
  name: 'security of an account',
  text: `select password_hash is not null as "hasPassword", second_factor_at as "secondFactorAt",
      (select count(*)::int from recovery_code c where c.user_id = u.id and c.used_at is null) as "recoveryCodesLeft"
    from app_user u where id = $1`,
};

async function mySecurity(context: Context): Promise<Security> {
  const viewer = requireUser(context);
  const { rows } = await context.app.pool.query<Pick<Security, 'hasPassword' | 'secondFactorAt' | 'recoveryCodesLeft'>>(
    { ...ownSecurity, values: [viewer.userId] },
  );
  const [own] = rows;
  if (!own) throw new Error('A viewer is no user.');
  return {
    ...own,
    sessionId: viewer.channel === 'console' ? viewer.sessionId : null,
  };
}

builder.queryField('mySecurity', (t) =>
  t.field({
    type: MySecurity,
    description: 'How your own account is kept safe.',
    resolve: (_root, _args, context) => mySecurity(context),
  }),
);

interface Ended extends Refusable {
  readonly count?: number;
}

const EndedPayload = payload<Ended>('RevokeMyOtherSessionsPayload', 'How many sessions ended.');

builder.objectField(EndedPayload, 'count', (t) =>
  t.int({ nullable: true, description: 'How many sessions ended.', resolve: ({ count }) => count ?? null }),
);

async function revokeMyOtherSessions(context: Context): Promise<Ended> {
  const viewer = requireOwner(context, 'end your sessions');
  const { userId, sessionId } = viewer;
  const { count } = await operate(context.app, { viewer, command: 'revokeMyOtherSessions' }, ({ tx, now }) =>
    tx.session.updateMany({
      where: { userId, revokedAt: null, expiresAt: { gt: now }, ...(sessionId && { id: { not: sessionId } }) },
      data: { revokedAt: now },
    }),
  );
  return { count, refusals: [] };
}

builder.mutationField('revokeMyOtherSessions', (t) =>
  t.field({
    type: EndedPayload,
    description: 'Signs you out on every other browser.',
    resolve: (_root, _args, context) => revokeMyOtherSessions(context),
  }),
);
