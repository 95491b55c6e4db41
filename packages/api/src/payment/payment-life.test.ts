/** A batch of pay from its preparation to the books, and one for suppliers: who does what, and who sees what. */
import { createHash } from 'node:crypto';
import {
  dayFromNow,
  type Hired,
  type Member,
  openPayingOffice,
  type PaidEmployee,
  type PayingOffice,
  perform,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { verifyLedger } from '../ledger/index.ts';
import { readValid } from './check-message.ts';

let world: World;
let office: PayingOffice;
let anna: PaidEmployee;
let bela: PaidEmployee;

beforeAll(async () => {
  world = await startWorld();
  office = await openPayingOffice(world);
  anna = await office.hirePaid('Anna', 'SE3550000000054910000003');
  bela = await office.hirePaid('Béla', 'DE89370400440532013000');
});
afterAll(() => world.stop());

const pay = (person: Hired, amount: string) => ({
  employeeId: person.employeeId,
  amount,
  currencyCode: 'SEK',
  remittance: 'Pay',
});

const download = (who: Member, id: string) =>
  fetch(`${world.url}/payment-batches/${id}.xml`, { headers: { authorization: `Bearer ${who.token}` } });

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

interface Seen {
  readonly paymentBatch: { controlSum: string; paymentCount: number; payments: Payments | null } | null;
  readonly payments: Payments;
}
interface Payments {
  readonly nodes: readonly { payeeName: string | null; iban: string | null; amount: string | null }[];
  readonly totalCount: number;
}

/** What somebody reads of a batch and of its payments. */
const seenBy = (who: Member, id: string): Promise<Seen> =>
  who.client.request<Seen>(
    `query ($id: ID!) { paymentBatch(id: $id) { controlSum paymentCount payments { nodes { payeeName iban amount } totalCount } }
      payments(where: { batch: { is: { id: { eq: $id } } } }) { nodes { payeeName iban amount } totalCount } }`,
    { id },
  );

describe('a batch of pay', () => {
  let id: string;

  test('is put together by payroll, from the accounts on record', async () => {
    const made = await office.prepare(office.payroll);
    expect(made).toMatchObject({ errors: [], record: { status: 'DRAFT', controlSum: '0', paymentCount: 0 } });
    id = made.record?.id ?? '';
    await office.act(office.payroll, 'addPayment', id, pay(anna, '24000.50'));
    const added = await office.act(office.payroll, 'addPayment', id, pay(bela, '31000.25'));
    expect(added).toMatchObject({ errors: [], record: { controlSum: '55000.75', paymentCount: 2 } });
  });

  test('takes no payee but an employee, and no account but the one on record', async () => {
    const { amount, currencyCode, remittance } = pay(anna, '1');
    const rest = { amount, currencyCode, remittance };
    const typed = { payeeName: 'Me', iban: 'DE89370400440532013000' };
    for (const [given, error] of [
      [typed, 'EMPLOYEE_NEEDED employeeId'],
      [{ ...typed, employeeId: anna.employeeId }, 'PAYEE_FROM_RECORD iban'],
      [{ employeeId: anna.employeeId, amount: '0' }, 'AMOUNT_NOT_POSITIVE amount'],
      [{ employeeId: anna.employeeId, amount: '1.001' }, 'MINOR_UNIT_EXCEEDED amount'],
      [{ employeeId: anna.employeeId, currencyCode: 'JPY' }, 'CURRENCY_NOT_WRITABLE currencyCode'],
    ] as const)
      expect(await office.act(office.payroll, 'addPayment', id, { ...rest, ...given })).toMatchObject({
        errors: [error],
      });
  });

  test('has no file before it is approved, and is not approved before it is handed in', async () => {
    expect((await download(office.payroll, id)).status).toBe(404);
    expect(await office.act(office.payroll2, 'approvePaymentBatch', id)).toMatchObject({
      errors: ['WRONG_STATE batchId'],
    });
    expect(await office.act(office.payroll, 'exportPaymentBatch', id)).toMatchObject({
      errors: ['WRONG_STATE batchId'],
    });
    expect(await office.act(office.payroll2, 'submitPaymentBatch', id)).toMatchObject({ errors: ['NOT_PREPARER'] });
    const handedIn = await office.act(office.payroll, 'submitPaymentBatch', id);
    expect(handedIn).toMatchObject({ errors: [], record: { status: 'SUBMITTED' } });
    const late = await office.act(office.payroll, 'addPayment', id, pay(anna, '1'));
    expect(late.errors).toEqual(['WRONG_STATE batchId']);
  });

  test('is approved by somebody else', async () => {
    expect(await office.act(office.payroll, 'approvePaymentBatch', id)).toMatchObject({ errors: ['SAME_PERSON'] });
    const approved = await office.act(office.payroll2, 'approvePaymentBatch', id);
    expect(approved).toMatchObject({ errors: [], record: { status: 'APPROVED', fileSha256: null } });
    expect((await download(office.payroll, id)).status).toBe(404);
  });

  test('has one file from then on, always the same, valid and of what was approved', async () => {
    const exported = await office.act(office.payroll, 'exportPaymentBatch', id);
    expect(exported).toMatchObject({ errors: [], record: { status: 'EXPORTED' } });
    const [first, again] = [await download(office.payroll, id), await download(office.payroll2, id)];
    const content = new Uint8Array(await first.arrayBuffer());
    expect(first.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(sha256(content)).toBe(exported.record?.fileSha256);
    expect(sha256(new Uint8Array(await again.arrayBuffer()))).toBe(exported.record?.fileSha256);
    const read = await readValid(new TextDecoder().decode(content), 'pain.001.001.09');
    expect(read.orders.map(({ payeeName, iban, amount }) => [payeeName, iban, amount])).toEqual([
      ['Anna Test', 'SE3550000000054910000003', '24000.50'],
      ['Bela Test', 'DE89370400440532013000', '31000.25'],
    ]);
    expect(read).toMatchObject({ count: 2, controlSum: '55000.75' });
  });

  test('shows accounting its totals, and no payment by any door', async () => {
    const { paymentBatch, payments } = await seenBy(office.accounting, id);
    expect(paymentBatch).toMatchObject({ controlSum: '55000.75', paymentCount: 2, payments: null });
    expect(payments).toEqual({ nodes: [], totalCount: 0 });
    const refused = await download(office.accounting, id);
    expect([refused.status, await refused.text()]).toEqual([403, expect.not.stringContaining('SE35')]);
    const spied = office.accounting.client.request(
      `{ paymentBatches(where: { payments: { some: { amount: { gt: "1" } } } }) { totalCount } }`,
    );
    expect(await spied).toEqual({ paymentBatches: { totalCount: 0 } });
  });

  test('shows payroll all, the auditor the ends of accounts, and each person their own', async () => {
    const { payments } = await seenBy(office.payroll2, id);
    expect(payments.nodes.map(({ iban }) => iban)).toEqual(['SE3550000000054910000003', 'DE89370400440532013000']);
    const audited = await seenBy(office.auditor, id);
    expect(audited.payments.nodes.map(({ iban, amount }) => [iban, amount])).toEqual([
      ['•••• 0003', '24000.5'],
      ['•••• 3000', '31000.25'],
    ]);
    const all = '{ payments { nodes { payeeName iban amount } totalCount } }';
    expect(await anna.user.client.request(all)).toEqual({
      payments: {
        nodes: [{ payeeName: 'Anna Test', iban: 'SE3550000000054910000003', amount: '24000.5' }],
        totalCount: 1,
      },
    });
    for (const who of [office.hr, office.admin])
      expect(await who.client.request(all)).toEqual({ payments: { nodes: [], totalCount: 0 } });
  });

  test('leaves a record of who took its file, and of whose accounts were shown', async () => {
    await withClient(world.ownerUrl, async (owner) => {
      const { rows: taken } = await owner.query<{ actor: string }>(
        `select actor from audit_operation where command = 'downloadPaymentFile' order by at`,
      );
      expect(taken.map(({ actor }) => actor)).toEqual([office.payroll.email, office.payroll2.email]);
      const { rows: looks } = await owner.query<{ data_class: string; people: number }>(
        `select data_class::text, cardinality(person_ids) as people from sensitive_read where operation = 'downloadPaymentFile' order by 1, 2`,
      );
      expect(looks).toEqual(['BANK', 'BANK', 'PAY', 'PAY'].map((data_class) => ({ data_class, people: 2 })));
      const { rows: changes } = await owner.query<{ after: string }>(
        `select after::text from audit_change where table_name = 'payment'`,
      );
      expect(changes.length).toBeGreaterThan(1);
      for (const { after } of changes) {
        expect(after).toContain('$sealed');
        expect(after).not.toMatch(/24000|31000|SE35|DE89|Anna/);
      }
    });
  });

  test('is confirmed with the day of the statement, and posts what was owed against the bank', async () => {
    const early = await office.act(office.accounting, 'confirmPaymentBatch', id, { bookedOn: dayFromNow(3) });
    expect(early.errors).toEqual(['BOOKED_IN_FUTURE bookedOn']);
    const confirmed = await office.act(office.accounting, 'confirmPaymentBatch', id, { bookedOn: dayFromNow(0) });
    expect(confirmed).toMatchObject({ errors: [], record: { status: 'CONFIRMED' } });
    const { paymentBatch } = await office.accounting.client.request<{
      paymentBatch: { entry: { sourceType: string; lines: { nodes: object[] } } };
    }>(
      `query ($id: ID!) { paymentBatch(id: $id) { entry { sourceType lines { nodes { account { code } debit credit currencyCode } } } } }`,
      { id },
    );
    expect(paymentBatch.entry).toEqual({
      sourceType: 'PAYMENT_BATCH',
      lines: {
        nodes: [
          { account: { code: '2820' }, debit: '55000.75', credit: '0', currencyCode: 'SEK' },
          { account: { code: '1930' }, debit: '0', credit: '55000.75', currencyCode: 'SEK' },
        ],
      },
    });
    const differences: unknown[] = [];
    const verdict = await withClient(world.ownerUrl, (owner) =>
      verifyLedger(owner, { tell: (difference) => differences.push(difference) }),
    );
    expect([verdict?.entries, differences]).toEqual([1, []]);
    const cancelled = await office.act(office.payroll2, 'cancelPaymentBatch', id, { reason: 'Too late' });
    expect(cancelled.errors).toEqual(['WRONG_STATE batchId']);
    expect((await download(office.payroll, id)).status).toBe(200);
  });
});

test('two accounts of the company have two names', async () => {
  const { companyId, other } = office;
  const same = { companyId, name: 'Main', iban: 'SE7280000810340009783242', currencyCode: 'SEK', accountId: other };
  const made = await perform(office.accounting, 'createCompanyAccount', same, 'companyAccount { id }');
  expect(made.errors).toEqual(['ALREADY_EXISTS name']);
});

describe('a batch for suppliers', () => {
  const supplier = {
    payeeName: 'Büro & Söhne',
    iban: 'NL91ABNA0417164300',
    amount: '99.95',
    currencyCode: 'EUR',
    remittance: 'Invoice 17',
  };

  test('is of accounting alone, in several currencies, in the older version', async () => {
    const kind = { kind: 'SUPPLIER', contraAccountId: office.other, messageVersion: 'PAIN_001_03' };
    expect((await office.prepare(office.payroll, kind)).errors).toEqual(['KIND_NOT_YOURS kind']);
    expect((await office.prepare(office.accounting, { kind: 'SALARY' })).errors).toEqual(['KIND_NOT_YOURS kind']);
    const id = (await office.prepare(office.accounting, kind)).record?.id ?? '';
    await office.act(office.accounting, 'addPayment', id, supplier);
    const british = {
      iban: null,
      sortCode: '20-00-00',
      accountNumber: '55779911',
      bic: 'BARCGB22',
      currencyCode: 'GBP',
    };
    const added = await office.act(office.accounting, 'addPayment', id, {
      ...supplier,
      ...british,
      endToEndId: 'INV-18',
    });
    expect(added).toMatchObject({ errors: [], record: { paymentCount: 2, controlSum: '199.9' } });
    const twice = await office.act(office.accounting, 'addPayment', id, { ...supplier, endToEndId: 'INV-18' });
    expect(twice.errors).toEqual(['ALREADY_EXISTS endToEndId']);
    expect((await seenBy(office.payroll, id)).paymentBatch).toBeNull();
    expect((await office.act(office.payroll, 'approvePaymentBatch', id)).errors).toEqual(['NOT_FOUND']);
    expect((await seenBy(office.accounting2, id)).payments.nodes).toHaveLength(2);
    await office.act(office.accounting, 'submitPaymentBatch', id);
    expect((await office.act(office.accounting2, 'approvePaymentBatch', id)).errors).toEqual([]);
    await office.act(office.accounting, 'exportPaymentBatch', id);
    expect((await download(office.payroll, id)).status).toBe(404);
    const read = await readValid(await (await download(office.accounting2, id)).text(), 'pain.001.001.03');
    expect(
      read.orders.map(({ payeeName, iban, bic, amount, currencyCode }) => [payeeName, iban, bic, amount, currencyCode]),
    ).toEqual([
      ['Buro + Sohne', 'NL91ABNA0417164300', null, '99.95', 'EUR'],
      ['Buro + Sohne', 'GB60BARC20000055779911', 'BARCGB22', '99.95', 'GBP'],
    ]);
  });

  test('is rejected with a reason, and what is removed from a draft is not counted', async () => {
    const id =
      (await office.prepare(office.accounting, { kind: 'OTHER', contraAccountId: office.other })).record?.id ?? '';
    await office.act(office.accounting, 'addPayment', id, { ...supplier, currencyCode: 'SEK' });
    await office.act(office.accounting, 'addPayment', id, { ...supplier, currencyCode: 'SEK', payeeName: 'Wrong' });
    const query = `query ($id: ID!) { payments(where: { payeeName: { eq: "Wrong" }, batch: { is: { id: { eq: $id } } } }) { nodes { id } } }`;
    const { payments } = await office.accounting.client.request<{ payments: { nodes: { id: string }[] } }>(query, {
      id,
    });
    const paymentId = payments.nodes[0]?.id;
    const removed = await office.act(office.accounting, 'removePayment', id, { paymentId });
    expect(removed).toMatchObject({ errors: [], record: { paymentCount: 1, controlSum: '99.95' } });
    await office.act(office.accounting, 'submitPaymentBatch', id);
    const rejected = await office.act(office.accounting2, 'rejectPaymentBatch', id, { reason: 'Paid in cash' });
    expect(rejected).toMatchObject({ errors: [], record: { status: 'REJECTED' } });
  });

  test('is not paid on a day on which banks are closed', async () => {
    for (const [executionOn, error] of [
      [dayFromNow(-1), 'EXECUTION_PAST executionOn'],
      ['2026-12-26', 'EXECUTION_NOT_BANK_DAY executionOn'],
    ] as const)
      expect((await office.prepare(office.accounting, { kind: 'OTHER', executionOn })).errors).toContain(error);
  });
});
