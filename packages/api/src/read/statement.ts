import type { EntityName } from '../catalogue.ts';
import { limitExceeded } from '../errors.ts';
import type { Decisions } from '../policy/decide.ts';
import { isNever } from '../policy/decide.ts';
import { tableOf, viewerReportsQuery } from '../policy/rows.ts';
import type { Arguments } from './argument.ts';
import { connection } from './connection.ts';
import { type Compilation, compilationFor, type Row, rowRule } from './field.ts';
import { aggregate, groups } from './groups.ts';
import { asId } from './id.ts';
import { text } from './json.ts';
import { record, type Surroundings } from './record.ts';
import { seenOf } from './seen.ts';
import type { Selected } from './selection.ts';
import {
  alias,
  and,
  column,
  constant,
  list,
  name,
  param,
  prepare,
  type Run,
  type SQL,
  type Statement,
  sql,
} from './sql.ts';

/** Rows that one operation may return at the most, counted from what its pages ask for. */
export const costAtMost = 10_000;

/** A read that is ready to run: one statement, and what is known of it before it runs. */
export interface Read {
  readonly statement: Statement;
  /** Coordinates that were selected in vain. */
  readonly redacted: readonly string[];
  readonly cost: number;
  /**
   * What the statement tells in columns beside the value: whether its cursor was found, what keeps the answer from being
   * given, and whose data of which sensitive classes it shows (see `seen.ts`).
   */
  readonly beside: readonly ('cursor' | 'problem' | 'seen')[];
  /** Whether it reads many rows for few figures: such reads wait for each other, and nobody waits for them. */
  readonly isReport: boolean;
  /** Whether a resolver has to compute something from the value; else the value is the answer. */
  readonly computes: boolean;
}

export interface ReadRequest {
  readonly decisions: Decisions;
  readonly language: string;
  readonly entity: EntityName;
  readonly args: Arguments;
  readonly selections: readonly Selected[];
  readonly around: Omit<Surroundings, 'compilation' | 'list'>;
}

const compilationOf = ({ decisions, language }: ReadRequest): Compilation => ({
  ...compilationFor(decisions, language),
  cost: 1,
});

/** Refuses what would return too many rows. */
export function limitCost(cost: number): void {
  if (cost <= costAtMost) return;
  throw limitExceeded(
    `The operation asks for ${cost.toLocaleString('en')} rows; ${costAtMost.toLocaleString('en')} are the most. Ask for shorter pages.`,
  );
}

/** What a statement answers, as one row or, where there is nothing to tell, as none. */
interface Answer {
  readonly value: SQL;
  readonly cursor?: SQL | null;
  readonly problem?: SQL | null;
  readonly seen?: SQL | null;
  /** Queries that all of it is made from. */
  readonly queries?: SQL;
  /** Where it comes from, if not from subqueries of its own. */
  readonly from?: SQL;
}

function finished(compilation: Compilation, { value, queries, from, ...told }: Answer): Read {
  limitCost(compilation.cost);
  const before = [...(compilation.needs.reports ? [viewerReportsQuery] : []), ...(queries ? [queries] : [])];
  const beside = (['cursor', 'problem', 'seen'] as const).flatMap((key) => {
    const column = told[key];
    return column ? [{ key, column: sql`(${column})` }] : [];
  });
  const columns = list([value, ...beside.map(({ column }) => column)]);
  const made = before.length > 0 ? sql`with recursive ${list(before)} ` : sql``;
  return {
    statement: prepare(sql`${made}select ${columns}${from ? sql` from ${from}` : sql``}`),
    redacted: [...compilation.redacted],
    cost: compilation.cost,
    beside: beside.map(({ key }) => key),
    isReport: queries !== undefined,
    computes: compilation.computes,
  };
}

/** A list of an entity, as a connection. */
export function readList(request: ReadRequest): Read {
  const compilation = compilationOf(request);
  compilation.cost = 0;
  const json = connection(
    { ...request.around, compilation, list: connection },
    request.entity,
    request.args,
    request.selections,
    () => sql`true`,
  );
  const seen = json.seen(new Set());
  return seen && json.rows
    ? finished(compilation, { value: json.rows.value, cursor: json.cursor, seen: json.rows.seen, from: json.rows.from })
    : finished(compilation, { value: json.value, cursor: json.cursor, seen });
}

/** One record by its id; what this viewer may not see is null like what never was. */
export function readOne(request: ReadRequest): Read {
  const compilation = compilationOf(request);
  const row: Row = { entity: request.entity, at: alias('record') };
  const json = record({ ...request.around, compilation, list: connection }, row, request.selections);
  const id = request.args.get('id');
  const read = (run: Run): string => asId(id?.kind === 'leaf' ? id.read(run) : null);
  const found = and([sql`${column(row.at, 'id')} = ${param(read, 'uuid')}`, rowRule(compilation, row)]);
  const from = sql`${tableOf(request.entity)} ${name(row.at)} where ${found}`;
  const seen = seenOf(compilation, row);
  if (seen) return finished(compilation, { value: text(json), seen, from });
  return finished(compilation, { value: sql`coalesce((select ${text(json)} from ${from}), ${constant('null')})` });
}

/** What reading many rows for few figures costs, in rows that are answered. */
const rowsOfReport = 50;

/** Figures over an entity, as a whole or by groups. */
export function readGroups(request: ReadRequest, shape: 'aggregate' | 'groups'): Read {
  const compilation = compilationOf(request);
  compilation.cost = rowsOfReport;
  const around = { ...request.around, compilation, list: connection };
  return finished(compilation, (shape === 'groups' ? groups : aggregate)({ ...request, around }));
}

/** Whether this viewer sees any row of the entity at all. */
export const isVisible = (decisions: Decisions, entity: EntityName): boolean => !isNever(decisions.of(entity).row);
