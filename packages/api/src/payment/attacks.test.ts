/** What a thief would try: other accounts after the approval, one person as two, the same twice, races, raw SQL, tokens. */
import type { CalendarDate, Decimal } from '@kontor/core';
import {
  type Hired,
  type Member,
  newKey,
  openPayingOffice,
  type PaidEmployee,
  type PayingOffice,
  type PaymentBatch,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../database/connect.ts';
import { operate } from '../write/operation.ts';
import { openBatch } from './index.ts';

let world: World;
let office: PayingOffice;
let anna: PaidEmployee;
let poor: Hired;

const accounts = ['SE3550000000054910000003', 'SE7280000810340009783242'] as const;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayingOffice(world);
  anna = await office.hirePaid('Anna', accounts[0]);
  poor = await office.hire('Poor');
});
afterAll(() => world.stop());

const annasPay = (amount = '100') => ({ employeeId: anna.employeeId, amount, currencyCode: 'SEK', remittance: 'Pay' });

/** A batch of Anna's pay as far as a state. */
async function batchUntil(
  status: 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'EXPORTED',
  preparer = office.payroll,
): Promise<string> {
  const id = (await office.prepare(preparer)).record?.id ?? '';
  await office.act(preparer, 'addPayment', id, annasPay());
  if (status !== 'DRAFT') await office.act(preparer, 'submitPaymentBatch', id);
  if (['APPROVED', 'EXPORTED'].includes(status)) await office.act(office.payroll2, 'approvePaymentBatch', id);
  if (status === 'EXPORTED') await office.act(preparer, 'exportPaymentBatch', id);
  const { paymentBatch } = await preparer.client.request<{ paymentBatch: PaymentBatch }>(
    'query ($id: ID!) { paymentBatch(id: $id) { status } }',
    { id },
  );
  expect(paymentBatch.status).toBe(status);
  return id;
}

/** Opens a batch as another part of the system does. */
const opened = (sourceId: string, employees: readonly string[], viewer: Member = office.payroll) =>
  operate(world.server.app, { viewer: { ...someone, userId: viewer.userId }, command: 'test' }, ({ tx, now }) =>
    openBatch(
      { tx, viewer: { ...someone, userId: viewer.userId }, now },
      {
        companyId: office.companyId,
        kind: 'SALARY',
        executionOn: office.executionOn as CalendarDate,
        source: { type: 'PAY_RUN', id: sourceId },
        payments: employees.map((employeeId) => ({
          employeeId,
          amount: '1000' as Decimal,
          currencyCode: 'SEK',
          remittance: 'Pay',
          source: { type: 'PAYSLIP', id: `${sourceId} ${employeeId}`, event: 'NET' },
        })),
      },
    ),
  );
const someone = {
  email: 'test',
  name: 'Test',
  language: 'en',
  personId: null,
  employeeIds: [],
  grants: [],
  channel: 'console',
  address: null,
  sessionId: null,
} as const;

/** Statements of the application's role in one transaction, inside an operation. */
async function asApplication(...statements: readonly string[]): Promise<void> {
  const client = await world.server.app.pool.connect();
  try {
    await client.query('begin');
    await client.query(`with operation as (
        insert into audit_operation (actor, command, channel) values ('test', 'raw SQL', 'test') returning id
      ) select set_config('kontor.operation', id::text, true) from operation`);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('another account after the approval', () => {
  test('of the person, approved as it is, makes no file; the batch is cancelled and prepared anew', async () => {
    const id = await batchUntil('APPROVED');
    await office.changeAccount(anna, accounts[1]);
    expect((await office.act(office.payroll, 'exportPaymentBatch', id)).errors).toEqual(['PAYEE_ACCOUNT_CHANGED']);
    const cancelled = await office.act(office.payroll, 'cancelPaymentBatch', id, { reason: 'Another account' });
    expect(cancelled).toMatchObject({ errors: [], record: { status: 'CANCELLED' } });
    await batchUntil('EXPORTED');
  });

  test('of the payment is refused to everybody, the owner of the tables included', async () => {
    const id = await batchUntil('APPROVED');
    const change = `update payment set iban = 'DE89370400440532013000' where batch_id = '${id}'`;
    await expect(asApplication(change)).rejects.toThrow('payment_stays');
    await expect(asApplication(`delete from payment where batch_id = '${id}'`)).rejects.toThrow(
      'payment_batch_as_submitted',
    );
    const another = `insert into payment (company_id, kind, batch_id, employee_id, payee_name, iban, amount, currency_code, end_to_end_id, remittance)
      select company_id, kind, batch_id, employee_id, payee_name, iban, amount, currency_code, 'SECOND', remittance from payment where batch_id = '${id}'`;
    await expect(asApplication(another)).rejects.toThrow('payment_batch_as_submitted');
  });

  test('by whoever turns the rules off is found by the hash of what was approved', async () => {
    const id = await batchUntil('APPROVED');
    const owner = await connect(world.ownerUrl);
    await owner.query('alter table payment disable trigger user');
    await owner.query(`update payment set iban = 'DE89370400440532013000' where batch_id = $1`, [id]);
    await owner.query('alter table payment enable trigger user');
    await owner.end();
    expect((await office.act(office.payroll, 'exportPaymentBatch', id)).errors).toEqual(['APPROVED_OTHERWISE batchId']);
  });

  test('of the company makes no file either', async () => {
    const id = await batchUntil('APPROVED');
    const change = { id: office.bank, expectedVersion: 1, iban: accounts[1] };
    await performed(office.accounting, 'updateCompanyAccount', change, 'companyAccount { id }');
    expect((await office.act(office.payroll, 'exportPaymentBatch', id)).errors).toEqual(['APPROVED_OTHERWISE batchId']);
    const back = { id: office.bank, expectedVersion: 2, iban: 'SE4550000000058398257466' };
    await performed(office.accounting, 'updateCompanyAccount', back, 'companyAccount { id }');
    expect((await office.act(office.payroll, 'exportPaymentBatch', id)).errors).toEqual([]);
  });
});

describe('one person as two', () => {
  test('with roles in payroll and accounting does not approve what they prepared', async () => {
    const { companyId } = office;
    const both = await world.member('both', [
      { role: 'PAYROLL', companyId },
      { role: 'ACCOUNTING', companyId },
    ]);
    const id = await batchUntil('SUBMITTED', both);
    expect((await office.act(both, 'approvePaymentBatch', id)).errors).toEqual(['SAME_PERSON']);
  });

  test('with two sign-ins neither', async () => {
    const { companyId } = office;
    const twin = await office.hire('Twin');
    const first = await world.member('twin-first', [{ role: 'PAYROLL', companyId }], twin.personId);
    const id = await batchUntil('SUBMITTED', first);
    // One person has one account in use at a time: the second comes when the first was taken out of use.
    await performed(office.admin, 'deactivateUser', { id: first.userId, expectedVersion: 1 }, 'user { id }');
    const second = await world.member('twin-second', [{ role: 'PAYROLL', companyId }], twin.personId);
    expect((await office.act(second, 'approvePaymentBatch', id)).errors).toEqual(['SAME_PERSON']);
  });

  test('does not approve what pays nobody else', async () => {
    const { companyId } = office;
    const grant = { userId: anna.user.userId, role: 'PAYROLL', companyId };
    await performed(office.admin, 'grantRole', grant, 'roleGrant { id }');
    const id = await batchUntil('SUBMITTED');
    expect((await office.act(anna.user, 'approvePaymentBatch', id)).errors).toEqual(['PAYEE_ALONE']);
  });
});

test('nobody adds a payment to themselves, whoever prepared the batch', async () => {
  const { companyId } = office;
  const bela = await office.hirePaid('Bela', accounts[1]);
  await performed(
    office.admin,
    'grantRole',
    { userId: bela.user.userId, role: 'PAYROLL', companyId },
    'roleGrant { id }',
  );
  const id = (await office.prepare(bela.user)).record?.id ?? '';
  const own = { ...annasPay(), employeeId: bela.employeeId };
  expect((await office.act(bela.user, 'addPayment', id, own)).errors).toEqual(['OWN_PAYMENT employeeId']);
  expect((await office.act(bela.user, 'addPayment', id, annasPay())).errors).toEqual([]);
});

describe('the same', () => {
  test('request is carried out once, and its key is good for nothing else', async () => {
    const idempotencyKey = newKey();
    const [one, again] = [
      await office.prepare(office.payroll, { idempotencyKey }),
      await office.prepare(office.payroll, { idempotencyKey }),
    ];
    expect(again.record?.id).toBe(one.record?.id);
    const id = one.record?.id ?? '';
    const key = { idempotencyKey: newKey() };
    await office.act(office.payroll, 'addPayment', id, { ...annasPay(), ...key });
    const replayed = await office.act(office.payroll, 'addPayment', id, { ...annasPay(), ...key });
    expect(replayed.record?.paymentCount).toBe(1);
    expect((await office.act(office.payroll, 'addPayment', id, { ...annasPay('200'), ...key })).errors).toEqual([
      'BAD_INPUT',
    ]);
  });

  test('item is paid by one batch, however many try at once, and by another once that is given up', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => opened('run-1', [anna.employeeId])));
    const done = tries.filter((each) => each.status === 'fulfilled');
    expect(done).toHaveLength(1);
    for (const each of tries)
      if (each.status === 'rejected') expect(String(each.reason)).toMatch(/source|payment_source_once/i);
    const [first] = done;
    const batchId = first?.value.ok ? first.value.value.batchId : '';
    await expect(opened('run-1', [anna.employeeId])).rejects.toThrow();
    await office.act(office.payroll, 'cancelPaymentBatch', batchId, { reason: 'Again' });
    expect(await opened('run-1', [anna.employeeId])).toMatchObject({ ok: true, value: { paid: 1, leftOut: 0 } });
    await expect(asApplication(`update payment set released_at = null where batch_id = '${batchId}'`)).rejects.toThrow(
      'payment_stays',
    );
    const owner = await connect(world.ownerUrl);
    const { rows } = await owner.query(
      `select count(*)::int as live from payment where source_id = $1 and released_at is null`,
      [`run-1 ${anna.employeeId}`],
    );
    await owner.end();
    expect(rows).toEqual([{ live: 1 }]);
  });

  test('approval, file and booking happen once, however many ask at once', async () => {
    const id = await batchUntil('SUBMITTED');
    const race = async (
      command: string,
      other: object = {},
      who: readonly Member[] = [office.payroll2, office.accounting],
    ) => {
      const all = await Promise.all([...who, ...who].map((each) => office.act(each, command, id, other)));
      return all.map(({ errors }) => errors.map((error) => error.split(' ')[0]).join()).sort();
    };
    const once = (outcomes: readonly string[]) => {
      expect(outcomes.filter((each) => each === '')).toHaveLength(1);
      for (const each of outcomes) expect(['', 'WRONG_STATE', 'CONFLICT']).toContain(each);
    };
    once(await race('approvePaymentBatch'));
    once(await race('exportPaymentBatch', {}, [office.payroll, office.payroll2]));
    once(await race('confirmPaymentBatch', { bookedOn: new Date().toISOString().slice(0, 10) }));
    const owner = await connect(world.ownerUrl);
    const { rows } = await owner.query(
      `select (select count(*)::int from payment_file where batch_id = $1) as files,
        (select count(*)::int from journal_entry where source_type = 'PAYMENT_BATCH' and source_id = $1::text) as entries`,
      [id],
    );
    await owner.end();
    expect(rows).toEqual([{ files: 1, entries: 1 }]);
  });
});

test('whoever has no account on record is left out by name, and the others are paid', async () => {
  const done = await opened('run-2', [anna.employeeId, poor.employeeId]);
  expect(done).toMatchObject({ ok: true, value: { paid: 1, leftOut: 1 } });
  const id = done.ok ? done.value.batchId : '';
  const { paymentBatch } = await office.payroll.client.request<{ paymentBatch: object }>(
    `query ($id: ID!) { paymentBatch(id: $id) { controlSum omissions { nodes { payeeName problem amount } } } }`,
    { id },
  );
  expect(paymentBatch).toEqual({
    controlSum: '1000',
    omissions: { nodes: [{ payeeName: 'Poor Test', problem: 'NO_ACCOUNT', amount: '1000' }] },
  });
  expect(await opened('run-3', [poor.employeeId])).toMatchObject({ ok: false, rejections: [{ code: 'BATCH_EMPTY' }] });
});

describe('raw SQL as the application', () => {
  const raw = async (rule: string, statement: (id: string) => string, status: 'DRAFT' | 'SUBMITTED' | 'APPROVED') =>
    expect(asApplication(statement(await batchUntil(status)))).rejects.toThrow(rule);

  test.each<[string, (id: string) => string, 'DRAFT' | 'SUBMITTED' | 'APPROVED']>([
    ['payment_batch_status', (id) => `update payment_batch set status = 'APPROVED' where id = '${id}'`, 'DRAFT'],
    ['payment_batch_approved', (id) => `update payment_batch set status = 'APPROVED' where id = '${id}'`, 'SUBMITTED'],
    [
      'payment_batch_two_people',
      (id) => `update payment_batch set approved_by_id = prepared_by_id where id = '${id}'`,
      'SUBMITTED',
    ],
    ['payment_batch_as_submitted', (id) => `update payment_batch set control_sum = 1 where id = '${id}'`, 'SUBMITTED'],
    ['payment_batch_decided', (id) => `update payment_batch set approved_sha256 = '' where id = '${id}'`, 'APPROVED'],
    [
      'payment_batch_decided',
      (id) =>
        `update payment_batch set prepared_by_id = (select id from app_user where id <> prepared_by_id limit 1) where id = '${id}'`,
      'DRAFT',
    ],
    ['payment_batch_exported', (id) => `update payment_batch set status = 'EXPORTED' where id = '${id}'`, 'APPROVED'],
    ['payment_file_of_batch', (id) => `insert into payment_file (batch_id, content) values ('${id}', 'x')`, 'APPROVED'],
    ['payment_released', (id) => `update payment set released_at = now() where batch_id = '${id}'`, 'DRAFT'],
    [
      'payment_to_employee',
      (
        id,
      ) => `insert into payment (company_id, kind, batch_id, payee_name, iban, amount, currency_code, end_to_end_id, remittance)
      select company_id, kind, batch_id, payee_name, iban, amount, currency_code, 'X', remittance from payment where batch_id = '${id}'`,
      'DRAFT',
    ],
  ])('is held by %s', raw);

  test.each([
    'update payment_file set content = $$x$$',
    'delete from payment_file',
    'truncate payment',
    'delete from payment_omission',
  ])('may not %s', async (statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a token', () => {
  test('that carries no payroll, one that has ended, and nobody at all get no file', async () => {
    const id = await batchUntil('EXPORTED');
    const get = (headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${world.url}/payment-batches/${id}.xml`, { headers, method });
    expect((await get()).status).toBe(401);
    expect((await get({ authorization: 'Bearer kontor_nothing' })).status).toBe(401);
    const weak = await world.member('weak', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
    expect((await get({ authorization: `Bearer ${weak.token}` })).status).toBe(404);
    const elsewhere = await world.member('elsewhere', [{ role: 'PAYROLL', companyId: null }]);
    expect((await get({ authorization: `Bearer ${elsewhere.token}` })).status).toBe(200);
    const posted = await get({ authorization: `Bearer ${office.payroll.token}` }, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    const unknown = await fetch(`${world.url}/payment-batches/x.xml`, {
      headers: { authorization: `Bearer ${office.payroll.token}` },
    });
    expect(unknown.status).toBe(404);
  });
});
