/** Two months of pay beside each other: who joined, who left, whose pay changed and by what, and who may see it. */
import { type Member, perform, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
let people: ReadonlyMap<string, string>;
let may: string;
let june: string;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'CMP', britain);
  people = await gb.employ([
    { name: 'Ann', taxCode: '1257L', pay: [{ amount: '2000' }] },
    {
      name: 'Ben',
      taxCode: '1257L',
      pay: [
        { amount: '3000', until: '2026-05-31' },
        { amount: '3300', from: '2026-06-01' },
      ],
    },
    { name: 'Cat', taxCode: '1257L', startOn: '2026-06-01', pay: [{ amount: '2500' }] },
    { name: 'Dan', taxCode: '1257L', endOn: '2026-05-31', pay: [{ amount: '2800' }] },
    { name: 'Eve', taxCode: '1257L', pay: [{ amount: '2000' }] },
  ]);
  may = await gb.calculated('2026-05');
  await gb.finalized(may);
  await gb.item(people.get('Eve'), '2026-06', { code: 'BONUS', amount: '40' });
  june = await gb.calculated('2026-06');
}, 120_000);
afterAll(() => world.stop());

interface Row {
  readonly name: string;
  readonly change: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly difference: string;
  readonly percent: string | null;
}
interface Comparison {
  readonly run: { readonly periodName: string; readonly gross: string };
  readonly other: { readonly periodName: string; readonly gross: string } | null;
  readonly people: { readonly totalCount: number; readonly joined: number; readonly nodes: readonly Row[] };
  readonly components: readonly {
    readonly code: string;
    readonly before: string | null;
    readonly now: string | null;
    readonly percent: string | null;
    readonly peopleBefore: number;
    readonly peopleNow: number;
  }[];
}

async function compared(
  who: Member,
  given: object,
  args = 'measure: GROSS',
): Promise<{ payRunComparison: Comparison | null }> {
  const query = `query ($runId: ID!, $otherRunId: ID) { payRunComparison(runId: $runId, otherRunId: $otherRunId) {
    run { periodName gross } other { periodName gross }
    people(${args}) { totalCount joined left changed same nodes { name change before now difference percent } }
    components { code before now percent peopleBefore peopleNow } } }`;
  return who.client.request(query, given);
}
const told = ({ payRunComparison: found }: { payRunComparison: Comparison | null }): string[] =>
  found?.people.nodes.map(({ name, change, difference }) => `${name.split(' ')[0]} ${change} ${difference}`) ?? [];

test('a run that is not final is compared with the last regular one, by person and by component', async () => {
  const { payRunComparison: found } = await compared(gb.preparer, { runId: june });
  expect(found).toMatchObject({
    run: { periodName: '2026-06', gross: '9840.00' },
    other: { periodName: '2026-05', gross: '9800.00' },
    people: {
      totalCount: 5,
      joined: 1,
      left: 1,
      changed: 2,
      same: 1,
      nodes: [
        { name: 'Ann Test', change: 'SAME', before: '2000.00', now: '2000.00', difference: '0.00', percent: '0.0' },
        {
          name: 'Ben Test',
          change: 'CHANGED',
          before: '3000.00',
          now: '3300.00',
          difference: '300.00',
          percent: '10.0',
        },
        { name: 'Cat Test', change: 'JOINED', before: null, now: '2500.00', difference: '2500.00', percent: null },
        { name: 'Dan Test', change: 'LEFT', before: '2800.00', now: null, difference: '-2800.00', percent: '-100.0' },
        { name: 'Eve Test', change: 'CHANGED', before: '2000.00', now: '2040.00', difference: '40.00', percent: '2.0' },
      ],
    },
  });
  const [salary, bonus] = ['SALARY', 'BONUS'].map((code) => found?.components.find((each) => each.code === code));
  expect(salary).toMatchObject({ before: '9800.00', now: '9800.00', percent: '0.0', peopleBefore: 4, peopleNow: 4 });
  expect(bonus).toMatchObject({ before: null, now: '40.00', percent: null, peopleBefore: 0, peopleNow: 1 });
});

test.each([
  ['changes: [JOINED, LEFT]', ['Cat JOINED 2500.00', 'Dan LEFT -2800.00']],
  ['changes: [CHANGED], atLeastPercent: "5"', ['Ben CHANGED 300.00']],
  [
    'atLeastPercent: "2", orderBy: DIFFERENCE, descending: true',
    ['Dan LEFT -2800.00', 'Cat JOINED 2500.00', 'Ben CHANGED 300.00', 'Eve CHANGED 40.00'],
  ],
  ['orderBy: PERCENT, descending: true, first: 2', ['Dan LEFT -2800.00', 'Ben CHANGED 300.00']],
  ['orderBy: NAME, descending: true, first: 2, offset: 1', ['Dan LEFT -2800.00', 'Cat JOINED 2500.00']],
  ['component: "BONUS"', ['Eve JOINED 40.00']],
  ['component: "SALARY", changes: [CHANGED]', ['Ben CHANGED 300.00']],
])('%s', async (args, expected) => {
  const measure = args.includes('component') ? args : `measure: GROSS, ${args}`;
  expect(told(await compared(gb.auditor, { runId: june }, measure))).toEqual(expected);
});

test('two final runs are compared the other way round, and a run that has none before it stands alone', async () => {
  await gb.finalized(june);
  expect(
    told(await compared(gb.preparer, { runId: may, otherRunId: june }, 'measure: GROSS, changes: [JOINED]')),
  ).toEqual(['Dan JOINED 2800.00']);
  const { payRunComparison: alone } = await compared(gb.preparer, { runId: may });
  expect(alone).toMatchObject({ other: null, people: { joined: 4, totalCount: 4 } });
});

describe('who may compare', () => {
  test('accounting, HR and payroll of another company are told nothing, as of a run that never was', async () => {
    const others = await openPayroll(world, 'CMP2', britain);
    const none = { payRunComparison: null };
    for (const who of [gb.accountant, gb.hr, others.preparer])
      expect(await compared(who, { runId: june })).toEqual(none);
    expect(await compared(gb.preparer, { runId: people.get('Ann') })).toEqual(none);
    await others.employ([{ name: 'Zoe', taxCode: '1257L', pay: [{ amount: '2000' }] }]);
    const theirs = await others.calculated('2026-06');
    const both = await world.member('both', [
      { role: 'PAYROLL', companyId: gb.companyId },
      { role: 'PAYROLL', companyId: others.companyId },
    ]);
    expect(await compared(both, { runId: june, otherRunId: theirs })).toEqual(none);
  });

  test('somebody of accounting who is paid in the run does not see it either', async () => {
    const personId = await withClient(world.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ id: string }>('select person_id::text as id from employee where id = $1', [
        people.get('Ann'),
      ]);
      return rows[0]?.id;
    });
    const companyId = gb.companyId;
    const ann = await world.member(
      'ann',
      [
        { role: 'ACCOUNTING', companyId },
        { role: 'EMPLOYEE', companyId },
      ],
      personId,
    );
    expect(await compared(ann, { runId: june })).toEqual({ payRunComparison: null });
  });

  test('whose pay was shown is on record, and no more than was shown', async () => {
    const reader = await world.member('reader', [{ role: 'PAYROLL', companyId: gb.companyId }]);
    await compared(reader, { runId: june }, 'measure: NET, changes: [JOINED]');
    const seen = await withClient(world.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ data_class: string; people: number }>(
        `select data_class, cardinality(person_ids) as people from sensitive_read
          where operation = 'payRunComparison' and user_id = $1 order by people`,
        [reader.userId],
      );
      return rows;
    });
    expect(seen).toEqual([
      { data_class: 'PAYSLIP', people: 0 },
      { data_class: 'PAYSLIP', people: 1 },
    ]);
  });
});

test('who looked through a run is kept with it, until it is sent back', async () => {
  const july = await gb.calculated('2026-07');
  const read = async () => {
    const query = 'query ($id: ID!) { payRun(id: $id) { version reviewedBy { id } reviewedAt } }';
    type Answer = { payRun: { version: number; reviewedBy: { id: string } | null; reviewedAt: string | null } };
    return (await gb.approver.client.request<Answer>(query, { id: july })).payRun;
  };
  const note = { runId: july, note: 'Eve had a bonus in June' };
  await perform(gb.approver, 'reviewPayRun', { ...note, expectedVersion: (await read()).version }, 'payRun { id }');
  const { reviewedBy, reviewedAt, version } = await read();
  expect([reviewedBy?.id, typeof reviewedAt]).toEqual([gb.approver.userId, 'string']);
  await perform(
    gb.preparer,
    'sendPayRunBack',
    { runId: july, reason: 'Not yet', expectedVersion: version },
    'payRun { id }',
  );
  expect(await read()).toMatchObject({ reviewedBy: null, reviewedAt: null });
});
