import type { CalendarDate } from '../../date/calendar-date.ts';
import type { ComponentDefinition, ComponentVersion } from './definition.ts';

/** A step on the way. Nobody sees it but in explanations, where it is called by its code. */
export function step(
  from: CalendarDate,
  code: string,
  rule: string,
  rounding?: ComponentVersion['rounding'],
): ComponentDefinition {
  const name = { en: code, sv: code, de: code, hu: code, sl: code };
  const version = rounding === undefined ? { from, rule } : { from, rule, rounding };
  return { code, kind: 'STEP', name, versions: [version] };
}
