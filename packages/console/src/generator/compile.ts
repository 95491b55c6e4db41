import type { ResourcePatch, SectionKey } from './define-resource.ts';
import type { ConsoleMeta, MetaAction, MetaEntity, MetaField } from './meta.ts';
import type { Catalogue, FieldDefinition, RelatedList, ResourceDefinition, Section } from './resource-definition.ts';

/** Fields that every record has for its own sake; they stand last. */
const RECORD_FIELDS = new Set(['id', 'version', 'createdAt', 'updatedAt', 'active']);

/** Turns the graph's metadata and our patches into what the pages are drawn from. A pure function. */
export function compile(meta: ConsoleMeta, patches: readonly ResourcePatch[]): ResourceDefinition[] {
  const patchOf = new Map(patches.map((patch) => [patch.entity, patch]));
  const entities = new Set(meta.entities.map((entity) => entity.name));
  return meta.entities.map((entity) => compileEntity(entity, meta, entities, patchOf.get(entity.name)));
}

/** The definitions with look-ups by name and by address. */
export function catalogueOf(meta: ConsoleMeta, patches: readonly ResourcePatch[]): Catalogue {
  const resources = compile(meta, patches);
  return {
    resources,
    byName: new Map(resources.map((resource) => [resource.name, resource])),
    byPath: new Map(resources.map((resource) => [resource.path, resource])),
    enums: new Map(meta.enums.map((one) => [one.name, one])),
    actions: new Map(meta.actions.map((action) => [action.name, action])),
    figures: meta.figures,
    readyReports: meta.readyReports,
    reports: new Set(meta.reports),
    explainsAccess: meta.explainsAccess,
  };
}

function compileEntity(
  entity: MetaEntity,
  meta: ConsoleMeta,
  entities: ReadonlySet<string>,
  patch: ResourcePatch | undefined,
): ResourceDefinition {
  const fields = arrange(entity.fields, patch);
  const fieldByName = new Map(fields.map((field) => [field.name, field]));
  const single = fields.filter((field) => field.kind !== 'LIST');
  const actions = meta.actions.filter((action) => action.entity === entity.name && isDrawn(action, patch));
  const choices = single.filter((field) => field.name !== 'id' && !field.hiddenIn.has('list')).map(({ name }) => name);
  const sections = (keep: (field: FieldDefinition) => boolean) => group(single.filter(keep), patch);
  return {
    ...entity,
    path: kebab(entity.plural),
    fields,
    fieldByName,
    columns: entity.columns.filter((name) => choices.includes(name)),
    columnChoices: choices,
    showSections: sections((field) => !field.hiddenIn.has('show')),
    editSections: sections((field) => field.update !== 'NEVER' && !field.hiddenIn.has('edit')),
    createSections: sections((field) => field.create && !field.hiddenIn.has('create')),
    related: fields.flatMap((field) => relatedList(field, entities)),
    recordActions: actions.filter((action) => action.recordInput),
    listActions: actions.filter((action) => !action.recordInput),
    versioned: entity.update !== 'NEVER' || entity.deactivate !== 'NEVER' || actions.some((action) => action.versioned),
    patch,
  };
}

/** Rows are no input of a generated form: an action that asks for them is there where it has a page. */
function isDrawn(action: MetaAction, patch: ResourcePatch | undefined): boolean {
  return patch?.actionPages.has(action.name) || action.inputs.every(({ kind }) => kind !== 'ROWS');
}

function relatedList(field: FieldDefinition, entities: ReadonlySet<string>): RelatedList[] {
  const { kind, target, backReference } = field;
  if (kind !== 'LIST' || !target || !backReference || !entities.has(target)) return [];
  return [{ field, target, backReference }];
}

/** Puts fields in the order that the patch asks for; those of the record's own sake go last. */
function arrange(fields: readonly MetaField[], patch: ResourcePatch | undefined): FieldDefinition[] {
  const named = fields.map((field): FieldDefinition => {
    const own = patch?.fields.get(field.name);
    return { ...field, widget: own?.widget, hiddenIn: own?.hiddenIn ?? new Set(), drawnFrom: own?.drawnFrom };
  });
  const ordered = [
    ...named.filter((field) => !RECORD_FIELDS.has(field.name)),
    ...named.filter((field) => RECORD_FIELDS.has(field.name)),
  ];
  for (const [name, { after, before }] of patch?.fields ?? []) {
    const anchor = after ?? before;
    const from = ordered.findIndex((field) => field.name === name);
    // A field that this viewer may not read is not there to be moved, nor to be moved to.
    if (anchor === undefined || from < 0 || !ordered.some((field) => field.name === anchor)) continue;
    const [moved] = ordered.splice(from, 1);
    const to = ordered.findIndex((field) => field.name === anchor) + (after === undefined ? 0 : 1);
    if (moved) ordered.splice(to, 0, moved);
  }
  return ordered;
}

function group(fields: readonly FieldDefinition[], patch: ResourcePatch | undefined): Section[] {
  const sectionOf = new Map<string, SectionKey>();
  for (const name of RECORD_FIELDS) sectionOf.set(name, 'record');
  for (const section of patch?.sections ?? []) for (const name of section.fields) sectionOf.set(name, section.key);
  const keys: SectionKey[] = ['main', ...(patch?.sections ?? []).map((section) => section.key), 'record'];
  return [...new Set(keys)]
    .map((key) => ({ key, fields: fields.filter((field) => (sectionOf.get(field.name) ?? 'main') === key) }))
    .filter((section) => section.fields.length > 0);
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
