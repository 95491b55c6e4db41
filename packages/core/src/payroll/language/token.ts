import { type Position, RuleFault } from './fault.ts';

export type TokenKind = 'number' | 'text' | 'name' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a text, what stands between the quotes. */
  readonly text: string;
  readonly at: Position;
}

/** Longer than any rule that a person could read. */
const LONGEST = 4_000;

/** Numbers may be percentages; names may have one point, as in rate.basic. Texts stand in single quotes. */
const PATTERN =
  /(?<space>\s+)|(?<number>[0-9]+(?:\.[0-9]+)?%?)|(?<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?)|'(?<text>[^'\n]*)'|(?<sign><=|>=|<>|[-+*/()<>=,])/y;

/** The words of a rule, with where each stands, and an end. Throws RuleFault. */
export function tokensOf(rule: string): readonly Token[] {
  if (rule.length > LONGEST) {
    throw new RuleFault('TOO_LONG', `A rule has at most ${LONGEST} characters.`, { line: 1, column: 1 });
  }
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  let index = 0;
  while (index < rule.length) {
    pattern.lastIndex = index;
    const match = pattern.exec(rule);
    const at = positionOf(rule, index);
    if (match === null) {
      throw new RuleFault('CHARACTER_UNKNOWN', `“${rule[index]}” has no meaning in a rule.`, at);
    }
    index = pattern.lastIndex;
    const kind = kindOf(match.groups);
    if (kind !== null) tokens.push({ kind, text: match.groups?.[kind] ?? '', at });
  }
  tokens.push({ kind: 'end', text: '', at: positionOf(rule, rule.length) });
  return tokens;
}

function kindOf(groups: Record<string, string | undefined> = {}): Exclude<TokenKind, 'end'> | null {
  for (const kind of ['number', 'name', 'text', 'sign'] as const) if (groups[kind] !== undefined) return kind;
  return null;
}

function positionOf(rule: string, index: number): Position {
  const before = rule.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
