import type { MetaFigureKey, MetaFigures } from '../generator/meta.ts';
import type { Operation } from '../generator/queries.ts';

/** A record that sets a group apart, by what it was called when the figures were made. */
interface FigureRecord {
  readonly id: string;
  readonly label: string;
}

/** Figures of one group of people, with the values of its keys beside. */
export interface FigureGroup {
  readonly groupedBy: readonly string[];
  readonly count: number;
  readonly sum: string;
  readonly average: string;
  readonly [key: string]: unknown;
}

export interface FiguresAnswer {
  readonly asOf: string;
  readonly groups: readonly FigureGroup[];
}

export function figuresQuery({ name, single, always, dimensions }: MetaFigures): Operation {
  const keys = [...always, ...dimensions].map((key) => (key.isRecord ? `${key.name} { id label }` : key.name));
  return `query ${name}Figures($companyId: ID!, $groupBy: [${name}Dimension!]!) { it: ${single}(companyId: $companyId, groupBy: $groupBy) { asOf groups { groupedBy ${keys.join(' ')} count sum average } } }`;
}

/** What a row of the table stands for: one group, all of them, or those that are not told by themselves. */
export type FigureRow =
  | { readonly kind: 'group' | 'total'; readonly group: FigureGroup }
  | { readonly kind: 'rest'; readonly of: FigureGroup; readonly count: number; readonly sum: string };

/** The groups, each total after what it is the total of, and before it what is in it beside the groups. */
export function rowsOf(figures: MetaFigures, groups: readonly FigureGroup[], isDivided: boolean): FigureRow[] {
  const alike = (one: FigureGroup, other: FigureGroup) => figures.always.every(({ name }) => one[name] === other[name]);
  return groups.flatMap((group): FigureRow[] => {
    if (group.groupedBy.length > 0) return [{ kind: 'group', group }];
    const parts = groups.filter((each) => each.groupedBy.length > 0 && alike(each, group));
    const count = parts.reduce((left, part) => left - part.count, group.count);
    const sum = parts.reduce((left, part) => minus(left, part.sum), group.sum);
    const rest: FigureRow[] = isDivided && count > 0 ? [{ kind: 'rest', of: group, count, sum }] : [];
    return [...rest, { kind: 'total', group }];
  });
}

/** The difference of two decimals, to the last digit. */
export function minus(left: string, right: string): string {
  const scale = Math.max(...[left, right].map((each) => each.split('.')[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [units = '0', decimals = ''] = text.split('.');
    return BigInt(units + decimals.padEnd(scale, '0'));
  };
  const difference = whole(left) - whole(right);
  if (scale === 0) return String(difference);
  const digits = String(difference < 0n ? -difference : difference).padStart(scale + 1, '0');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The text of a key: of a record its label, of a choice what it is called; undefined for nobody's. */
export function keyText(
  key: MetaFigureKey,
  group: FigureGroup,
  labelOf: (enumName: string, value: string) => string,
): string | undefined {
  const value = group[key.name];
  if (value === null || value === undefined) return undefined;
  if (key.isRecord) return (value as FigureRecord).label;
  return key.enumName ? labelOf(key.enumName, String(value)) : String(value);
}

/** What a spreadsheet would take for the start of a formula, in any width of the characters. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as CSV, as the server writes it: UTF-8 with a byte order mark, lines with a carriage return. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
