import type { ComponentType } from 'react';
import type { GraphNames } from './graph-names.ts';
import type { FilterOperator } from './meta.ts';

/** How a value is drawn where its kind alone does not say it. */
export type Widget =
  | 'text'
  | 'multiline'
  | 'money'
  | 'decimal'
  | 'chip'
  | 'code'
  | 'mail'
  | 'phone'
  /** The name of an entity, such as `PAY_RUN`, by what the entity is called. */
  | 'entity'
  /** The id of a record of the entity that the field beside it names: a link to the record. */
  | 'source'
  /** What is wrong with somebody's pay, as a sentence of the reader's language. */
  | 'problem';

/** Pages on which a field can be left out. */
export type Place = 'list' | 'show' | 'edit' | 'create';

export interface FieldPatch {
  widget?: Widget;
  after?: string;
  before?: string;
  readonly hiddenIn: Set<Place>;
  /** Fields that it cannot be drawn without: they are read wherever it is. */
  drawnFrom?: readonly string[];
}

/** A component that a slot holds. It finds the record in react-admin's record context. */
export type Slot = () => Promise<{ default: ComponentType }>;

export interface ResourcePatch {
  readonly entity: string;
  readonly fields: Map<string, FieldPatch>;
  /** Named groups of fields on show and edit pages; what no section names stands in the first. */
  readonly sections: { readonly key: SectionKey; readonly fields: readonly string[] }[];
  readonly showTabs: { readonly key: string; readonly component: Slot; readonly needs: readonly string[] }[];
  /** In front of the details: where a document stands and what is next. The buttons of its actions are in there. */
  guide?: Slot;
  /** The comparison that a list opens with, where most of its records are of no use to most who come. */
  opening?: readonly [field: string, operator: FilterOperator, value: string];
  /** Fields by which a list opens, the latest first, where the graph's own order would begin with the oldest. */
  readonly newestFirst: string[];
  /** Field of the records that this one consists of, such as the lines of an entry: they stand below its details. */
  parts?: string;
  /** Lists of another entity whose records name this one among others, each in a tab of its own. */
  readonly showLists: { readonly entity: string; readonly field: string }[];
  readonly pages: Partial<Record<Place, Slot>>;
  /** Pages of actions whose generated form would not do, by the name of the command. */
  readonly actionPages: Map<string, Slot>;
  listAside?: Slot;
  /** Beside the buttons of the list, for what is no plain action. */
  listButton?: Slot;
  formSection?: Slot;
}

/** Sections whose headings the catalogues hold, as `kontor.section.<key>`. */
const SECTIONS = [
  'main',
  'contact',
  'job',
  'pay',
  'tax',
  'home',
  'emergency',
  'identity',
  'bank',
  'purchase',
  'place',
  'condition',
  'decision',
  'record',
] as const;

export type SectionKey = (typeof SECTIONS)[number];

export function isSection(key: string): key is SectionKey {
  return SECTIONS.some((one) => one === key);
}

export type EntityName = Extract<keyof GraphNames, string>;

class FieldPatcher<Names extends string> {
  private readonly patch: FieldPatch;

  constructor(patch: FieldPatch) {
    this.patch = patch;
  }

  widget(widget: Widget): this {
    this.patch.widget = widget;
    return this;
  }

  /** Puts the field right after another. */
  after(name: Names): this {
    this.patch.after = name;
    return this;
  }

  before(name: Names): this {
    this.patch.before = name;
    return this;
  }

  /** Reads other fields of the record along, which its widget needs. */
  drawnFrom(...names: Names[]): this {
    this.patch.drawnFrom = names;
    return this;
  }

  hideIn(...places: Place[]): this {
    for (const place of places) this.patch.hiddenIn.add(place);
    return this;
  }
}

class ResourcePatcher<Names extends string> {
  readonly patch: ResourcePatch;

  constructor(entity: string) {
    this.patch = {
      entity,
      fields: new Map(),
      sections: [],
      showTabs: [],
      showLists: [],
      newestFirst: [],
      pages: {},
      actionPages: new Map(),
    };
  }

  field(name: Names): FieldPatcher<Names> {
    const known = this.patch.fields.get(name) ?? { hiddenIn: new Set<Place>() };
    this.patch.fields.set(name, known);
    return new FieldPatcher<Names>(known);
  }

  section(key: SectionKey, ...fields: Names[]): this {
    this.patch.sections.push({ key, fields });
    return this;
  }

  /** A tab of the record, for whoever sees all the entities that it needs. */
  showTab(key: string, component: Slot, ...needs: EntityName[]): this {
    this.patch.showTabs.push({ key, component, needs });
    return this;
  }

  guide(component: Slot): this {
    this.patch.guide = component;
    return this;
  }

  /** Shows the records that this one consists of below its details, and not in a tab. */
  consistsOf(field: Names): this {
    this.patch.parts = field;
    return this;
  }

  showList<Other extends EntityName>(entity: Other, field: GraphNames[Other]): this {
    this.patch.showLists.push({ entity, field });
    return this;
  }

  page(place: Place, component: Slot): this {
    this.patch.pages[place] = component;
    return this;
  }

  actionPage(command: string, component: Slot): this {
    this.patch.actionPages.set(command, component);
    return this;
  }

  /** Opens the list with some of its records; the filter is there to be seen, and to be taken away. */
  opensWith(field: Names, operator: FilterOperator, value: string): this {
    this.patch.opening = [field, operator, value];
    return this;
  }

  /** Opens the list with what came last: of a log nobody looks for its beginning. */
  newestFirst(...fields: Names[]): this {
    this.patch.newestFirst.push(...fields);
    return this;
  }

  listAside(component: Slot): this {
    this.patch.listAside = component;
    return this;
  }

  listButton(component: Slot): this {
    this.patch.listButton = component;
    return this;
  }

  formSection(component: Slot): this {
    this.patch.formSection = component;
    return this;
  }
}

/**
 * Says what differs from the generated pages of one entity. Entity and field names are those of the graph, so a patch
 * for something that is no longer there fails the build.
 */
export function defineResource<Name extends EntityName>(
  entity: Name,
  describe: (resource: ResourcePatcher<GraphNames[Name]>) => unknown,
): ResourcePatch {
  const patcher = new ResourcePatcher<GraphNames[Name]>(entity);
  describe(patcher);
  return patcher.patch;
}
