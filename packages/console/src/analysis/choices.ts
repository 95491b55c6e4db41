import { fieldOnPath } from '../generator/filter-tree.ts';
import type { Catalogue, FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import { COUNT, isDay, type ReportKey, type ReportMeasure } from './report-state.ts';

/** Something that groups can be set apart by. */
export interface KeyChoice {
  readonly path: readonly string[];
  readonly label: string;
  /** Labels of the relations that the path goes through; empty for own fields. */
  readonly through: string;
  readonly field: FieldDefinition;
}

/** The graph takes so many fields in a key. Of a record its id is one more. */
const FIELDS_AT_MOST = 6;

const groupable = (field: FieldDefinition): boolean =>
  field.groupable && field.kind !== 'LONG_TEXT' && field.kind !== 'LIST';

const isRecord = ({ kind }: FieldDefinition): boolean => kind === 'REFERENCE';

/** The record that a path of relations leads to. */
export function recordAt(
  resource: ResourceDefinition,
  path: readonly string[],
  catalogue: Catalogue,
): ResourceDefinition | undefined {
  if (path.length === 0) return resource;
  const target = fieldOnPath(resource, path, catalogue)?.target;
  return target ? catalogue.byName.get(target) : undefined;
}

/** What stands at the end of a path that is known to lead somewhere. */
export function keyChoiceAt(
  resource: ResourceDefinition,
  path: readonly string[],
  catalogue: Catalogue,
): KeyChoice | undefined {
  const field = fieldOnPath(resource, path, catalogue);
  const way = path.slice(0, -1).map((_, at) => fieldOnPath(resource, path.slice(0, at + 1), catalogue)?.label);
  return field && { path, label: field.label, through: way.join(' › '), field };
}

/** What can set groups apart of the record that a path of relations leads to. */
export function keyChoicesAt(resource: ResourceDefinition, path: readonly string[], catalogue: Catalogue): KeyChoice[] {
  const fields = recordAt(resource, path, catalogue)?.fields ?? [];
  return fields
    .filter((field) => groupable(field) && path.length + (isRecord(field) ? 2 : 1) <= FIELDS_AT_MOST)
    .flatMap((field) => keyChoiceAt(resource, [...path, field.name], catalogue) ?? []);
}

/** Whether a choice is a record of which something can be chosen in turn. */
export const leadsFurther = (resource: ResourceDefinition, { path, field }: KeyChoice, catalogue: Catalogue): boolean =>
  isRecord(field) && keyChoicesAt(resource, path, catalogue).length > 0;

/** The record's own fields, then those of the records that it refers to. */
export function keyChoices(resource: ResourceDefinition, catalogue: Catalogue): KeyChoice[] {
  const own = keyChoicesAt(resource, [], catalogue);
  const relations = own.filter(({ field }) => isRecord(field));
  return [...own, ...relations.flatMap(({ path }) => keyChoicesAt(resource, path, catalogue))];
}

/** A chosen field as a key: days are put together by month at first. */
export const keyOf = ({ path, field }: KeyChoice): ReportKey => ({ path, bucket: isDay(field) ? 'MONTH' : null });

/** What can be reckoned: how many there are, then what can be reckoned of each field. What is added up comes first. */
export function measureChoices(resource: ResourceDefinition): ReportMeasure[] {
  const measured = resource.fields.filter(({ measures }) => measures.length > 0);
  const adds = measured.filter(({ measures }) => measures.includes('sum'));
  const others = measured.filter(({ measures }) => !measures.includes('sum'));
  const of = (field: FieldDefinition, measures: readonly string[]): ReportMeasure[] =>
    measures.map((measure) => ({ field: field.name, measure }));
  return [
    COUNT,
    ...adds.flatMap((field) => of(field, ['sum', 'avg', 'min', 'max', 'count', 'countDistinct'])),
    ...others.flatMap((field) =>
      of(
        field,
        field.measures.filter((each) => each !== 'count'),
      ),
    ),
  ];
}

/** Entities whose records can be reckoned over, in the order of the menu. */
export const reckonable = ({ resources }: Catalogue): ResourceDefinition[] =>
  resources.filter(({ fields }) => fields.some(groupable));
