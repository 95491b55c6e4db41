import { type EntityName, type Field, fieldOf } from '../../catalogue.ts';
import { entityNamed } from '../../entity.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import { hidesInactive } from '../connection.ts';
import { pageByDefault } from '../page.ts';
import {
  type ListArguments,
  type ListQuery,
  type ListSelection,
  orderedBy,
  type Selection,
  type Where,
} from './random-query.ts';

/** What Prisma's `findMany` makes of the same question. It pages by itself here, so that cursors are judged from outside. */
type Row = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, unknown>>;

interface Delegate {
  findMany(args: Query): Promise<Row[]>;
}

export const delegateOf = (prisma: PrismaClient, entity: EntityName): Delegate =>
  (prisma as unknown as Record<string, Delegate>)[entityNamed(entity).single] as Delegate;

const targetOf = (entity: EntityName, field: string): EntityName => fieldOf(entity, field).type as EntityName;

const always: Query = { id: { notIn: [] } };
const never: Query = { id: { in: [] } };

const sent = (field: Field, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => sent(field, each));
  return field.type === 'DateTime' ? new Date(String(value)) : value;
};

const operators: Readonly<Record<string, string>> = { eq: 'equals', ne: 'not' };

function scalarWhere(field: Field, operator: string, operand: unknown): Query {
  if (operator === 'isNull') {
    if (field.required || field.list) return operand === true ? never : always;
    return { [field.name]: operand === true ? null : { not: null } };
  }
  const mode = operator === 'contains' || operator === 'startsWith' ? { mode: 'insensitive' } : {};
  return { [field.name]: { [operators[operator] ?? operator]: sent(field, operand), ...mode } };
}

/** Where a part of a filter stands: `negated` below a `not`, where what is unknown and what is false are two things. */
interface Place {
  readonly prisma: PrismaClient;
  readonly negated: boolean;
}

/**
 * There is such a record, or there is none. Prisma joins the record, and finds neither where a value of it is null; so
 * the records are found first, and the row is asked for their ids.
 */
async function pointsTo(place: Place, field: Field, where: Where): Promise<Query> {
  const target = field.type as EntityName;
  const [key, id] = [field.from?.at(-1) ?? '', field.to?.at(-1) ?? ''];
  const filter = await toPrisma({ ...place, negated: false }, target, where);
  const found = await delegateOf(place.prisma, target).findMany({ where: filter, select: { [id]: true } });
  const among = { [key]: { in: found.map((row) => row[id]) } };
  return field.required ? among : { AND: [{ [key]: { not: null } }, among] };
}

async function relationWhere(place: Place, field: Field, operator: string, operand: unknown): Promise<Query> {
  const target = field.type as EntityName;
  if (operator === 'isNull') {
    if (field.required) return operand === true ? never : always;
    // Prisma's `is: null` wants every column of a compound key to be null, and the company is one of them.
    return { [field.from?.at(-1) ?? '']: operand === true ? null : { not: null } };
  }
  if (operator === 'isNot') return { NOT: await pointsTo(place, field, operand as Where) };
  if (operator === 'is' && place.negated) return pointsTo(place, field, operand as Where);
  const inner = await toPrisma({ ...place, negated: operator === 'every' }, target, operand as Where);
  return { [field.name]: { [operator]: inner } };
}

/** A filter of the graph as Prisma's. */
async function toPrisma(place: Place, entity: EntityName, where: Where): Promise<Query> {
  const parts = Object.entries(where).map(async ([key, value]): Promise<Query> => {
    if (key === 'not') return { NOT: await toPrisma({ ...place, negated: true }, entity, value as Where) };
    if (key === 'and' || key === 'or') {
      const items = await Promise.all((value as readonly Where[]).map((item) => toPrisma(place, entity, item)));
      if (items.length === 0) return key === 'and' ? always : never;
      return key === 'and' ? { AND: items } : { OR: items };
    }
    const field = fieldOf(entity, key);
    const operations = Object.entries(value as Where).map(([operator, operand]) =>
      field.kind === 'relation'
        ? relationWhere(place, field, operator, operand)
        : scalarWhere(field, operator, operand),
    );
    return { AND: await Promise.all(operations) };
  });
  return parts.length === 0 ? always : { AND: await Promise.all(parts) };
}

function orderOf(entity: EntityName, args: ListArguments): Query[] {
  const byDefault = entityNamed(entity).order.map((field): Query => {
    const { required } = fieldOf(entity, field);
    return { [field]: required ? 'asc' : { sort: 'asc', nulls: 'last' } };
  });
  const asked = args.orderBy?.map((key) => {
    const { path, by } = orderedBy(entity, key);
    const leaf = path.at(-1) as Field;
    const sort = String(by['direction']).toLowerCase();
    const last = leaf.required ? sort : { sort, nulls: String(by['nulls']).toLowerCase() };
    return path.toReversed().reduce<unknown>((inner, field) => ({ [field.name]: inner }), last) as Query;
  });
  return [...(asked ?? byDefault), { id: 'asc' }];
}

export async function filterOf(
  prisma: PrismaClient,
  entity: EntityName,
  args: Pick<ListArguments, 'where' | 'includeInactive'>,
): Promise<Query> {
  const asked = args.where ? await toPrisma({ prisma, negated: false }, entity, args.where) : always;
  return hidesInactive(entity) && !args.includeInactive ? { AND: [asked, { active: true }] } : asked;
}

async function selectOf(prisma: PrismaClient, entity: EntityName, selection: Selection): Promise<Query> {
  const select: Record<string, unknown> = Object.fromEntries(selection.scalars.map((field) => [field, true]));
  for (const [field, inner] of Object.entries(selection.one))
    select[field] = { select: await selectOf(prisma, targetOf(entity, field), inner) };
  for (const [field, { args, record }] of Object.entries(selection.many)) {
    const target = targetOf(entity, field);
    const where = await filterOf(prisma, target, args);
    select[field] = { where, orderBy: orderOf(target, args), select: await selectOf(prisma, target, record) };
  }
  return select;
}

/** A value as the graph writes it. */
function written(field: Field, value: unknown): unknown {
  if (value instanceof Date)
    return field.native?.[0] === 'Date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (field.type === 'Decimal' && value !== null) return (value as { toFixed(): string }).toFixed();
  return value;
}

function recordOf(entity: EntityName, row: Row, selection: Selection): Row {
  return Object.fromEntries([
    ...selection.scalars.map((field) => [field, written(fieldOf(entity, field), row[field])]),
    ...Object.entries(selection.one).map(([field, inner]) => [
      field,
      row[field] === null ? null : recordOf(targetOf(entity, field), row[field] as Row, inner),
    ]),
    ...Object.entries(selection.many).map(([field, inner]) => [
      field,
      pageOf(targetOf(entity, field), row[field] as Row[], inner, null),
    ]),
  ]);
}

/** A page of a list that is there as a whole. */
function pageOf(entity: EntityName, rows: readonly Row[], list: ListSelection, cursor: number | null): Row {
  const { from, to, earlier, later } = cut(rows.length, list.args, cursor);
  const nodes = rows.slice(from, to).map((row) => recordOf(entity, row, list.record));
  const ids = rows.slice(from, to).map((row) => row['id']);
  const whole: Readonly<Record<ListSelection['parts'][number], unknown>> = {
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: later,
      hasPreviousPage: earlier,
      startCursor: ids[0] ?? null,
      endCursor: ids.at(-1) ?? null,
    },
    nodes,
    edges: ids.map((id) => ({ cursor: id, node: { id } })),
  };
  return Object.fromEntries(list.parts.map((part) => [part, whole[part]]));
}

function cut(length: number, { first, last, offset }: ListArguments, cursor: number | null) {
  if (last !== undefined) {
    const to = cursor ?? length;
    const from = Math.max(0, to - last);
    return { from, to, earlier: from > 0, later: cursor !== null };
  }
  const from = Math.min(length, cursor === null ? (offset ?? 0) : cursor + 1);
  const to = Math.min(length, from + (first ?? pageByDefault));
  return { from, to, earlier: cursor !== null || (offset ?? 0) > 0, later: to < length };
}

export interface Expected {
  /** The id of the row that the page starts after or ends before; null for a page without a cursor. */
  readonly cursor: string | null;
  readonly page: Row;
}

/** The page of a query that Prisma expects, and the cursor that leads to it. */
export async function expectedPage(prisma: PrismaClient, query: ListQuery): Promise<Expected> {
  const { entity, args, record } = query;
  const delegate = delegateOf(prisma, entity);
  const where = await filterOf(prisma, entity, args);
  const all = await delegate.findMany({ where, orderBy: orderOf(entity, args), select: { id: true } });
  const cursor = query.cursor === null || all.length === 0 ? null : Math.floor(query.cursor * all.length);
  const { from, to } = cut(all.length, args, cursor);
  const ids = all.slice(from, to).map((row) => row['id']);
  const select = await selectOf(prisma, entity, record);
  const found = ids.length === 0 ? [] : await delegate.findMany({ where: { id: { in: ids } }, select });
  const byId = new Map(found.map((row) => [row['id'], row]));
  const rows = all.map((row) => byId.get(row['id']) ?? row);
  return { cursor: cursor === null ? null : String(all[cursor]?.['id']), page: pageOf(entity, rows, query, cursor) };
}
