import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getVariableValues,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.ts';
import { badInput, KontorError, limitExceeded } from '../errors.ts';
import { decisionsFor } from '../policy/decide.ts';
import type { Viewer } from '../viewer.ts';
import { shapeOf } from './argument.ts';
import { groupsAtMost } from './groups.ts';
import { runStatement } from './run-statement.ts';
import { argumentsOf, below, type Operation, type Selected, selectedFields } from './selection.ts';
import type { Run } from './sql.ts';
import { limitCost, type Read, type ReadRequest, readGroups, readList, readOne } from './statement.ts';
import { type ReadTarget, readTargets } from './targets.ts';

/** A compiled root field. */
interface PlannedField {
  readonly key: string;
  readonly read: Read;
  readonly name: string;
  uses: number;
}

/** A whole operation that the database can answer: its root fields, or the constant that one of them is. */
interface Plan {
  readonly fields: readonly (PlannedField | { readonly key: string; readonly constant: string })[];
  readonly redacted: readonly string[];
  readonly cost: number;
}

/** How often a statement runs before it is prepared under a name: a server keeps what is prepared for good. */
const usesBeforePrepared = 2;
const plansAtMost = 2000;

export function surroundingsOf(schema: GraphQLSchema, operation: Operation): ReadRequest['around'] {
  const field = (type: string, name: string) => {
    const found = schema.getType(type);
    return isObjectType(found) ? found.getFields()[name] : undefined;
  };
  return {
    operation,
    argumentsOf: (type, name) => field(type, name)?.args ?? [],
    computedFrom: (type, name) =>
      (field(type, name)?.extensions['computedFrom'] as readonly string[] | undefined) ?? null,
  };
}

function compile(
  schema: GraphQLSchema,
  target: ReadTarget,
  selected: Selected,
  operation: Operation,
  viewer: Viewer,
): Read {
  const definitions = schema.getQueryType()?.getFields()[selected.name]?.args ?? [];
  const request: ReadRequest = {
    decisions: decisionsFor(viewer),
    language: viewer.language,
    entity: target.entity,
    args: argumentsOf(selected, definitions, operation),
    selections: below(selected, operation),
    around: surroundingsOf(schema, operation),
  };
  return read(request, target);
}

function read(request: ReadRequest, { shape }: ReadTarget): Read {
  if (shape === 'one') return readOne(request);
  return shape === 'many' ? readList(request) : readGroups(request, shape);
}

const nameOf = (text: string): string => `k${createHash('sha256').update(text).digest('base64url').slice(0, 40)}`;

/** The one character that PostgreSQL takes in no text. */
export const holdsNul = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holdsNul) : typeof value === 'string' && value.includes('\0');

/** The columns of a row that a compiled read answers, by what they hold. */
export function readRow(read: Read, row: readonly unknown[] | undefined) {
  const [value, ...rest] = row ?? [];
  const told = new Map(read.beside.map((each, index) => [each, rest[index] ?? null]));
  const text = (key: 'problem' | 'seen'): string | null => {
    const each = told.get(key) ?? null;
    return each === null || each === '' ? null : String(each);
  };
  return {
    value: typeof value === 'string' ? value : 'null',
    found: told.get('cursor') !== false,
    problem: text('problem'),
    seen: text('seen'),
  };
}

/** What keeps figures from being given, in words. */
export function problemOf(told: string): KontorError {
  const problems = told.split(' ');
  if (problems.includes('groups'))
    return limitExceeded(
      `There are more than ${groupsAtMost.toLocaleString('en')} groups. Group by less, by longer spans of time, or filter.`,
      'GROUPS_TOO_MANY',
    );
  const fields = problems.map((each) => each.split(':')[1]);
  const what = problems.every((each) => each.startsWith('total:')) ? 'over all groups' : 'in a group';
  return badInput(
    `Amounts of several currencies are not added: ${[...new Set(fields)].join(', ')} ${what}. Group by the currency, or filter to one.`,
    'CURRENCIES_MIXED',
  );
}

/** Runs a compiled read; the value comes back as JSON text. */
export async function runRead(context: Context, read: Read, run: Run, prepared: string | null): Promise<string> {
  const values = read.statement.params.map((param) => param(run));
  if (values.some(holdsNul)) throw badInput('A text holds the character U+0000, which no text of ours does.');
  const pool = read.isReport ? context.app.reportPool : context.app.pool;
  const result = await runStatement<unknown[]>(pool, context.signal, {
    // What few figures over many rows cost depends on what is asked for: it is planned each time.
    ...(prepared !== null && !read.isReport && { name: prepared }),
    text: read.statement.text,
    values,
    rowMode: 'array',
  });
  const { value, found, problem, seen } = readRow(read, result.rows[0]);
  if (!found) throw badInput('The cursor points to nothing that you can see. Start again from the first page.');
  if (problem !== null) throw problemOf(problem);
  context.looks.add(seen);
  return value;
}

const plans = new WeakMap<DocumentNode, Map<string, Plan | null>>();

interface Prepared {
  readonly plan: Plan;
  readonly run: Run;
}

function planFor(args: ExecutionArgs, viewer: Viewer): Prepared | null {
  const { document, schema, operationName } = args;
  const definition = operationOf(document, operationName);
  if (definition?.operation !== 'query') return null;
  const coerced = getVariableValues(schema, definition.variableDefinitions ?? [], args.variableValues ?? {}, {
    maxErrors: 10,
  });
  if (coerced.errors) return null;
  const run: Run = { variables: coerced.coerced, viewer };
  const known = plans.get(document) ?? new Map<string, Plan | null>();
  plans.set(document, known);
  const key = `${operationName ?? ''}|${viewer.language}|${shapeOf(run.variables)}|${decisionsFor(viewer).key}`;
  let plan = known.get(key);
  if (plan === undefined) {
    if (known.size >= plansAtMost) known.clear();
    plan = makePlan(schema, document, definition, run);
    known.set(key, plan);
  }
  return plan && { plan, run };
}

function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  const found = document.definitions.filter(
    (each): each is OperationDefinitionNode =>
      each.kind === 'OperationDefinition' && (!name || each.name?.value === name),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** What an operation asks for: the names of its root fields. */
export function rootFieldsOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const definition = operationOf(document, operationName);
  if (!definition) return '';
  const operation: Operation = { fragments: fragmentsOf(document), variables: variableValues ?? {} };
  const names = selectedFields([definition.selectionSet], operation).map((each) => each.name);
  return [...new Set(names)].join(', ');
}

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions.flatMap((each) =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each] as const] : [],
    ),
  );

function makePlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  run: Run,
): Plan | null {
  const operation: Operation = { fragments: fragmentsOf(document), variables: run.variables };
  const roots = selectedFields([definition.selectionSet], operation);
  const targets = readTargets();
  if (!roots.every((root) => root.name === '__typename' || targets.has(root.name))) return null;
  const redacted = new Set<string>();
  let cost = 0;
  const fields: (PlannedField | { key: string; constant: string })[] = [];
  for (const root of roots) {
    const target = targets.get(root.name);
    if (!target) {
      fields.push({ key: root.key, constant: '"Query"' });
      continue;
    }
    const read = compile(schema, target, root, operation, run.viewer);
    if (read.computes) return null;
    for (const each of read.redacted) redacted.add(each);
    cost += read.cost;
    limitCost(cost);
    fields.push({ key: root.key, read, name: nameOf(read.statement.text), uses: 0 });
  }
  return { fields, redacted: [...redacted], cost };
}

/**
 * Answers an operation whose every root field is a read, without walking what the database returned: the statement
 * writes the answer, member for member, in the order of the operation. Null where a resolver has something to do.
 */
export function executeReads(args: ExecutionArgs): (() => Promise<ExecutionResult>) | null {
  const context = args.contextValue as Context;
  const { viewer } = context;
  if (!viewer) return null;
  let prepared: Prepared | null;
  try {
    prepared = planFor(args, viewer);
  } catch (error) {
    if (!(error instanceof KontorError)) throw error;
    return async () => ({ errors: [error], data: null });
  }
  if (!prepared) return null;
  const { plan, run } = prepared;
  return async () => {
    try {
      context.meter.charge(plan.cost);
      const members = await Promise.all(
        plan.fields.map(async (field) => {
          if ('constant' in field) return `${JSON.stringify(field.key)}:${field.constant}`;
          field.uses += 1;
          const name = field.uses > usesBeforePrepared ? field.name : null;
          return `${JSON.stringify(field.key)}:${await runRead(context, field.read, run, name)}`;
        }),
      );
      return ready(`{${members.join()}}`, extensionsOf(plan.cost, plan.redacted));
    } catch (error) {
      if (error instanceof KontorError) return { errors: [error], data: null };
      throw error;
    }
  };
}

export const extensionsOf = (cost: number, redacted: readonly string[]): Record<string, unknown> => ({
  cost,
  ...(redacted.length > 0 && { redacted }),
});

/** A result whose data is JSON already; Yoga asks the result itself how it is written. */
const ready = (data: string, extensions: Record<string, unknown>): ExecutionResult =>
  ({
    data: {},
    extensions,
    stringify: () => `{"data":${data},"extensions":${JSON.stringify(extensions)}}`,
  }) as ExecutionResult;

/** Statements of such reads by their text, and how often each was run. */
const resolved = new Map<string, { readonly name: string; uses: number }>();

/** The name that a statement is prepared under; null until it has come again. */
function nameAgain(text: string): string | null {
  const known = resolved.get(text);
  if (known) {
    known.uses += 1;
    return known.uses > usesBeforePrepared ? known.name : null;
  }
  if (resolved.size >= plansAtMost) resolved.clear();
  resolved.set(text, { name: nameOf(text), uses: 1 });
  return null;
}

/** A read inside an operation that resolvers answer: a root field beside others, or the record in a payload. */
export async function resolveRead(
  context: Context,
  target: ReadTarget,
  id: string | null,
  info: GraphQLResolveInfo,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { viewer } = context;
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  const operation: Operation = { fragments: info.fragments, variables: info.variableValues };
  const selected: Selected = { key: String(info.path.key), name: info.fieldName, nodes: info.fieldNodes };
  const request: ReadRequest = {
    decisions: decisionsFor(viewer),
    language: viewer.language,
    entity: target.entity,
    args:
      id === null
        ? argumentsOf(selected, info.parentType.getFields()[info.fieldName]?.args ?? [], operation)
        : new Map([['id', { kind: 'leaf', value: id, read: () => id }]]),
    selections: below(selected, operation),
    around: surroundingsOf(info.schema, operation),
  };
  const made = read(request, target);
  context.meter.charge(made.cost);
  for (const each of made.redacted) context.redacted.add(each);
  const run: Run = { variables: info.variableValues, viewer };
  return JSON.parse(await runRead(context, made, run, nameAgain(made.statement.text)));
}
