import type { Field } from '../catalogue.ts';
import { constant, list, type SQL, sql } from './sql.ts';

/**
 * JSON written by the database as text: literal pieces, and expressions whose text is JSON already. `concat` with the
 * literals merged costs the server less than `json_build_object`, which looks up the type of every argument of every
 * row, and the text goes to the caller as it is.
 */
export type Json = readonly (string | SQL)[];

/** The most arguments that one call of a function may have, less room for nesting. */
const argumentsAtMost = 90;

const nullText = constant('null');

function merged(json: Json): SQL[] {
  const pieces: SQL[] = [];
  let text = '';
  for (const each of json) {
    if (typeof each === 'string') {
      text += each;
      continue;
    }
    if (text) pieces.push(constant(text));
    text = '';
    pieces.push(each);
  }
  if (text) pieces.push(constant(text));
  return pieces;
}

/** JSON as one expression of type text. */
export function text(json: Json): SQL {
  const pieces = merged(json);
  const chunks: SQL[] = [];
  for (let from = 0; from < pieces.length; from += argumentsAtMost)
    chunks.push(sql`concat(${list(pieces.slice(from, from + argumentsAtMost))})`);
  return chunks.length === 1 && chunks[0] ? chunks[0] : text(chunks);
}

/** An object of the members given. */
export function object(members: readonly (readonly [key: string, value: Json])[]): Json {
  return [
    '{',
    ...members.flatMap(([key, value], index) => [`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`, ...value]),
    '}',
  ];
}

/** JSON that is null unless something holds. */
export const when = (condition: SQL, json: Json): Json => [
  sql`case when ${condition} then ${text(json)} else ${nullText} end`,
];

/** How the text of a value of this type comes to be JSON. */
export type Encoding = 'quoted' | 'escaped' | 'bare';

export function encodingOf(field: Field): Encoding {
  if (field.list) return 'escaped';
  if (field.kind === 'enum') return 'quoted';
  switch (field.type) {
    case 'Int':
    case 'Float':
    case 'Boolean':
    case 'Json':
      return 'bare';
    case 'Decimal':
    case 'DateTime':
      return 'quoted';
    default:
      return field.native?.[0] === 'Uuid' ? 'quoted' : 'escaped';
  }
}

/** Whether a field holds moments, and not days. */
export const isInstant = (field: Field): boolean => field.type === 'DateTime' && field.native?.[0] !== 'Date';

/** The text of a value as the graph writes it. Money keeps no zeros that nobody wrote; instants are in UTC. */
export function written(field: Field, value: SQL): SQL {
  if (field.list) return value;
  if (field.type === 'Decimal') return sql`trim_scale(${value})`;
  if (field.type === 'Boolean') return sql`(${value})::text`;
  if (isInstant(field)) return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return value;
}

/** A value as JSON. */
export function scalar(encoding: Encoding, value: SQL, nullable: boolean): Json {
  if (encoding === 'escaped')
    return [nullable ? sql`coalesce(to_json(${value})::text, ${nullText})` : sql`to_json(${value})`];
  if (encoding === 'bare') return [nullable ? sql`coalesce((${value})::text, ${nullText})` : value];
  return nullable ? [sql`coalesce('"' || (${value})::text || '"', ${nullText})`] : ['"', value, '"'];
}
