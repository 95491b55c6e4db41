import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const absence = {
  WorkCalendar: {
    row: 'organisation',
    company: { column: 'companyId' },
    subject: {},
    fields: {
      company: 'company',
      code: 'organisation',
      name: 'organisation',
      region: 'organisation',
      isDefault: 'organisation',
      mondayHours: 'organisation',
      tuesdayHours: 'organisation',
      wednesdayHours: 'organisation',
      thursdayHours: 'organisation',
      fridayHours: 'organisation',
      saturdayHours: 'organisation',
      sundayHours: 'organisation',
      active: 'organisation',
      holidays: 'organisation',
      workPatterns: 'job',
    },
  } satisfies EntityPolicy<'WorkCalendar', DataClass>,

  Holiday: {
    row: 'organisation',
    company: { column: 'companyId' },
    subject: {},
    fields: {
      company: 'company',
      calendar: 'organisation',
      fallsOn: 'organisation',
      kind: 'organisation',
      name: 'organisation',
      insteadOfOn: 'organisation',
      active: 'organisation',
    },
  } satisfies EntityPolicy<'Holiday', DataClass>,

  WorkPattern: {
    row: 'job',
    company: { column: 'companyId' },
    subject: { employee: 'employeeId' },
    fields: {
      company: 'company',
      employee: 'job',
      calendar: 'job',
      startOn: 'job',
      endOn: 'job',
      mondayHours: 'job',
      tuesdayHours: 'job',
      wednesdayHours: 'job',
      thursdayHours: 'job',
      fridayHours: 'job',
      saturdayHours: 'job',
      sundayHours: 'job',
    },
  } satisfies EntityPolicy<'WorkPattern', DataClass>,

  // Which absences are of a kind is told of each absence, on record, and never the other way round.
  AbsenceKind: {
    row: 'organisation',
    company: { column: 'companyId' },
    subject: {},
    fields: {
      company: 'company',
      code: 'organisation',
      name: 'organisation',
      paid: 'organisation',
      unit: 'organisation',
      needsApproval: 'organisation',
      isHealth: 'organisation',
      active: 'organisation',
      absences: 'unlisted',
    },
  } satisfies EntityPolicy<'AbsenceKind', DataClass>,

  // The kind is of health whatever it is: where it were shown for leave, its absence would tell of illness.
  Absence: {
    row: 'absence',
    company: { column: 'companyId' },
    subject: { employee: 'employeeId' },
    fields: {
      company: 'company',
      employee: 'absence',
      startOn: 'absence',
      endOn: 'absence',
      hours: 'absence',
      status: 'absence',
      workingDays: 'absence',
      workingHours: 'absence',
      paid: 'absencePay',
      kind: 'health',
      healthNote: 'health',
      note: 'absenceNote',
      decisionNote: 'absenceNote',
      requestedBy: 'absenceFile',
      decidedBy: 'absenceFile',
      decidedAt: 'absenceFile',
    },
  } satisfies EntityPolicy<'Absence', DataClass>,
};

export const absenceCommands = {
  fillHolidays: { roles: { HR: 'all' } },
  setWorkPattern: { roles: { HR: 'all' }, notSubject: true },
  requestAbsence: { roles: { EMPLOYEE: 'self' } },
  recordAbsence: { roles: { HR: 'all' }, notSubject: true },
  approveAbsence: { roles: { MANAGER: 'reports', HR: 'all' }, notSubject: true },
  rejectAbsence: { roles: { MANAGER: 'reports', HR: 'all' }, notSubject: true },
  cancelAbsence: { roles: { EMPLOYEE: 'self', HR: 'all' } },
} satisfies Record<string, CommandPolicy>;
