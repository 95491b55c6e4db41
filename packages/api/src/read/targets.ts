import type { EntityName } from '../catalogue.ts';
import { entities } from '../entity.ts';

/** What a root field reads of an entity: one record, a list, figures over all of it or by groups. */
export interface ReadTarget {
  readonly entity: EntityName;
  readonly shape: 'one' | 'many' | 'aggregate' | 'groups';
}

let found: ReadonlyMap<string, ReadTarget> | null = null;

/** The root fields that the compiler answers, by name. */
export function readTargets(): ReadonlyMap<string, ReadTarget> {
  found ??= new Map(
    entities().flatMap((entity): [string, ReadTarget][] => [
      [entity.single, { entity: entity.name, shape: 'one' }],
      [entity.plural, { entity: entity.name, shape: 'many' }],
      [`${entity.single}Aggregate`, { entity: entity.name, shape: 'aggregate' }],
      [`${entity.single}Groups`, { entity: entity.name, shape: 'groups' }],
    ]),
  );
  return found;
}
