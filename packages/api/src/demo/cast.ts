/** Who works where in the demo, since when and until when: 250 people, made up the same way every time. */
import { addDays, type Day } from './calendar.ts';
import { type Country, countries } from './country.ts';
import { ibanOf, nationalIdOf } from './identity.ts';
import { type CompanyPlan, companyPlans, type DepartmentPlan, type SeatPlan } from './organisation.ts';
import type { Chance } from './random.ts';

export interface Member {
  readonly number: number;
  readonly company: CompanyPlan;
  readonly country: Country;
  readonly department: DepartmentPlan;
  readonly seat: SeatPlan;
  readonly manager: Member | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
  readonly birthOn: Day;
  readonly nationalId: string;
  readonly iban: string;
  readonly fte: string;
  readonly pay: number;
  readonly startOn: Day;
  readonly ends: { readonly endOn: Day; readonly reason: string } | null;
  /** Name of the demo login of this person. */
  readonly login: string | null;
}

/** Which people of the demo can sign in: by department, title and how manieth of them. */
const logins: readonly (readonly [login: string, department: string, title: string, ordinal: number])[] = [
  ['hr', 'HR', 'Personalchef', 0],
  ['hr2', 'HR', 'Personalspecialist', 0],
  ['payroll', 'EKO', 'Lönespecialist', 0],
  ['payroll2', 'EKO', 'Lönespecialist', 1],
  ['accounting', 'EKO', 'Redovisningsansvarig', 0],
  ['accounting2', 'EKO', 'Ekonom', 0],
  ['it', 'IT', 'IT-chef', 0],
  ['it2', 'IT', 'Systemtekniker', 0],
  ['admin', 'IT', 'Driftansvarig', 0],
  ['admin2', 'IT', 'Systemtekniker', 1],
  ['manager', 'FSG', 'Säljledare', 0],
  ['employee', 'FSG', 'Säljare', 0],
  ['manager2', 'FEJ', 'Csoportvezető', 0],
  ['employee2', 'FEJ', 'Fejlesztő', 0],
  ['reporting', 'EKO', 'Controller', 0],
  ['reporting2', 'IRO', 'Könyvelő', 0],
];

const leaving = ['Resigned for another job', 'Retired', 'Moved abroad', 'End of trial period', 'Resigned to study'];
const leaversAtMost = 12;
const leavingSoonAtMost = 2;
const newcomersAtMost = 4;

/** The seats of a department, one for each person in it, the highest first. */
function seatsOf({ people, seats }: DepartmentPlan): SeatPlan[] {
  const above = seats.filter(({ level }) => level === 'director' || level === 'head');
  const leads = seats
    .filter(({ level }) => level === 'lead')
    .flatMap((seat) => Array<SeatPlan>(Math.round(people / 9)).fill(seat));
  const staff = seats.filter(({ level }) => level === 'staff');
  const places = people - above.length - leads.length;
  return [...above, ...leads, ...Array.from({ length: places }, (_, index) => staff[index % staff.length] as SeatPlan)];
}

const latin = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

interface Casting {
  readonly chance: Chance;
  readonly today: Day;
  /** First day of the story: who was there before is hired on it, with the day of their contract. */
  readonly opensOn: Day;
  readonly mails: Set<string>;
  readonly ids: Set<string>;
  readonly seen: Map<string, number>;
  leavers: number;
  leavingSoon: number;
  newcomers: number;
}

/** When somebody begins and leaves. Those above others, and those who can sign in, have always been there. */
function datesOf(casting: Casting, isFixture: boolean): Pick<Member, 'startOn' | 'ends'> {
  const { chance, today, opensOn } = casting;
  const before = addDays(opensOn, -chance.between(20, 350));
  if (isFixture || chance.next() < 0.5) {
    if (isFixture || chance.next() > 0.14 || casting.leavers >= leaversAtMost) return { startOn: before, ends: null };
    casting.leavers += 1;
    const endOn = addDays(opensOn, chance.between(200, 690));
    return { startOn: before, ends: { endOn, reason: chance.pick(leaving) } };
  }
  if (casting.newcomers < newcomersAtMost && chance.next() < 0.1) {
    casting.newcomers += 1;
    return { startOn: addDays(today, chance.between(8, 40)), ends: null };
  }
  const startOn = addDays(opensOn, chance.between(20, 690));
  if (casting.leavingSoon >= leavingSoonAtMost || chance.next() > 0.05) return { startOn, ends: null };
  casting.leavingSoon += 1;
  return { startOn, ends: { endOn: addDays(today, chance.between(10, 40)), reason: chance.pick(leaving) } };
}

function mailOf(casting: Casting, first: string, last: string, domain: string): string {
  for (let count = 1; ; count += 1) {
    const mail = `${latin(first)}.${latin(last)}${count > 1 ? count : ''}@${domain}`;
    if (casting.mails.has(mail)) continue;
    casting.mails.add(mail);
    return mail;
  }
}

function loginOf(casting: Casting, department: DepartmentPlan, seat: SeatPlan): string | null {
  const key = `${department.code} ${seat.title}`;
  const ordinal = casting.seen.get(key) ?? 0;
  casting.seen.set(key, ordinal + 1);
  return (
    logins.find(
      ([, code, title, which]) => code === department.code && title === seat.title && which === ordinal,
    )?.[0] ?? null
  );
}

interface Place {
  readonly company: CompanyPlan;
  readonly department: DepartmentPlan;
  readonly seat: SeatPlan;
  readonly manager: Member | null;
}

function memberIn(casting: Casting, number: number, { company, department, seat, manager }: Place): Member {
  const { chance } = casting;
  const country = countries[company.code];
  const [firstName, lastName] = [chance.pick(country.firstNames), chance.pick(country.lastNames)];
  const birthOn = addDays(casting.today, -chance.between(22 * 365, 63 * 365));
  const login = loginOf(casting, department, seat);
  const isStaff = seat.level === 'staff';
  const pay = Math.round((seat.pay * (0.9 + chance.next() * 0.2)) / country.payStep) * country.payStep;
  return {
    number,
    company,
    country,
    department,
    seat,
    manager,
    firstName,
    lastName,
    workEmail: mailOf(casting, firstName, lastName, company.mailDomain),
    birthOn,
    nationalId: nationalIdOf(company.code, birthOn, chance, casting.ids),
    iban: ibanOf(company.code, chance),
    fte: isStaff && chance.next() < 0.12 ? chance.pick(['0.8', '0.75', '0.5']) : '1',
    pay,
    login,
    ...datesOf(casting, !isStaff || login !== null),
  };
}

/** Leads take turns in getting staff, so that each has a team; where there are none, staff report to the head. */
function managerFor(
  seat: SeatPlan,
  staffBefore: number,
  leads: readonly Member[],
  head: Member | null,
  director: Member | null,
): Member | null {
  if (seat.level === 'director') return null;
  if (seat.level === 'head') return director;
  if (seat.level === 'lead' || leads.length === 0) return head;
  return leads[staffBefore % leads.length] ?? head;
}

export function castOf(chance: Chance, today: Day, opensOn: Day): readonly Member[] {
  const nobody = { mails: new Set<string>(), ids: new Set<string>(), seen: new Map<string, number>() };
  const casting: Casting = { chance, today, opensOn, ...nobody, leavers: 0, leavingSoon: 0, newcomers: 0 };
  const members: Member[] = [];
  for (const company of companyPlans) {
    let director: Member | null = null;
    for (const department of company.departments) {
      const leads: Member[] = [];
      let head: Member | null = null;
      for (const [index, seat] of seatsOf(department).entries()) {
        const staffBefore = index - leads.length - (head ? 1 : 0);
        const manager: Member | null = managerFor(seat, staffBefore, leads, head, director);
        const member = memberIn(casting, members.length + 1, { company, department, seat, manager });
        members.push(member);
        if (seat.level === 'director') director = member;
        if (seat.level === 'director' || seat.level === 'head') head = member;
        if (seat.level === 'lead') leads.push(member);
      }
    }
  }
  return members;
}
