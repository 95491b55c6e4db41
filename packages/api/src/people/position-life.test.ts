/** The life of a seat, from proposal to its end. */
import { POSITION_MACHINE, type PositionStatus, targetsOf } from '@kontor/core';
import {
  dayFromNow,
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
let accounting: Member;
let seats = 0;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  accounting = await world.member('accounting', [{ role: 'ACCOUNTING', companyId: office.companyId }]);
});
afterAll(() => world.stop());

const seat = 'position { id status }';
interface Seat {
  readonly id: string;
  readonly status: PositionStatus;
}

async function propose(): Promise<string> {
  seats += 1;
  const input = {
    companyId: office.companyId,
    departmentId: office.sales,
    code: `S${seats}`,
    title: `Seat ${seats}`,
    budgetedFte: '1',
  };
  return (await performed<Seat>(office.hr, 'createPosition', input, seat)).id;
}

const run = (who: Member, command: string, positionId: string, change: object = {}) =>
  perform<Seat>(who, command, { positionId, ...change }, seat);

const reason = { reason: 'As the board decided' };

/** How a seat gets into each state. */
async function seatIn(status: PositionStatus): Promise<string> {
  const id = await propose();
  if (status === 'PROPOSED') return id;
  if (status === 'CLOSED') await run(office.hr, 'closePosition', id, reason);
  else await run(accounting, 'approvePosition', id);
  if (status !== 'APPROVED' && status !== 'CLOSED') await run(office.hr, 'openPosition', id);
  if (status === 'FROZEN') await run(office.hr, 'freezePosition', id, reason);
  if (status === 'FILLED') await office.hire('Holder', { positionId: id });
  return id;
}

const commands = [
  ['approvePosition', 'approve', {}],
  ['openPosition', 'open', {}],
  ['freezePosition', 'freeze', reason],
  ['unfreezePosition', 'unfreeze', {}],
  ['closePosition', 'close', reason],
] as const;

const states: readonly PositionStatus[] = ['PROPOSED', 'APPROVED', 'OPEN', 'FILLED', 'FROZEN', 'CLOSED'];

describe.each(states)('a seat that is %s', (status) => {
  test.each(commands)(
    'answers %s as the table says, and offers it where it is possible',
    async (command, event, input) => {
      const id = await seatIn(status);
      const [target] = targetsOf(POSITION_MACHINE, status, event);
      const { position } = await office.hr2.client.request<{ position: { _can: { actions: string[] } } }>(
        'query ($id: ID!) { position(id: $id) { _can { actions } } }',
        { id },
      );
      expect(position._can.actions.includes(command)).toBe(target !== undefined);
      const { record, errors } = await run(office.hr2, command, id, input);
      expect([record?.status, errors]).toEqual(target ? [target, []] : [undefined, ['WRONG_STATE positionId']]);
    },
  );
});

test('nobody approves what they proposed; accounting may, and an employee may not', async () => {
  const id = await propose();
  const employee = await world.member('employee', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  expect((await run(office.hr, 'approvePosition', id)).errors).toEqual(['APPROVER_IS_CREATOR']);
  expect((await run(employee, 'approvePosition', id)).errors).toEqual(['FORBIDDEN']);
  expect((await run(accounting, 'approvePosition', id)).record?.status).toBe('APPROVED');
});

test('what is approved is what was looked at', async () => {
  const id = await propose();
  await performed(office.hr, 'updatePosition', { id, expectedVersion: 1, budgetedFte: '9' }, seat);
  expect((await run(accounting, 'approvePosition', id, { expectedVersion: 1 })).errors).toEqual([
    'CONFLICT expectedVersion',
  ]);
});

test('what was approved of a seat stays, and the rest of it may change', async () => {
  const id = await seatIn('APPROVED');
  const { position } = await office.hr.client.request<{ position: { version: number } }>(
    'query ($id: ID!) { position(id: $id) { version } }',
    { id },
  );
  const update = (change: object) =>
    perform<Seat>(office.hr, 'updatePosition', { id, expectedVersion: position.version, ...change }, seat);
  const range = { payMinimum: '1', payMaximum: '2', payCurrencyCode: 'SEK', payPeriod: 'MONTH' };
  expect((await update({ budgetedFte: '2', ...range })).errors).toEqual(
    ['budgetedFte', 'payMinimum', 'payMaximum', 'payCurrencyCode', 'payPeriod'].map(
      (field) => `BUDGET_APPROVED ${field}`,
    ),
  );
  expect((await update({ budgetedFte: '1.000', title: 'Another title', departmentId: office.finance })).errors).toEqual(
    [],
  );
});

test('the database holds the budget of a seat, whoever writes', async () => {
  const [approved, proposed] = [await seatIn('OPEN'), await propose()];
  await withClient(world.ownerUrl, async (client) => {
    await client.query("select set_config('kontor.operation', (select id::text from audit_operation limit 1), false)");
    const lower = 'update position set budgeted_fte = 0.5 where id = $1';
    await expect(client.query(lower, [approved])).rejects.toThrow('position_budget_approved');
    expect((await client.query(lower, [proposed])).rowCount).toBe(1);
  });
});

test('a seat that somebody holds, or is about to, is not closed, and freezing it keeps them', async () => {
  const id = await office.position('Half taken');
  await office.hire('Half', { positionId: id, fte: '0.5', startOn: dayFromNow(10) });
  expect((await run(office.hr, 'closePosition', id, reason)).errors).toEqual(['SEAT_IS_HELD']);
  expect((await run(office.hr, 'freezePosition', id, reason)).record?.status).toBe('FROZEN');
  expect((await run(office.hr, 'unfreezePosition', id)).record?.status).toBe('OPEN');
});
