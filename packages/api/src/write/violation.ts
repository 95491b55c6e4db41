import type { Rejection } from '@kontor/core';
import { type EntityName, fieldOf, type Model, models } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import { entityPolicies } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import type { Meaning } from './meaning.ts';
import { meanings } from './meanings.ts';
import { sqlStateOf } from './operation.ts';

const [foreignKey, unique, check, exclusion] = ['23503', '23505', '23514', '23P01'] as const;

/** The message of the database itself, however deep Prisma has wrapped it. */
function databaseMessage(error: unknown): string {
  return JSON.stringify(error, Object.getOwnPropertyNames(error as object)) + String((error as Error).message);
}

function constraintOf(message: string): string | null {
  const found = [/constraint \\*"([a-z0-9_]+)\\*"/, /"index":"([a-z0-9_]+)"/, /constraint: `([a-z0-9_]+)`/];
  return found.map((form) => form.exec(message)?.[1]).find((name) => name !== undefined) ?? null;
}

/** Prisma keeps no state of a violated unique key, only a code of its own. */
function stateOf(error: unknown): string | null {
  const state = sqlStateOf(error);
  if (state !== null && [foreignKey, unique, check, exclusion].includes(state as never)) return state;
  return (error as { code?: unknown } | null)?.code === 'P2002' ? unique : null;
}

const stored = (model: Model) => Object.values(model.fields).filter((field) => field.kind !== 'relation');

/** Each unique key of the schema by its name in the database, with the last of its fields: the one that people type. */
const keys: ReadonlyMap<string, { readonly model: Model; readonly field: string }> = new Map(
  Object.values(models).flatMap((model) => {
    const alone = stored(model).flatMap((field) => (field.unique ? [[field.name]] : []));
    return [...alone, ...model.uniques].map((key) => {
      const columns = key.map((name) => fieldOf(model.name, name).column);
      return [`${model.table}_${columns.join('_')}_key`, { model, field: key.at(-1) ?? '' }] as const;
    });
  }),
);

/** Each column that must refer to what is in use, by the name of its rule in the database. */
const referring: ReadonlyMap<string, string> = new Map(
  Object.values(models).flatMap((model) =>
    stored(model).map(({ column, name }) => [`${model.table}_${column}_in_use`, name] as const),
  ),
);

/** The field of the graph behind a stored one: the relation, where the column only holds one up. */
const shownAs = (model: Model, field: string): string =>
  Object.values(model.fields).find((each) => each.from?.at(-1) === field && each.type !== 'Currency')?.name ?? field;

/** What a violated unique key of the schema means; null for one that nobody can break by what they type. */
function meaningOfKey(constraint: string): Meaning | null {
  const key = keys.get(constraint);
  if (!key || key.model.internal || key.field === 'id') return null;
  const entity = key.model.name as EntityName;
  const field = shownAs(key.model, key.field);
  if (!(field in entityPolicies[entity].fields)) return null;
  return { input: key.field, code: 'ALREADY_EXISTS', message: 'This is taken already.', tells: { entity, field } };
}

/** What a rule of the database means, by its name; null for one that has no meaning of its own. */
export function meaningOf(constraint: string): Meaning | null {
  const own = meanings[constraint] ?? meaningOfKey(constraint);
  if (own) return own;
  const input = referring.get(constraint);
  return input === undefined ? null : { input, code: 'NOT_IN_USE', message: notInUse };
}

export const notInUse = 'Choose one that is in use: this one was taken out of use.';

/** What still refers to a record that is to be taken out of use, as far as this viewer may read of it. */
function heldBy(message: string, viewer: Viewer): Rejection | null {
  const [, table, holders = ''] = /"([a-z_]+)_held\\*": ([a-z_ ]+)/.exec(message) ?? [];
  if (table === undefined) return null;
  const held = entities().find(({ name }) => models[name].table === table);
  const decision = held && decisionsFor(viewer).of(held.name);
  const seen = holders.split(' ').flatMap((holder) => {
    const by = entities().find(({ name }) => models[name].table === holder);
    const relation = Object.values(held ? models[held.name].fields : {}).find((field) => field.type === by?.name);
    return by && relation && decision && !isNever(decision.read(relation.name)) ? [by.title.en[1].toLowerCase()] : [];
  });
  const what = seen.length > 0 ? seen.join(' and ') : 'other records';
  return { code: 'STILL_IN_USE', message: `Still in use by ${what}: move or end them first.`, path: ['id'] };
}

function refusal({ input, code, message, tells }: Meaning, viewer: Viewer, inputs: readonly string[]): Rejection {
  const isTold = !tells || !isNever(decisionsFor(viewer).of(tells.entity).read(tells.field));
  return { code, message, path: isTold && inputs.includes(input) ? [input] : [] };
}

/**
 * The refusal that a violated rule of the database means, at one of the inputs given; null for an error that is none. What
 * a unique or an exclusion rule tells of other rows is said at its field only to a viewer who may read it.
 */
export function violationOf(error: unknown, viewer: Viewer, inputs: readonly string[]): Rejection | null {
  const state = stateOf(error);
  if (state === null) return null;
  const message = databaseMessage(error);
  const held = state === check ? heldBy(message, viewer) : null;
  if (held) return held;
  const meaning = meaningOf(constraintOf(message) ?? '');
  if (meaning) return refusal(meaning, viewer, inputs);
  if (state === unique) return { code: 'ALREADY_EXISTS', message: 'This is taken already.', path: [] };
  if (state === foreignKey)
    return { code: 'NOT_FOUND', message: 'This refers to a record that does not exist.', path: [] };
  return { code: 'INVALID', message: 'The values do not go together.', path: [] };
}
