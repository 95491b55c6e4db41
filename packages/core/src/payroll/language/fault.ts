/**
 * What can be wrong with a rule.
 * CHARACTER_UNKNOWN, SYNTAX: it cannot be read. NAME_UNKNOWN, FUNCTION_UNKNOWN, TABLE_UNKNOWN,
 * COLUMN_UNKNOWN, ROUNDING_UNKNOWN: it speaks of something that there is not. ARGUMENTS_WRONG: a
 * function was given too few or too many. TYPE_MISMATCH: a number where a text is wanted, and the
 * like. TOO_LONG, TOO_DEEP: no person wrote this. DIVISION_BY_ZERO, KEY_UNKNOWN, UNIT_NOT_POSITIVE:
 * found only with the numbers of a person.
 */
export type RuleFaultCode =
  | 'CHARACTER_UNKNOWN'
  | 'SYNTAX'
  | 'NAME_UNKNOWN'
  | 'FUNCTION_UNKNOWN'
  | 'TABLE_UNKNOWN'
  | 'COLUMN_UNKNOWN'
  | 'ROUNDING_UNKNOWN'
  | 'ARGUMENTS_WRONG'
  | 'TYPE_MISMATCH'
  | 'TOO_LONG'
  | 'TOO_DEEP'
  | 'DIVISION_BY_ZERO'
  | 'KEY_UNKNOWN'
  | 'UNIT_NOT_POSITIVE';

/** Where in a rule: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A fault at a place of a rule. It is thrown within the language alone; whoever reads or runs a
 * rule catches it and answers a rejection that names the component and the version.
 */
export class RuleFault extends Error {
  readonly code: RuleFaultCode;
  readonly position: Position;

  constructor(code: RuleFaultCode, message: string, position: Position) {
    super(message);
    this.code = code;
    this.position = position;
  }
}
