export interface ChartItem {
  readonly code: string;
  readonly name: string;
  readonly detail: string;
}

export interface ShippedChart {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly accounts: readonly ChartItem[];
  readonly journals: readonly ChartItem[];
  readonly taxes: readonly ChartItem[];
  readonly dimensions: readonly ChartItem[];
}

export interface CompanyChoice {
  readonly id: string;
  readonly _label: string;
  readonly country: string;
  readonly locale: string;
  readonly fiscalYears: { readonly totalCount: number };
}

export const COMPANIES_TO_SET_UP = `query CompaniesToSetUp {
  companies(first: 100) { nodes { id _label country locale fiscalYears(first: 1) { totalCount } } }
}`;

export const SHIPPED_CHARTS = `query ShippedCharts($locale: String) {
  shippedCharts(locale: $locale) { key name source accounts { code name detail } journals { code name detail }
    taxes { code name detail } dimensions { code name detail } }
}`;

export const SET_UP_BOOKS = `mutation SetUpBooks($input: SetUpBooksInput!) {
  setUpBooks(input: $input) { fiscalYear { id } userErrors { __typename code message path } }
}`;

/** The chart that companies of a country mostly keep their books by. */
export const chartOf = (country: string): string =>
  country === 'SE' ? 'SE_BAS' : country === 'DE' || country === 'AT' ? 'DE_SKR04' : 'INTERNATIONAL';

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The last day of a year that begins on a day. */
export function yearEnd(startsOn: string): string {
  const end = new Date(startsOn);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  end.setUTCDate(end.getUTCDate() - 1);
  return dayOf(end);
}

/** The months that a year from one day to another is divided into, such as `2026-01`; none for days that make no year. */
export function monthsOf(startsOn: string, endsOn: string): readonly string[] {
  if (startsOn === '' || endsOn < startsOn || endsOn > yearEnd(yearEnd(startsOn))) return [];
  const months: string[] = [];
  const at = new Date(`${startsOn.slice(0, 7)}-01`);
  for (; dayOf(at) <= endsOn; at.setUTCMonth(at.getUTCMonth() + 1)) months.push(dayOf(at).slice(0, 7));
  return months;
}
