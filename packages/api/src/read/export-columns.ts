import { type EntityName, type Field, graphFields, isStructural, models } from '../catalogue.ts';
import { type Entity, entityNamed, type Language, type Translations } from '../entity.ts';
import { fieldLabel } from '../meta/field-label.ts';
import { type Decisions, isNever } from '../policy/decide.ts';
import { meetsField } from '../policy/meet.ts';
import { type Measure, measureField, measureKindOf, measureTypes } from './measures.ts';

/** What a cell holds, and therefore how each format writes it. `text` alone is what somebody has typed. */
export type CellKind = 'text' | 'code' | 'integer' | 'decimal' | 'boolean' | 'day' | 'instant' | 'json';

/** A column of an export. */
export interface ExportColumn {
  /** Its name for programs, such as `department.name`. */
  readonly name: string;
  /** Its title for people, in the language of the export. */
  readonly label: string;
  readonly kind: CellKind;
}

/** What keeps a column from being written: a stable code, and the sentence for it. */
export interface ColumnFault {
  readonly code: 'COLUMN_UNKNOWN' | 'COLUMN_IS_LIST' | 'COLUMN_TOO_FAR' | 'MEASURE_UNKNOWN';
  readonly message: string;
}

/** How a value of a field is written. */
export function cellKindOf(field: Field): CellKind {
  if (field.list || field.type === 'Json') return 'json';
  if (field.kind === 'relation') return 'text';
  if (field.kind === 'enum') return 'code';
  switch (field.type) {
    case 'Int':
    case 'BigInt':
      return 'integer';
    case 'Decimal':
    case 'Float':
      return 'decimal';
    case 'Boolean':
      return 'boolean';
    case 'DateTime':
      return field.native?.[0] === 'Date' ? 'day' : 'instant';
    default:
      return field.native?.[0] === 'Uuid' ? 'code' : 'text';
  }
}

/** A field that this viewer meets; what they may never read is not there for them, in the same words. */
function fieldNamed(decisions: Decisions, entity: EntityName, name: string): Field | null {
  if (isNever(decisions.of(entity).row)) return null;
  if (isStructural(name)) return models[entity].fields[name] ?? null;
  const found = graphFields(entity).find((field) => field.name === name);
  return found && meetsField(decisions, entity, name) ? found : null;
}

const pathAtMost = 6;

/** The fields of a path such as `department.company.name`: through records that a row refers to, to a field or a record. */
export function columnPath(decisions: Decisions, entity: EntityName, name: string): readonly Field[] | ColumnFault {
  const names = name.split('.');
  if (names.length > pathAtMost)
    return { code: 'COLUMN_TOO_FAR', message: `A column follows ${pathAtMost - 1} relations at the most.` };
  const path: Field[] = [];
  let at = entity;
  for (const [index, each] of names.entries()) {
    const field = fieldNamed(decisions, at, each);
    if (!field || (index < names.length - 1 && field.kind !== 'relation'))
      return { code: 'COLUMN_UNKNOWN', message: `There is no column ${name}.` };
    if (field.kind === 'relation' && field.list)
      return { code: 'COLUMN_IS_LIST', message: `${name} is a list of records and no column.` };
    path.push(field);
    at = field.type as EntityName;
  }
  return path;
}

/** The titles of a path, from its beginning: `Department: Name`. */
export function labelOfPath(entity: Entity, path: readonly Field[], language: Language): string {
  let at = entity;
  const labels = path.map((field) => {
    const label = fieldLabel(at, field.name, language);
    if (field.kind === 'relation') at = entityNamed(field.type);
    return label;
  });
  return labels.join(': ');
}

/** What is reckoned of a field over the rows of a group; `field` is null where the rows themselves are counted. */
export interface ExportMeasure {
  readonly field: Field | null;
  readonly measure: Measure;
}

/** The measure of a name such as `count` or `salary.sum`. */
export function measureNamed(decisions: Decisions, entity: EntityName, name: string): ExportMeasure | ColumnFault {
  if (name === 'count') return { field: null, measure: 'count' };
  const [of = '', measure = '', ...rest] = name.split('.');
  const found = fieldNamed(decisions, entity, of);
  const field = found && !isNever(decisions.of(entity).read(of)) ? found : null;
  const kind = field && field.kind !== 'relation' ? measureKindOf(field) : null;
  if (!field || kind === null || rest.length > 0 || !(measure in measureTypes[kind]))
    return { code: 'MEASURE_UNKNOWN', message: `There is no measure ${name}. Name one such as count or fte.sum.` };
  return { field, measure: measure as Measure };
}

const measureWords: Readonly<Record<Measure, Translations>> = {
  count: { en: 'count', sv: 'antal', de: 'Anzahl', hu: 'darab', sl: 'število' },
  countDistinct: { en: 'different', sv: 'olika', de: 'verschiedene', hu: 'különböző', sl: 'različnih' },
  sum: { en: 'sum', sv: 'summa', de: 'Summe', hu: 'összeg', sl: 'vsota' },
  avg: { en: 'average', sv: 'medel', de: 'Durchschnitt', hu: 'átlag', sl: 'povprečje' },
  min: { en: 'least', sv: 'minst', de: 'Minimum', hu: 'legkisebb', sl: 'najmanj' },
  max: { en: 'greatest', sv: 'störst', de: 'Maximum', hu: 'legnagyobb', sl: 'največ' },
};
const countWord: Translations = { en: 'Count', sv: 'Antal', de: 'Anzahl', hu: 'Darabszám', sl: 'Število' };

/** What stands in the first column of the row over all groups. */
export const totalWord: Translations = { en: 'Total', sv: 'Totalt', de: 'Gesamt', hu: 'Összesen', sl: 'Skupaj' };

export function measureColumn(entity: Entity, { field, measure }: ExportMeasure, language: Language): ExportColumn {
  if (field === null) return { name: 'count', label: countWord[language], kind: 'integer' };
  return {
    name: `${field.name}.${measure}`,
    label: `${fieldLabel(entity, field.name, language)}: ${measureWords[measure][language]}`,
    kind: cellKindOf(measureField(field, measure)),
  };
}
