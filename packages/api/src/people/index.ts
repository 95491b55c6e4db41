/** What other domains may use of the people. */
export { checkCurrentValues, refreshAllEmployees, refreshEmployee, type StaleEmployee } from './current-values.ts';
export { type Employment, lockEmployment } from './employment.ts';
export { undoEmployees } from './import/undo.ts';
