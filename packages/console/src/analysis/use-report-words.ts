import { useTranslate } from 'react-admin';
import { type SayAnalysis, useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { countryName, formatDate, formatDecimal, formatInstant, formatMoney, languageName } from '../values/format.ts';
import { wordOf } from '../values/word-of.ts';
import type { PlannedKey, PlannedReport } from './report-query.ts';
import type { Bucket, ReportMeasure } from './report-state.ts';
import { type KeyValue, valueKind } from './report-table.ts';

/** How a report is said in the reader's language. */
export interface ReportWords {
  readonly say: SayAnalysis;
  readonly keyName: (key: PlannedKey) => string;
  readonly keyText: (key: PlannedKey, value: KeyValue | undefined) => string;
  readonly measureName: (measure: ReportMeasure) => string;
  readonly figure: (measure: ReportMeasure, value: string | number | null, currency: string | null) => string;
}

type Measured = 'count' | 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';

/** A span of days by its first, as people write it. */
export function spanText(first: string, bucket: Bucket, locale: string, say: SayAnalysis): string {
  const date = new Date(`${first}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return first;
  const year = String(date.getUTCFullYear());
  switch (bucket) {
    case 'YEAR':
      return year;
    case 'QUARTER':
      return say('quarter', { quarter: Math.floor(date.getUTCMonth() / 3) + 1, year });
    case 'MONTH':
      return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
    case 'WEEK':
      return say('week', { day: formatDate(first, locale) });
    case 'DAY':
      return formatDate(first, locale);
  }
}

export const measureName = (
  planned: Pick<PlannedReport, 'resource'>,
  { field, measure }: ReportMeasure,
  say: SayAnalysis,
): string =>
  field
    ? say(`measure.${measure as Measured}`, { name: planned.resource.fieldByName.get(field)?.label ?? field })
    : say('count');

export function useReportWords(planned: PlannedReport): ReportWords {
  const say = useAnalysisTexts();
  const locale = useReaderLocale();
  const translate = useTranslate();
  const catalogue = useCatalogue();
  const keyText = ({ field, bucket }: PlannedKey, found: KeyValue | undefined): string => {
    const value = found?.value ?? null;
    if (value === null) return say('unset');
    const text = String(value);
    if (bucket) return spanText(text, bucket, locale, say);
    switch (field.kind) {
      case 'REFERENCE':
        return found?.label || say('unlabelled');
      case 'BOOLEAN':
        return translate(value === true ? 'ra.boolean.true' : 'ra.boolean.false');
      case 'COUNTRY':
        return countryName(text, locale);
      case 'LANGUAGE':
        return languageName(text, locale);
      case 'DECIMAL':
      case 'MONEY':
        return formatDecimal(text, locale);
      default:
        return wordOf(catalogue, field.enumName, text);
    }
  };
  const figure = (measure: ReportMeasure, value: string | number | null, currency: string | null): string => {
    if (value === null) return '–';
    const text = String(value);
    switch (valueKind(planned, measure)) {
      case 'money':
        return formatMoney(text, currency ?? undefined, locale);
      case 'date':
        return formatDate(text, locale);
      case 'instant':
        return formatInstant(text, locale);
      case 'number':
        return formatDecimal(text, locale);
      case 'text':
        return text;
    }
  };
  return {
    say,
    keyText,
    figure,
    keyName: ({ steps, bucket }) =>
      steps.map(({ label }) => label).join(' › ') + (bucket ? ` (${say(`span.${bucket}`)})` : ''),
    measureName: (measure) => measureName(planned, measure, say),
  };
}
