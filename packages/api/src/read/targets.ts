import type { EntityName } from '../catalogue.ts';
import { entities } from '../entity.ts';

/** What a root field reads: one record of an entity, or a list. */
export interface ReadTarget {
  readonly entity: EntityName;
  readonly many: boolean;
}

let found: ReadonlyMap<string, ReadTarget> | null = null;

/** The root fields that the compiler answers, by name. */
export function readTargets(): ReadonlyMap<string, ReadTarget> {
  found ??= new Map(
    entities().flatMap((entity): [string, ReadTarget][] => [
      [entity.single, { entity: entity.name, many: false }],
      [entity.plural, { entity: entity.name, many: true }],
    ]),
  );
  return found;
}
