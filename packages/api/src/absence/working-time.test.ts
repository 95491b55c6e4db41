/** What pay runs are told of working time, and where it comes from. */

import { calendarDate } from '@kontor/core';
import { type Hired, type Office, openOffice, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillHolidaysAhead, workingTimesOf } from './index.ts';

let world: World;
let office: Office;
let calendarId: string;
let anna: Hired;
let bert: Hired;

const week = (hours: readonly string[]) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day, index) => [
      `${day}Hours`,
      hours[index] ?? '0',
    ]),
  );

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const calendar = { companyId: office.companyId, code: 'HU', name: 'Magyarország', region: 'HU', isDefault: true };
  calendarId = (await performed(office.hr, 'createWorkCalendar', calendar, 'workCalendar { id }')).id;
  const seat = { startOn: '2026-02-02' };
  anna = await office.hire('Anna', seat);
  bert = await office.hire('Bert', { ...seat, fte: '0.5' });
});
afterAll(() => world.stop());

const times = async (from: string, until: string) => {
  const range = { from: calendarDate(from), until: calendarDate(until) };
  const found = await workingTimesOf(world.server.app.prisma, [anna.employeeId, bert.employeeId], range);
  return [anna, bert].map(({ employeeId }) => {
    const { days: _, ...sums } = found.get(employeeId) ?? { days: [] };
    return sums;
  });
};
const nothing = { absentDays: '0', absentHours: '0', unpaidDays: '0', unpaidHours: '0', faults: [] };

test('without holidays nothing can be counted on; the job fills them in, this year and the next, once', async () => {
  expect(await times('2026-08-01', '2026-08-31')).toMatchObject([
    { faults: ['HOLIDAYS_MISSING'] },
    { faults: ['HOLIDAYS_MISSING'] },
  ]);
  const noon = new Date('2026-06-01T12:00:00Z');
  const [once, again] = await Promise.all([1, 2].map(() => fillHolidaysAhead(world.server.app, noon)));
  // Eleven holidays in each year, and three pairs of days that were moved in 2026.
  expect([once, again].sort()).toEqual([0, 28]);
  expect(await times('2026-08-01', '2026-08-31')).toMatchObject([
    { workingDays: '20', workingHours: '160', ...nothing },
    { workingDays: '20', workingHours: '80', ...nothing },
  ]);
});

test('a year that somebody wrote in is theirs; HR fills in what is missing', async () => {
  const { companyId, hr } = office;
  const day = { companyId, calendarId, fallsOn: '2028-08-20', name: 'Ours' };
  await performed(hr, 'createHoliday', day, 'holiday { id }');
  expect(await fillHolidaysAhead(world.server.app, new Date('2027-06-01T12:00:00Z'))).toBe(0);
  const fill = () => perform(hr, 'fillHolidays', { calendarId, year: 2028 }, 'workCalendar { id }');
  expect([(await fill()).errors, (await fill()).errors]).toEqual([[], []]);
  const { holidays } = await hr.client.request<{ holidays: { nodes: { name: string }[]; totalCount: number } }>(
    '{ holidays(where: { fallsOn: { gte: "2028-01-01", lte: "2028-12-31" } }) { totalCount nodes { name } } }',
  );
  expect(holidays.totalCount).toBe(11);
  expect(holidays.nodes.map(({ name }) => name)).toContain('Ours');
});

test('agreed hours begin on their day, end the ones before, and are corrected from the same day', async () => {
  const set = (startOn: string, hours: readonly string[]) =>
    perform(
      office.hr,
      'setWorkPattern',
      { employeeId: bert.employeeId, calendarId, startOn, ...week(hours), reason: 'Agreed' },
      'employee { workPatterns { nodes { startOn endOn mondayHours } } }',
    );
  expect((await set('2026-09-07', ['6'])).errors).toEqual([]);
  expect((await set('2026-09-14', ['4', '4'])).errors).toEqual([]);
  expect((await set('2026-09-10', ['8'])).errors).toEqual(['LATER_HOURS_EXIST startOn']);
  expect((await set('2026-01-01', ['8'])).errors).toEqual(['OUTSIDE_EMPLOYMENT startOn']);
  expect((await set('2026-09-14', ['5', '5'])).record).toEqual({
    workPatterns: {
      nodes: [
        { startOn: '2026-09-07', endOn: '2026-09-13', mondayHours: '6' },
        { startOn: '2026-09-14', endOn: null, mondayHours: '5' },
      ],
    },
  });
  expect((await times('2026-09-01', '2026-09-20'))[1]).toMatchObject({ workingDays: '7', workingHours: '32' });
});

test('unpaid days and hours are told apart, and what is only asked for counts for nothing', async () => {
  const { companyId, hr } = office;
  const kind = async (code: string, paid: boolean): Promise<string> =>
    (
      await performed(
        hr,
        'createAbsenceKind',
        { companyId, code, name: code, paid, unit: 'HOURS' },
        'absenceKind { id }',
      )
    ).id;
  const [paid, unpaid] = [await kind('PAID', true), await kind('UNPAID', false)];
  const away = (kindId: string, input: object) =>
    performed(hr, 'recordAbsence', { employeeId: anna.employeeId, kindId, ...input }, 'employee { id }');
  await away(paid, { startOn: '2026-10-01', endOn: '2026-10-02' });
  await away(unpaid, { startOn: '2026-10-09', endOn: '2026-10-12' });
  await away(unpaid, { startOn: '2026-10-14', hours: '2' });
  await away(unpaid, { startOn: '2026-10-30', endOn: '2026-11-03' });
  const herself = await world.member('anna', [{ role: 'EMPLOYEE', companyId }], anna.personId);
  const asked = { employeeId: anna.employeeId, kindId: unpaid, startOn: '2026-10-20' };
  await performed(herself, 'requestAbsence', asked, 'employee { id }');
  expect((await times('2026-10-01', '2026-10-31'))[0]).toEqual({
    workingDays: '21',
    workingHours: '168',
    absentDays: '5.25',
    absentHours: '42',
    unpaidDays: '3.25',
    unpaidHours: '26',
    faults: [],
  });
});

test.each([
  ['a region that nobody knows', 'createWorkCalendar', { code: 'X', name: 'X', region: 'XX' }, 'REGION_UNKNOWN region'],
  [
    'a second calendar that decides',
    'createWorkCalendar',
    { code: 'Y', name: 'Y', isDefault: true },
    'ALREADY_EXISTS isDefault',
  ],
  [
    'leave to be ill',
    'createAbsenceKind',
    { code: 'Z', name: 'Z', isHealth: true },
    'HEALTH_IS_REPORTED needsApproval',
  ],
])('refuses %s', async (_, mutation, input, refusal) => {
  const single = mutation === 'createWorkCalendar' ? 'workCalendar { id }' : 'absenceKind { id }';
  const { errors } = await perform(office.hr, mutation, { companyId: office.companyId, ...input }, single);
  expect(errors).toEqual([refusal]);
});

test('a day that is worked says in whose place', async () => {
  const input = { companyId: office.companyId, calendarId, fallsOn: '2027-12-11', name: 'Saturday', kind: 'WORKING' };
  const make = (other: object) => perform(office.hr, 'createHoliday', { ...input, ...other }, 'holiday { id }');
  expect((await make({})).errors).toEqual(['WORKED_DAY_INCOMPLETE insteadOfOn']);
  expect((await make({ insteadOfOn: '2027-12-24' })).errors).toEqual([]);
});
