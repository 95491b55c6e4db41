import type { EntityName } from '../catalogue.ts';
import type { Viewer } from '../viewer.ts';
import { decisionsFor, isNever } from './decide.ts';
import { entityPolicies } from './index.ts';

const names = Object.keys(entityPolicies) as EntityName[];

/** The entities of which a viewer may see a record at all. */
export function seenEntities(viewer: Viewer): EntityName[] {
  const decisions = decisionsFor(viewer);
  return names.filter((entity) => !isNever(decisions.of(entity).row));
}

/** The fields that a viewer may read on some record, such as `Employee.salary`. */
export function readableFields(viewer: Viewer): string[] {
  const decisions = decisionsFor(viewer);
  return seenEntities(viewer).flatMap((entity) =>
    Object.keys(entityPolicies[entity].fields)
      .filter((field) => !isNever(decisions.of(entity).read(field)))
      .map((field) => `${entity}.${field}`),
  );
}
