import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { badInput, limitExceeded } from '../errors.ts';
import type { Argument } from './argument.ts';
import { type Bucket, bucketOfDay, bucketOfInstant, dayOf } from './bucket.ts';
import { keyword, type SQL } from './sql.ts';

const keysAtMost = 6;
const pathAtMost = 6;

/** What rows are grouped by: a value at the end of a path, or the days around it. */
export interface GroupKey {
  readonly path: readonly Field[];
  readonly bucket: Bucket | null;
  /** The column of the groups that it stands in. */
  readonly name: SQL;
  /** Its value, out of that column. */
  readonly column: SQL;
}

/** The days that a bucket begins with, as if they were a field. */
export const keyField = ({ path, bucket }: GroupKey): Field => {
  const leaf = path.at(-1) as Field;
  return bucket === null ? leaf : { ...leaf, type: 'DateTime', native: ['Date', []] };
};

export const isPath = (key: GroupKey, path: readonly Field[]): boolean =>
  key.path.length === path.length && key.path.every((field, index) => field.name === path[index]?.name);

export const nameOfPath = (path: readonly Field[]): string => path.map((field) => field.name).join('.');

function pathIn(entity: EntityName, argument: Argument): Pick<GroupKey, 'path' | 'bucket'> {
  if (argument.kind !== 'object' || argument.fields.size !== 1) throw badInput('A key of a group names one field.');
  const [[name, by]] = [...argument.fields] as [[string, Argument]];
  const field = fieldOf(entity, name);
  if (field.kind === 'relation') {
    const further = pathIn(field.type as EntityName, by);
    return { ...further, path: [field, ...further.path] };
  }
  const given = by.kind === 'leaf' ? by.value : null;
  if (given === null) throw badInput(`The key ${name} takes no null.`);
  return { path: [field], bucket: field.type === 'DateTime' ? (given as Bucket) : null };
}

/** The keys of an argument `groupBy`. */
export function groupKeys(entity: EntityName, argument: Argument | undefined): readonly GroupKey[] {
  const items = argument?.kind === 'list' ? argument.items : [];
  if (items.length === 0) throw badInput('Name what to group by; for one figure over all there is the aggregate.');
  if (items.length > keysAtMost) throw limitExceeded(`Groups have ${keysAtMost} keys at the most.`, 'KEYS_TOO_MANY');
  const keys = items.map((item, index) => {
    const [key, name] = [pathIn(entity, item), keyword(`k${index}`)];
    return { ...key, name, column: key.bucket === null ? name : dayOf(name) };
  });
  for (const [index, key] of keys.entries()) {
    const name = nameOfPath(key.path);
    if (key.path.length > pathAtMost) throw limitExceeded(`A key follows ${pathAtMost - 1} relations at the most.`);
    if (keys.slice(0, index).some((other) => isPath(other, key.path)))
      throw badInput(`${name} is a key already.`, 'KEY_TWICE');
  }
  return keys;
}

/** What a value at the end of a key's path is grouped by. */
export function groupedBy({ path, bucket }: GroupKey, value: SQL, zone: Argument | undefined): SQL {
  if (bucket === null) return value;
  return path.at(-1)?.native?.[0] === 'Date' ? bucketOfDay(bucket, value) : bucketOfInstant(bucket, value, zone);
}
