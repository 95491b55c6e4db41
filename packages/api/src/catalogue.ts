import { catalogue } from './generated/catalogue.ts';

/** Every model of the Prisma schema, with the types that its literal shape gives. */
export type Models = (typeof catalogue)['models'];
export type ModelName = keyof Models;

/** Models that stand in the graph: all but those marked `@internal` in the schema. */
export type EntityName = {
  [M in ModelName]: Models[M]['internal'] extends true ? never : M;
}[ModelName];

type FieldsOf<M extends ModelName> = Models[M]['fields'];

/** Columns that only hold up a relation: the graph shows the relation, inputs take the column. */
type ForeignKeyOf<M extends ModelName> = {
  [F in keyof FieldsOf<M>]: FieldsOf<M>[F] extends { from: readonly (infer C)[] }
    ? Models[M]['fields'][F] extends { type: 'Currency' }
      ? never
      : C
    : never;
}[keyof FieldsOf<M>];

/** Fields that follow from the row itself; every viewer who sees the row sees them. */
export type StructuralField = 'id' | 'version' | 'createdAt' | 'updatedAt';

type InternalRelationOf<M extends ModelName> = {
  [F in keyof FieldsOf<M>]: FieldsOf<M>[F] extends { kind: 'relation'; type: infer T }
    ? T extends EntityName
      ? never
      : F
    : never;
}[keyof FieldsOf<M>];

/** A secret never stands in the graph: its column ends in `_hash` or `_sealed`. */
type SecretField = `${string}Hash` | `${string}Sealed`;

/** Fields of an entity that the graph shows and that therefore need a data class. */
export type GraphField<M extends ModelName> = Exclude<
  keyof FieldsOf<M> & string,
  ForeignKeyOf<M> | InternalRelationOf<M> | StructuralField | SecretField
>;

export interface Field {
  readonly name: string;
  readonly column: string;
  readonly kind: 'scalar' | 'enum' | 'relation';
  readonly type: string;
  readonly native: readonly [string, readonly string[]] | null;
  readonly list: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly hasDefault: boolean;
  readonly documentation: string;
  readonly relationName?: string;
  /** Columns of this model, by field name, that point to `to` of the target; empty on the other side. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

export interface Model {
  readonly name: ModelName;
  readonly table: string;
  readonly internal: boolean;
  readonly documentation: string;
  readonly uniques: readonly (readonly string[])[];
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Enumeration {
  readonly name: string;
  readonly databaseName: string;
  readonly values: readonly { readonly name: string; readonly documentation: string }[];
}

export const models = catalogue.models as unknown as Readonly<Record<ModelName, Model>>;
export const enums: Readonly<Record<string, Enumeration>> = catalogue.enums;

const structural: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt']);

export const isStructural = (field: string): boolean => structural.has(field);

/** The names of the fields that hold up relations of the model; the currency code is shown as itself too. */
const foreignKeys = (model: Model): ReadonlySet<string> =>
  new Set(Object.values(model.fields).flatMap((field) => (field.type === 'Currency' ? [] : [...(field.from ?? [])])));

/** The fields of a model that the graph shows, in the order of the schema: no hash, and nothing sealed. */
export function graphFields(name: ModelName): readonly Field[] {
  const model = models[name];
  const hidden = foreignKeys(model);
  return Object.values(model.fields).filter(
    (field) =>
      !hidden.has(field.name) &&
      !/(Hash|Sealed)$/.test(field.name) &&
      !(field.kind === 'relation' && models[field.type as ModelName].internal),
  );
}

export function fieldOf(name: ModelName, field: string): Field {
  const found = models[name].fields[field];
  if (!found) throw new Error(`${name} has no field ${field}`);
  return found;
}

/** The other end of a relation. */
export function opposite(name: ModelName, field: Field): Field {
  const found = Object.values(models[field.type as ModelName].fields).find(
    (other) =>
      other.kind === 'relation' &&
      other.relationName === field.relationName &&
      other.type === name &&
      (field.type !== name || other.name !== field.name),
  );
  if (!found) throw new Error(`${name}.${field.name} has no opposite`);
  return found;
}
