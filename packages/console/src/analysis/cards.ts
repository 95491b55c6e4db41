import { GraphError } from '../data/graph-error.ts';
import { isOwn, type SavedView } from '../data/saved-views.ts';
import type { Viewer } from '../data/viewer.ts';
import type { Catalogue } from '../generator/resource-definition.ts';
import { COMPANY_FIGURES, type CompanyFigures } from './company-figures.ts';
import { operation, type PlannedReport, planReport, type QueryPart, type ReportQuery } from './report-query.ts';
import { readReport, withDays } from './report-state.ts';
import { openSaved } from './use-report-state.ts';

/** A report on somebody's home page. */
export interface ReportCard {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly planned: PlannedReport;
  /** Its part of an address. */
  readonly state: string;
  /** The kept report that somebody pinned; undefined for those of their roles. */
  readonly pinned: SavedView | undefined;
}

/** The graph allows ten root fields; two are left to what a company has of its own. */
const CARDS_AT_MOST = 8;
/** A chart on a card has room for so many groups. */
const GROUPS_AT_MOST = 50;

/** The reports of one home page: those pinned first, then those of the viewer's roles. */
export function cardsOf(
  viewer: Viewer,
  catalogue: Catalogue,
  views: readonly SavedView[],
  { zone, today }: { readonly zone: string; readonly today: Date },
): ReportCard[] {
  const held = new Set(viewer.roles.map(({ role }) => role));
  const pinned = views
    .filter((view) => view.kind === 'REPORT' && view.pinned && isOwn(view))
    .map((view) => ({
      ...view,
      title: view.name,
      definition: '',
      address: openSaved(view.id, view.state),
      pinned: view,
    }));
  const ready = catalogue.readyReports
    .filter(({ roles }) => roles.some((role) => held.has(role)))
    .map((report) => {
      const state = withDays(report.state, today);
      return { ...report, id: report.name, state, address: state, pinned: undefined };
    });
  return [...pinned, ...ready]
    .flatMap(({ id, title, definition, resource: name, state, address, pinned: view }) => {
      const resource = catalogue.byName.get(name);
      if (!resource) return [];
      const read = readReport(new URLSearchParams(state), resource, catalogue, zone);
      const planned = planReport(resource, { ...read, top: Math.min(read.top, GROUPS_AT_MOST) }, catalogue);
      return [{ id, title, definition, planned, state: address, pinned: view }];
    })
    .slice(0, CARDS_AT_MOST);
}

/** The figures of a company that belong on the home page of whoever holds one of these roles. */
export const companyFiguresOf = (viewer: Viewer, catalogue: Catalogue): CompanyFigures[] =>
  COMPANY_FIGURES.filter(
    ({ roles, entity }) => catalogue.byName.has(entity) && viewer.roles.some(({ role }) => roles.includes(role)),
  );

type Answer = Readonly<Record<string, unknown>>;

const REFUSED: ReadonlySet<string> = new Set(['BAD_INPUT', 'FORBIDDEN', 'LIMIT_EXCEEDED']);

/**
 * Asks for all parts of a home page at once. Where the graph refuses that for one of them, each is asked by itself, and
 * what is refused has no answer.
 */
export async function askParts(
  parts: readonly QueryPart[],
  ask: (operation: ReportQuery) => Promise<Answer>,
): Promise<Answer> {
  const unlessRefused = (error: unknown): Answer => {
    if (error instanceof GraphError && REFUSED.has(error.code)) return {};
    throw error;
  };
  try {
    return await ask(operation('HomeReports', parts));
  } catch (error) {
    unlessRefused(error);
  }
  const answers = await Promise.all(parts.map((part) => ask(operation('HomeReport', [part])).catch(unlessRefused)));
  return Object.assign({}, ...answers) as Answer;
}
