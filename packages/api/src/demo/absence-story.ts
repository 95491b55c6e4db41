/** Calendars and kinds of absence of the demo, who was away of late, and who asks for leave. */
import { publicHolidays } from '@kontor/core';
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day } from './calendar.ts';
import type { Member } from './cast.ts';
import type { CountryCode } from './country.ts';
import type { FoundedCompany } from './organisation-story.ts';
import { playerOf, type Story } from './people-story.ts';
import { chanceFrom } from './random.ts';

const seed = 19;
const [daysBack, daysAhead] = [90, 90] as const;
const [awayAtMost, leaveAtMost] = [24, 8] as const;

interface KindNames {
  readonly leave: string;
  readonly unpaid: string;
  readonly sickness: string;
  readonly errand: string;
  readonly calendar: string;
  readonly region: string;
}

const namesIn: Readonly<Record<CountryCode, KindNames>> = {
  SE: {
    leave: 'Semester',
    unpaid: 'Tjänstledighet',
    sickness: 'Sjukfrånvaro',
    errand: 'Läkarbesök eller ärende',
    calendar: 'Sverige',
    region: 'SE',
  },
  HU: {
    leave: 'Szabadság',
    unpaid: 'Fizetés nélküli szabadság',
    sickness: 'Betegség',
    errand: 'Ügyintézés',
    calendar: 'Magyarország',
    region: 'HU',
  },
  GB: {
    leave: 'Annual leave',
    unpaid: 'Unpaid leave',
    sickness: 'Sickness',
    errand: 'Appointment',
    calendar: 'England and Wales',
    region: 'GB-EAW',
  },
};

const kinds = {
  LEAVE: { name: 'leave', paid: true, unit: 'DAYS', needsApproval: true, isHealth: false },
  UNPAID: { name: 'unpaid', paid: false, unit: 'HOURS', needsApproval: true, isHealth: false },
  SICK: { name: 'sickness', paid: true, unit: 'DAYS', needsApproval: false, isHealth: true },
  ERRAND: { name: 'errand', paid: true, unit: 'HOURS', needsApproval: false, isHealth: false },
} as const;

type KindCode = keyof typeof kinds;

async function openCalendar({ stage, staff, today }: Story, { id: companyId, plan }: FoundedCompany): Promise<void> {
  const hr = staff['hr'] as Viewer;
  const names = namesIn[plan.code];
  const calendar = { companyId, code: plan.code, name: names.calendar, region: names.region, isDefault: true };
  const calendarId = await stage.make(hr, 'WorkCalendar', calendar);
  const years = new Set([-daysBack, 0, daysAhead].map((days) => Number(addDays(today, days).slice(0, 4))));
  for (const year of years) await stage.act(hr, at(today), 'fillHolidays', { calendarId, year });
  for (const [code, { name, ...kind }] of Object.entries(kinds))
    await stage.make(hr, 'AbsenceKind', { companyId, code, name: names[name], ...kind });
}

/** HR sets up when each company works, and why people may be away. */
export async function openCalendars(story: Story): Promise<void> {
  for (const company of story.companies) await openCalendar(story, company);
}

const isFree = (region: string, day: Day): boolean =>
  (publicHolidays(region, Number(day.slice(0, 4))) ?? []).some(({ on }) => on === day);

/** The first Tuesday on a day or after it that is no holiday: whoever is away from then on misses work. */
function tuesdayFrom(region: string, day: Day): Day {
  const tuesday = addDays(day, (9 - new Date(day).getUTCDay()) % 7);
  return isFree(region, tuesday) ? tuesdayFrom(region, addDays(tuesday, 1)) : tuesday;
}

function away(story: Story, member: Member, code: KindCode, startOn: Day, days: number, hours: string | null): void {
  const { stage, schedule, staff, today } = story;
  const day = addDays(today, -4);
  schedule.on(at(day, 13), async () => {
    const { viewer, employeeId, companyId } = playerOf(story, member);
    const { id: kindId } = await stage.tx.absenceKind.findFirstOrThrow({ where: { companyId, code } });
    const input = { employeeId, kindId, startOn, endOn: addDays(startOn, days - 1), hours };
    if (startOn > today) await stage.act(viewer, at(day, 13), 'requestAbsence', { ...input, note: 'Agreed at home' });
    else await stage.act(staff['hr'] as Viewer, at(day, 13), 'recordAbsence', input);
  });
}

/** Some were away in the last weeks; some ask for leave, the demo's own employee among them. */
export function planAbsences(story: Story, cast: readonly Member[]): void {
  const { today } = story;
  // Of its own, so that whatever else happens by chance stays as it is.
  const chance = chanceFrom(seed);
  const settled = (member: Member) => member.ends === null && member.startOn < addDays(today, -200);
  const staff = chance.shuffled(cast.filter((each) => settled(each) && each.login === null));
  const tuesday = ({ company }: Member, days: number): Day =>
    tuesdayFrom(namesIn[company.code].region, addDays(today, days));
  for (const [index, member] of staff.slice(0, awayAtMost).entries()) {
    const code = (['LEAVE', 'SICK', 'UNPAID', 'ERRAND'] as const)[index % 4] ?? 'LEAVE';
    away(
      story,
      member,
      code,
      tuesday(member, -chance.between(24, 80)),
      code === 'LEAVE' ? 4 : code === 'ERRAND' ? 1 : 2,
      code === 'ERRAND' ? '2' : null,
    );
  }
  const asking = [
    ...cast.filter((each) => settled(each) && each.login === 'employee'),
    ...staff.slice(awayAtMost, awayAtMost + leaveAtMost),
  ];
  for (const member of asking) away(story, member, 'LEAVE', tuesday(member, chance.between(14, 50)), 3, null);
}
