import type { Rejection } from '@kontor/core';
import type { EntityName, GraphField, ModelName } from './catalogue.ts';
import type { Check } from './write/constraints.ts';

export const languages = ['en', 'sv', 'de', 'hu', 'sl'] as const;
export type Language = (typeof languages)[number];
export type Translations = Readonly<Record<Language, string>>;

/**
 * How an entity lives: *master* data is created, updated and deactivated; a *document* is moved from state to state by
 * commands; a *journal* is written once; a *part* stands and falls with another entity.
 */
export type EntityKind = 'master' | 'document' | 'journal' | 'part';

/** A row as it was, null for a new one, and the values that it is to have. */
export interface RowChange {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Names that a text field holds and people read as words, such as the codes of pay components. */
export interface NamedValues {
  readonly name: string;
  readonly values: (language: Language) => readonly { readonly name: string; readonly label: string }[];
}

/** What is said of an entity by hand; everything else follows from its model and its policy. */
export interface EntityOptions<M extends ModelName> {
  readonly kind?: EntityKind;
  /** Name of one and of many, in the languages of the console. */
  readonly title: Readonly<Record<Language, readonly [one: string, many: string]>>;
  /** Fields that tell a record from others, each a path such as `employee.lastName`. */
  readonly label: readonly (GraphField<M> | `${GraphField<M>}.${string}`)[];
  /** Text fields that a search looks through. */
  readonly search?: readonly GraphField<M>[];
  /** Columns that a list shows at first. */
  readonly columns: readonly GraphField<M>[];
  /** Order of a list that asks for none. */
  readonly order?: readonly GraphField<M>[];
  /** Fields that create and update take. What commands own is not among them. */
  readonly write?: readonly GraphField<M>[];
  /** Fields that create takes besides. A document without them is made by a command alone. */
  readonly create?: readonly GraphField<M>[];
  readonly checks?: Readonly<Partial<Record<GraphField<M>, Check>>>;
  /**
   * Where the currency of an amount stands, as a path such as `company.baseCurrencyCode`, if no check says it: amounts of
   * several currencies are never added.
   */
  readonly money?: Readonly<Partial<Record<GraphField<M>, string>>>;
  /** The core's decision on creating or updating a row, where there is more to it than its values. */
  readonly guard?: (change: RowChange) => readonly Rejection[];
  /** Labels of fields that the common vocabulary does not have. */
  readonly labels?: Readonly<Partial<Record<GraphField<M>, Translations>>>;
  /** Text fields whose values are names: what each of them is called. */
  readonly names?: Readonly<Partial<Record<GraphField<M>, NamedValues>>>;
  /** To-one field to the same entity that makes a tree. */
  readonly tree?: GraphField<M>;
  /** Plural of the name in the graph, where adding an s is wrong. */
  readonly plural?: string;
  /** Whether a file can be imported from the console. */
  readonly importable?: true;
  /** One of the few that people look for first; menus begin with them. */
  readonly prominent?: true;
}

export interface Entity {
  readonly name: EntityName;
  readonly kind: EntityKind;
  readonly title: EntityOptions<ModelName>['title'];
  readonly label: readonly string[];
  readonly search: readonly string[];
  readonly columns: readonly string[];
  readonly order: readonly string[];
  readonly write: readonly string[];
  readonly create: readonly string[];
  readonly checks: Readonly<Record<string, Check>>;
  /** The path to the currency of each amount. */
  readonly money: Readonly<Record<string, string>>;
  readonly guard: ((change: RowChange) => readonly Rejection[]) | null;
  readonly labels: Readonly<Record<string, Translations>>;
  readonly names: Readonly<Record<string, NamedValues>>;
  readonly tree: string | null;
  readonly importable: boolean;
  readonly prominent: boolean;
  /** Root fields of the graph: `employee` and `employees`. */
  readonly single: string;
  readonly plural: string;
}

const registered = new Map<EntityName, Entity>();

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function moneyOf<M extends ModelName>({ checks, money }: EntityOptions<M>): Readonly<Record<string, string>> {
  const checked = Object.entries<Check | undefined>(checks ?? {}).flatMap(([field, check]) =>
    check?.currency === undefined ? [] : [[field, check.currency] as const],
  );
  return { ...Object.fromEntries(checked), ...(money as Readonly<Record<string, string>> | undefined) };
}

/** Puts a model of the Prisma schema into the graph. */
export function entity<M extends EntityName>(name: M, options: EntityOptions<M>): Entity {
  if (registered.has(name)) throw new Error(`${name} is registered twice`);
  const single = lowerFirst(name);
  const made: Entity = {
    name,
    kind: options.kind ?? 'master',
    title: options.title,
    label: options.label,
    search: options.search ?? [],
    columns: options.columns,
    order: options.order ?? [],
    write: options.write ?? [],
    // A document that names nothing to make it from is made by a command of its own, such as hiring.
    create:
      options.create || (options.kind ?? 'master') === 'master'
        ? [...(options.create ?? []), ...(options.write ?? [])]
        : [],
    checks: (options.checks ?? {}) as Record<string, Check>,
    money: moneyOf(options),
    guard: options.guard ?? null,
    labels: (options.labels ?? {}) as Record<string, Translations>,
    names: (options.names ?? {}) as Record<string, NamedValues>,
    tree: options.tree ?? null,
    importable: options.importable ?? false,
    prominent: options.prominent ?? false,
    single,
    plural: options.plural ?? `${single}s`,
  };
  registered.set(name, made);
  return made;
}

export const entities = (): readonly Entity[] => [...registered.values()];

export function entityNamed(name: string): Entity {
  const found = registered.get(name as EntityName);
  if (!found) throw new Error(`${name} is no entity`);
  return found;
}
