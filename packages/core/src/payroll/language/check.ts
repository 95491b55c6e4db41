import type { Exact } from '../number/exact.ts';
import { compareExact, dividedBy, isNought, minus, negated, plus, times } from '../number/exact.ts';
import { type Position, RuleFault } from './fault.ts';
import { checkCall } from './function.ts';
import type { BinaryOperator, Expression } from './parse.ts';
import { type Scope, typeOf, type Value, type ValueType, type Vocabulary } from './value.ts';

/** A rule that has been checked against what its names mean: its type, and how to run it. */
export interface CheckedRule {
  readonly type: ValueType;
  /** Throws RuleFault for what only the numbers show, such as a division by zero. */
  readonly run: (scope: Scope) => Value;
}

/** Checks names and types. Throws RuleFault. */
export function checkRule(expression: Expression, vocabulary: Vocabulary): CheckedRule {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return constant(expression.value);
    case 'name':
      return checkName(expression.name, expression.at, vocabulary);
    case 'unary':
      return checkUnary(expression, vocabulary);
    case 'binary':
      return checkBinary(expression, vocabulary);
    case 'call':
      return checkCall(expression, vocabulary, (operand) => checkRule(operand, vocabulary));
  }
}

/** The same rule, if it is of the type that is wanted. Throws RuleFault. */
export function expectType(rule: CheckedRule, wanted: ValueType, at: Position): CheckedRule {
  if (rule.type === wanted) return rule;
  throw new RuleFault('TYPE_MISMATCH', `Here a ${wanted} is wanted, and this is a ${rule.type}.`, at);
}

function constant(value: Value): CheckedRule {
  return { type: typeOf(value), run: () => value };
}

function checkName(name: string, at: Position, vocabulary: Vocabulary): CheckedRule {
  const fixed = vocabulary.constants.get(name);
  if (fixed !== undefined) return constant(fixed);
  const type = vocabulary.types.get(name);
  if (type === undefined) {
    throw new RuleFault('NAME_UNKNOWN', `There is nothing named ${name} on ${vocabulary.on}.`, at);
  }
  return {
    type,
    run: ({ values }) => {
      const value = values.get(name);
      if (value === undefined) throw new RangeError(`${name} was read before it was known.`);
      return value;
    },
  };
}

function checkUnary(expression: Expression & { kind: 'unary' }, vocabulary: Vocabulary): CheckedRule {
  const operand = checkRule(expression.operand, vocabulary);
  if (expression.operator === 'not') {
    const { run } = expectType(operand, 'boolean', expression.operand.at);
    return { type: 'boolean', run: (scope) => !run(scope) };
  }
  const { run } = expectType(operand, 'number', expression.operand.at);
  return { type: 'number', run: (scope) => negated(run(scope) as Exact) };
}

function checkBinary(expression: Expression & { kind: 'binary' }, vocabulary: Vocabulary): CheckedRule {
  const left = checkRule(expression.left, vocabulary);
  const right = checkRule(expression.right, vocabulary);
  const { operator } = expression;
  switch (operator) {
    case 'and':
    case 'or':
      return checkLogic(operator, expression, left, right);
    case '=':
    case '<>':
      expectType(right, left.type, expression.right.at);
      return compared(left, right, operator);
    case '<':
    case '<=':
    case '>':
    case '>=':
      expectType(left, 'number', expression.left.at);
      expectType(right, 'number', expression.right.at);
      return compared(left, right, operator);
    default:
      expectType(left, 'number', expression.left.at);
      expectType(right, 'number', expression.right.at);
      return computed(left, right, operator, expression.right.at);
  }
}

function checkLogic(
  operator: 'and' | 'or',
  expression: Expression & { kind: 'binary' },
  left: CheckedRule,
  right: CheckedRule,
): CheckedRule {
  const one = expectType(left, 'boolean', expression.left.at).run;
  const other = expectType(right, 'boolean', expression.right.at).run;
  return {
    type: 'boolean',
    run: operator === 'and' ? (scope) => one(scope) && other(scope) : (scope) => one(scope) || other(scope),
  };
}

function compared(left: CheckedRule, right: CheckedRule, operator: BinaryOperator): CheckedRule {
  const isWanted = COMPARISONS[operator as keyof typeof COMPARISONS];
  return {
    type: 'boolean',
    run: (scope) => isWanted(orderOf(left.run(scope), right.run(scope))),
  };
}

const COMPARISONS = {
  '=': (order: number) => order === 0,
  '<>': (order: number) => order !== 0,
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
} as const;

/** Only for equality are texts and booleans compared: any order that is not 0 will do. */
function orderOf(a: Value, b: Value): number {
  if (typeof a === 'object' && typeof b === 'object') return compareExact(a, b);
  return a === b ? 0 : 1;
}

function computed(left: CheckedRule, right: CheckedRule, operator: BinaryOperator, at: Position): CheckedRule {
  const compute = ARITHMETIC[operator as '+' | '-' | '*'] ?? ((a: Exact, b: Exact) => quotient(a, b, at));
  return { type: 'number', run: (scope) => compute(left.run(scope) as Exact, right.run(scope) as Exact) };
}

const ARITHMETIC = { '+': plus, '-': minus, '*': times } as const;

function quotient(a: Exact, b: Exact, at: Position): Exact {
  if (isNought(b)) throw new RuleFault('DIVISION_BY_ZERO', 'This divides by zero.', at);
  return dividedBy(a, b);
}
