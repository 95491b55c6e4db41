import type { PlannedReport } from './report-query.ts';
import type { ReportMeasure } from './report-state.ts';
import { type ReportTable, valueKind } from './report-table.ts';

/** Series that can be told apart by their patterns and marks. */
export const SERIES_AT_MOST = 8;
const CATEGORIES_AT_MOST = 60;

/** One place on the axis of a chart, with a number for each series; a missing one is a gap. */
export interface ChartPoint {
  readonly category: string;
  readonly values: readonly (number | undefined)[];
}

/** One chart: amounts of one currency alone stand in it. */
export interface ChartData {
  readonly currency: string | null;
  readonly series: readonly string[];
  readonly points: readonly ChartPoint[];
  /** What is not drawn, so that nobody takes the chart for all of it: figures, groups or series. */
  readonly leftOut: ReadonlySet<'measures' | 'groups' | 'series'>;
}

/** Ends of an axis as recharts takes them: zero, or as far as the numbers go. */
type AxisEnd = 0 | 'auto';

/** From where to where the axis of numbers goes. Zero is always on it: the length of a bar is what it says. */
export function axisOf({ points }: ChartData): [AxisEnd, AxisEnd] {
  const numbers = points.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const below = numbers.some((number) => number < 0);
  return [below ? 'auto' : 0, below && !numbers.some((number) => number > 0) ? 0 : 'auto'];
}

interface Words {
  /** The text of a key of a row. */
  readonly key: (row: number, key: number) => string;
  readonly measure: (measure: ReportMeasure) => string;
}

const numeric = (value: string | number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);

/**
 * What charts of a table are drawn from. Figures of one kind share an axis; where keys beside the first set groups apart,
 * each of their values is a series of the first figure. Numbers are rounded for drawing, and for nothing else.
 */
export function chartsOf(planned: PlannedReport, table: ReportTable, words: Words): ChartData[] {
  const { measures, rows } = table;
  const kinds = measures.map((each) => valueKind(planned, each));
  // Where amounts are shown, groups are of one currency each: a plain number of them would tell of a part.
  const first = kinds.includes('money') ? kinds.indexOf('money') : kinds.indexOf('number');
  if (first < 0 || table.keys.length === 0) return [];
  const isMoney = kinds[first] === 'money';
  const divided = table.keys.length > 1;
  const drawn = divided ? [first] : measures.flatMap((_, index) => (kinds[index] === kinds[first] ? [index] : []));
  const currencies = isMoney ? [...new Set(rows.map((row) => row.currency))] : [null];
  return currencies.map((currency) => {
    // Two records may have one name, so places go by their keys.
    const series = new Map<string, string>();
    const points = new Map<string, { category: string; values: (number | undefined)[] }>();
    const leftOut = new Set<'measures' | 'groups' | 'series'>();
    if (drawn.length < measures.length) leftOut.add('measures');
    if (table.groupCount > rows.length) leftOut.add('groups');
    const place = (id: string, name: string): number => {
      if (!series.has(id) && series.size < SERIES_AT_MOST) series.set(id, name);
      return [...series.keys()].indexOf(id);
    };
    for (const [index, row] of rows.entries()) {
      if (isMoney && row.currency !== currency) continue;
      const id = String(row.keys[0]?.value);
      const point = points.get(id) ?? { category: words.key(index, 0), values: [] };
      if (!points.has(id) && points.size >= CATEGORIES_AT_MOST) {
        leftOut.add('groups');
        continue;
      }
      points.set(id, point);
      for (const each of drawn) {
        const measure = measures[each];
        const others = table.keys.slice(1).map((_, key) => words.key(index, key + 1));
        const otherIds = JSON.stringify(row.keys.slice(1).map(({ value }) => value));
        const name = divided ? others.join(', ') : measure ? words.measure(measure) : '';
        const at = place(divided ? otherIds : name, name);
        const value = numeric(row.values[each]);
        if (at < 0) leftOut.add('series');
        else if (value !== undefined) point.values[at] = value;
      }
    }
    return { currency, series: [...series.values()], points: [...points.values()], leftOut };
  });
}
