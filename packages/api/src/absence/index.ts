/** What other domains may use of working time and absences. */
export { fillHolidaysAhead } from './fill-holidays-ahead.ts';
export { type UnpaidAbsence, unpaidAbsencesOf } from './unpaid-absences.ts';
export { workPlansOf } from './work-plan.ts';
export { type WorkingTime, type WorkingTimeFault, workingTimesOf } from './working-time.ts';
