import { useTheme } from '@mui/material';

/** Colours with a contrast of at least 3 to 1 on the page. Patterns and marks tell series apart without them. */
const LIGHT = ['#17603f', '#1d4f91', '#8a5300', '#7a1f5c', '#3b4754', '#b3261e', '#5b3fa0', '#00626b'];
const DARK = ['#7dd3a8', '#9dc1f7', '#f4c463', '#f0a3d4', '#b4c0cc', '#ff9c93', '#c5b0ff', '#74d9e3'];

const DASHES = ['', '7 3', '2 3', '9 3 2 3', '12 4', '4 4', '1 4', '9 3 2 3 2 3'];

/** What a pattern is drawn with on a tile of eight by eight; the first is plain colour. */
const HATCHES = [
  '',
  'M0 8 8 0M-2 2 2 -2M6 10 10 6',
  'M0 2H8M0 6H8',
  'M2 0V8M6 0V8',
  'M0 0 8 8M-2 6 2 10M6 -2 10 2',
  'M0 4H8M4 0V8',
  'M0 0 8 8M8 0 0 8',
  'M1 1h2v2h-2zM5 5h2v2h-2z',
];

/** Marks of the points of a line, around its middle. */
const MARKS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  'M-3.5-3.5h7v7h-7z',
  'M0-5 4.5 3.5h-9z',
  'M0-5 5 0 0 5-5 0z',
  'M-4-4 4 4M-4 4 4-4',
  'M0 5 4.5-3.5h-9z',
  'M-5 0H5M0-5V5',
  'M-4 0H4',
];

export interface SeriesStyle {
  readonly colour: string;
  readonly dash: string;
  readonly mark: string;
  readonly hatch: string;
}

/** How a series is drawn in the theme that is on: by colour, and by pattern, dash and mark. */
export function useSeriesStyle(): (index: number) => SeriesStyle {
  const colours = useTheme().palette.mode === 'dark' ? DARK : LIGHT;
  return (index) => ({
    colour: colours[index % colours.length] ?? '',
    dash: DASHES[index % DASHES.length] ?? '',
    mark: MARKS[index % MARKS.length] ?? '',
    hatch: HATCHES[index % HATCHES.length] ?? '',
  });
}

export const hatchId = (chart: string, index: number): string => `${chart}-hatch-${index}`;

/** The patterns of the bars of a chart. */
export function Hatches({ chart, count }: { readonly chart: string; readonly count: number }) {
  const theme = useTheme();
  const styleOf = useSeriesStyle();
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => {
        const { colour, hatch } = styleOf(index);
        const id = hatchId(chart, index);
        return (
          <pattern key={id} id={id} width={8} height={8} patternUnits="userSpaceOnUse">
            <rect width={8} height={8} fill={hatch ? theme.palette.background.paper : colour} />
            <path d={hatch} stroke={colour} strokeWidth={1.8} fill="none" />
          </pattern>
        );
      })}
    </defs>
  );
}

/** A sign of a series in the legend: what its bars or its line look like. */
export function SeriesSign({
  chart,
  index,
  line,
}: {
  readonly chart: string;
  readonly index: number;
  readonly line: boolean;
}) {
  const { colour, dash, mark } = useSeriesStyle()(index);
  return (
    <svg width={30} height={16} aria-hidden focusable={false}>
      {line ? (
        <>
          <line x1={0} y1={8} x2={30} y2={8} stroke={colour} strokeWidth={2} strokeDasharray={dash} />
          <path d={mark} transform="translate(15 8)" stroke={colour} strokeWidth={1.8} fill={colour} />
        </>
      ) : (
        <rect
          x={1}
          y={1}
          width={28}
          height={14}
          fill={`url(#${hatchId(chart, index)})`}
          stroke={colour}
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}
