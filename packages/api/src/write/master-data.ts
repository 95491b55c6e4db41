import type { App } from '../app.ts';
import { type EntityName, fieldOf, models } from '../catalogue.ts';
import { entityNamed } from '../entity.ts';
import { forbidden, notFound } from '../errors.ts';
import { type Condition, decisionsFor, isNever } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import { look } from '../read/look.ts';
import type { Viewer } from '../viewer.ts';
import { checkInput } from './check-input.ts';
import { createInputs, fieldOfInput, updateInputs } from './entity-input.ts';
import type { InputFields } from './input.ts';
import { operate, type Refusal, Refused, type Transaction } from './operation.ts';
import { checkMoney, checkReferences } from './references.ts';
import { violationOf } from './violation.ts';

/** What a mutation answers: the record that it changed, or why it changed nothing. */
export interface Answer {
  readonly id: string | null;
  readonly refusals: readonly Refusal[];
}

type Values = Readonly<Record<string, unknown>>;

interface Delegate {
  create(args: { data: Values; select: { id: true } }): Promise<{ id: string }>;
  update(args: { where: { id: string }; data: Values; select: { id: true } }): Promise<{ id: string }>;
  findUniqueOrThrow(args: { where: { id: string } }): Promise<Values>;
}

/** Prisma's client has a delegate per model; which one is known only here, by name. */
const delegate = (tx: Transaction, entity: EntityName): Delegate =>
  (tx as unknown as Readonly<Record<string, Delegate>>)[entityNamed(entity).single] as Delegate;

/** Values as Prisma takes them: a date is an instant at midnight in UTC. */
export function stored(entity: EntityName, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isDate = fieldOf(entity, name).native?.[0] === 'Date';
      return [name, isDate && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}

/** Runs a write and turns refusals, thrown or found by the database, into an answer. */
export async function answered(
  viewer: Viewer,
  inputs: readonly string[],
  work: () => Promise<string>,
): Promise<Answer> {
  try {
    return { id: await work(), refusals: [] };
  } catch (error) {
    if (error instanceof Refused) return { id: null, refusals: error.refusals };
    const violation = violationOf(error, viewer, inputs);
    if (violation) return { id: null, refusals: [violation] };
    throw error;
  }
}

const refuse = (refusals: readonly Refusal[]): void => {
  if (refusals.length > 0) throw new Refused(refusals);
};

/** A right to create reaches the companies of the grants; a rule about rows cannot hold for a row that is not there. */
function mayCreateIn(condition: Condition, entity: EntityName, companyId: string | null): boolean {
  if (condition.all === 'every') return true;
  // A right for one company is no right to make others.
  if (companyInput(entity) === 'id') return false;
  return companyId === null ? condition.all.length > 0 : condition.all.includes(companyId);
}

/** Input that names the company of a new row. Whether it may be this one is for the right to create to say. */
function companyInput(entity: EntityName): string | null {
  const { company } = entityPolicies[entity];
  return company && 'column' in company ? company.column : null;
}

export async function create(app: App, viewer: Viewer, entity: EntityName, raw: Values): Promise<Answer> {
  const decision = decisionsFor(viewer).of(entity);
  if (isNever(decision.create)) throw forbidden(`You may not create a ${entity}.`);
  const fields = createInputs(entity);
  const checked = checkInput(fields, raw);
  if (!checked.ok) return { id: null, refusals: checked.rejections };
  const value = checked.value;
  const placing = companyInput(entity);
  const companyId = placing === null ? null : ((value[placing] as string | undefined) ?? null);
  const given = Object.keys(value).filter((name) => value[name] !== null && name !== placing);
  for (const name of given)
    refuseWriting(mayCreateIn(decision.write(fieldOfInput(entity, name)), entity, companyId), entity, name);
  if (!mayCreateIn(decision.create, entity, companyId))
    throw forbidden(`You may not create a ${entity} in this company.`);
  return answered(viewer, Object.keys(fields), () =>
    operate(app, { viewer, command: `create${entity}` }, async ({ tx }) => {
      refuse(await faults(tx, viewer, fields, value, companyId));
      refuse(entityNamed(entity).guard?.({ before: null, after: value }) ?? []);
      const author = 'createdById' in models[entity].fields ? { createdById: viewer.userId } : {};
      const present = Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
      const made = await delegate(tx, entity).create({
        data: stored(entity, { ...present, ...author }),
        select: { id: true },
      });
      // About whom the row is, it says itself.
      if (decision.create.notSelf) {
        const found = await look(tx, viewer, entity, made.id, { conditions: [decision.create] });
        if (found?.holds[0] !== true) throw forbidden(`You may not create a ${entity} about yourself.`);
      }
      return made.id;
    }),
  );
}

const refuseWriting = (may: boolean, entity: EntityName, name: string): void => {
  if (!may) throw forbidden(`You may not write ${entity}.${name}.`);
};

const faults = async (
  tx: Transaction,
  viewer: Viewer,
  fields: InputFields,
  value: Values,
  companyId: string | null,
  known: Values = {},
) => [
  ...(await checkReferences(tx, viewer, fields, value, companyId, known)),
  ...(await checkMoney(tx, fields, value, known)),
];

/** The refusal of a change to a record that somebody else has changed in the meantime. */
export const conflict = (currentVersion: number | null): Refusal => ({
  code: 'CONFLICT',
  message: 'Somebody else has changed this record. Look at the current values and decide again.',
  path: ['expectedVersion'],
  ...(currentVersion !== null && { currentVersion }),
});

export async function update(app: App, viewer: Viewer, entity: EntityName, raw: Values): Promise<Answer> {
  const { id, expectedVersion, ...changes } = raw;
  const decision = decisionsFor(viewer).of(entity);
  if (entityNamed(entity).write.every((name) => isNever(decision.write(name))))
    throw forbidden(`You may not update a ${entity}.`);
  const fields = updateInputs(entity);
  const checked = checkInput(fields, changes, true);
  const names = Object.keys(changes);
  const conditions = names.map((name) => decision.write(fieldOfInput(entity, name)));
  return answered(viewer, Object.keys(fields), () =>
    operate(app, { viewer, command: `update${entity}` }, async ({ tx }) => {
      const found = await look(tx, viewer, entity, String(id), { conditions, lock: true });
      if (!found) throw notFound(entityNamed(entity).single);
      names.forEach((name, index) => {
        refuseWriting(found.holds[index] === true, entity, name);
      });
      if (found.version !== expectedVersion) refuse([conflict(found.version)]);
      if (!checked.ok) throw new Refused(checked.rejections);
      const before = await delegate(tx, entity).findUniqueOrThrow({ where: { id: found.id } });
      refuse(await faults(tx, viewer, fields, checked.value, found.companyId, before));
      refuse(entityNamed(entity).guard?.({ before, after: checked.value }) ?? []);
      await delegate(tx, entity).update({
        where: { id: found.id },
        data: stored(entity, checked.value),
        select: { id: true },
      });
      return found.id;
    }),
  );
}

/** Nothing is deleted: what is out of use is hidden, and can be brought back. */
export async function setActive(
  app: App,
  viewer: Viewer,
  entity: EntityName,
  active: boolean,
  raw: { id: string; expectedVersion: number; reason?: string | null | undefined },
): Promise<Answer> {
  const command = `${active ? 'reactivate' : 'deactivate'}${entity}`;
  const conditions = [decisionsFor(viewer).of(entity).create];
  if (conditions.every(isNever)) throw forbidden(`You may not ${active ? 'reactivate' : 'deactivate'} a ${entity}.`);
  return answered(viewer, ['id'], () =>
    operate(app, { viewer, command, reason: raw.reason ?? null }, async ({ tx }) => {
      const found = await look(tx, viewer, entity, raw.id, { conditions, lock: true });
      if (!found) throw notFound(entityNamed(entity).single);
      refuseWriting(found.holds[0] === true, entity, 'active');
      if (found.version !== raw.expectedVersion) refuse([conflict(found.version)]);
      await delegate(tx, entity).update({ where: { id: found.id }, data: { active }, select: { id: true } });
      return found.id;
    }),
  );
}
