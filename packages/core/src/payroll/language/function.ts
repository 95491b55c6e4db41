import {
  compareExact,
  type Exact,
  greater,
  lesser,
  minus,
  NOUGHT,
  ONE,
  plus,
  shownExact,
  times,
} from '../number/exact.ts';
import { type PayrollRounding, ROUNDING_MODES, roundExact } from '../number/rounding.ts';
import type { CheckedRule } from './check.ts';
import { type Position, RuleFault } from './fault.ts';
import type { Expression } from './parse.ts';
import type { BracketTable, LookupTable, NativeFunction, Scope, Table, Value, ValueType, Vocabulary } from './value.ts';

type Call = Expression & { kind: 'call' };
type Check = (operand: Expression) => CheckedRule;

/** The functions of the language. Everything else is a native function of a country pack. */
export const FUNCTION_NAMES = ['min', 'max', 'round', 'bracket', 'cap', 'lookup', 'if'] as const;

/** Checks a call. Throws RuleFault. */
export function checkCall(call: Call, vocabulary: Vocabulary, check: Check): CheckedRule {
  switch (call.name as (typeof FUNCTION_NAMES)[number]) {
    case 'min':
      return checkExtreme(call, check, lesser);
    case 'max':
      return checkExtreme(call, check, greater);
    case 'round':
      return checkRound(call, check);
    case 'bracket':
      return checkBracket(call, vocabulary, check);
    case 'cap':
      return checkCap(call, check);
    case 'lookup':
      return checkLookup(call, vocabulary, check);
    case 'if':
      return checkIf(call, check);
    default:
      return checkNative(call, vocabulary, check);
  }
}

function checkExtreme(call: Call, check: Check, choose: (a: Exact, b: Exact) => Exact): CheckedRule {
  expectOperands(call, 1, 20);
  const [first, ...rest] = numbers(call, check);
  return {
    type: 'number',
    run: (scope) => rest.reduce((sofar, next) => choose(sofar, next(scope)), first?.(scope) ?? NOUGHT),
  };
}

/** round(amount, 'MODE', unit) */
function checkRound(call: Call, check: Check): CheckedRule {
  expectOperands(call, 3, 3);
  const [amount, mode, unit] = call.operands as readonly [Expression, Expression, Expression];
  const modes: readonly string[] = ROUNDING_MODES;
  if (mode.kind !== 'text' || !modes.includes(mode.value)) {
    throw new RuleFault('ROUNDING_UNKNOWN', `Round with one of ${modes.join(', ')}, in quotes.`, mode.at);
  }
  const chosen = mode.value as PayrollRounding;
  const value = number(amount, check);
  const step = number(unit, check);
  return { type: 'number', run: (scope) => roundExact(value(scope), chosen, unitOf(step(scope), unit.at)) };
}

function unitOf(unit: Exact, at: Position): Exact {
  if (unit.over > 0n) return unit;
  throw new RuleFault('UNIT_NOT_POSITIVE', 'Round to a unit above zero.', at);
}

/** cap(amount, limit) is the amount up to the limit; cap(amount, limit, used) up to what is left of it. */
function checkCap(call: Call, check: Check): CheckedRule {
  expectOperands(call, 2, 3);
  const [amount, limit, used] = numbers(call, check) as readonly Run[];
  if (amount === undefined || limit === undefined) throw new RangeError('Two operands were counted.');
  return {
    type: 'number',
    run: (scope) => {
      const left = used === undefined ? limit(scope) : greater(NOUGHT, minus(limit(scope), used(scope)));
      return lesser(amount(scope), left);
    },
  };
}

/** bracket(amount, 'table') or bracket(amount, 'table', scale), where the limits are taken times the scale. */
function checkBracket(call: Call, vocabulary: Vocabulary, check: Check): CheckedRule {
  expectOperands(call, 2, 3);
  const [amount, name, scale] = call.operands as readonly [Expression, Expression, Expression?];
  const table = tableNamed(name, 'brackets', vocabulary);
  const value = number(amount, check);
  const factor = scale === undefined ? () => ONE : number(scale, check);
  const title = name.kind === 'text' ? name.value : '';
  return { type: 'number', run: (scope) => applyBrackets(table, title, value(scope), factor(scope), scope) };
}

function applyBrackets({ brackets }: BracketTable, table: string, amount: Exact, scale: Exact, scope: Scope): Exact {
  let from = NOUGHT;
  let sum = NOUGHT;
  for (const { upTo, rate } of brackets) {
    const limit = upTo === null ? null : times(upTo, scale);
    if (compareExact(amount, from) <= 0) break;
    const part = minus(limit === null ? amount : lesser(amount, limit), from);
    const result = times(part, rate);
    scope.steps?.push({ table, from, upTo: limit, rate, amount: part, result });
    sum = plus(sum, result);
    if (limit === null) break;
    from = limit;
  }
  return sum;
}

/** lookup('table', key, 'column'); a number as key is written plainly: 12, 0.5. */
function checkLookup(call: Call, vocabulary: Vocabulary, check: Check): CheckedRule {
  expectOperands(call, 3, 3);
  const [name, key, column] = call.operands as readonly [Expression, Expression, Expression];
  const table = tableNamed(name, 'lookup', vocabulary);
  const type = column.kind === 'text' ? table.columns.get(column.value) : undefined;
  if (column.kind !== 'text' || type === undefined) {
    const known = [...table.columns.keys()].join(', ');
    throw new RuleFault('COLUMN_UNKNOWN', `Name one of the columns in quotes: ${known}.`, column.at);
  }
  const read = check(key);
  return { type, run: (scope) => found(table, read.run(scope), column.value, key.at) };
}

function found(table: LookupTable, key: Value, column: string, at: Position): Value {
  const text = typeof key === 'object' ? shownExact(key) : String(key);
  const value = table.rows.get(text)?.get(column);
  if (value === undefined) throw new RuleFault('KEY_UNKNOWN', `The table has no row ${text}.`, at);
  return value;
}

/** if(condition, then, else): only the one that is chosen is computed. */
function checkIf(call: Call, check: Check): CheckedRule {
  expectOperands(call, 3, 3);
  const [condition, yes, no] = call.operands as readonly [Expression, Expression, Expression];
  const holds = typed(condition, 'boolean', check);
  const one = check(yes);
  const other = typed(no, one.type, check);
  return { type: one.type, run: (scope) => (holds.run(scope) ? one.run(scope) : other.run(scope)) };
}

function checkNative(call: Call, vocabulary: Vocabulary, check: Check): CheckedRule {
  const native = vocabulary.natives.get(call.name);
  if (native === undefined) {
    const known = [...FUNCTION_NAMES, ...vocabulary.natives.keys()].join(', ');
    throw new RuleFault('FUNCTION_UNKNOWN', `There is no function ${call.name}; there are ${known}.`, call.at);
  }
  return nativeCall(call, native, vocabulary, check);
}

function nativeCall(call: Call, native: NativeFunction, { tables }: Vocabulary, check: Check): CheckedRule {
  expectOperands(call, native.parameters.length, native.parameters.length);
  const operands = call.operands.map((operand, index) => typed(operand, native.parameters[index] ?? 'number', check));
  return {
    type: native.result,
    run: (scope) =>
      native.run(
        operands.map(({ run }) => run(scope)),
        tables,
        scope,
      ),
  };
}

type Run = (scope: Scope) => Exact;

function numbers(call: Call, check: Check): readonly Run[] {
  return call.operands.map((operand) => number(operand, check));
}

function number(operand: Expression, check: Check): Run {
  return typed(operand, 'number', check).run as Run;
}

function typed(operand: Expression, wanted: ValueType, check: Check): CheckedRule {
  const rule = check(operand);
  if (rule.type === wanted) return rule;
  throw new RuleFault('TYPE_MISMATCH', `Here a ${wanted} is wanted, and this is a ${rule.type}.`, operand.at);
}

function expectOperands(call: Call, least: number, most: number): void {
  const given = call.operands.length;
  if (given >= least && given <= most) return;
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  throw new RuleFault('ARGUMENTS_WRONG', `${call.name} takes ${wanted} values and was given ${given}.`, call.at);
}

function tableNamed<Kind extends Table['kind']>(
  name: Expression,
  kind: Kind,
  vocabulary: Vocabulary,
): Table & { kind: Kind } {
  const table = name.kind === 'text' ? vocabulary.tables.get(name.value) : undefined;
  if (table?.kind === kind) return table as Table & { kind: Kind };
  const known = [...vocabulary.tables].filter(([, one]) => one.kind === kind).map(([title]) => title);
  throw new RuleFault('TABLE_UNKNOWN', `Name one of these tables in quotes: ${known.join(', ') || 'none'}.`, name.at);
}
