import type { EntityName } from './catalogue.ts';
import type { Translations } from './entity.ts';
import type { Role } from './generated/prisma/enums.ts';

/** How figures are drawn. Whatever it is, the table stands behind it. */
export type Chart = 'bar' | 'stacked' | 'line' | 'table' | 'figure';

interface ReadyReportOptions {
  readonly title: Translations;
  /** What the figures count and what they leave out, so that two readers mean the same by them. */
  readonly definition: Translations;
  /** What sets groups apart: paths of fields, a day with its span, such as `startOn:MONTH`. */
  readonly by: readonly string[];
  /** What is reckoned: `count` is of the records themselves, others are of a field, such as `salary.sum`. */
  readonly show: readonly string[];
  /** Conditions as a list has them in its address. `@today`, `@today+90` and `@today-365` stand for days. */
  readonly filter?: readonly unknown[];
  /** The order of the groups: `-count` for the most at first; that of the keys unless told. */
  readonly order?: string;
  /** How many groups are shown. */
  readonly top?: number;
  readonly chart: Chart;
  /** On whose home page it stands. Whoever may read it finds it, whatever their roles. */
  readonly roles: readonly Role[];
}

/** A report that is there from the first day: groups of an entity, with a definition. */
export interface ReadyReport {
  readonly name: string;
  readonly entity: EntityName;
  readonly title: Translations;
  readonly definition: Translations;
  /** The same as an address of the report page, and as a kept report, has it. */
  readonly state: string;
  readonly roles: readonly Role[];
}

const registered = new Map<string, ReadyReport>();

function stateOf({ by, show, filter, order, top, chart }: ReadyReportOptions): string {
  const params = new URLSearchParams();
  if (by.length > 0) params.set('by', by.join());
  params.set('show', show.join());
  if (filter) params.set('filter', JSON.stringify(filter));
  if (order) params.set('order', order);
  if (top) params.set('top', String(top));
  params.set('chart', chart);
  return params.toString();
}

/** Puts a report beside those that people make themselves. Its figures are those of the generated groups. */
export function readyReport(name: string, entity: EntityName, options: ReadyReportOptions): ReadyReport {
  if (registered.has(name)) throw new Error(`${name} is registered twice`);
  const { title, definition, roles } = options;
  const made: ReadyReport = { name, entity, title, definition, roles, state: stateOf(options) };
  registered.set(name, made);
  return made;
}

export const readyReports = (): readonly ReadyReport[] => [...registered.values()];
