import type { Path, Rejection } from './result.ts';

/**
 * One named rule. Rules stand in lists, so that a reader sees all of them at once and a test can
 * ask for a row for each. A rule judges alone: it must not rely on another rule having held.
 */
export interface Rule<Facts, Code extends string> {
  readonly code: Code;
  /** The part of the request at fault. */
  readonly path: Path;
  /** Whether the facts break the rule. */
  readonly isBrokenBy: (facts: Facts) => boolean;
  /** One sentence that says what to do. */
  readonly message: string | ((facts: Facts) => string);
}

/** Every rule of the list that the facts break, in the order of the list. */
export function checkRules<Facts, Code extends string>(
  rules: readonly Rule<Facts, Code>[],
  facts: Facts,
): readonly Rejection<Code>[] {
  return rules
    .filter((rule) => rule.isBrokenBy(facts))
    .map(({ code, path, message }) => ({
      code,
      path,
      message: typeof message === 'string' ? message : message(facts),
    }));
}

/** Whether a free text says anything. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
