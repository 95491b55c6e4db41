import { createHash } from 'node:crypto';
import type { PreparedLine } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** Ids of the objects of a set, in order: what the database hashes, too. */
const keyOf = (objectIds: readonly string[]): string => objectIds.join(',');

const hashOf = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/**
 * The ids of the sets with the objects of each line, by the ids of the objects: found, or made. Of two who make the same
 * set at once, one waits and finds it.
 */
export async function setsFor(
  tx: Transaction,
  companyId: string,
  lines: readonly Pick<PreparedLine, 'objectIds'>[],
): Promise<(objectIds: readonly string[]) => string | null> {
  const wanted = new Map(
    lines.filter(({ objectIds }) => objectIds.length > 0).map(({ objectIds }) => [keyOf(objectIds), objectIds]),
  );
  if (wanted.size === 0) return () => null;
  const hashes = [...wanted.keys()].map(hashOf);
  const find = () => tx.$queryRaw<{ id: string; hash: string }[]>`
    select s.id::text, encode(s.objects_hash, 'hex') as hash from dimension_set s
    where s.company_id = ${companyId}::uuid and s.objects_hash in (select decode(h, 'hex') from unnest(${hashes}::text[]) h)`;
  let found = await find();
  const missing = [...wanted].filter(([key]) => found.every(({ hash }) => hash !== hashOf(key)));
  if (missing.length > 0) {
    for (const [key, objectIds] of missing) await addSet(tx, companyId, hashOf(key), objectIds);
    found = await find();
  }
  const byHash = new Map(found.map(({ id, hash }) => [hash, id]));
  return (objectIds) => (objectIds.length === 0 ? null : (byHash.get(hashOf(keyOf(objectIds))) ?? null));
}

const addSet = (tx: Transaction, companyId: string, hash: string, objectIds: readonly string[]) => tx.$executeRaw`
  with objects as (
    select o.id, o.dimension_id, d.code || ':' || o.code as name
    from dimension_object o join dimension d on d.id = o.dimension_id where o.id = any(${objectIds}::uuid[])
  ), made as (
    insert into dimension_set (company_id, name, objects_hash)
    select ${companyId}::uuid, string_agg(name, ' ' order by name), decode(${hash}, 'hex') from objects
    on conflict do nothing returning id
  )
  insert into dimension_set_member (company_id, dimension_set_id, dimension_id, object_id)
  select ${companyId}::uuid, made.id, objects.dimension_id, objects.id from made, objects`;
