import { Box, useTheme } from '@mui/material';
import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { formatMoney } from '../values/format.ts';
import { axisOf, type ChartData, type ChartPoint } from './chart-data.ts';
import type { ChartKind } from './report-state.ts';
import { Hatches, hatchId, SeriesSign, useSeriesStyle } from './series-style.tsx';

export type DrawnKind = Extract<ChartKind, 'bar' | 'stacked' | 'line'>;

interface ReportChartProps {
  readonly data: ChartData;
  readonly kind: DrawnKind;
  /** Whether the places on the axis follow each other in time. */
  readonly isTime: boolean;
  /** What a screen reader calls it. */
  readonly label: string;
}

const HEIGHT = 280;
const ROW_HEIGHT = 30;
const NAME_WIDTH = 130;
const NAME_LENGTH = 22;

/** The number of a series at a place. */
const numberOf =
  (index: number) =>
  ({ values }: ChartPoint): number | undefined =>
    values[index];

const shortened = (text: string): string => (text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH - 1)}…` : text);

/** A chart of figures. Series differ by pattern, dash and mark as well as by colour; the table stands beside it. */
export default function ReportChart({ data, kind, isTime, label }: ReportChartProps) {
  const id = useId().replaceAll(/\W/g, '');
  // Names of records are long: their bars lie, so that each has its name beside it.
  const lies = kind !== 'line' && !isTime;
  const thickness = kind === 'bar' ? Math.max(1, data.series.length * 0.7) : 1;
  const height = lies ? Math.max(110, 50 + data.points.length * ROW_HEIGHT * thickness) : HEIGHT;
  return (
    <Box component="figure" aria-label={label} sx={{ m: 0, minWidth: 0 }}>
      <Box sx={{ height }}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height }}>
          {kind === 'line' ? (
            <Lines data={data} label={label} />
          ) : (
            <Bars data={data} label={label} id={id} lies={lies} stacked={kind === 'stacked'} />
          )}
        </ResponsiveContainer>
      </Box>
      <Legend data={data} id={id} line={kind === 'line'} />
    </Box>
  );
}

interface DrawnProps {
  readonly data: ChartData;
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

function useAxes(data: ChartData) {
  const { palette } = useTheme();
  const locale = useReaderLocale();
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const said = (value: unknown): string => {
    const number = Number(value);
    return data.currency ? formatMoney(String(number), data.currency, locale) : number.toLocaleString(locale);
  };
  const tick = { fill: palette.text.secondary, fontSize: 12 };
  return {
    grid: <CartesianGrid stroke={palette.divider} strokeDasharray="2 4" />,
    number: {
      domain: axisOf(data),
      tick,
      stroke: palette.divider,
      tickFormatter: (value: unknown) => compact.format(Number(value)),
    },
    names: { dataKey: 'category', tick, stroke: palette.divider },
    tooltip: (
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: palette.action.hover, stroke: palette.divider }}
        contentStyle={{
          background: palette.background.paper,
          borderColor: palette.divider,
          color: palette.text.primary,
        }}
        itemStyle={{ color: palette.text.primary }}
        formatter={(value) => said(value)}
      />
    ),
  };
}

function Lines({ data, label, ...size }: DrawnProps) {
  const styleOf = useSeriesStyle();
  const { grid, number, names, tooltip } = useAxes(data);
  return (
    <LineChart {...size} data={[...data.points]} title={label} margin={{ top: 12, right: 24, bottom: 4, left: 4 }}>
      {grid}
      <XAxis {...names} minTickGap={16} />
      <YAxis {...number} width={56} />
      {tooltip}
      {data.series.map((name, index) => {
        const { colour, dash, mark } = styleOf(index);
        return (
          <Line
            key={name}
            name={name}
            dataKey={numberOf(index)}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            isAnimationActive={false}
            dot={({ key, cx, cy }) =>
              cy === null || cy === undefined || Number.isNaN(cy) ? (
                <g key={key} />
              ) : (
                <path
                  key={key}
                  d={mark}
                  transform={`translate(${cx} ${cy})`}
                  stroke={colour}
                  fill={colour}
                  strokeWidth={1.8}
                />
              )
            }
          />
        );
      })}
    </LineChart>
  );
}

interface BarsProps extends DrawnProps {
  readonly id: string;
  readonly lies: boolean;
  readonly stacked: boolean;
}

function Bars({ data, label, id, lies, stacked, ...size }: BarsProps) {
  const styleOf = useSeriesStyle();
  const { grid, number, names, tooltip } = useAxes(data);
  return (
    <BarChart
      {...size}
      data={[...data.points]}
      title={label}
      layout={lies ? 'vertical' : 'horizontal'}
      margin={{ top: 12, right: 24, bottom: 4, left: 4 }}
    >
      <Hatches chart={id} count={data.series.length} />
      {grid}
      {lies ? <XAxis type="number" {...number} allowDecimals={false} /> : <XAxis {...names} minTickGap={16} />}
      {lies ? (
        <YAxis type="category" {...names} width={NAME_WIDTH} interval={0} tickFormatter={shortened} />
      ) : (
        <YAxis {...number} width={56} />
      )}
      {tooltip}
      {data.series.map((name, index) => (
        <Bar
          key={name}
          name={name}
          dataKey={numberOf(index)}
          {...(stacked && { stackId: 'all' })}
          fill={`url(#${hatchId(id, index)})`}
          stroke={styleOf(index).colour}
          strokeWidth={1.2}
          maxBarSize={44}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
}

function Legend({ data, id, line }: { readonly data: ChartData; readonly id: string; readonly line: boolean }) {
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
    >
      {data.series.map((name, index) => (
        <Box component="li" key={name} sx={{ display: 'flex', gap: 0.75, alignItems: 'center', fontSize: '0.8125rem' }}>
          <SeriesSign chart={id} index={index} line={line} />
          {name}
        </Box>
      ))}
    </Box>
  );
}
