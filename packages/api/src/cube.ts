import { type EntityName, fieldOf, type GraphField } from './catalogue.ts';
import type { Translations } from './entity.ts';

/** What is said of a cube by hand. */
interface CubeOptions<M extends EntityName> {
  /** Name of the figures, in the languages of the console. */
  readonly title: Translations;
  /** What they are, for whoever reads the schema. */
  readonly description: string;
  /** Field whose values are totalled. */
  readonly measure: GraphField<M>;
  /** Fields that every group agrees on, such as the currency: values that differ in them are never added. */
  readonly always: readonly GraphField<M>[];
  /** Fields that groups can be set apart by: choices, and relations to one record. What wins over the rest comes first. */
  readonly dimensions: readonly GraphField<M>[];
  /** The rows that are counted: those whose fields have these values. */
  readonly where: Readonly<Partial<Record<GraphField<M>, string>>>;
}

/**
 * Totals of a field over groups of people, for whoever may read its class in totals alone. Rows, groups and figures are
 * fixed here, so that what all answers tell together is known beforehand. A change of any of these takes a new name:
 * under the old one, figures are kept that were made before.
 */
export interface Cube {
  readonly name: string;
  /** Root field of the graph. */
  readonly single: string;
  readonly entity: EntityName;
  readonly title: Translations;
  readonly description: string;
  readonly measure: string;
  readonly always: readonly string[];
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
}

const registered = new Map<string, Cube>();

/** Puts a cube into the graph: `cube('PayTotals', 'Employee', …)` is asked as `payTotals`. */
export function cube<M extends EntityName>(name: string, entity: M, options: CubeOptions<M>): Cube {
  if (registered.has(name)) throw new Error(`${name} is registered twice`);
  const unfit = options.dimensions.find((each) => {
    const { kind, list } = fieldOf(entity, each);
    return list || kind === 'scalar';
  });
  if (unfit) throw new Error(`${entity}.${unfit} is neither a choice nor one record`);
  const where = options.where as Readonly<Record<string, string>>;
  const made: Cube = { ...options, where, name, entity, single: name.charAt(0).toLowerCase() + name.slice(1) };
  registered.set(name, made);
  return made;
}

/** What `groupBy` calls a dimension: `contractType` is `CONTRACT_TYPE`. */
export const dimensionName = (field: string): string => field.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

export const cubes = (): readonly Cube[] => [...registered.values()];
