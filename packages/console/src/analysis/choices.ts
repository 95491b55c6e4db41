import type { Catalogue, FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import { COUNT, isDay, type ReportKey, type ReportMeasure } from './report-state.ts';

/** Something that groups can be set apart by. */
export interface KeyChoice {
  readonly path: readonly string[];
  readonly label: string;
  /** Label of the relation that the path goes through; empty for own fields. */
  readonly through: string;
  readonly field: FieldDefinition;
}

const groupable = (field: FieldDefinition): boolean =>
  field.groupable && field.kind !== 'LONG_TEXT' && field.kind !== 'LIST';

/** The record's own fields, then those of the records that it refers to. */
export function keyChoices(resource: ResourceDefinition, catalogue: Catalogue): KeyChoice[] {
  const own = resource.fields.filter(groupable);
  const through = own.flatMap((relation) => {
    const target = relation.kind === 'REFERENCE' && relation.target ? catalogue.byName.get(relation.target) : undefined;
    return (target?.fields ?? []).filter(groupable).map(
      (field): KeyChoice => ({
        path: [relation.name, field.name],
        label: field.label,
        through: relation.label,
        field,
      }),
    );
  });
  return [
    ...own.map((field): KeyChoice => ({ path: [field.name], label: field.label, through: '', field })),
    ...through,
  ];
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
