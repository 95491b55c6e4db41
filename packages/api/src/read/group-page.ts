import { badInput, limitExceeded } from '../errors.ts';
import type { Arguments } from './argument.ts';
import type { GroupKey } from './group-keys.ts';
import type { Json } from './json.ts';
import { given, type Leaf } from './page.ts';
import { and, constant, integer, keyword, list, param, type Run, type SQL, sql } from './sql.ts';

const pageAtMost = 1000;
const pageByDefault = 100;

/** Which groups are asked for. */
export interface GroupPage {
  readonly sizeAtMost: number;
  /** Queries beside those of the groups themselves. */
  readonly queries: readonly SQL[];
  /** The groups of the page, as a table with their numbers in `at`. */
  readonly rows: SQL;
  readonly count: SQL;
  readonly info: Readonly<Record<string, Json>>;
  /** Whether the group is there that the page begins after. */
  readonly cursor: SQL | null;
}

/** The keys of a group as one text that stands for it: they are read again under the policy, so it tells nothing new. */
export const cursorOf = (keys: readonly GroupKey[]): SQL =>
  sql`translate(encode(convert_to(json_build_array(${list(keys.map((key) => sql`${key.column}::text`))})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

const noSuchGroup = 'The cursor points to nothing that you can see. Start again from the first page.';

function keysOfCursor(cursor: unknown, count: number): readonly (string | null)[] {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(String(cursor), 'base64url').toString());
  } catch {
    throw badInput(noSuchGroup);
  }
  const isKey = (each: unknown): each is string | null => each === null || typeof each === 'string';
  if (!Array.isArray(read) || read.length !== count || !read.every(isKey)) throw badInput(noSuchGroup);
  return read;
}

function startQuery(cursor: Leaf, keys: readonly GroupKey[]): SQL {
  const same = keys.map((key, index) => {
    const value = param((run: Run) => keysOfCursor(cursor.read(run), keys.length)[index] ?? null, 'text');
    return sql`(${key.column}::text) is not distinct from ${value}`;
  });
  return sql`start as materialized (select at from numbered where ${and(same)})`;
}

/** The page of groups that arguments ask for. */
export function groupPage(args: Arguments, keys: readonly GroupKey[], most = pageAtMost): GroupPage {
  const [first, after] = [given(args, 'first'), given(args, 'after')];
  const size = first ? Number(first.value) : pageByDefault;
  if (size < 0) throw badInput('first is not negative.');
  if (size > most) throw limitExceeded(`first is ${most.toLocaleString('en')} at the most.`);
  const start = after ? sql`(select at from start)` : keyword('0');
  const count = sql`(select count(*) from numbered)`;
  const rows = sql`(select * from numbered where at > ${start} and at <= ${start} + ${integer(size)}) page`;
  const end = (direction: 'asc' | 'desc'): Json => [
    sql`coalesce((select '"' || ${cursorOf(keys)} || '"' from ${rows} order by at ${keyword(direction)} limit 1), 'null')`,
  ];
  return {
    sizeAtMost: size,
    queries: after ? [startQuery(after, keys)] : [],
    rows,
    count: sql`${count}::text`,
    info: {
      hasNextPage: [sql`(${count} > ${start} + ${integer(size)})::text`],
      hasPreviousPage: [after ? constant('true') : constant('false')],
      startCursor: end('asc'),
      endCursor: end('desc'),
    },
    cursor: after ? sql`exists (select from start)` : null,
  };
}
