/** The founding: companies, places, departments, cost centres and the seats that people are hired into. */
import type { Viewer } from '../viewer.ts';
import { at, type Day } from './calendar.ts';
import type { Member } from './cast.ts';
import { countries } from './country.ts';
import { type CompanyPlan, companyPlans, type DepartmentPlan, type SeatPlan } from './organisation.ts';
import type { Stage } from './stage.ts';

/** Whoever does the daily work of the companies, by login; they become employees themselves as the story goes on. */
export type Staff = Record<string, Viewer>;

export interface Seat {
  readonly id: string;
  readonly plan: SeatPlan;
  readonly lowest: number;
  readonly highest: number;
}

export interface FoundedCompany {
  readonly id: string;
  readonly plan: CompanyPlan;
  readonly siteIds: readonly string[];
  /** Room in which devices are kept, at the first site. */
  readonly storeId: string;
  readonly departmentIds: ReadonlyMap<string, string>;
  /** Seats by department and title. */
  readonly seats: ReadonlyMap<string, Seat>;
}

export const seatKey = (department: string, title: string): string => `${department} ${title}`;

/** Seats to spare, so that there are vacancies and somewhere to be promoted to. */
export const spareOf: Readonly<Record<SeatPlan['level'], number>> = { director: 0, head: 0, lead: 1, staff: 2 };

const yearOf = (day: Day): string => day.slice(0, 4);

async function foundPlaces(stage: Stage, { hr }: Staff, companyId: string, { code: country, sites }: CompanyPlan) {
  const siteIds: string[] = [];
  const roomIds: string[] = [];
  for (const { rooms, ...site } of sites) {
    const siteId = await stage.make(hr as Viewer, 'Site', { ...site, companyId, country });
    siteIds.push(siteId);
    for (const [code, name, floor, capacity] of rooms)
      roomIds.push(await stage.make(hr as Viewer, 'Room', { companyId, siteId, code, name, floor, capacity }));
  }
  return { siteIds, storeId: roomIds[0] ?? '' };
}

/** HR makes the department, and accounting says where its costs go. */
async function foundDepartment(
  stage: Stage,
  { hr, accounting }: Staff,
  companyId: string,
  { code, name, costCentre }: DepartmentPlan,
  parentId: string | null,
): Promise<string> {
  const costCentreId = await stage.make(accounting as Viewer, 'CostCentre', { companyId, code: costCentre, name });
  const id = await stage.make(hr as Viewer, 'Department', { companyId, code, name, parentId });
  await stage.change(accounting as Viewer, 'Department', id, 1, { costCentreId });
  return id;
}

interface SeatOrder {
  readonly companyId: string;
  readonly departmentId: string;
  readonly code: string;
  readonly plan: SeatPlan;
  readonly budgetedFte: number;
}

/** HR proposes a seat, accounting takes it into the budget, and HR opens it. */
async function foundSeat(stage: Stage, staff: Staff, day: Day, company: CompanyPlan, order: SeatOrder): Promise<Seat> {
  const { plan, budgetedFte, ...placed } = order;
  const { payStep, payPeriod } = countries[company.code];
  const [lowest, highest] = [0.75, 1.6].map((share) => Math.round((plan.pay * share) / payStep) * payStep) as [
    number,
    number,
  ];
  const range = {
    payMinimum: String(lowest),
    payMaximum: String(highest),
    payCurrencyCode: company.currency,
    payPeriod,
  };
  const { hr, accounting } = staff as { hr: Viewer; accounting: Viewer };
  const id = await stage.make(hr, 'Position', {
    ...placed,
    ...range,
    title: plan.title,
    budgetedFte: String(budgetedFte),
  });
  await stage.act(accounting, at(day), 'approvePosition', { positionId: id, reason: `Budget ${yearOf(day)}` });
  await stage.act(hr, at(day), 'openPosition', { positionId: id });
  return { id, plan, lowest, highest };
}

async function foundCompany(
  stage: Stage,
  staff: Staff,
  day: Day,
  plan: CompanyPlan,
  cast: readonly Member[],
): Promise<FoundedCompany> {
  const { code, name, registrationNumber, currency: baseCurrencyCode, locale, timeZone } = plan;
  const own = { code, name, registrationNumber, country: code, baseCurrencyCode, locale, timeZone };
  const companyId = await stage.make(staff['admin'] as Viewer, 'Company', own);
  const places = await foundPlaces(stage, staff, companyId, plan);
  const departmentIds = new Map<string, string>();
  const seats = new Map<string, Seat>();
  for (const department of plan.departments) {
    const parentId = departmentIds.get(plan.departments[0]?.code ?? '') ?? null;
    const departmentId = await foundDepartment(stage, staff, companyId, department, parentId);
    departmentIds.set(department.code, departmentId);
    for (const [index, seat] of department.seats.entries()) {
      const taken = cast.filter((each) => each.department === department && each.seat === seat).length;
      const order = { companyId, departmentId, code: `${department.code}-${index + 1}`, plan: seat };
      const budgetedFte = taken + spareOf[seat.level];
      seats.set(
        seatKey(department.code, seat.title),
        await foundSeat(stage, staff, day, plan, { ...order, budgetedFte }),
      );
    }
  }
  return { id: companyId, plan, ...places, departmentIds, seats };
}

export async function foundCompanies(
  stage: Stage,
  staff: Staff,
  day: Day,
  cast: readonly Member[],
): Promise<readonly FoundedCompany[]> {
  const founded: FoundedCompany[] = [];
  for (const plan of companyPlans) founded.push(await foundCompany(stage, staff, day, plan, cast));
  return founded;
}

/** Seats of every other status: asked for, budgeted, frozen and gone. */
export async function foundOtherSeats(stage: Stage, staff: Staff, today: Day, company: FoundedCompany): Promise<void> {
  const { hr, accounting } = staff as { hr: Viewer; accounting: Viewer };
  const [first] = company.plan.departments.slice(-1);
  const departmentId = company.departmentIds.get(first?.code ?? '');
  const titles = { SE: 'Kundansvarig', HU: 'Adatelemző', GB: 'Data Analyst' };
  const propose = (code: string) =>
    stage.make(hr, 'Position', {
      companyId: company.id,
      departmentId,
      code,
      title: titles[company.plan.code],
      budgetedFte: '1',
    });
  await propose(`${first?.code}-P1`);
  const [approved, frozen, closed] = [
    await propose(`${first?.code}-P2`),
    await propose(`${first?.code}-P3`),
    await propose(`${first?.code}-P4`),
  ];
  for (const positionId of [approved, frozen])
    await stage.act(accounting, at(today), 'approvePosition', { positionId });
  await stage.act(hr, at(today), 'freezePosition', {
    positionId: frozen,
    reason: 'No hiring in this half of the year',
  });
  await stage.act(hr, at(today), 'closePosition', { positionId: closed, reason: 'Done by another department' });
}
