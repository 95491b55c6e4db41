import { builder } from '../builder.ts';
import { enumType } from '../graph/enums.ts';
import type { Grant, Viewer } from '../viewer.ts';

/** The user as the session shows them to themselves. */
interface SignedInUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

export const CurrentUser = builder.objectRef<SignedInUser>('CurrentUser').implement({
  description: 'The user who asks.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the user.' }),
    email: t.exposeString('email', { description: 'Mail address to sign in with.' }),
    name: t.exposeString('name', { description: 'Name of the user.' }),
    language: t.exposeString('language', { description: 'Language of the console: en, sv, de, hu or sl.' }),
  }),
});

const HeldRole = builder.objectRef<Grant>('HeldRole').implement({
  description: 'A role that the viewer holds at this moment.',
  fields: (t) => ({
    role: t.field({
      type: enumType('Role'),
      description: 'The role.',
      resolve: ({ role }) => role,
    }),
    companyId: t.id({
      nullable: true,
      description: 'Company that it is for; null means all.',
      resolve: (grant) => grant.companyId,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: builder.objectRef<Viewer>('Viewer').implement({
      description: 'Who asks, and with which rights.',
      fields: (v) => ({
        user: v.field({
          type: CurrentUser,
          nullable: true,
          description: 'The user who asks.',
          resolve: (viewer) => (viewer.userId === null ? null : { ...viewer, id: viewer.userId }),
        }),
        roles: v.field({
          type: [HeldRole],
          description: 'Roles held at this moment.',
          resolve: (viewer) => [...viewer.grants],
        }),
        personId: v.id({
          nullable: true,
          description: 'Person behind the user.',
          resolve: (viewer) => viewer.personId,
        }),
        secondFactorMissing: v.boolean({
          description:
            'Whether a role of yours asks for a second factor that you have not set up. Until you have, you hold no role.',
          resolve: (viewer) => viewer.secondFactorMissing ?? false,
        }),
        employeeIds: v.idList({
          description: 'Employments of that person.',
          resolve: (viewer) => [...viewer.employeeIds],
        }),
      }),
    }),
    nullable: true,
    description: 'Whoever asks; null without a session.',
    resolve: (_root, _args, context) => context.viewer,
  }),
);

builder.queryField('version', (t) => t.string({ description: 'Version of the software.', resolve: () => '0.1.0' }));
