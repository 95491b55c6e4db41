/** Headcount, full-time equivalents and turnover by month tie to the employments that they count. */
import { dayFromNow, type Member, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The first and the last day of a month, so many from this one on. */
function monthFromNow(months: number): { readonly startsOn: string; readonly endsOn: string } {
  const today = new Date();
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, date)).toISOString().slice(0, 10);
  return { startsOn: day(months, 1), endsOn: day(months + 1, 0) };
}

let world: World;
let office: Office;
let auditor: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  // The first and the last days of months belong to them.
  await office.hire('Anna', { startOn: monthFromNow(-3).startsOn });
  await office.hire('Bo', { startOn: monthFromNow(-2).endsOn, fte: '0.5' });
  await office.hire('Cia', { startOn: monthFromNow(-1).startsOn, fte: '0.75' });
  const soon = await office.hire('Dan', { startOn: dayFromNow(0) });
  const cancelled = await office.hire('Eva', { startOn: dayFromNow(20) });
  await performed(
    office.hr,
    'endEmployment',
    { employeeId: soon.employeeId, endOn: dayFromNow(45), reason: 'Resigned' },
    'employee { id }',
  );
  await performed(
    office.hr,
    'cancelHire',
    { employeeId: cancelled.employeeId, reason: 'Took another offer' },
    'employee { id }',
  );
  auditor = await world.member('auditor', [{ role: 'AUDITOR', companyId: office.companyId }]);
});
afterAll(() => world.stop());

interface Month {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly headcount: number;
  readonly fte: string;
  readonly joined: number;
  readonly left: number;
  readonly turnover: string | null;
}

async function months(who: Member, startsOn: string, endsOn: string): Promise<readonly Month[] | null> {
  const query = `query ($companyId: ID!, $startsOn: Date!, $endsOn: Date!) {
    workforceByMonth(companyId: $companyId, startsOn: $startsOn, endsOn: $endsOn) {
      startsOn endsOn headcount fte joined left turnover } }`;
  const variables = { companyId: office.companyId, startsOn, endsOn };
  return (await who.client.request<{ workforceByMonth: readonly Month[] | null }>(query, variables)).workforceByMonth;
}

test('a first of a month, a last of a month and a part of full time count where they belong', async () => {
  const none = { left: 0, turnover: '0' };
  expect(await months(auditor, monthFromNow(-3).endsOn, monthFromNow(-1).startsOn)).toEqual([
    { ...monthFromNow(-3), ...none, headcount: 1, fte: '1', joined: 1 },
    { ...monthFromNow(-2), ...none, headcount: 2, fte: '1.5', joined: 1 },
    { ...monthFromNow(-1), ...none, headcount: 3, fte: '2.25', joined: 1 },
  ]);
  const { startsOn, endsOn } = monthFromNow(-5);
  expect(await months(auditor, startsOn, endsOn)).toMatchObject([{ headcount: 0, fte: '0', turnover: null }]);
});

test('each month follows from the one before, and ties to the list of employees', async () => {
  const found = (await months(auditor, monthFromNow(-5).startsOn, dayFromNow(100))) ?? [];
  const query = `query ($day: Date!) { employees: employeeAggregate(where: { status: { ne: CANCELLED }, startOn: { lte: $day },
    or: [{ endOn: { isNull: true } }, { endOn: { gte: $day } }] }) { count } }`;
  let before = 0;
  for (const { endsOn, headcount, joined, left, turnover } of found) {
    expect([endsOn, headcount]).toEqual([endsOn, before + joined - left]);
    const { employees } = await auditor.client.request<{ employees: { count: number } }>(query, { day: endsOn });
    expect([endsOn, headcount]).toEqual([endsOn, employees.count]);
    const mean = (before + headcount) / 2;
    expect([endsOn, turnover === null ? null : Number(turnover)]).toEqual([
      endsOn,
      mean === 0 ? null : Math.round((left / mean) * 10_000) / 100,
    ]);
    before = headcount;
  }
  expect(found.reduce((sum, { left }) => sum + left, 0)).toBe(1);
  expect(found.reduce((sum, { joined }) => sum + joined, 0)).toBe(4);
});

test('whoever may not read of everybody when they came and went is told nothing', async () => {
  const other = await openOffice(world, 'XX');
  const employee = await world.member('employee', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  const manager = await world.member('manager', [{ role: 'MANAGER', companyId: office.companyId }]);
  for (const who of [employee, manager, other.hr]) expect(await months(who, '2025-01-01', '2025-12-31')).toBeNull();
  const reporting = await world.member('reporting', [{ role: 'REPORTING', companyId: office.companyId }]);
  expect(await months(reporting, monthFromNow(-1).startsOn, monthFromNow(-1).endsOn)).toMatchObject([{ headcount: 3 }]);
});

test.each([
  ['the other way round', '2025-02-01', '2025-01-01', /BAD_INPUT/],
  ['more than ten years', '2015-01-01', '2025-01-01', /LIMIT_EXCEEDED/],
  ['a day that there is not', '2025-02-30', '2025-03-01', /BAD_INPUT/],
])('months %s are refused', async (_title, startsOn, endsOn, said) => {
  await expect(months(auditor, startsOn, endsOn)).rejects.toThrow(said);
});
