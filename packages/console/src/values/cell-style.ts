import type { SxProps, Theme } from '@mui/material';
import type { FieldDefinition } from '../generator/resource-definition.ts';
import { drawnKind } from './drawn-kind.ts';
import { isNumeric, type Row } from './value.tsx';

/** Longer than any code, number of a thing, or name of somebody's post box. */
const ONE_WORD_AT_MOST = 48;
const LONG_TEXT_FROM = 40;

/**
 * How a value stands in a cell of a table. Amounts, days and codes stay on one line, words stay whole, and sentences have
 * room: a table that is too wide is scrolled.
 */
export function cellStyle(field: FieldDefinition, row: Row): SxProps<Theme> {
  if (isNumeric(field)) return { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' };
  const kind = drawnKind(field);
  if (kind === 'DATE' || kind === 'INSTANT' || kind === 'PHONE') return { whiteSpace: 'nowrap' };
  const text = shownText(row[field.name]);
  // A hyphen in a code or an address is no place to break a line.
  if (text.length <= ONE_WORD_AT_MOST && !/\s/.test(text)) return { whiteSpace: 'nowrap' };
  return { maxWidth: 360, minWidth: text.length > LONG_TEXT_FROM ? 220 : 110, overflowWrap: 'break-word' };
}

function shownText(value: unknown): string {
  if (typeof value === 'object' && value !== null) return String((value as { _label?: unknown })._label ?? '');
  return String(value ?? '');
}
