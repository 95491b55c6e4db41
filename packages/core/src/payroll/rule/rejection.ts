import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Rejection } from '../../result.ts';
import { RuleFault, type RuleFaultCode } from '../language/fault.ts';

/**
 * What can be wrong with a set of rules, beside what is wrong within one.
 * COMPONENT_CYCLE: components need each other, and the path is named. COMPONENT_DUPLICATE,
 * PARAMETER_DUPLICATE, TABLE_DUPLICATE, VERSION_DUPLICATE: said twice. COMPONENT_CLOSED,
 * PARAMETER_CLOSED, TABLE_CLOSED: the law has it so, and a company cannot change it.
 * CODE_MALFORMED, BASE_UNKNOWN, VALUE_MALFORMED, ROW_MALFORMED: as they say.
 */
export type RuleSetCode =
  | RuleFaultCode
  | 'COMPONENT_CYCLE'
  | 'COMPONENT_DUPLICATE'
  | 'COMPONENT_CLOSED'
  | 'PARAMETER_DUPLICATE'
  | 'PARAMETER_CLOSED'
  | 'TABLE_DUPLICATE'
  | 'TABLE_CLOSED'
  | 'VERSION_DUPLICATE'
  | 'CODE_MALFORMED'
  | 'BASE_UNKNOWN'
  | 'VALUE_MALFORMED'
  | 'ROW_MALFORMED';

export type RuleSetRejection = Rejection<RuleSetCode>;

/** What has a rule: a component with the day of its version, or something of the pack that has none. */
export interface RulePlace {
  readonly group: 'components' | 'accumulators' | 'notices';
  readonly code: string;
  readonly from: CalendarDate | null;
}

/** The rejection for a fault: component, version and position in the text and in the path. */
export function rejectionOf(fault: RuleFault, { group, code, from }: RulePlace): RuleSetRejection {
  const { line, column } = fault.position;
  const version = from === null ? '' : ` from ${from}`;
  return {
    code: fault.code,
    message: `${code}${version}, line ${line}, column ${column}: ${fault.message}`,
    path: [group, code, ...(from === null ? [] : [from]), line, column],
  };
}

/** Does the work; a fault in a rule becomes its rejection, and anything else is a bug and goes on. */
export function catchFault<T>(place: RulePlace, work: () => T): T | RuleSetRejection {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleFault) return rejectionOf(error, place);
    throw error;
  }
}

export function isRejection<T extends object>(value: T | RuleSetRejection): value is RuleSetRejection {
  return 'message' in value && 'path' in value && 'code' in value;
}
