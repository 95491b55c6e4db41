import { hasOwnPage } from '../actions/action-input.ts';
import type { Catalogue } from '../generator/resource-definition.ts';
import { paths } from '../layout/paths.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly group: 'records' | 'pages' | 'actions';
  readonly label: string;
  readonly hint: string;
  readonly to: string;
}

/** A record that the graph found. */
export interface RecordHit {
  readonly entity: string;
  readonly id: string;
  readonly label: string;
}

export const FIND =
  'query Find($search: String!, $first: Int!) { find(search: $search, first: $first) { entity id label } }';

export function recordEntries(hits: readonly RecordHit[], catalogue: Catalogue): PaletteEntry[] {
  return hits.flatMap(({ entity, id, label }) => {
    const resource = catalogue.byName.get(entity);
    if (!resource) return [];
    return [
      { key: `${entity}-${id}`, group: 'records' as const, label, hint: resource.label, to: paths.show(resource, id) },
    ];
  });
}

export function pageEntries(catalogue: Catalogue): PaletteEntry[] {
  return catalogue.resources.map((resource) => ({
    key: resource.path,
    group: 'pages',
    label: resource.pluralLabel,
    hint: resource.domainLabel,
    to: paths.list(resource),
  }));
}

/** What can be begun from anywhere: new records, and actions that need none. */
export function actionEntries(catalogue: Catalogue, newLabel: string): PaletteEntry[] {
  return catalogue.resources.flatMap((resource) => [
    ...(resource.create
      ? [
          {
            key: `new-${resource.path}`,
            group: 'actions' as const,
            label: `${newLabel}: ${resource.label}`,
            hint: '',
            to: paths.create(resource),
          },
        ]
      : []),
    ...resource.listActions.map((action) => ({
      key: action.name,
      group: 'actions' as const,
      label: action.label,
      hint: resource.label,
      to: hasOwnPage(resource, action)
        ? paths.action(resource, action.name)
        : `${paths.list(resource)}?action=${action.name}`,
    })),
  ]);
}
