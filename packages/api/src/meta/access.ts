import { type EntityName, graphFields, isStructural } from '../catalogue.ts';
import { type Command, commands } from '../command.ts';
import type { Context } from '../context.ts';
import { type Entity, entities, entityNamed, type Language } from '../entity.ts';
import { badInput, forbidden } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import { type Condition, type Decisions, decisionsFor, isNever } from '../policy/decide.ts';
import { classOf, commandPolicies } from '../policy/index.ts';
import { hasEnd, mayExplainAccess } from '../policy/meet.ts';
import { followsFromRow, holdsAlways } from '../policy/rows.ts';
import { holdsFor, look } from '../read/look.ts';
import type { Grant, Viewer } from '../viewer.ts';
import {
  type AccessExtent,
  type AccessReason,
  both,
  decisionsOf,
  extentOn,
  factsOf,
  ruleOf,
} from './access-reasons.ts';
import { grantsAsSeen, type HeldGrant, type Subject, subjectAsSeen } from './access-subject.ts';
import { dataClassLabel } from './data-class-label.ts';
import { fieldLabel } from './field-label.ts';

/** Whether something may be done, and which grants give it. */
export interface Access {
  readonly extent: AccessExtent;
  readonly reasons: readonly AccessReason[];
}

export interface FieldAccess {
  readonly name: string;
  readonly label: string;
  readonly dataClass: string;
  readonly read: Access;
  readonly end: Access;
  readonly change: Access;
}

export interface CommandAccess {
  readonly name: string;
  readonly label: string;
  readonly run: Access;
  /** Whether nobody may do this in a case of their own. */
  readonly barsOwnCase: boolean;
}

export interface AccessExplanation {
  readonly user: Subject;
  readonly grants: readonly HeldGrant[];
  /** Whether the record is about the user; null without a record, and where whoever asks may not know. */
  readonly own: boolean | null;
  readonly row: Access;
  readonly fields: readonly FieldAccess[];
  readonly commands: readonly CommandAccess[];
}

const never: Condition = { all: [], reports: [], self: [], wages: [], trade: [], notSelf: false };
const ownRows: Condition = { ...never, self: 'every' };

/** Whoever may ask what others may do. */
export function requireAsker(context: Context): Viewer {
  const viewer = requireViewer(context);
  if (!mayExplainAccess(decisionsFor(viewer)))
    throw forbidden('Only those who read the role grants of others may ask what others may do.');
  return viewer;
}

export function askedEntity(name: string): Entity {
  if (!entities().some((each) => each.name === name)) throw badInput('There is no such entity.');
  return entityNamed(name);
}

type Pick = (decisions: Decisions) => Condition;

/** Says what each grant gives: in general, or on one record. */
interface Judge {
  readonly own: boolean | null;
  readonly row: Access;
  access(pick: Pick, options?: { readonly barsOwnCase?: boolean }): Access;
}

/** In general: what the grants come to, as everywhere in the graph, and each of them. */
function inGeneral(grants: readonly Grant[], entity: EntityName): Judge {
  const together = decisionsFor({ grants });
  const { row } = together.of(entity);
  const reasons = (pick: Pick): AccessReason[] =>
    grants.flatMap(({ role, companyId }) => {
      const rule = ruleOf(pick(decisionsOf({ role, companyId })));
      return rule ? [{ role, companyId, rule, holds: null }] : [];
    });
  const among = (always: boolean): AccessExtent => (always ? 'YES' : 'PARTLY');
  return {
    own: null,
    row: {
      extent: isNever(row) ? 'NO' : among(holdsAlways(entity, row)),
      reasons: reasons((decisions) => decisions.of(entity).row),
    },
    access: (pick) => {
      const condition = pick(together);
      const nowhere = isNever(condition) || isNever(row);
      return { extent: nowhere ? 'NO' : among(followsFromRow(entity, row, condition)), reasons: reasons(pick) };
    },
  };
}

/** Every condition that one grant alone puts on rows of an entity. */
function conditionsOf(grant: Grant, entity: Entity): Condition[] {
  const decision = decisionsOf(grant).of(entity.name);
  const fields = graphFields(entity.name).flatMap(({ name }) => [
    decision.read(name),
    decision.masked(name),
    decision.write(name),
  ]);
  return [decision.row, ...fields];
}

/** The key under which equal conditions are asked once. */
const keyOf = (condition: Condition): string => JSON.stringify(condition);

/** On a record: each condition is asked of the database, and told where whoever asks may know what it turns on. */
async function onRecord(
  context: Context,
  asker: Viewer,
  subject: Subject,
  grants: readonly Grant[],
  entity: Entity,
  id: string,
): Promise<Judge | null> {
  const facts = factsOf(decisionsFor(asker), entity.name);
  const found = await look(context.app.prisma, asker, entity.name, id, { conditions: facts.conditions });
  if (!found) return null;
  const known = { holds: found.holds, person: subject.personIsKnown };
  const ran = grants.flatMap((grant) =>
    commandsOn(entity.name).map((command) => decisionsOf(grant).command(command.name)),
  );
  const asked = [ownRows, ...ran, ...grants.flatMap((grant) => conditionsOf(grant, entity))];
  const conditions = [...new Map(asked.map((each) => [keyOf(each), each])).entries()];
  const answers = await holdsFor(
    context.app.prisma,
    { ...asker, ...subject.behind, grants },
    entity.name,
    id,
    conditions.map(([, condition]) => condition),
  );
  const held = new Map(conditions.map(([key], index) => [key, answers[index] === true]));
  const tellsOwn = facts.tells('self', null, known);
  const judged = (pick: Pick, barsOwnCase: boolean): Access => {
    const reasons = grants.flatMap((grant): AccessReason[] => {
      const condition = pick(decisionsOf(grant));
      const rule = ruleOf(condition);
      if (!rule) return [];
      const told = facts.tells(rule, grant.companyId, known) && (!barsOwnCase || tellsOwn);
      const holds = told ? (held.get(keyOf(condition)) ?? false) : null;
      return [{ role: grant.role, companyId: grant.companyId, rule, holds }];
    });
    return { extent: extentOn(reasons), reasons };
  };
  const row = judged((decisions) => decisions.of(entity.name).row, false);
  return {
    own: tellsOwn ? (held.get(keyOf(ownRows)) ?? false) : null,
    row,
    access: (pick, { barsOwnCase = false } = {}) => {
      const access = judged(pick, barsOwnCase);
      return { ...access, extent: both(row.extent, access.extent) };
    },
  };
}

const commandsOn = (entity: EntityName): readonly Command[] =>
  commands().filter((command) => command.entity === entity && command.record !== null);

function fieldAccess(entity: Entity, judge: Judge, language: Language): FieldAccess[] {
  return graphFields(entity.name)
    .filter((field) => !isStructural(field.name))
    .map((field) => {
      const { name } = field;
      const nothing: Access = { extent: 'NO', reasons: [] };
      return {
        name,
        label: fieldLabel(entity, name, language),
        dataClass: dataClassLabel(classOf(entity.name, name), language),
        read: judge.access((decisions) => decisions.of(entity.name).read(name)),
        end: hasEnd(field) ? judge.access((decisions) => decisions.of(entity.name).masked(name)) : nothing,
        change: entity.write.includes(name)
          ? judge.access((decisions) => decisions.of(entity.name).write(name))
          : nothing,
      };
    });
}

const commandAccess = (entity: Entity, judge: Judge, language: Language): CommandAccess[] =>
  commandsOn(entity.name).map(({ name, title }) => {
    const barsOwnCase = commandPolicies[name].notSubject ?? false;
    const run = judge.access((decisions) => decisions.command(name), { barsOwnCase });
    return { name, label: title[language], run, barsOwnCase };
  });

/**
 * What a user may do with an entity or one of its records, and why: out of the policy, with the predicates that hold
 * wherever the graph reads. Null where whoever asks does not see the user or the record.
 */
export async function explainAccess(
  context: Context,
  args: { userId: string; entity: string; id: string | null; language: Language },
): Promise<AccessExplanation | null> {
  const asker = requireAsker(context);
  const entity = askedEntity(args.entity);
  const subject = await subjectAsSeen(context, asker, args.userId);
  if (!subject) return null;
  const grants = await grantsAsSeen(context, asker, args.userId);
  context.meter.charge(1 + grants.length);
  // Whoever is out of use does not get in, whatever was granted.
  const worth = subject.active === false ? [] : grants;
  const judge =
    args.id === null ? inGeneral(worth, entity.name) : await onRecord(context, asker, subject, worth, entity, args.id);
  if (!judge) return null;
  return {
    user: subject,
    grants,
    own: judge.own,
    row: judge.row,
    fields: fieldAccess(entity, judge, args.language),
    commands: commandAccess(entity, judge, args.language),
  };
}
