import type { CalendarDate } from '../date/calendar-date.ts';
import type { ManagerFacts } from './facts.ts';

/**
 * Whether making `managerId` the manager of `employeeId` would lead the line of managers back to
 * the employee, being their own manager included. `managerOf` tells the manager of today, null at
 * the top. A cycle that is there already and does not pass through the employee ends the search.
 */
export function wouldCycle(
  managerOf: (employeeId: string) => string | null,
  employeeId: string,
  managerId: string,
): boolean {
  const seen = new Set<string>();
  let above: string | null = managerId;
  while (above !== null && !seen.has(above)) {
    if (above === employeeId) return true;
    seen.add(above);
    above = managerOf(above);
  }
  return false;
}

/** Whether the manager's own employment is over on a day. */
export function isGone(manager: ManagerFacts, on: CalendarDate): boolean {
  return manager.endOn !== null && manager.endOn < on;
}
