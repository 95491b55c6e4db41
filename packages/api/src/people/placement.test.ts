/** Where people work from a day on: position, department, manager and part of full time. */
import {
  dayFromNow,
  type Hired,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { localOperator } from '../server/authenticate.ts';
import { operate } from '../write/operation.ts';
import { violationOf } from '../write/violation.ts';

let world: World;
let office: Office;
let other: Office;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  other = await openOffice(world, 'HU');
});
afterAll(() => world.stop());

interface Placed {
  readonly position: { title: string; status: string };
  readonly department: { name: string };
  readonly manager: { id: string } | null;
  readonly fte: string;
  readonly assignments: { nodes: { startOn: string; endOn: string | null; fte: string; reason: string | null }[] };
}

const placed = `employee {
  position { title status } department { name } manager { id } fte
  assignments(orderBy: [{ startOn: { direction: ASC } }]) { nodes { startOn endOn fte reason } }
}`;

const status = async (id: string): Promise<string> =>
  (
    await office.hr.client.request<{ position: { status: string } }>(
      `query ($id: ID!) { position(id: $id) { status } }`,
      { id },
    )
  ).position.status;

/** Everything that placing somebody may write. */
const snapshot = (): Promise<unknown> =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select (select json_agg(a order by a.id) from assignment a) as assignments, (select json_agg(e order by e.id) from employee e) as employees,
        (select json_agg(p order by p.id) from position p) as positions`);
    return rows[0];
  });

const move = (who: Hired, change: object) => ({
  employeeId: who.employeeId,
  startOn: dayFromNow(0),
  reason: 'Reorganised',
  ...change,
});

test('a promotion from today fills the new seat and opens the old one', async () => {
  const from = await office.position('Clerk', { departmentId: office.sales });
  const to = await office.position('Head of sales', { departmentId: office.finance, payMaximum: '90000' });
  const anna = await office.hire('Anna', { positionId: from, fte: '0.75' });
  const record = await performed<Placed>(
    office.hr,
    'changePosition',
    move(anna, { positionId: to, fte: '1', reason: 'Promotion' }),
    placed,
  );
  expect(record).toMatchObject({
    position: { title: 'Head of sales', status: 'FILLED' },
    department: { name: 'Finance' },
    fte: '1',
  });
  expect(record.assignments.nodes).toEqual([
    { startOn: dayFromNow(-90), endOn: dayFromNow(-1), fte: '0.75', reason: null },
    { startOn: dayFromNow(0), endOn: null, fte: '1', reason: 'Promotion' },
  ]);
  expect(await status(from)).toBe('OPEN');
});

test('a change that is dated ahead shows nothing today, and takes the seat at once', async () => {
  const to = await office.position('Next seat');
  const bert = await office.hire('Bert');
  const record = await performed<Placed>(
    office.hr,
    'changePosition',
    move(bert, { positionId: to, startOn: dayFromNow(30) }),
    placed,
  );
  expect(record.position.title).toBe('Seat of Bert');
  expect(record.assignments.nodes.map(({ startOn, endOn }) => [startOn, endOn])).toEqual([
    [dayFromNow(-90), dayFromNow(29)],
    [dayFromNow(30), null],
  ]);
  expect(await status(to)).toBe('FILLED');
});

test('a mistake is put right from the same first day, and the audit log keeps what stood there', async () => {
  const wrong = await office.position('Wrong seat');
  const right = await office.position('Right seat', { departmentId: office.sales });
  const carl = await office.hire('Carl', { positionId: wrong });
  const record = await performed<Placed>(
    office.hr,
    'changePosition',
    move(carl, { positionId: right, startOn: dayFromNow(-90) }),
    placed,
  );
  expect(record).toMatchObject({ position: { title: 'Right seat' }, department: { name: 'Sales' } });
  expect(record.assignments.nodes).toHaveLength(1);
  expect([await status(wrong), await status(right)]).toEqual(['OPEN', 'FILLED']);
  const kept = await withClient(
    world.ownerUrl,
    async (client) =>
      (
        await client.query(
          `select before ->> 'position_id' as was from audit_change where table_name = 'assignment' and after ->> 'position_id' = $1 and kind = 'UPDATE'`,
          [right],
        )
      ).rows,
  );
  expect(kept).toEqual([{ was: wrong }]);
});

test('a manager changes without anything else', async () => {
  const [boss, dora] = [await office.hire('Boss'), await office.hire('Dora', { fte: '0.5' })];
  const led = await performed<Placed>(office.hr, 'changeManager', move(dora, { managerId: boss.employeeId }), placed);
  expect(led).toMatchObject({ manager: { id: boss.employeeId }, position: { title: 'Seat of Dora' }, fte: '0.5' });
  const alone = await performed<Placed>(office.hr, 'changeManager', move(dora, { managerId: null }), placed);
  expect(alone.manager).toBeNull();
  expect(alone.assignments.nodes).toHaveLength(2);
});

describe('the line of managers', () => {
  const lead = (who: Hired, manager: Hired, change: object = {}) =>
    perform(office.hr, 'changeManager', move(who, { managerId: manager.employeeId, ...change }), placed);

  test('does not lead back to where it began', async () => {
    const [a, b, c] = [await office.hire('A'), await office.hire('B'), await office.hire('C')];
    expect((await lead(b, a)).errors).toEqual([]);
    expect((await lead(c, b)).errors).toEqual([]);
    const before = await snapshot();
    expect((await lead(a, c)).errors).toEqual(['MANAGER_CYCLE managerId']);
    expect((await lead(a, a)).errors).toEqual(['MANAGER_CYCLE managerId']);
    expect(await snapshot()).toEqual(before);
  });

  test('nor on a day that is still ahead', async () => {
    const [a, b] = [await office.hire('Ahead A'), await office.hire('Ahead B')];
    expect((await lead(a, b, { startOn: dayFromNow(20) })).errors).toEqual([]);
    expect((await lead(b, a, { startOn: dayFromNow(40) })).errors).toEqual(['MANAGER_CYCLE managerId']);
    expect((await lead(b, a)).errors).toEqual(['MANAGER_CYCLE managerId']);
  });

  test('may turn round on one day, where each step of it is free', async () => {
    const [a, b, top] = [await office.hire('Turn A'), await office.hire('Turn B'), await office.hire('Top')];
    await lead(b, a);
    expect((await lead(b, top, { startOn: dayFromNow(10) })).errors).toEqual([]);
    expect((await lead(a, b, { startOn: dayFromNow(10) })).errors).toEqual([]);
  });

  test('of two changes that would make a cycle together, exactly one is made', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await office.hire(`Race ${round}A`), await office.hire(`Race ${round}B`)];
      const startOn = dayFromNow(round === 4 ? 15 : 0);
      const answers = await Promise.all([lead(a, b, { startOn }), lead(b, a, { startOn })]);
      expect(answers.flatMap(({ errors }) => errors)).toEqual(['MANAGER_CYCLE managerId']);
    }
  });
});

describe('the database refuses by itself', () => {
  const write = async (sql: string, values: readonly string[]): Promise<unknown> => {
    try {
      await operate(world.server.app, { viewer: localOperator, command: 'test' }, ({ tx }) =>
        tx.$executeRawUnsafe(sql, ...values),
      );
      return null;
    } catch (error) {
      const violation = violationOf(error, localOperator, ['managerId', 'startOn', 'fte', 'amount']);
      return violation && [violation.code, ...violation.path];
    }
  };
  const again = `insert into assignment (company_id, employee_id, position_id, department_id, manager_id, fte, start_on)
    select company_id, employee_id, position_id, department_id, manager_id, fte, $2::date from assignment where employee_id = $1::uuid`;

  test('a second assignment on the same day', async () => {
    const { employeeId } = await office.hire('Twice');
    expect(await write(again, [employeeId, dayFromNow(5)])).toEqual(['ASSIGNMENT_OVERLAPS', 'startOn']);
  });

  test('pay on the same day, and more than one and a half of full time', async () => {
    const { employeeId } = await office.hire('Rich');
    const pay = `insert into compensation (company_id, employee_id, status, amount, currency_code, pay_period, start_on, decided_at)
      select company_id, employee_id, status, amount, currency_code, pay_period, $2::date, now() from compensation where employee_id = $1::uuid`;
    expect(await write(pay, [employeeId, dayFromNow(5)])).toEqual(['COMPENSATION_OVERLAPS', 'startOn']);
    expect(await write(`update assignment set fte = 1.501 where employee_id = $1::uuid`, [employeeId])).toEqual([
      'FTE_OUT_OF_RANGE',
      'fte',
    ]);
    expect(await write(`update assignment set fte = -1 where employee_id = $1::uuid`, [employeeId])).toEqual([
      'FTE_OUT_OF_RANGE',
      'fte',
    ]);
  });

  test('a cycle of managers, today and ahead', async () => {
    const [a, b] = [await office.hire('Below'), await office.hire('Above')];
    await performed(office.hr, 'changeManager', move(a, { managerId: b.employeeId }), placed);
    expect(
      await write(`update assignment set manager_id = $2::uuid where employee_id = $1::uuid`, [
        b.employeeId,
        a.employeeId,
      ]),
    ).toEqual(['MANAGER_CYCLE', 'managerId']);
    expect(
      await write(`update employee set manager_id = $2::uuid where id = $1::uuid`, [b.employeeId, a.employeeId]),
    ).toEqual(['MANAGER_CYCLE', 'managerId']);
  });
});

describe('a change is refused, and everything stays as it was', () => {
  const rows: readonly (readonly [errors: string[], change: () => Promise<object>])[] = [
    [['FTE_OUT_OF_RANGE fte'], async () => ({ fte: '-0.5' })],
    [['SEAT_TAKEN positionId'], async () => ({ fte: '1.2' })],
    [
      ['SEAT_TAKEN positionId'],
      async () => {
        const positionId = await office.position('Taken');
        await office.hire('Holder', { positionId });
        return { positionId };
      },
    ],
    [
      ['POSITION_NOT_OPEN positionId'],
      async () => {
        const positionId = await office.position('Frozen');
        await performed(office.hr, 'freezePosition', { positionId, reason: 'Budget' }, 'position { id }');
        return { positionId };
      },
    ],
    [['STARTS_BEFORE_CURRENT_ASSIGNMENT startOn'], async () => ({ startOn: dayFromNow(-45) })],
    [
      ['OUTSIDE_EMPLOYMENT startOn', 'STARTS_BEFORE_CURRENT_ASSIGNMENT startOn', 'SEAT_TAKEN positionId'],
      async () => ({ startOn: dayFromNow(-91), fte: '0.5' }),
    ],
    [['START_TOO_LATE startOn'], async () => ({ startOn: dayFromNow(1000) })],
    [['BAD_INPUT'], async () => ({ startOn: '2026-02-30' })],
    [['REQUIRED reason'], async () => ({ reason: '  ' })],
    [['NOT_FOUND positionId'], async () => ({ positionId: await other.position('Elsewhere') })],
    [['NOT_FOUND managerId'], async () => ({ managerId: (await other.hire('Elsewhere')).employeeId })],
    [['CONFLICT expectedVersion'], async () => ({ expectedVersion: 1 })],
  ];
  test.each(rows)('%j', async (errors, change) => {
    const positionId = await office.position('Present seat');
    const who = await office.hire('Present', { positionId });
    await performed(
      office.hr,
      'changePosition',
      move(who, { positionId, startOn: dayFromNow(-30), fte: '0.9' }),
      placed,
    );
    const input = move(who, { positionId, ...(await change()) });
    const before = await snapshot();
    const answer = await perform(office.hr, 'changePosition', input, placed);
    expect(answer.errors).toEqual(errors);
    expect(await snapshot()).toEqual(before);
  });

  test('of somebody in another company, of oneself, and of whoever has left', async () => {
    const eva = await office.hire('Eva');
    expect((await perform(other.hr, 'changeManager', move(eva, {}), placed)).errors).toEqual(['NOT_FOUND']);
    const self = await world.member('eva', [{ role: 'HR', companyId: office.companyId }], eva.personId);
    expect((await perform(self, 'changeManager', move(eva, {}), placed)).errors).toEqual(['FORBIDDEN']);
    await performed(
      office.hr,
      'endEmployment',
      { employeeId: eva.employeeId, endOn: dayFromNow(-1), reason: 'Left' },
      'employee { id }',
    );
    expect((await perform(office.hr, 'changeManager', move(eva, {}), placed)).errors).toEqual([
      'WRONG_STATE employeeId',
    ]);
  });
});
