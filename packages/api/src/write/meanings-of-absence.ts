import { each, type Rows, taken } from './meaning.ts';

/** What the rules of working time and absences mean to whoever broke them, by the name of the rule. */
export const meaningsOfAbsence: Rows = {
  ...each('END_BEFORE_START', 'The end is before the start.', { absence_dates: 'endOn', work_pattern_dates: 'endOn' }),
  ...each('HOURS_ON_ONE_DAY', 'Give hours for one day alone.', { absence_part_day: 'hours' }),
  ...each('HEALTH_IS_REPORTED', 'Let a kind that tells of health need no approval: it is reported.', {
    absence_kind_health_reported: 'needsApproval',
  }),
  ...each('WORKED_DAY_INCOMPLETE', 'Say in place of which day it is worked, and of no other day.', {
    holiday_worked_instead: 'insteadOfOn',
  }),
  work_calendar_default_once: taken(
    'ALREADY_EXISTS',
    'Another calendar of the company decides already.',
    'isDefault',
    'WorkCalendar',
    'isDefault',
  ),
  absence_no_overlap: taken(
    'ABSENCE_OVERLAPS',
    'Give days on which no other absence is asked for or approved, or cancel that one first.',
    'startOn',
    'Absence',
    'startOn',
  ),
  work_pattern_no_overlap: taken(
    'LATER_HOURS_EXIST',
    'Other working hours are agreed on these days.',
    'startOn',
    'WorkPattern',
    'startOn',
  ),
};
