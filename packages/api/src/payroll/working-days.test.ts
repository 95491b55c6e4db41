/** Parts of a period by the days on which somebody works: their own hours, and the holidays of their calendar. */
import { performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
let people: ReadonlyMap<string, string>;
let calendarId: string;

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Eight hours on the first days of the week. */
const hours = (days: number) => Object.fromEntries(week.map((day, index) => [`${day}Hours`, index < days ? '8' : '0']));

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'DAYS', britain);
  const { companyId } = gb;
  const query = `query ($id: ID!) { paySchedules(where: { company: { is: { id: { eq: $id } } } }) { nodes { id version } } }`;
  type Answer = { paySchedules: { nodes: { id: string; version: number }[] } };
  const [schedule] = (await gb.preparer.client.request<Answer>(query, { id: companyId })).paySchedules.nodes;
  const basis = { id: schedule?.id, expectedVersion: schedule?.version, prorationBasis: 'WORKING_DAYS' };
  await performed(gb.preparer, 'updatePaySchedule', basis, 'paySchedule { id }');
  const calendar = { companyId, code: 'GB', name: 'Great Britain', region: 'GB-EAW', isDefault: true, ...hours(5) };
  calendarId = (await performed(gb.hr, 'createWorkCalendar', calendar, 'workCalendar { id }')).id;
  const taxCode = '1257L';
  people = await gb.employ([
    { name: 'Joiner', taxCode, startOn: '2026-05-18', pay: [{ amount: '1900' }] },
    { name: 'Leaver', taxCode, endOn: '2026-05-08', pay: [{ amount: '1900' }] },
    {
      name: 'Raised',
      taxCode,
      pay: [
        { amount: '1900', until: '2026-05-14' },
        { amount: '3800', from: '2026-05-15' },
      ],
    },
    { name: 'Part-timer', taxCode, startOn: '2026-05-18', pay: [{ amount: '1200' }] },
    { name: 'Away', taxCode, pay: [{ amount: '1900' }] },
    { name: 'Whole', taxCode, pay: [{ amount: '1900' }] },
  ]);
  const pattern = {
    employeeId: people.get('Part-timer'),
    calendarId,
    startOn: '2026-05-18',
    reason: 'Agreed',
    ...hours(3),
  };
  await performed(gb.hr, 'setWorkPattern', pattern, 'employee { id }');
}, 120_000);
afterAll(() => world.stop());

interface Run {
  readonly calculations: { readonly nodes: readonly { gross: string; employee: { firstName: string } }[] };
  readonly problems: { readonly nodes: readonly { code: string; employee: { firstName: string } }[] };
}
async function seen(runId: string): Promise<Run> {
  const query = `query ($id: ID!) { payRun(id: $id) { calculations { nodes { gross employee { firstName } } }
    problems { nodes { code employee { firstName } } } } }`;
  return (await gb.preparer.client.request<{ payRun: Run }>(query, { id: runId })).payRun;
}
let runId: string;

test('without the holidays of the year nobody’s days are counted, and who is paid the whole is paid', async () => {
  runId = await gb.calculated('2026-05');
  const { calculations, problems } = await seen(runId);
  expect(calculations.nodes.map(({ employee }) => employee.firstName)).toEqual(['Away', 'Whole']);
  expect(problems.nodes.map(({ code, employee }) => `${employee.firstName} ${code}`).toSorted()).toEqual(
    ['Joiner', 'Leaver', 'Part-timer', 'Raised'].map((name) => `${name} HOLIDAYS_MISSING`),
  );
});

test('May has 19 working days beside its two holidays, and 10 for those who work from Monday to Wednesday', async () => {
  await performed(gb.hr, 'fillHolidays', { calendarId, year: 2026 }, 'workCalendar { id }');
  const kind = { companyId: gb.companyId, code: 'U', name: 'Unpaid', paid: false, unit: 'DAYS', needsApproval: true };
  const kindId = (await performed(gb.hr, 'createAbsenceKind', kind, 'absenceKind { id }')).id;
  // A week with the holiday of the 25th, and the weekend before it: four days of work.
  const absence = { employeeId: people.get('Away'), kindId, startOn: '2026-05-22', endOn: '2026-05-28' };
  await performed(gb.hr, 'recordAbsence', absence, 'employee { id }');
  await performed(gb.preparer, 'calculatePayRun', { runId }, 'payRun { id }');
  const { calculations, problems } = await seen(runId);
  expect(problems.nodes).toEqual([]);
  expect(Object.fromEntries(calculations.nodes.map(({ gross, employee }) => [employee.firstName, gross]))).toEqual({
    // The 18th to the 29th, without the holiday on Monday the 25th: 9 of 19 days.
    Joiner: '900',
    // The 1st to the 8th, without the holiday on Monday the 4th: 5 of 19 days.
    Leaver: '500',
    // 9 days at 100 and 10 at 200.
    Raised: '2900',
    // The 18th, 19th, 20th, 26th and 27th: 5 of the 10 that are worked where the Mondays are holidays.
    'Part-timer': '600',
    // The 22nd, 26th, 27th and 28th.
    Away: '1500',
    Whole: '1900',
  });
});

test('how many days of how many were paid stands with the calculation', async () => {
  const { rows } = await withClient(world.ownerUrl, (owner) =>
    owner.query<{ basis: string; units: string; paid: string }>(
      `select d.prorations -> 0 ->> 'basis' as basis, d.prorations -> 0 ->> 'units' as units,
         d.prorations -> 0 -> 'parts' -> 0 ->> 'units' as paid
       from pay_calculation c join pay_calculation_detail d on d.calculation_id = c.id
       where c.run_id = $1 and c.employee_id = $2`,
      [runId, people.get('Part-timer')],
    ),
  );
  expect(rows).toEqual([{ basis: 'WORKING_DAYS', units: '10', paid: '5' }]);
});
