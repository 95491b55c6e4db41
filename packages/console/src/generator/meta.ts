/**
 * What the graph tells a console about this viewer: the answer to `query { consoleMeta(language:) }`. A test validates
 * the query that asks for it against the printed schema, so these types cannot fall behind unnoticed.
 */

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

/** Whether something holds for every record, for some (the record's `_can` says which), or for none. */
export type Extent = 'ALWAYS' | 'PER_RECORD' | 'NEVER';

export interface Constraints {
  readonly maxLength?: number | null;
  readonly minimum?: string | null;
  readonly maximum?: string | null;
  readonly scale?: number | null;
}

export interface MetaField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly read: Extent;
  readonly create: boolean;
  readonly update: Extent;
  readonly inputName: string;
  readonly operators: readonly string[];
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly measures: readonly string[];
  readonly constraints: Constraints;
  readonly enumName?: string | null;
  readonly target?: string | null;
  readonly currencyField?: string | null;
  readonly currencyPath?: string | null;
  readonly backReference?: string | null;
}

export interface MetaInput {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly constraints: Constraints;
  readonly enumName?: string | null;
  readonly target?: string | null;
  readonly list: boolean;
  readonly defaultFrom?: string | null;
  readonly section: string;
}

export interface MetaAction {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly confirmation?: string | null;
  readonly entity: string;
  readonly recordInput?: string | null;
  readonly payloadField: string;
  readonly inputs: readonly MetaInput[];
  readonly destructive: boolean;
  readonly versioned: boolean;
  readonly idempotent: boolean;
}

export interface MetaEntity {
  readonly name: string;
  readonly single: string;
  readonly plural: string;
  readonly domain: string;
  readonly domainLabel: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description: string;
  readonly labelPaths: readonly string[];
  readonly columns: readonly string[];
  readonly searchable: boolean;
  /** Whether its pages can be told of changes. */
  readonly followable: boolean;
  readonly deactivates: boolean;
  readonly create: boolean;
  readonly update: Extent;
  readonly deactivate: Extent;
  readonly statusField?: string | null;
  readonly treeField?: string | null;
  readonly importable: boolean;
  readonly fields: readonly MetaField[];
}

export interface MetaEnumValue {
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

export interface MetaEnum {
  readonly name: string;
  readonly values: readonly MetaEnumValue[];
}

/** A field that all of a group agree on, or that groups are set apart by. */
export interface MetaFigureKey {
  readonly name: string;
  readonly label: string;
  readonly isRecord: boolean;
  readonly enumName?: string | null;
  readonly dimension?: string | null;
}

/** Totals that the viewer may ask for. */
export interface MetaFigures {
  readonly name: string;
  readonly single: string;
  readonly domain: string;
  readonly label: string;
  readonly measureLabel: string;
  readonly currencyField?: string | null;
  readonly always: readonly MetaFigureKey[];
  readonly dimensions: readonly MetaFigureKey[];
}

/** A report that is there from the first day, with its definition. */
export interface MetaReadyReport {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  readonly resource: string;
  readonly state: string;
  readonly roles: readonly string[];
}

export interface ConsoleMeta {
  readonly entities: readonly MetaEntity[];
  readonly actions: readonly MetaAction[];
  readonly figures: readonly MetaFigures[];
  readonly enums: readonly MetaEnum[];
  readonly readyReports: readonly MetaReadyReport[];
  readonly reports: readonly string[];
  readonly explainsAccess: boolean;
}
