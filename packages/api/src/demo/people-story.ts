/** Two years with the people of the demo: hires, reviews, promotions, moves, part time, and those who left. */
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day, firstOfMonth, yearly } from './calendar.ts';
import type { Member } from './cast.ts';
import { type FoundedCompany, type Seat, type Staff, seatKey } from './organisation-story.ts';
import { addressOf, grantsOf, type Player, viewerOf } from './players.ts';
import { type Promotion, type Promotions, promotionOf } from './promotion.ts';
import type { Chance } from './random.ts';
import type { Schedule } from './schedule.ts';
import type { Stage } from './stage.ts';

export interface Story {
  readonly stage: Stage;
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly staff: Staff;
  readonly today: Day;
  readonly opensOn: Day;
  readonly companies: readonly FoundedCompany[];
  /** Filled as people are hired, by their number in the cast. */
  readonly players: Map<number, Player>;
}

const companyOf = ({ companies }: Story, member: Member): FoundedCompany => {
  const found = companies.find(({ plan }) => plan === member.company);
  if (!found) throw new Error(`${member.company.name} was not founded`);
  return found;
};

const seatOf = (company: FoundedCompany, department: string, title: string): Seat => {
  const found = company.seats.get(seatKey(department, title));
  if (!found) throw new Error(`${company.plan.name} has no seat ${title} in ${department}`);
  return found;
};

export const playerOf = ({ players }: Story, member: Member): Player => {
  const found = players.get(member.number);
  if (!found) throw new Error(`${member.firstName} ${member.lastName} is not hired yet`);
  return found;
};

/** Day on which somebody's hire is written down: when the story opens, or some weeks before the first day. */
const hiredOn = ({ opensOn, today }: Story, { startOn }: Member): Day => {
  const ahead = addDays(startOn, -28);
  const day = ahead < opensOn ? opensOn : ahead;
  return day < today ? day : addDays(today, -3);
};

function homeOf({ country, company }: Member, chance: Chance) {
  const [homeCity, homePostalCode] = chance.pick(country.towns);
  const number = chance.between(1, 90);
  const street = chance.pick(country.streets);
  const homeStreet =
    company.code === 'GB' ? `${number} ${street}` : `${street} ${number}${company.code === 'HU' ? '.' : ''}`;
  return { homeStreet, homePostalCode, homeCity, homeCountry: company.code };
}

const phoneOf = ({ country }: Member, chance: Chance): string =>
  `${country.phonePrefix}${chance.digits(country.phoneDigits)}`;

/** HR hires; an administrator lets them in. */
async function hire(story: Story, member: Member, day: Day): Promise<void> {
  const { stage, staff, chance, players } = story;
  const { company, country, department, seat, manager } = member;
  const founded = companyOf(story, member);
  const employeeId = await stage.act(staff['hr'] as Viewer, at(day), 'hireEmployee', {
    idempotencyKey: `demo hire ${member.number}`,
    companyId: founded.id,
    positionId: seatOf(founded, department.code, seat.title).id,
    managerId: manager && playerOf(story, manager).employeeId,
    siteId: founded.siteIds[chance.next() < 0.7 ? 0 : 1],
    firstName: member.firstName,
    lastName: member.lastName,
    nationalId: member.nationalId,
    birthOn: member.birthOn,
    nationality: company.code,
    ...homeOf(member, chance),
    privatePhone: phoneOf(member, chance),
    emergencyName: `${chance.pick(country.firstNames)} ${member.lastName}`,
    emergencyPhone: phoneOf(member, chance),
    workEmail: member.workEmail,
    workPhone: phoneOf(member, chance),
    startOn: member.startOn,
    contractType: 'PERMANENT',
    fte: member.fte,
    salary: String(member.pay),
    currencyCode: company.currency,
    payPeriod: country.payPeriod,
    taxCode: chance.pick(country.taxCodes),
    taxDependants: chance.between(0, 3),
  });
  const { personId } = await stage.tx.employee.findUniqueOrThrow({ where: { id: employeeId } });
  players.set(member.number, { member, companyId: founded.id, employeeId, personId, viewer: staff['admin'] as Viewer });
}

/** Somebody's account, with which they see and propose what is their own. */
export type LetIn = (player: Omit<Player, 'viewer'>) => Promise<string>;

async function joinIn(story: Story, member: Member, letIn: LetIn): Promise<void> {
  const player = playerOf(story, member);
  const { companyId, employeeId, personId } = player;
  const userId = await letIn(player);
  const { firstName, lastName, login } = member;
  const viewer = viewerOf({
    userId,
    email: login === null ? member.workEmail : addressOf(login),
    name: `${firstName} ${lastName}`,
    personId,
    employeeIds: [employeeId],
    grants: grantsOf(login, companyId),
  });
  story.players.set(member.number, { ...player, viewer });
  if (login !== null) story.staff[login] = viewer;
}

/** The account that pay goes to: the person names it, and two people of payroll approve. */
function planAccount(story: Story, member: Member, day: Day): void {
  const { stage, schedule, staff } = story;
  const pair = pairOf(staff, 'payroll', member);
  if (!pair) return;
  let bankChangeId = '';
  schedule.on(at(day, 10), async () => {
    const { viewer, personId } = playerOf(story, member);
    await stage.act(viewer, at(day, 10), 'proposeBankChange', {
      personId,
      iban: member.iban,
      note: 'My first account here',
    });
    bankChangeId = (await stage.tx.bankChange.findFirstOrThrow({ where: { personId, status: 'PROPOSED' } })).id;
  });
  for (const [index, approver] of pair.entries())
    schedule.on(at(day, 11 + index), () =>
      stage.act(approver, at(day, 11 + index), 'approveBankChange', { bankChangeId }),
    );
}

/** The two who do a work. Nobody decides on what is their own, so there is nobody for those two themselves. */
export function pairOf(staff: Staff, work: string, { login }: Member): readonly [Viewer, Viewer] | null {
  if (login?.replace(/2$/, '') === work) return null;
  return [staff[work] as Viewer, staff[`${work}2`] as Viewer];
}

export interface PayWanted {
  readonly amount: number;
  readonly reason: string;
}

export type PayEnd = 'approved' | 'rejected' | 'open';

/** HR proposes pay, and somebody else of HR approves it. */
export function planPay(
  story: Story,
  member: Member,
  day: Day,
  startOn: Day,
  pay: () => Promise<PayWanted> | PayWanted,
  end: PayEnd = 'approved',
): void {
  const { stage, schedule, staff } = story;
  const pair = pairOf(staff, 'hr', member);
  if (!pair) return;
  const [proposer, decider] = pair;
  let compensationId = '';
  schedule.on(at(day, 13), async () => {
    const { employeeId } = playerOf(story, member);
    const { amount, reason } = await pay();
    const { currency: currencyCode } = member.company;
    const terms = { amount: String(amount), currencyCode, payPeriod: member.country.payPeriod };
    await stage.act(proposer, at(day, 13), 'proposePay', { employeeId, ...terms, startOn, reason });
    compensationId = (await stage.tx.compensation.findFirstOrThrow({ where: { employeeId, status: 'PROPOSED' } })).id;
  });
  const decidedAt = at(addDays(day, 3), 13);
  if (end === 'approved') schedule.on(decidedAt, () => stage.act(decider, decidedAt, 'approvePay', { compensationId }));
  if (end === 'rejected')
    schedule.on(decidedAt, () =>
      stage.act(decider, decidedAt, 'rejectPay', { compensationId, reason: 'Not in this year’s budget' }),
    );
}

/** What somebody earns and where they sit, as the story goes on. */
interface Career {
  pay: number;
  seat: Seat;
}

const within = (career: Career, amount: number, step: number): number =>
  Math.min(career.seat.highest, Math.max(career.seat.lowest, Math.round(amount / step) * step));

/** The yearly review: everybody who was there for half a year, each 1 April. */
function planReviews(story: Story, member: Member, career: Career): void {
  const { chance, opensOn, today } = story;
  const until = member.ends ? addDays(member.ends.endOn, -60) : addDays(today, 30);
  for (const startOn of yearly('04-01', addDays(opensOn, 45), until)) {
    const day = addDays(startOn, -chance.between(16, 30));
    if (member.startOn > addDays(startOn, -180) || day >= addDays(today, -4) || chance.next() < 0.15) continue;
    const share = 1.015 + chance.next() * 0.035;
    planPay(story, member, day, startOn, () => {
      career.pay = within(career, career.pay * share, member.country.payStep);
      return { amount: career.pay, reason: `Review ${startOn.slice(0, 4)}` };
    });
  }
}

function planPromotion(story: Story, member: Member, career: Career, { seat: next, startOn }: Promotion): void {
  const { stage, schedule, staff } = story;
  const seat = seatOf(companyOf(story, member), member.department.code, next.title);
  const day = addDays(startOn, -10);
  schedule.on(at(day, 9), async () => {
    const { employeeId } = playerOf(story, member);
    await stage.act(staff['hr'] as Viewer, at(day, 9), 'changePosition', {
      employeeId,
      positionId: seat.id,
      startOn,
      reason: 'Promotion',
    });
    career.seat = seat;
  });
  planPay(story, member, day, startOn, () => {
    career.pay = within(career, career.pay * 1.1, member.country.payStep);
    return { amount: career.pay, reason: 'Promotion' };
  });
}

function planPartTime(story: Story, member: Member): void {
  const { stage, schedule, staff, today, chance } = story;
  const startOn = firstOfMonth(addDays(today, -chance.between(60, 400)));
  if (member.startOn > addDays(startOn, -60)) return;
  const day = addDays(startOn, -20);
  schedule.on(at(day, 9), () => {
    const { employeeId } = playerOf(story, member);
    const { positionId, reason } = {
      positionId: seatOf(companyOf(story, member), member.department.code, member.seat.title).id,
      reason: 'Part time as asked for',
    };
    return stage.act(staff['hr'] as Viewer, at(day, 9), 'changePosition', {
      employeeId,
      positionId,
      fte: '0.8',
      startOn,
      reason,
    });
  });
}

/** Another team of the same department. */
function planMove(story: Story, member: Member, cast: readonly Member[]): void {
  const { stage, schedule, staff, today, chance } = story;
  const others = cast.filter(({ department, seat }) => department === member.department && seat.level === 'lead');
  const manager = others.find((each) => each !== member.manager);
  const startOn = firstOfMonth(addDays(today, -chance.between(40, 300)));
  if (!manager || member.seat.level !== 'staff' || member.startOn > addDays(startOn, -60)) return;
  const day = addDays(startOn, -14);
  schedule.on(at(day, 9), () => {
    const [employeeId, managerId] = [playerOf(story, member).employeeId, playerOf(story, manager).employeeId];
    return stage.act(staff['hr'] as Viewer, at(day, 9), 'changeManager', {
      employeeId,
      managerId,
      startOn,
      reason: 'New team',
    });
  });
}

function planEnd(story: Story, member: Member): void {
  const { stage, schedule, staff, today } = story;
  if (!member.ends) return;
  const { endOn, reason } = member.ends;
  const day = [addDays(endOn, -30), addDays(today, -2)].sort()[0] as Day;
  schedule.on(at(day, 15), () => {
    const { employeeId } = playerOf(story, member);
    return stage.act(staff['hr'] as Viewer, at(day, 15), 'endEmployment', { employeeId, endOn, reason });
  });
}

/** Writes the years of everybody into the schedule. */
export function planPeople(story: Story, cast: readonly Member[], letIn: LetIn): void {
  const { schedule, chance, today } = story;
  const promotions: Promotions = new Map();
  for (const member of cast) {
    const day = hiredOn(story, member);
    schedule.on(at(day, 8), () => hire(story, member, day));
    schedule.on(at(day, 8.5), () => joinIn(story, member, letIn));
    const accountOn = [addDays(member.startOn, 1), addDays(day, 1)].sort()[1] as Day;
    if (accountOn < addDays(today, -1)) planAccount(story, member, accountOn);
    const company = companyOf(story, member);
    const career: Career = { pay: member.pay, seat: seatOf(company, member.department.code, member.seat.title) };
    planReviews(story, member, career);
    planEnd(story, member);
    if (member.ends || member.login || member.seat.level !== 'staff' || member.fte !== '1') continue;
    const fate = chance.next();
    if (fate < 0.12) {
      const promotion = promotionOf(member, today, chance, promotions);
      if (promotion) planPromotion(story, member, career, promotion);
    } else if (fate < 0.16) planPartTime(story, member);
    else if (fate < 0.24) planMove(story, member, cast);
  }
}
