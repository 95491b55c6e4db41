import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { enumType } from '../graph/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import { forwardPage, PageInfo } from '../graph/types.ts';
import { labelsOf } from '../read/labels.ts';
import type { Grant } from '../viewer.ts';
import { type Access, type AccessExplanation, type CommandAccess, explainAccess, type FieldAccess } from './access.ts';
import type { AccessReason } from './access-reasons.ts';
import type { HeldGrant } from './access-subject.ts';
import { languageOf } from './graph.ts';
import { type FieldReader, type FieldReaders, whoMayRead } from './who-may-read.ts';

const Extent = builder.enumType('AccessExtent', {
  description: 'Whether a user may do something.',
  values: {
    YES: { description: 'On the record; without a record, on every one that the user sees.' },
    PARTLY: {
      description: 'Without a record: on some. On a record: that turns on what you may not read, and you are not told.',
    },
    NO: { description: 'Not on the record; without a record, on none.' },
  } as const,
});

const Rule = builder.enumType('AccessRule', {
  description: 'Which rows a role reaches in the companies that it is granted for.',
  values: {
    ALL: { description: 'All of them.', value: 'all' },
    REPORTS: { description: 'Those about the people below the user, at any depth.', value: 'reports' },
    SELF: { description: 'Those about the user.', value: 'self' },
    WAGES: { description: 'Of what is paid, the pay of people.', value: 'wages' },
    TRADE: { description: 'Of what is paid, all but the pay of people.', value: 'trade' },
  } as const,
});

const roleOf = ({ role }: Grant): string => role;

const ReasonType = builder.objectRef<AccessReason>('AccessReason').implement({
  description: 'A role that a user holds and that gives something, and by which rule.',
  fields: (t) => ({
    role: t.field({ type: enumType('Role'), description: 'The role.', resolve: roleOf }),
    companyId: t.id({
      nullable: true,
      description: 'Company that the role is for; null means all.',
      resolve: (reason) => reason.companyId,
    }),
    rule: t.field({ type: Rule, description: 'Which rows it reaches.', resolve: (reason) => reason.rule }),
    holds: t.exposeBoolean('holds', {
      nullable: true,
      description: 'Whether it reaches the record; null without one, and where that turns on what you may not read.',
    }),
  }),
});

const AccessType = builder.objectRef<Access>('Access').implement({
  description: 'Whether a user may do something, and which roles give it.',
  fields: (t) => ({
    extent: t.field({ type: Extent, description: 'Whether.', resolve: (access) => access.extent }),
    reasons: t.field({
      type: [ReasonType],
      description: 'The roles that give it by some rule, whether or not the rule reaches the record.',
      resolve: (access) => [...access.reasons],
    }),
  }),
});

const FieldAccessType = builder.objectRef<FieldAccess>('FieldAccess').implement({
  description: 'What a user may do with a field.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name in the graph.' }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    dataClass: t.exposeString('dataClass', { description: 'Data class of the policy, in the language asked for.' }),
    read: t.field({ type: AccessType, description: 'Reading it.', resolve: (field) => field.read }),
    end: t.field({
      type: AccessType,
      description: 'Being shown its last characters where it is not read.',
      resolve: (field) => field.end,
    }),
    change: t.field({
      type: AccessType,
      description: 'Changing it by hand; what commands alone change is changed by nobody else.',
      resolve: (field) => field.change,
    }),
  }),
});

const CommandAccessType = builder.objectRef<CommandAccess>('CommandAccess').implement({
  description: 'Whether a user may run a command on a record, where the state of the record allows it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the mutation.' }),
    label: t.exposeString('label', { description: 'Label in the language asked for.' }),
    run: t.field({ type: AccessType, description: 'Running it.', resolve: (command) => command.run }),
    barsOwnCase: t.exposeBoolean('barsOwnCase', { description: 'Whether nobody runs it in a case of their own.' }),
  }),
});

const GrantType = builder.objectRef<HeldGrant>('AccessGrant').implement({
  description: 'A role that the user holds at this moment, as far as you may see.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the grant.' }),
    role: t.field({ type: enumType('Role'), description: 'The role.', resolve: roleOf }),
    companyId: t.id({
      nullable: true,
      description: 'Company that the role is for; null means all.',
      resolve: (grant) => grant.companyId,
    }),
    fromAt: t.field({ type: 'DateTime', description: 'From when it is held.', resolve: (grant) => grant.fromAt }),
    untilAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it is held; null while no end is set.',
      resolve: (grant) => grant.untilAt,
    }),
  }),
});

interface NamedCompany {
  readonly id: string;
  readonly label: string;
}

const CompanyType = builder.objectRef<NamedCompany>('AccessCompany').implement({
  description: 'A company that roles are granted for.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the company.' }),
    label: t.exposeString('label', { description: 'What it is called.' }),
  }),
});

/** The companies of grants by their names, as whoever asks sees them. */
async function companiesOf(context: Context, grants: readonly Grant[]): Promise<NamedCompany[]> {
  const ids = [...new Set(grants.flatMap(({ companyId }) => companyId ?? []))].sort();
  const labels = await labelsOf(context, requireViewer(context), 'Company', ids);
  return ids.map((id) => ({ id, label: labels.get(id) ?? id }));
}

const ExplanationType = builder.objectRef<AccessExplanation>('AccessExplanation').implement({
  description: 'What a user may do with an entity or one of its records, and why. It shows no value.',
  fields: (t) => ({
    userId: t.id({ description: 'Id of the user.', resolve: ({ user }) => user.id }),
    userName: t.string({ description: 'Name of the user.', resolve: ({ user }) => user.name }),
    active: t.boolean({
      nullable: true,
      description: 'Whether the user gets in; null where you may not read that.',
      resolve: ({ user }) => user.active,
    }),
    own: t.exposeBoolean('own', {
      nullable: true,
      description: 'Whether the record is about the user; null without one, and where you may not know.',
    }),
    grants: t.field({
      type: [GrantType],
      description: 'Roles of this moment that you may see; the rest of the answer counts these alone.',
      resolve: ({ grants }) => [...grants],
    }),
    companies: t.field({
      type: [CompanyType],
      description: 'Companies of those roles.',
      resolve: ({ grants }, _args, context) => companiesOf(context, grants),
    }),
    row: t.field({
      type: AccessType,
      description: 'Seeing the record at all, with its id, version and when it was made and changed.',
      resolve: ({ row }) => row,
    }),
    fields: t.field({
      type: [FieldAccessType],
      description: 'The fields, in the order of the graph.',
      resolve: ({ fields }) => [...fields],
    }),
    commands: t.field({
      type: [CommandAccessType],
      description: 'The commands on a record.',
      resolve: ({ commands }) => [...commands],
    }),
  }),
});

builder.queryField('explainAccess', (t) =>
  t.field({
    type: ExplanationType,
    nullable: true,
    description:
      'What a user may do with an entity or one of its records, and why; for those who read the role grants of others. Null where you do not see the user or the record.',
    args: {
      userId: t.arg.id({ required: true, description: 'The user who is asked about.' }),
      entity: t.arg.string({ required: true, description: 'Entity, such as Employee.' }),
      id: t.arg.id({ description: 'Id of a record; without it, what holds in general.' }),
      language: t.arg.string({ description: 'Language of the labels; the viewer’s own unless told.' }),
    },
    resolve: (_root, { userId, entity, id, language }, context) => {
      const viewer = requireViewer(context);
      const spoken = languageOf(language, viewer.language);
      return explainAccess(context, { userId: String(userId), entity, id: id ?? null, language: spoken });
    },
  }),
);

const ReaderType = builder.objectRef<FieldReader>('FieldReader').implement({
  description: 'A user who may read a field of a record.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the user; stands for it in `after`.' }),
    name: t.exposeString('name', { description: 'Name of the user.' }),
    endOnly: t.exposeBoolean('endOnly', { description: 'Whether the user is shown the last characters alone.' }),
    reasons: t.field({
      type: [ReasonType],
      description: 'The roles that give it on this record.',
      resolve: (reader) => [...reader.reasons],
    }),
  }),
});

const ReadersType = builder.objectRef<FieldReaders>('FieldReaders').implement({
  description: 'The users who may read a field of a record, in the order of their names, as far as you may know.',
  fields: (t) => ({
    nodes: t.field({ type: [ReaderType], description: 'The users.', resolve: ({ nodes }) => [...nodes] }),
    untold: t.field({
      type: [ReasonType],
      description: 'Roles by which others may read it too; whom, turns on what you may not read.',
      resolve: ({ untold }) => [...untold],
    }),
    companies: t.field({
      type: [CompanyType],
      description: 'Companies of those roles.',
      resolve: ({ nodes, untold }, _args, context) =>
        companiesOf(context, [...nodes.flatMap(({ reasons }) => reasons), ...untold]),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: 'Where the page stands in the list.',
      resolve: forwardPage,
    }),
  }),
});

builder.queryField('whoMayRead', (t) =>
  t.field({
    type: ReadersType,
    description:
      'Who may read a field of a record, and why; for those who read the role grants of others. Empty where there is no record that you may see.',
    args: {
      entity: t.arg.string({ required: true, description: 'Entity of the record, such as Employee.' }),
      id: t.arg.id({ required: true, description: 'Id of the record.' }),
      field: t.arg.string({ required: true, description: 'Name of the field in the graph.' }),
      first: t.arg.int({ required: true, defaultValue: 50, description: 'How many users; 100 at the most.' }),
      after: t.arg.id({ description: 'Id of the user after whom the page begins.' }),
    },
    resolve: (_root, { entity, id, field, first, after }, context) =>
      whoMayRead(context, { entity, id: String(id), field, first, after: after == null ? null : String(after) }),
  }),
);
