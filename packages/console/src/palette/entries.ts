import { hasOwnPage } from '../actions/action-input.ts';
import { REPORTS } from '../books/report-query.ts';
import type { Catalogue } from '../generator/resource-definition.ts';
import { paths } from '../layout/paths.ts';
import { mayTryPay } from '../pay-preview/may-try-pay.ts';

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

/** The pages that are no list of an entity, each for whom the menu leads there; and every report of the books by its name. */
export function ownPageEntries(catalogue: Catalogue, t: (key: string) => string): PaletteEntry[] {
  const { byName, figures, reports, explainsAccess, resources } = catalogue;
  const page = (is: boolean, to: string, label: string, hint = ''): PaletteEntry[] =>
    is ? [{ key: to, group: 'pages', label, hint, to }] : [];
  const books = byName.has('JournalEntry');
  return [
    ...page(true, '/', t('app.home')),
    ...page(resources.length > 0, paths.analyses, t('app.analyses')),
    ...page(byName.has('Employee'), paths.orgChart, t('orgChart.title')),
    ...page(books, paths.reports, t('books.reports')),
    ...REPORTS.flatMap((name) =>
      page(books, `${paths.reports}?report=${name}`, t(`books.key.${name}`), t('books.reports')),
    ),
    ...page(books, paths.exchange, t('books.exchange')),
    ...page(reports.has('costCentreResult'), paths.costCentreResults, t('centre.title')),
    ...page(mayTryPay(byName), paths.payPreview(), t('payPreview.title')),
    ...figures.flatMap(({ single, label }) => page(true, paths.figures(single), label)),
    ...page(explainsAccess, paths.access, t('access.title')),
    ...page(true, paths.security, t('security.title')),
  ];
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
