/** What other domains may use of the people. */
export { actorOf, earlierActor } from './actor.ts';
export { checkCurrentValues, refreshAllEmployees, refreshEmployee, type StaleEmployee } from './current-values.ts';
export { dateOf, dayOf, dayOrNull } from './day.ts';
export { type Employment, lockEmployment } from './employment.ts';
export { undoEmployees } from './import/undo.ts';
export { decimalOf } from './seat.ts';
