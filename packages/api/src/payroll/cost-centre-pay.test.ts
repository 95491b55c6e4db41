/** From the pay of a few to the result of a cost centre: nobody's pay can be read off it on the way, and nothing is lost. */
import { performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { britain, openPayroll, type PayrollCompany, type Worker } from './proof/payroll-company.ts';

let world: World;
let gb: PayrollCompany;
const centres = new Map<string, string>();

const workers = (count: number, name: string, amount: string): readonly Worker[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${name}${index}`, taxCode: '1257L', pay: [{ amount }] }));

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  gb = await openPayroll(world, 'CCP', britain);
  const { companyId } = gb;
  const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }, { role: 'ACCOUNTING' }]);
  centres.set('100', gb.costCentre);
  await gb.employ(workers(6, 'Many', '2000'));
  for (const [code, count, amount] of [
    ['200', 2, '3000'],
    ['300', 5, '2500'],
  ] as const) {
    const named = { companyId, code, name: `Centre ${code}` };
    const costCentreId = (await performed(gb.accountant, 'createCostCentre', named, 'costCentre { id }')).id;
    centres.set(code, costCentreId);
    const department = (await performed(admin, 'createDepartment', { ...named, costCentreId }, 'department { id }')).id;
    const people = await gb.employ(workers(count, `Of${code}-`, amount), department);
    if (code === '200')
      await gb.item(people.get('Of200-0'), '2026-05', { code: 'BONUS', amount: '500', runKind: 'BONUS' });
  }
}, 120_000);
afterAll(() => world.stop());

interface Line {
  readonly key: string;
  readonly amount: string;
}

/** What accounting reads of salaries: of a cost centre, or of the whole company where none is named. */
async function salaries(code?: string): Promise<string> {
  const ofCentre = `query ($id: ID!) { report: costCentreResult(costCentreId: $id, endsOn: "2026-05-31") { lines { key amount } } }`;
  const ofAll = `query ($id: ID!) { report: profitAndLoss(companyId: $id, startsOn: "2026-01-01", endsOn: "2026-05-31") { lines { key amount } } }`;
  const id = code === undefined ? gb.companyId : centres.get(code);
  const { report } = await gb.accountant.client.request<{ report: { lines: readonly Line[] } }>(
    code === undefined ? ofAll : ofCentre,
    { id },
  );
  return report.lines.find(({ key }) => key === 'EXPENSE:6000')?.amount ?? 'nothing';
}

const salariesOfAll = async (): Promise<readonly string[]> =>
  Promise.all([salaries('100'), salaries('200'), salaries('300'), salaries()]);

test('a bonus of one is final and in no report', async () => {
  await gb.finalized(await gb.calculated('2026-05', { kind: 'BONUS' }));
  expect(await salariesOfAll()).toEqual(['nothing', 'nothing', 'nothing', 'nothing']);
});

test('with the next run it is in the company’s, and in that of no cost centre that would tell it', async () => {
  await gb.finalized(await gb.calculated('2026-05'));
  // Two people stand with the five of another centre: all that is left over is 6,000 and 12,500 and the bonus together.
  expect(await salariesOfAll()).toEqual(['12000.00', 'nothing', 'nothing', '31000.00']);
});
