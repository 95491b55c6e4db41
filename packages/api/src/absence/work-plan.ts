import {
  addDays,
  type CalendarDate,
  type CalendarException,
  type DayRange,
  type WorkCalendarFacts,
  type WorkPlan,
} from '@kontor/core';
import type { Assignment, Employee, WorkPattern } from '../generated/prisma/client.ts';
import { dateOf, dayOf, dayOrNull, decimalOf } from '../people/index.ts';
import type { Transaction } from '../write/operation.ts';
import { weekOf } from './week.ts';

/** The days of the years that a range touches. */
const wholeYears = ({ from, until }: DayRange) => ({
  gte: dateOf(`${from.slice(0, 4)}-01-01`),
  lte: dateOf(`${until.slice(0, 4)}-12-31`),
});

interface CompanyCalendars {
  readonly byId: ReadonlyMap<string, WorkCalendarFacts>;
  /** By company: the calendar of whoever has no hours of their own. */
  readonly default: ReadonlyMap<string, WorkCalendarFacts>;
}

async function calendarsOf(tx: Transaction, companyIds: string[], range: DayRange): Promise<CompanyCalendars> {
  const rows = await tx.workCalendar.findMany({
    where: { companyId: { in: companyIds } },
    include: { holidays: { where: { active: true, fallsOn: wholeYears(range) } } },
  });
  const made = rows.map((row) => {
    const exceptions = new Map<CalendarDate, CalendarException>(
      row.holidays.map(({ fallsOn, kind, insteadOfOn }) => [
        dayOf(fallsOn),
        { kind, insteadOfOn: dayOrNull(insteadOfOn) },
      ]),
    );
    return { row, facts: { id: row.id, week: weekOf(row), exceptions } };
  });
  return {
    byId: new Map(made.map(({ facts }) => [facts.id, facts])),
    default: new Map(
      made.filter(({ row }) => row.isDefault && row.active).map(({ row, facts }) => [row.companyId, facts]),
    ),
  };
}

type Employed = Employee & {
  readonly assignments: readonly Assignment[];
  readonly workPatterns: readonly WorkPattern[];
};

function planOf(row: Employed, calendars: CompanyCalendars): WorkPlan {
  const startOn = dayOf(row.startOn);
  return {
    // Who did not start works on no day.
    employment: { startOn, endOn: row.cancelledOn ? addDays(startOn, -1) : dayOrNull(row.endOn) },
    calendar: calendars.default.get(row.companyId) ?? null,
    patterns: row.workPatterns.flatMap((pattern) => {
      const calendar = calendars.byId.get(pattern.calendarId);
      if (calendar === undefined) return [];
      return [{ startOn: dayOf(pattern.startOn), endOn: dayOrNull(pattern.endOn), week: weekOf(pattern), calendar }];
    }),
    shares: row.assignments.map((each) => ({
      startOn: dayOf(each.startOn),
      endOn: dayOrNull(each.endOn),
      fte: decimalOf(each.fte),
    })),
  };
}

/** When employees work in a range of days, by the calendars and agreements of now. A few queries, however many they are. */
export async function workPlansOf(
  tx: Transaction,
  employeeIds: readonly string[],
  range: DayRange,
): Promise<ReadonlyMap<string, WorkPlan>> {
  const rows = await tx.employee.findMany({
    where: { id: { in: [...employeeIds] } },
    include: { assignments: true, workPatterns: true },
  });
  const calendars = await calendarsOf(tx, [...new Set(rows.map((row) => row.companyId))], range);
  return new Map(rows.map((row) => [row.id, planOf(row, calendars)]));
}

/** The same of one employee. Throws Error where there is no such employee. */
export async function workPlanOf(tx: Transaction, employeeId: string, range: DayRange): Promise<WorkPlan> {
  const plan = (await workPlansOf(tx, [employeeId], range)).get(employeeId);
  if (plan === undefined) throw new Error(`there is no employee ${employeeId}`);
  return plan;
}
