import { CHARTS, type Chart, type ChartKey } from '@kontor/core';
import { builder } from '../builder.ts';
import { requireViewer } from '../graph/mutations.ts';
import { builtInDimensions, namesIn } from './add-chart.ts';

/** A shipped chart, in the language in which a company would take it. */
interface OfferedChart {
  readonly key: ChartKey;
  readonly chart: Chart;
  readonly language: string;
}

/** What a chart ships with, by code: an account, a journal, a tax code, a dimension. */
interface ChartItem {
  readonly code: string;
  readonly name: string;
  /** Type of an account, kind of a journal or dimension, rate of a tax code. */
  readonly detail: string;
}

const Item = builder.objectRef<ChartItem>('ChartItem').implement({
  description: 'What a chart ships with: an account, a journal, a tax code or a dimension.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Number or short code.' }),
    name: t.exposeString('name', { description: 'Name, in the language of the company where the chart is in it.' }),
    detail: t.exposeString('detail', {
      description: 'Type of an account, kind of a journal or of a dimension, per cent of a tax code.',
    }),
  }),
});

const ChartType = builder.objectRef<OfferedChart>('ShippedChart').implement({
  description: 'A chart of accounts to begin books with, to be seen before it is taken.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What `setUpBooks` takes it by.' }),
    name: t.string({ description: 'Name of the chart.', resolve: ({ chart }) => chart.name }),
    source: t.string({ description: 'Where it comes from.', resolve: ({ chart }) => chart.source }),
    accounts: t.field({
      type: [Item],
      description: 'Its accounts, by number.',
      resolve: ({ chart, language }) =>
        chart.accounts.map((each) => ({ code: each.code, name: namesIn(chart, language)(each), detail: each.type })),
    }),
    journals: t.field({
      type: [Item],
      description: 'Its journals; each numbers its entries by itself, from 1 in every fiscal year.',
      resolve: ({ chart, language }) =>
        chart.journals.map((each) => ({ code: each.code, name: namesIn(chart, language)(each), detail: each.kind })),
    }),
    taxes: t.field({
      type: [Item],
      description: 'Its tax codes.',
      resolve: ({ chart, language }) =>
        chart.taxCodes.map((each) => ({ code: each.code, name: namesIn(chart, language)(each), detail: each.rate })),
    }),
    dimensions: t.field({
      type: [Item],
      description: 'The dimensions that every company has.',
      resolve: ({ language }) =>
        builtInDimensions.map(({ code, kind, name }) => ({
          code,
          name: name[language] ?? name['en'] ?? code,
          detail: kind,
        })),
    }),
  }),
});

builder.queryField('shippedCharts', (t) =>
  t.field({
    type: [ChartType],
    description: 'The charts of accounts that books can be begun with, as a company of a language would get them.',
    args: { locale: t.arg.string({ description: 'Locale of the company, such as sv-SE; English, where left out.' }) },
    resolve: (_root, { locale }, context) => {
      requireViewer(context);
      const [language = 'en'] = (locale ?? 'en').split('-');
      return Object.entries(CHARTS).map(([key, chart]) => ({ key: key as ChartKey, chart, language }));
    },
  }),
);
