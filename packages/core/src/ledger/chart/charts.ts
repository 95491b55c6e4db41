import { bas } from './bas.ts';
import type { Chart, ChartKey } from './chart.ts';
import { international } from './international.ts';
import { skr04 } from './skr04.ts';

/** The charts of accounts that ship, by key. */
export const CHARTS: Readonly<Record<ChartKey, Chart>> = {
  SE_BAS: bas,
  DE_SKR04: skr04,
  INTERNATIONAL: international,
};
