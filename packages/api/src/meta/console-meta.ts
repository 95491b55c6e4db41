/**
 * What a viewer may do with the graph, said in the terms of a user interface. It is computed from the entities, the
 * commands and the policy, for one viewer: a field that this viewer may never read is not in it at all.
 */

/** How a value is typed, shown, edited and filtered. */
export type FieldKind =
  | 'ID'
  | 'TEXT'
  | 'LONG_TEXT'
  | 'EMAIL'
  | 'PHONE'
  | 'COUNTRY'
  | 'LANGUAGE'
  | 'TIME_ZONE'
  | 'INTEGER'
  | 'DECIMAL'
  | 'MONEY'
  | 'BOOLEAN'
  | 'DATE'
  | 'INSTANT'
  | 'ENUM'
  | 'REFERENCE'
  | 'LIST'
  | 'ROWS';

/** Operators that a filter on the field takes, by their names in the graph. */
export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'startsWith'
  | 'isNull'
  | 'is'
  | 'isNot'
  | 'some'
  | 'every'
  | 'none';

/** Whether something holds for every record, for some (ask the record's `_can`), or for none. */
export type Extent = 'ALWAYS' | 'PER_RECORD' | 'NEVER';

/** Limits of a value, the same that the graph checks. */
export interface Constraints {
  readonly maxLength?: number;
  readonly minimum?: string;
  readonly maximum?: string;
  /** Digits after the decimal point. */
  readonly scale?: number;
}

export interface ConsoleField {
  /** Name in the graph. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string;
  /** Whether a record always has a value. */
  readonly required: boolean;
  readonly read: Exclude<Extent, 'NEVER'>;
  /** Whether the input of the create mutation takes it. */
  readonly create: boolean;
  /** Whether the input of the update mutation takes it. */
  readonly update: Extent;
  /** Name of the field in the inputs: `departmentId` for the reference `department`, else the name itself. */
  readonly inputName: string;
  readonly operators: readonly FilterOperator[];
  readonly sortable: boolean;
  /** Whether rows can be grouped by it: by its value, by the days around it, or by fields of the record it refers to. */
  readonly groupable: boolean;
  /** What can be reckoned of it over many rows: `sum`, `avg` and so on. */
  readonly measures: readonly string[];
  readonly constraints: Constraints;
  /** For ENUM: the enum's name in `enums`; for TEXT: where the names that it holds have words there. */
  readonly enumName?: string | undefined;
  /** For REFERENCE and LIST: the entity at the other end. */
  readonly target?: string | undefined;
  /** For MONEY: the field of the same record that holds the currency code. */
  readonly currencyField?: string | undefined;
  /** For an amount: the path to its currency code, through records that it refers to. Amounts of two are never added. */
  readonly currencyPath?: string | undefined;
  /** For LIST: the to-one field of the target that points back. */
  readonly backReference?: string | undefined;
}

/** One input of an action. */
export interface ConsoleInput {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly constraints: Constraints;
  readonly enumName?: string | undefined;
  readonly target?: string | undefined;
  /** Whether it takes several values. */
  readonly list: boolean;
  /** Field of the record whose value the form starts with, or of one chosen in another input: `companyId.locale`. */
  readonly defaultFrom?: string | undefined;
  /** What it speaks of, such as `pay`: inputs of one section stand together in a long form. */
  readonly section: string;
}

/** A command: a mutation `name(input: …)` drawn as a button. */
export interface ConsoleAction {
  /** Name of the mutation. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Question to confirm with; empty where the form itself is the confirmation. */
  readonly confirmation?: string | undefined;
  /** Entity on whose pages the action stands. */
  readonly entity: string;
  /** Name of the input that takes the record's id; empty where the action makes a new record. */
  readonly recordInput?: string | undefined;
  /** Field of the payload that holds the changed record. */
  readonly payloadField: string;
  readonly inputs: readonly ConsoleInput[];
  /** Whether it is hard to take back. */
  readonly destructive: boolean;
  /** Whether its input takes `expectedVersion`. */
  readonly versioned: boolean;
  /** Whether its input takes `idempotencyKey`. */
  readonly idempotent: boolean;
}

export interface ConsoleEntity {
  /** Type in the graph, such as `CostCentre`. */
  readonly name: string;
  /** Root field for one record, such as `costCentre(id:)`. */
  readonly single: string;
  /** Root field for the list, such as `costCentres(first:, after:, …)`. */
  readonly plural: string;
  /** Folder of the domain, such as `people`; the menu groups by it. */
  readonly domain: string;
  readonly domainLabel: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description: string;
  /** Fields that make the label of a record, each a path such as `firstName` or `employee.lastName`. */
  readonly labelPaths: readonly string[];
  /** Columns that a list shows at first, in order. */
  readonly columns: readonly string[];
  readonly searchable: boolean;
  /** Whether changes of its records are told to whoever listens. */
  readonly followable: boolean;
  /** Whether inactive records are hidden unless `includeInactive` is given. */
  readonly deactivates: boolean;
  readonly create: boolean;
  readonly update: Extent;
  readonly deactivate: Extent;
  /** Field whose enum is the state of a document, where there is one. */
  readonly statusField?: string | undefined;
  /** Field of the same entity that makes a tree, such as `parent` or `manager`. */
  readonly treeField?: string | undefined;
  /** Whether a file can be imported. */
  readonly importable: boolean;
  readonly fields: readonly ConsoleField[];
}

export interface ConsoleEnum {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly label: string; readonly description: string }[];
}

/** A field that all of a group agree on, or that groups are set apart by. */
export interface ConsoleFigureKey {
  readonly name: string;
  readonly label: string;
  /** Whether its value is a record with its label. */
  readonly isRecord: boolean;
  readonly enumName?: string;
  /** What `groupBy` calls it, where groups are set apart by it. */
  readonly dimension?: string;
}

/** Totals that the viewer may ask for. */
export interface ConsoleFigures {
  readonly name: string;
  /** Root field of the graph. */
  readonly single: string;
  readonly domain: string;
  readonly label: string;
  /** What is totalled. */
  readonly measureLabel: string;
  /** The field among `always` that holds the currency of the totals. */
  readonly currencyField?: string;
  readonly always: readonly ConsoleFigureKey[];
  readonly dimensions: readonly ConsoleFigureKey[];
}

/** A report that is there from the first day, with its definition. */
export interface ConsoleReadyReport {
  readonly name: string;
  readonly title: string;
  /** What its figures count and what they leave out. */
  readonly definition: string;
  /** Entity whose groups it shows. */
  readonly resource: string;
  /** What it asks, as the address of a report has it. `@today+90` in a condition stands for a day. */
  readonly state: string;
  /** Roles on whose home page it stands. */
  readonly roles: readonly string[];
}

export interface ConsoleMeta {
  readonly entities: readonly ConsoleEntity[];
  readonly actions: readonly ConsoleAction[];
  readonly figures: readonly ConsoleFigures[];
  readonly enums: readonly ConsoleEnum[];
  readonly readyReports: readonly ConsoleReadyReport[];
  /** Queries of reports that the viewer may have of some record: `costCentreResult`. */
  readonly reports: readonly string[];
  /** Whether the viewer may ask what others may do. */
  readonly explainsAccess: boolean;
}
