/** How an absence comes about and ends, and who hears of it. */
import {
  dayFromNow,
  type Hired,
  type Member,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';

let world: World;
let office: Office;
let boss: Hired;
let anna: Hired;
let herself: Member;
let manager: Member;
let kinds: Readonly<Record<'LEAVE' | 'UNPAID' | 'SICK' | 'DOCTOR', string>>;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let offices = 0;
beforeEach(async () => {
  offices += 1;
  office = await openOffice(world, `C${offices}`);
  const { companyId, hr } = office;
  // Every day is worked and none is a holiday, so that the day of the test does not matter.
  const week = Object.fromEntries(['saturdayHours', 'sundayHours'].map((day) => [day, '8']));
  const calendar = { companyId, code: 'ALL', name: 'Every day', isDefault: true, ...week };
  const { id: calendarId } = await performed(hr, 'createWorkCalendar', calendar, 'workCalendar { id }');
  const years = new Set([-90, 0, 90].map((days) => dayFromNow(days).slice(0, 4)));
  for (const year of years)
    await performed(
      hr,
      'createHoliday',
      {
        companyId,
        calendarId,
        fallsOn: `${year}-05-01`,
        name: 'Worked',
        kind: 'WORKING',
        insteadOfOn: `${year}-05-04`,
      },
      'holiday { id }',
    );
  const kind = async (code: string, other: object): Promise<string> =>
    (
      await performed(
        hr,
        'createAbsenceKind',
        { companyId, code, name: `Kind ${code}`, ...other },
        'absenceKind { id }',
      )
    ).id;
  kinds = {
    LEAVE: await kind('LEAVE', {}),
    UNPAID: await kind('UNPAID', { paid: false, unit: 'HOURS' }),
    SICK: await kind('SICK', { needsApproval: false, isHealth: true }),
    DOCTOR: await kind('DOCTOR', { needsApproval: false, unit: 'HOURS' }),
  };
  boss = await office.hire('Maja');
  anna = await office.hire('Anna', { managerId: boss.employeeId });
  const one = (name: string, role: 'EMPLOYEE' | 'MANAGER', { personId }: Hired) =>
    world.member(`${name}-${offices}`, [{ role, companyId }], personId);
  herself = await one('anna', 'EMPLOYEE', anna);
  manager = await one('maja', 'MANAGER', boss);
});

const selection = 'id status paid workingDays workingHours version';
interface Absent {
  readonly id: string;
  readonly status: string;
  readonly paid: boolean | null;
  readonly workingDays: string;
  readonly workingHours: string;
  readonly version: number;
}

const span = (from: number, until = from) => ({ startOn: dayFromNow(from), endOn: dayFromNow(until) });
const ask = (given: object, who = herself) =>
  perform(who, 'requestAbsence', { employeeId: anna.employeeId, kindId: kinds.LEAVE, ...given }, 'employee { id }');
const record = (given: object, who = office.hr) =>
  perform(who, 'recordAbsence', { employeeId: anna.employeeId, kindId: kinds.LEAVE, ...given }, 'employee { id }');
const seen = async (who: Member, fields = selection): Promise<Absent[]> =>
  (await who.client.request<{ absences: { nodes: Absent[] } }>(`{ absences { nodes { ${fields} } } }`)).absences.nodes;
const decide = async (who: Member, verb: string, reason: string | null = null) => {
  const [absence] = await seen(office.hr);
  const input = { absenceId: absence?.id, expectedVersion: absence?.version, ...(reason !== null && { reason }) };
  return (await perform(who, `${verb}Absence`, input, 'absence { id }')).errors;
};

test('leave is asked for, approved by the manager, and taken back before it begins', async () => {
  expect((await ask({ ...span(10, 14), note: 'Summer' })).errors).toEqual([]);
  expect(await seen(herself)).toMatchObject([
    { status: 'REQUESTED', workingDays: '5', workingHours: '40', paid: true },
  ]);
  expect(await decide(herself, 'approve')).toEqual(['FORBIDDEN']);
  expect(await decide(manager, 'approve')).toEqual([]);
  expect(await seen(herself)).toMatchObject([{ status: 'APPROVED' }]);
  expect(await decide(herself, 'cancel', 'Another plan')).toEqual([]);
  expect(await seen(herself)).toMatchObject([{ status: 'CANCELLED' }]);
  expect(await decide(herself, 'cancel')).toEqual(['WRONG_STATE absenceId']);
});

test('a rejection says why, and the days are free again', async () => {
  await ask(span(10));
  expect(await decide(manager, 'reject')).toEqual(['BAD_INPUT']);
  expect(await decide(manager, 'reject', 'Everybody is away')).toEqual([]);
  expect(await seen(herself, 'status decisionNote')).toEqual([
    { status: 'REJECTED', decisionNote: 'Everybody is away' },
  ]);
  expect((await ask(span(10))).errors).toEqual([]);
});

test('illness is reported and needs nobody; once it has begun, HR alone takes it back', async () => {
  expect((await ask({ ...span(0, 2), kindId: kinds.SICK, healthNote: 'Fever' })).errors).toEqual([]);
  expect(await seen(herself)).toMatchObject([{ status: 'APPROVED' }]);
  expect(await decide(herself, 'cancel')).toEqual(['ABSENCE_BEGAN']);
  expect(await decide(office.hr, 'cancel', 'Came to work')).toEqual([]);
});

test('nobody records or decides on their own absence, by whichever role', async () => {
  const { companyId } = office;
  const { employeeId, personId } = await office.hire('Olga', { managerId: boss.employeeId });
  const roles = (['HR', 'MANAGER', 'EMPLOYEE'] as const).map((role) => ({ role, companyId }));
  const olga = await world.member(`olga-${offices}`, roles, personId);
  expect((await record({ ...span(-20, -18), employeeId }, olga)).errors).toEqual(['FORBIDDEN']);
  expect((await ask({ ...span(10), employeeId }, olga)).errors).toEqual([]);
  expect(await decide(olga, 'approve')).toEqual(['FORBIDDEN']);
  expect(await decide(office.hr, 'approve')).toEqual([]);
  expect((await record({ ...span(-20, -18), kindId: kinds.UNPAID }, olga)).errors).toEqual([]);
});

test.each([
  ['END_BEFORE_START endOn', () => span(12, 10)],
  ['OUTSIDE_EMPLOYMENT startOn', () => span(-95, -93)],
  ['KIND_IN_DAYS hours', () => ({ ...span(20), hours: '2' })],
  ['HOURS_EXCEED_DAY hours', () => ({ ...span(20), hours: '9', kindId: kinds.UNPAID })],
  ['HOLIDAYS_MISSING startOn', () => ({ startOn: '2040-03-01' })],
  ['ABSENCE_OVERLAPS startOn', () => span(30, 32)],
])('%s', async (refusal, given) => {
  await ask(span(32, 34));
  expect((await ask(given())).errors).toEqual([refusal]);
});

test('of two requests for the same day that meet, one wins', async () => {
  const both = await Promise.all([ask(span(40, 42)), ask(span(42, 44))]);
  expect(both.map(({ errors }) => errors.join()).sort()).toEqual(['', 'ABSENCE_OVERLAPS startOn']);
});

test('the manager sees that somebody is away, never why; payroll, that it is paid or not; a colleague nothing', async () => {
  await ask({ ...span(0), kindId: kinds.SICK, healthNote: 'A fever that is nobody’s business' });
  await record({ ...span(10), kindId: kinds.DOCTOR });
  const { companyId } = office;
  const payroll = await world.member(`payroll-${offices}`, [{ role: 'PAYROLL', companyId }]);
  const auditor = await world.member(`auditor-${offices}`, [{ role: 'AUDITOR', companyId }]);
  const karl = await office.hire('Karl', { managerId: boss.employeeId });
  const colleague = await world.member(`karl-${offices}`, [{ role: 'EMPLOYEE', companyId }], karl.personId);
  const fields = 'startOn status paid healthNote kind { code } requestedBy { id }';
  const hidden = { paid: null, healthNote: null, kind: null, requestedBy: null };
  expect(await seen(manager, fields)).toMatchObject([
    { status: 'APPROVED', ...hidden },
    { status: 'APPROVED', ...hidden },
  ]);
  expect(await seen(payroll, fields)).toMatchObject([
    { paid: true, kind: null, healthNote: null },
    { paid: true, kind: null, healthNote: null },
  ]);
  expect(await seen(auditor, 'paid kind { code }')).toEqual([
    { paid: true, kind: null },
    { paid: true, kind: null },
  ]);
  expect(await seen(colleague, fields)).toEqual([]);
  expect(await seen(office.hr, 'kind { code } healthNote')).toEqual([
    { kind: { code: 'SICK' }, healthNote: 'A fever that is nobody’s business' },
    { kind: { code: 'DOCTOR' }, healthNote: '' },
  ]);
  // Nor by a filter, an order, a group, or from the kind.
  for (const document of [
    '{ absences(where: { kind: { is: { code: { eq: "SICK" } } } }) { nodes { id } } }',
    '{ absences(orderBy: [{ kind: { code: { direction: ASC } } }]) { nodes { id } } }',
    '{ absences(where: { healthNote: { contains: "fever" } }) { nodes { id } } }',
  ])
    await expect(manager.client.request(document)).rejects.toThrow('FORBIDDEN');
  for (const who of [manager, payroll, office.hr])
    expect(await who.client.request('{ absenceKinds { nodes { absences { nodes { id } } } } }')).toMatchObject({
      absenceKinds: { nodes: kindsSeen },
    });
});

const kindsSeen = Array.from({ length: 4 }, () => ({ absences: null }));

test('who looked at the kind is on record, and the log keeps it under seal', async () => {
  await ask({ ...span(0), kindId: kinds.SICK, healthNote: 'Fever' });
  const looks = async (): Promise<unknown> =>
    withClient(world.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select actor, data_class::text from sensitive_read where person_ids @> array[$1::uuid] and data_class = 'HEALTH'`,
        [anna.personId],
      );
      return rows;
    });
  await seen(herself, 'kind { code }');
  expect(await looks()).toEqual([]);
  await seen(office.hr, 'kind { code }');
  await office.hr.client.request('{ absences(where: { kind: { is: { code: { eq: "SICK" } } } }) { nodes { id } } }');
  const look = { actor: office.hr.email, data_class: 'HEALTH' };
  expect(await looks()).toEqual([look, look]);
  const log = await withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ after: Record<string, unknown> }>(
      `select after from audit_change where table_name = 'absence' and person_id = $1`,
      [anna.personId],
    );
    return rows[0]?.after;
  });
  expect(Object.keys(log ?? {})).toContain('start_on');
  expect(log).toMatchObject({ kind_id: { $sealed: expect.any(String) }, health_note: { $sealed: expect.any(String) } });
});
