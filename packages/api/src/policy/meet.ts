import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import { type Decisions, isNever } from './decide.ts';

/** Whether a value has last characters that a mask can show: a text has. */
export const hasEnd = (field: Field): boolean =>
  field.kind === 'scalar' && field.type === 'String' && field.native?.[0] !== 'Uuid' && !field.list;

/** Whether a viewer sees rows of an entity at all. What a viewer never sees, the viewer is told nothing of. */
export const meetsEntity = (decisions: Decisions, entity: EntityName): boolean => !isNever(decisions.of(entity).row);

const leadsSomewhere = (decisions: Decisions, field: Field): boolean =>
  field.kind !== 'relation' || meetsEntity(decisions, field.type as EntityName);

/** Whether a viewer may use a field where its value decides something: in a filter or an order. */
export const decidesBy = (decisions: Decisions, entity: EntityName, name: string): boolean =>
  !isNever(decisions.of(entity).read(name)) && leadsSomewhere(decisions, fieldOf(entity, name));

/** Whether a viewer is shown a field on some record: its value, or its last characters. */
export function meetsField(decisions: Decisions, entity: EntityName, name: string): boolean {
  const masked = !isNever(decisions.of(entity).masked(name)) && hasEnd(fieldOf(entity, name));
  return masked || decidesBy(decisions, entity, name);
}

/** Whether a viewer may ask what others may do: whoever reads the role grants of others. */
export function mayExplainAccess(decisions: Decisions): boolean {
  const { all } = decisions.of('RoleGrant').row;
  return all === 'every' || all.length > 0;
}
