/** What a manager proposes for those below, who decides on it, and who hears of it. */
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';

let world: World;
let office: Office;
let boss: Hired;
let report: Hired;
let stranger: Hired;
let manager: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const { companyId } = office;
  boss = await office.hire('Boss');
  report = await office.hire('Report', { managerId: boss.employeeId });
  stranger = await office.hire('Stranger');
  const roles = [
    { role: 'MANAGER', companyId },
    { role: 'EMPLOYEE', companyId },
  ] as const;
  manager = await world.member('boss', roles, boss.personId);
});
afterAll(() => world.stop());

const change =
  'assignmentChange { status note decidedBy { name } employee { fte position { title } manager { firstName } } }';
const base = () => ({ employeeId: report.employeeId, startOn: dayFromNow(0), reason: 'As agreed' });
const open = 'employee { assignmentChanges(where: { status: { eq: PROPOSED } }) { nodes { id } } }';

async function propose(input: object, who = manager): Promise<string> {
  const made = await performed<{ assignmentChanges: { nodes: { id: string }[] } }>(
    who,
    'proposeAssignmentChange',
    { ...base(), ...input },
    open,
  );
  return made.assignmentChanges.nodes[0]?.id ?? '';
}
const refusedOf = async (input: object, who = manager) =>
  (await perform(who, 'proposeAssignmentChange', { ...base(), ...input }, 'employee { id }')).errors;

test('HR approves, and the employee is placed as proposed', async () => {
  const positionId = await office.position('Lead');
  const assignmentChangeId = await propose({ positionId, managerId: stranger.employeeId, fte: '0.8' });
  expect(await performed(office.hr, 'approveAssignmentChange', { assignmentChangeId }, change)).toEqual({
    status: 'APPROVED',
    note: null,
    decidedBy: { name: 'hr-SE' },
    employee: { fte: '0.8', position: { title: 'Lead' }, manager: { firstName: 'Stranger' } },
  });
  expect((await perform(office.hr2, 'approveAssignmentChange', { assignmentChangeId }, change)).errors).toEqual([
    'WRONG_STATE assignmentChangeId',
  ]);
  // Back below the manager of the other tests.
  const back = { employeeId: report.employeeId, managerId: boss.employeeId, startOn: dayFromNow(0), reason: 'Back' };
  await performed(office.hr, 'changeManager', back, 'employee { id }');
});

test('HR rejects with a reason, and nothing moves; the manager takes another back', async () => {
  const first = await propose({ fte: '0.5' });
  const rejected = { assignmentChangeId: first, reason: 'Too little' };
  expect(await performed(office.hr, 'rejectAssignmentChange', rejected, change)).toMatchObject({
    status: 'REJECTED',
    note: 'Too little',
    employee: { fte: '0.8' },
  });
  const second = await propose({ fte: '0.6' });
  const withdrawn = { assignmentChangeId: second };
  expect((await perform(office.hr, 'withdrawAssignmentChange', withdrawn, change)).errors).toEqual(['FORBIDDEN']);
  expect((await performed<{ status: string }>(manager, 'withdrawAssignmentChange', withdrawn, change)).status).toBe(
    'WITHDRAWN',
  );
});

describe('a proposal is refused', () => {
  test.each<readonly [string, object]>([
    ['NOTHING_CHANGES', {}],
    ['OUTSIDE_EMPLOYMENT startOn', { fte: '0.5', startOn: dayFromNow(-200) }],
    ['START_TOO_LATE startOn', { fte: '0.5', startOn: dayFromNow(800) }],
    ['FTE_OUT_OF_RANGE fte', { fte: '1.501' }],
    ['TOO_SMALL fte', { fte: '-1' }],
    ['REQUIRED reason', { fte: '0.5', reason: ' ' }],
  ])('%s', async (expected, input) => {
    expect(await refusedOf(input)).toEqual([expected]);
  });

  test('while another waits, and for anybody who is not below', async () => {
    const assignmentChangeId = await propose({ fte: '0.7' });
    expect(await refusedOf({ fte: '0.6' })).toEqual(['PROPOSAL_OPEN']);
    await performed(manager, 'withdrawAssignmentChange', { assignmentChangeId }, change);
    expect(await refusedOf({ employeeId: stranger.employeeId, fte: '0.5' })).toEqual(['FORBIDDEN']);
    expect(await refusedOf({ employeeId: boss.employeeId, fte: '0.5' })).toEqual(['FORBIDDEN']);
    const employee = await world.member('report', [{ role: 'EMPLOYEE', companyId: office.companyId }], report.personId);
    expect(await refusedOf({ fte: '0.5' }, employee)).toEqual(['FORBIDDEN']);
  });
});

test('neither the proposer nor the employee decides', async () => {
  const { companyId } = office;
  const both = await office.hire('Both');
  const below = await office.hire('Below', { managerId: both.employeeId });
  const twoHats = await world.member(
    'both',
    [
      { role: 'MANAGER', companyId },
      { role: 'HR', companyId },
    ],
    both.personId,
  );
  const hrBelow = await world.member('below', [{ role: 'HR', companyId }], below.personId);
  const assignmentChangeId = await propose({ employeeId: below.employeeId, fte: '0.5' }, twoHats);
  expect((await perform(twoHats, 'approveAssignmentChange', { assignmentChangeId }, change)).errors).toEqual([
    'DECIDER_IS_PROPOSER',
  ]);
  expect((await perform(hrBelow, 'approveAssignmentChange', { assignmentChangeId }, change)).errors).toEqual([
    'FORBIDDEN',
  ]);
  expect(
    (await performed<{ status: string }>(office.hr, 'approveAssignmentChange', { assignmentChangeId }, change)).status,
  ).toBe('APPROVED');
});

test('what cannot be any more is told at the proposal, and stays proposed', async () => {
  const positionId = await office.position('Taken meanwhile');
  const assignmentChangeId = await propose({ positionId });
  await office.hire('Quick', { positionId });
  expect((await perform(office.hr, 'approveAssignmentChange', { assignmentChangeId }, change)).errors).toEqual([
    'SEAT_TAKEN assignmentChangeId',
  ]);
  await performed(manager, 'withdrawAssignmentChange', { assignmentChangeId }, change);
});

test('a manager hears of those below alone, the employee and colleagues of nothing', async () => {
  const { companyId } = office;
  const assignmentChangeId = await propose({ fte: '0.9' });
  const other = await office.hire('Other boss');
  const otherBoss = await world.member('other-boss', [{ role: 'MANAGER', companyId }], other.personId);
  const list = async (who: Member) =>
    (
      await who.client.request<{ assignmentChanges: { nodes: { id: string }[] } }>(
        '{ assignmentChanges(where: { status: { eq: PROPOSED } }) { nodes { id } } }',
      )
    ).assignmentChanges.nodes.map(({ id }) => id);
  expect(await list(manager)).toEqual([assignmentChangeId]);
  expect(await list(office.hr)).toEqual([assignmentChangeId]);
  expect(await list(otherBoss)).toEqual([]);
  const subject = await world.member('subject', [{ role: 'EMPLOYEE', companyId }]);
  const { data } = await subject.client
    .rawRequest<{ assignmentChange: unknown }>('query ($id: ID!) { assignmentChange(id: $id) { id } }', {
      id: assignmentChangeId,
    })
    .catch(() => ({ data: { assignmentChange: null } }));
  expect(data.assignmentChange).toBeNull();
  await performed(manager, 'withdrawAssignmentChange', { assignmentChangeId }, change);
});

test('the end of an employment decides what is proposed', async () => {
  const leaver = await office.hire('Leaver', { managerId: boss.employeeId });
  const assignmentChangeId = await propose({ employeeId: leaver.employeeId, fte: '0.5' });
  const end = { employeeId: leaver.employeeId, endOn: dayFromNow(10), reason: 'Resigned' };
  await performed(office.hr, 'endEmployment', end, 'employee { id }');
  const { assignmentChange } = await office.hr.client.request<{ assignmentChange: unknown }>(
    'query ($id: ID!) { assignmentChange(id: $id) { status note } }',
    { id: assignmentChangeId },
  );
  expect(assignmentChange).toEqual({ status: 'REJECTED', note: 'The employment ends.' });
});

test('the database holds it, whoever writes', async () => {
  await propose({ fte: '0.9' });
  await withClient(world.ownerUrl, async (client) => {
    await client.query("select set_config('kontor.operation', (select id::text from audit_operation limit 1), false)");
    const copy = `insert into assignment_change (company_id, employee_id, fte, start_on, reason, proposed_by_id, status)
      select company_id, employee_id, fte, start_on, reason, proposed_by_id, 'PROPOSED' from assignment_change where status = 'PROPOSED'`;
    await expect(client.query(copy)).rejects.toThrow('assignment_change_open_once');
    const decide =
      "update assignment_change set status = 'APPROVED', decided_at = now(), decided_by_id = proposed_by_id where status = 'PROPOSED'";
    await expect(client.query(decide)).rejects.toThrow('assignment_change_two_people');
  });
});
