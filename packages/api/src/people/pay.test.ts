/** Pay: proposed by one, decided by another, and never by whose it is. */
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

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
});
afterAll(() => world.stop());

interface Pay {
  readonly id: string;
  readonly status: string;
  readonly amount: string;
  readonly startOn: string;
  readonly endOn: string | null;
  readonly decisionReason: string | null;
  readonly proposedBy: { name: string } | null;
  readonly decidedBy: { name: string } | null;
}
interface Paid {
  readonly salary: string;
  readonly compensations: { nodes: Pay[] };
}

const paid = `employee {
  salary
  compensations(orderBy: [{ startOn: { direction: ASC } }]) {
    nodes { id status amount startOn endOn decisionReason proposedBy { name } decidedBy { name } }
  }
}`;

const payOf = async ({ employeeId }: Hired): Promise<Paid> =>
  (
    await office.hr.client.request<{ employee: Paid }>(`query ($id: ID!) { employee(id: $id) { ${paid.slice(11)} }`, {
      id: employeeId,
    })
  ).employee;

const proposal = (who: Hired, change: object = {}) => ({
  employeeId: who.employeeId,
  amount: '45000',
  currencyCode: 'SEK',
  payPeriod: 'MONTH',
  startOn: dayFromNow(-10),
  reason: 'Review',
  ...change,
});

async function propose(who: Hired, change: object = {}, by: Member = office.hr): Promise<string> {
  const { compensations } = await performed<Paid>(by, 'proposePay', proposal(who, change), paid);
  return compensations.nodes.find(({ status }) => status === 'PROPOSED')?.id ?? '';
}

const approve = (by: Member, compensationId: string, change: object = {}) =>
  perform(by, 'approvePay', { compensationId, ...change }, 'compensation { id }');

/** All pay, and the pay of today that stands at the employees. */
const snapshot = (): Promise<unknown> =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select (select json_agg(c order by c.id) from compensation c) as pay, (select json_agg(e order by e.id) from employee e) as employees`,
    );
    return rows[0];
  });

test('a raise from a past day is in force once somebody else has approved it', async () => {
  const anna = await office.hire('Anna');
  const id = await propose(anna);
  expect((await payOf(anna)).salary).toBe('40000');
  expect((await approve(office.hr2, id, { reason: 'Well earned' })).errors).toEqual([]);
  expect(await payOf(anna)).toEqual({
    salary: '45000',
    compensations: {
      nodes: [
        {
          id: expect.any(String),
          status: 'APPROVED',
          amount: '40000',
          startOn: dayFromNow(-90),
          endOn: dayFromNow(-11),
          decisionReason: null,
          proposedBy: null,
          decidedBy: { name: 'hr-SE' },
        },
        {
          id,
          status: 'APPROVED',
          amount: '45000',
          startOn: dayFromNow(-10),
          endOn: null,
          decisionReason: 'Well earned',
          proposedBy: { name: 'hr-SE' },
          decidedBy: { name: 'hr2-SE' },
        },
      ],
    },
  });
});

test('a raise that is dated ahead is approved now and paid then', async () => {
  const bert = await office.hire('Bert');
  await approve(office.hr2, await propose(bert, { startOn: dayFromNow(30) }));
  const { salary, compensations } = await payOf(bert);
  expect(salary).toBe('40000');
  expect(compensations.nodes.map(({ startOn, endOn }) => [startOn, endOn])).toEqual([
    [dayFromNow(-90), dayFromNow(29)],
    [dayFromNow(30), null],
  ]);
});

test('a starting salary that was mistyped is put right from the first day', async () => {
  const carl = await office.hire('Carl', { salary: '30400' });
  await approve(
    office.hr2,
    await propose(carl, { amount: '34000', startOn: dayFromNow(-90), reason: 'Digits swapped' }),
  );
  const { salary, compensations } = await payOf(carl);
  expect(salary).toBe('34000');
  expect(compensations.nodes.map(({ amount, status }) => [amount, status]).sort()).toEqual([
    ['30400', 'REVOKED'],
    ['34000', 'APPROVED'],
  ]);
});

test('a rejection changes nothing but the proposal, and says why', async () => {
  const dora = await office.hire('Dora');
  const compensationId = await propose(dora);
  await performed(office.hr2, 'rejectPay', { compensationId, reason: 'Too early' }, 'compensation { id }');
  const { salary, compensations } = await payOf(dora);
  expect(salary).toBe('40000');
  expect(compensations.nodes[1]).toMatchObject({
    status: 'REJECTED',
    decisionReason: 'Too early',
    decidedBy: { name: 'hr2-SE' },
  });
  expect((await approve(office.hr2, compensationId)).errors).toEqual(['WRONG_STATE compensationId']);
});

test('of two approvals at once, one decides', async () => {
  const id = await propose(await office.hire('Emma'));
  const hr3 = await world.member('hr3', [{ role: 'HR', companyId: office.companyId }]);
  const answers = await Promise.all([approve(office.hr2, id), approve(hr3, id)]);
  expect(answers.flatMap(({ errors }) => errors)).toEqual(['WRONG_STATE compensationId']);
});

describe('nothing changes where', () => {
  test('the proposer, the employee or an outsider approves', async () => {
    const frida = await office.hire('Frida');
    const id = await propose(frida);
    const herself = await world.member('frida', [{ role: 'HR', companyId: office.companyId }], frida.personId);
    const payroll = await world.member('payroll', [{ role: 'PAYROLL', companyId: office.companyId }]);
    const stranger = await world.member('stranger', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
    const before = await snapshot();
    expect((await approve(office.hr, id)).errors).toEqual(['APPROVER_IS_PROPOSER']);
    expect((await approve(herself, id)).errors).toEqual(['FORBIDDEN']);
    expect((await approve(payroll, id)).errors).toEqual(['FORBIDDEN']);
    expect((await approve(stranger, id)).errors).toEqual(['FORBIDDEN']);
    expect(
      (await perform(office.hr, 'rejectPay', { compensationId: id, reason: 'No' }, 'compensation { id }')).errors,
    ).toEqual(['APPROVER_IS_PROPOSER']);
    expect((await perform(herself, 'proposePay', proposal(frida, { amount: '49000' }), paid)).errors).toEqual([
      'FORBIDDEN',
    ]);
    expect((await approve(office.hr2, id, { expectedVersion: 7 })).errors).toEqual(['CONFLICT expectedVersion']);
    expect(await snapshot()).toEqual(before);
  });

  const rows: readonly (readonly [errors: string[], change: object])[] = [
    [['PAY_ABOVE_RANGE amount'], { amount: '50001' }],
    [['PAY_BELOW_RANGE amount'], { amount: '29999' }],
    [['PAY_NOT_POSITIVE amount', 'PAY_BELOW_RANGE amount'], { amount: '-1' }],
    [['MINOR_UNIT_EXCEEDED amount'], { amount: '45000.001' }],
    [['PAY_CURRENCY_DIFFERS currencyCode'], { currencyCode: 'EUR' }],
    [['CURRENCY_UNKNOWN currencyCode'], { currencyCode: 'ABC' }],
    [['PAY_PERIOD_DIFFERS payPeriod'], { payPeriod: 'HOUR' }],
    [['OUTSIDE_EMPLOYMENT startOn', 'LATER_PAY_EXISTS startOn'], { startOn: dayFromNow(-91) }],
    [['START_TOO_LATE startOn'], { startOn: dayFromNow(900) }],
    [['REQUIRED reason'], { reason: '' }],
  ];
  test.each(rows)('%j', async (errors, change) => {
    const gina = await office.hire('Gina');
    const before = await snapshot();
    expect((await perform(office.hr, 'proposePay', proposal(gina, change), paid)).errors).toEqual(errors);
    expect(await snapshot()).toEqual(before);
  });

  test('what was proposed no longer fits when it is approved', async () => {
    const hans = await office.hire('Hans');
    const id = await propose(hans, { startOn: dayFromNow(5) });
    await approve(
      office.hr2,
      await (async () => {
        await propose(hans, { startOn: dayFromNow(9), amount: '46000' });
        const { compensations } = await payOf(hans);
        return compensations.nodes.find(({ amount }) => amount === '46000')?.id ?? '';
      })(),
    );
    const before = await snapshot();
    expect((await approve(office.hr2, id)).errors).toEqual(['LATER_PAY_EXISTS compensationId']);
    expect(await snapshot()).toEqual(before);
  });
});
