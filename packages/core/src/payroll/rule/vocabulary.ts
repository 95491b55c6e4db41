import type { CalendarDate } from '../../date/calendar-date.ts';
import { parseDecimal } from '../../money/decimal.ts';
import type { Bracket, Table, Value, ValueType, Vocabulary } from '../language/value.ts';
import { type Exact, exactOf } from '../number/exact.ts';
import type { CountryPack, TableContent } from './definition.ts';
import type { LayeredRules } from './layer.ts';
import type { RuleSetRejection } from './rejection.ts';
import { versionOn } from './version.ts';

/**
 * What every name means on a day, before components have types of their own. Parameters and
 * tables with nothing in force on that day are unknown on it.
 */
export function vocabularyOn(
  pack: CountryPack,
  rules: LayeredRules,
  on: CalendarDate,
): { readonly vocabulary: Vocabulary; readonly rejections: readonly RuleSetRejection[] } {
  const rejections: RuleSetRejection[] = [];
  const constants = new Map<string, Value>();
  for (const { name, versions } of rules.parameters.values()) {
    const version = versionOn(versions, on);
    if (version === null) continue;
    const value = numberIn(version.value);
    if (value === null) rejections.push(malformed('VALUE_MALFORMED', name, version.value, ['parameters', name]));
    else constants.set(`rate.${name}`, value);
  }
  const tables = new Map<string, Table>();
  for (const { name, versions } of rules.tables.values()) {
    const version = versionOn(versions, on);
    if (version === null) continue;
    const table = tableOf(version);
    if (typeof table === 'string') rejections.push(malformed('ROW_MALFORMED', name, table, ['tables', name]));
    else tables.set(name, table);
  }
  const natives = new Map(pack.natives.map((native) => [native.name, native]));
  return { vocabulary: { on, types: typesOf(pack, rules), constants, tables, natives }, rejections };
}

function typesOf(pack: CountryPack, rules: LayeredRules): Map<string, ValueType> {
  const types = new Map<string, ValueType>([
    ['pay.frequency', 'text'],
    ['pay.period', 'number'],
  ]);
  for (const { name, type } of pack.facts) types.set(`fact.${name}`, type);
  for (const { name } of pack.bases) types.set(`base.${name}`, 'number');
  for (const { code } of pack.accumulators) types.set(`ytd.${code}`, 'number');
  for (const { definition } of rules.components.values()) {
    if (definition.isGiven) types.set(`given.${definition.code}`, 'number');
  }
  return types;
}

/** The table, or the row that cannot be read. */
function tableOf(content: TableContent): Table | string {
  if ('brackets' in content) return bracketsOf(content.brackets);
  const columns = new Map(Object.entries(content.columns));
  const rows = new Map<string, ReadonlyMap<string, Value>>();
  for (const [key, cells] of Object.entries(content.rows)) {
    const row = [...columns].map(([column, type], index) => [column, valueIn(cells[index], type)] as const);
    if (cells.length !== columns.size || row.some(([, value]) => value === null)) return key;
    rows.set(key, new Map(row as readonly (readonly [string, Value])[]));
  }
  return { kind: 'lookup', columns, rows };
}

function bracketsOf(rows: readonly (readonly [string | null, string])[]): Table | string {
  const brackets: Bracket[] = [];
  for (const [limit, rateText] of rows) {
    const upTo = limit === null ? null : numberIn(limit);
    const rate = numberIn(rateText);
    if (rate === null || (limit !== null && upTo === null)) return `${limit ?? 'without end'}: ${rateText}`;
    brackets.push({ upTo, rate });
  }
  const last = brackets.at(-1);
  return last === undefined || last.upTo !== null
    ? 'the last bracket, which has no end'
    : { kind: 'brackets', brackets };
}

function valueIn(text: string | undefined, type: ValueType): Value | null {
  if (text === undefined) return null;
  if (type === 'number') return numberIn(text);
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : null;
  return text;
}

function numberIn(text: string): Exact | null {
  const read = parseDecimal(text);
  return read.ok ? exactOf(read.value) : null;
}

function malformed(
  code: 'VALUE_MALFORMED' | 'ROW_MALFORMED',
  name: string,
  what: string,
  path: readonly string[],
): RuleSetRejection {
  return { code, message: `${name} cannot be read at ${what}.`, path };
}
