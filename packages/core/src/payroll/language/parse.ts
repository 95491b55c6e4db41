import { decimal } from '../../money/decimal.ts';
import { dividedBy, type Exact, exactOf, exactWhole } from '../number/exact.ts';
import { type Position, RuleFault } from './fault.ts';
import { type Token, tokensOf } from './token.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** A rule as read: what it says, and where each part of it stands. */
export type Expression = { readonly at: Position } & (
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
);

/** Each line binds tighter than the one above. Comparisons do not chain. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];
const COMPARISON = 2;
const DEEPEST = 60;
const LONGEST_NUMBER = 40;
const RESERVED = new Set(['and', 'or', 'not']);

/** Reads a rule. Throws RuleFault. */
export function parseRule(rule: string): Expression {
  const reader = new Reader(tokensOf(rule));
  const expression = reader.level(0);
  reader.expect('end', '');
  return expression;
}

/** Every name that a rule reads, each once. */
export function namesIn(expression: Expression, found: Set<string> = new Set()): Set<string> {
  switch (expression.kind) {
    case 'name':
      return found.add(expression.name);
    case 'unary':
      return namesIn(expression.operand, found);
    case 'binary':
      return namesIn(expression.right, namesIn(expression.left, found));
    case 'call':
      for (const operand of expression.operands) namesIn(operand, found);
      return found;
    default:
      return found;
  }
}

class Reader {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  level(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.level(level + 1);
    for (let operator = this.operator(operators); operator !== null; operator = this.operator(operators)) {
      const at = this.take().at;
      left = { kind: 'binary', operator, left, right: this.level(level + 1), at };
      if (level === COMPARISON) break;
    }
    return left;
  }

  expect(kind: Token['kind'], text: string): Token {
    const token = this.peek();
    if (token.kind === kind && (kind === 'end' || token.text === text)) return this.take();
    const wanted = kind === 'end' ? 'the end of the rule' : `“${text}”`;
    throw new RuleFault('SYNTAX', `Here ${wanted} was expected, not ${shown(token)}.`, token.at);
  }

  private unary(): Expression {
    const token = this.peek();
    const isMinus = token.kind === 'sign' && token.text === '-';
    const isNot = token.kind === 'name' && token.text === 'not';
    if (!isMinus && !isNot) return this.primary();
    return this.nested(token, () => {
      this.take();
      return { kind: 'unary', operator: isMinus ? '-' : 'not', operand: this.unary(), at: token.at };
    });
  }

  private primary(): Expression {
    const token = this.take();
    const { at } = token;
    if (token.kind === 'number') return { kind: 'number', value: numberOf(token), at };
    if (token.kind === 'text') return { kind: 'text', value: token.text, at };
    if (token.kind === 'name' && !RESERVED.has(token.text)) return this.named(token);
    if (token.kind === 'sign' && token.text === '(') {
      return this.nested(token, () => {
        const inner = this.level(0);
        this.expect('sign', ')');
        return inner;
      });
    }
    throw new RuleFault('SYNTAX', `Here a value was expected, not ${shown(token)}.`, at);
  }

  private named(token: Token): Expression {
    const { text, at } = token;
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', at };
    if (this.peek().text !== '(' || this.peek().kind !== 'sign') return { kind: 'name', name: text, at };
    return this.nested(token, () => {
      this.take();
      const operands: Expression[] = [];
      if (this.peek().kind !== 'sign' || this.peek().text !== ')') {
        operands.push(this.level(0));
        while (this.peek().kind === 'sign' && this.peek().text === ',') {
          this.take();
          operands.push(this.level(0));
        }
      }
      this.expect('sign', ')');
      return { kind: 'call', name: text, operands, at };
    });
  }

  /** Brackets, calls and signs within each other only so deep: a rule cannot exhaust the stack. */
  private nested<T>(token: Token, read: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new RuleFault('TOO_DEEP', `A rule has at most ${DEEPEST} levels of brackets.`, token.at);
    }
    const value = read();
    this.depth -= 1;
    return value;
  }

  private operator(operators: readonly BinaryOperator[]): BinaryOperator | null {
    const { kind, text } = this.peek();
    if (kind !== 'sign' && kind !== 'name') return null;
    return operators.find((operator) => operator === text) ?? null;
  }

  private peek(): Token {
    const token = this.tokens[this.index] ?? this.tokens.at(-1);
    if (token === undefined) throw new RangeError('There is always an end.');
    return token;
  }

  private take(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }
}

function numberOf({ text, at }: Token): Exact {
  if (text.length > LONGEST_NUMBER) {
    throw new RuleFault('TOO_LONG', `A number in a rule has at most ${LONGEST_NUMBER} digits.`, at);
  }
  const digits = text.replace('%', '').replace(/^0+(?=[0-9])/, '');
  const value = exactOf(decimal(digits));
  return text.endsWith('%') ? dividedBy(value, exactWhole(100)) : value;
}

function shown(token: Token): string {
  return token.kind === 'end' ? 'the end of the rule' : `“${token.text}”`;
}
