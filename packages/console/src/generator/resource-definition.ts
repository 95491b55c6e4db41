import type { Place, ResourcePatch, SectionKey, Widget } from './define-resource.ts';
import type { MetaAction, MetaEntity, MetaEnum, MetaField, MetaFigures, MetaReadyReport } from './meta.ts';

export interface FieldDefinition extends MetaField {
  readonly widget?: Widget | undefined;
  readonly hiddenIn: ReadonlySet<Place>;
  readonly drawnFrom?: readonly string[] | undefined;
}

export interface Section {
  readonly key: SectionKey;
  readonly fields: readonly FieldDefinition[];
}

/** A list of records that point back at this one, shown as a tab. */
export interface RelatedList {
  readonly field: FieldDefinition;
  readonly target: string;
  readonly backReference: string;
}

/** Everything that the pages of one entity are drawn from, for one viewer. */
export interface ResourceDefinition extends Omit<MetaEntity, 'fields'> {
  /** First part of the address, such as `cost-centres`. */
  readonly path: string;
  readonly fields: readonly FieldDefinition[];
  readonly fieldByName: ReadonlyMap<string, FieldDefinition>;
  /** Fields that may stand as columns, in the order in which the chooser offers them. */
  readonly columnChoices: readonly string[];
  readonly showSections: readonly Section[];
  readonly editSections: readonly Section[];
  readonly createSections: readonly Section[];
  readonly related: readonly RelatedList[];
  /** Actions on a record; which of them a record takes now, its `_can.actions` says. */
  readonly recordActions: readonly MetaAction[];
  /** Actions that make a new record. */
  readonly listActions: readonly MetaAction[];
  /** Whether rows carry a version that updates must name. */
  readonly versioned: boolean;
  readonly patch?: ResourcePatch | undefined;
}

/** All definitions of one viewer, with the look-ups that pages need. */
export interface Catalogue {
  readonly resources: readonly ResourceDefinition[];
  readonly byName: ReadonlyMap<string, ResourceDefinition>;
  readonly byPath: ReadonlyMap<string, ResourceDefinition>;
  readonly enums: ReadonlyMap<string, MetaEnum>;
  readonly actions: ReadonlyMap<string, MetaAction>;
  /** Totals that the viewer may ask for. */
  readonly figures: readonly MetaFigures[];
  /** Reports that are there from the first day, as far as the viewer may read them. */
  readonly readyReports: readonly MetaReadyReport[];
  /** Reports that the viewer may have of some record, by their queries. */
  readonly reports: ReadonlySet<string>;
  /** Whether the viewer may ask what others may do. */
  readonly explainsAccess: boolean;
}
