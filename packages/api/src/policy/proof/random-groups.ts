import type { EntityName } from '../../catalogue.ts';
import { isGroupable } from '../../graph/group-keys.ts';
import { hidesInactive } from '../../read/connection.ts';
import { groupsOperation } from '../../read/proof/group-text.ts';
import { drawGroups, type GroupQuery } from '../../read/proof/random-groups.ts';
import { type Drawing, scalarsOf } from '../../read/proof/random-query.ts';
import { type Asked, one, toGraph } from './asked.ts';

/** Figures over all rows, or by groups. */
export function groups(drawing: Drawing, among: readonly EntityName[]): Asked {
  const drawn = drawGroups(drawing, among);
  // Few groups are left by a filter and a condition both: that on groups is tried on all rows.
  const query = { ...drawn, cursor: null, where: drawn.having ? null : drawn.where };
  return toGraph(
    groupsOperation(query, null, drawing.draw(2) === 1),
    query.keys.length > 0 ? 'groups' : 'aggregate',
    ...(query.where ? (['filter'] as const) : []),
    ...(query.having ? (['having'] as const) : []),
  );
}

/** A decimal with as many places as its column has. */
function padded(text: string, scale: number): string {
  const [whole = '0', part = ''] = text.split('.');
  return `${whole}.${part.padEnd(scale, '0')}`;
}

/** Groups by one field, after the group of a value that some row has, seen or not. */
export function groupsAfter(drawing: Drawing, among: readonly EntityName[]): Asked {
  const entity = one(drawing, among);
  const rows = drawing.rows.get(entity) ?? [];
  const found = scalarsOf(entity).filter((field) => isGroupable(field) && field.type !== 'DateTime');
  const field = one(drawing, found);
  const value = rows.length > 0 ? (one(drawing, rows)[field.name] ?? null) : null;
  const scale = field.type === 'Decimal' ? Number(field.native?.[1][1] ?? 0) : 0;
  const text = value === null ? null : scale > 0 ? padded(String(value), scale) : String(value);
  const query: GroupQuery = {
    entity,
    keys: [{ path: [field.name], bucket: null }],
    where: null,
    includeInactive: hidesInactive(entity),
    timeZone: 'UTC',
    having: null,
    order: [],
    first: null,
    cursor: null,
    measured: [],
    total: false,
  };
  const after = Buffer.from(JSON.stringify([text])).toString('base64url');
  return toGraph(groupsOperation(query, after, drawing.draw(2) === 1), 'groups', 'group cursor');
}
