/** A raise or an offer is tried out: the same function as in a pay run, nothing kept, and no more told than may be read. */
import { type Member, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { britain, hungary, openPayroll, type PayrollCompany } from './proof/payroll-company.ts';

let world: World;
let hu: PayrollCompany;
let gb: PayrollCompany;
let magyar: ReadonlyMap<string, string>;
let british: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  hu = await openPayroll(world, 'PRH', hungary);
  gb = await openPayroll(world, 'PRG', britain);
  magyar = await hu.employ([
    { name: 'Anna', pay: [{ amount: '500000' }] },
    { name: 'Béla', taxDependants: 2, pay: [{ amount: '575000' }] },
    { name: 'Joe', pay: [{ amount: '2500', per: 'HOUR' }] },
  ]);
  british = await gb.employ([{ name: 'Ann', taxCode: '1257L', pay: [{ amount: '24000', per: 'YEAR' }] }]);
}, 120_000);
afterAll(() => world.stop());

interface Month {
  readonly gross: string | null;
  readonly net: string | null;
  readonly employerCost: string | null;
  readonly lines: readonly {
    readonly code: string;
    readonly amount: string;
    readonly explanation: {
      readonly steps: readonly { readonly code: string | null; readonly rule: string | null }[];
    } | null;
  }[];
  readonly problems: readonly { readonly code: string; readonly path: string }[];
}
interface Preview {
  readonly currencyCode: string;
  readonly today: Month | null;
  readonly proposed: Month;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

async function tried(who: Member, given: object): Promise<Preview | null> {
  const month = `gross net employerCost problems { code path } lines { code amount explanation { steps { code rule level
    inputs { name value } brackets { from upTo rate amount result } } } }`;
  const query = `query ($employeeId: ID, $companyId: ID, $amount: Decimal!, $payPeriod: PreviewPayPeriod! = MONTH, $from: Date!,
    $facts: [PreviewFactInput!]! = []) { payPreview(employeeId: $employeeId, companyId: $companyId, amount: $amount,
    payPeriod: $payPeriod, from: $from, facts: $facts) { currencyCode today { ${month} } proposed { ${month} } facts { name value } } }`;
  return (await who.client.request<{ payPreview: Preview | null }>(query, { from: '2026-07-01', ...given })).payPreview;
}
const sums = (month: Month | null | undefined) => month && [month.gross, month.net, month.employerCost];

test.each([
  ['the minimum wage', '322800', {}, ['322800', '214662', '364764']],
  ['the average', '500000', {}, ['500000', '332500', '565000']],
  ['two children', '575000', { facts: [{ name: 'children', value: '2' }] }, ['575000', '462373', '649750']],
  ['three children', '500000', { facts: [{ name: 'children', value: '3' }] }, ['500000', '500000', '565000']],
])('an offer in Hungary, %s, comes to what is published', async (_title, amount, other, expected) => {
  const found = await tried(hu.preparer, { companyId: hu.companyId, amount, ...other });
  expect([found?.currencyCode, found?.today, sums(found?.proposed)]).toEqual(['HUF', null, expected]);
});

test('a raise stands beside what today’s pay comes to, with the facts of the person', async () => {
  const found = await tried(hu.preparer, { employeeId: magyar.get('Béla'), amount: '600000' });
  expect(sums(found?.today)).toEqual(['575000', '462373', '649750']);
  expect(sums(found?.proposed)).toEqual(['600000', '478998', '678000']);
  expect(found?.facts).toContainEqual({ name: 'children', value: '2' });
  const hourly = await tried(hu.preparer, { employeeId: magyar.get('Joe'), amount: '400000' });
  expect([hourly?.today, hourly?.proposed.gross]).toEqual([null, '400000']);
});

test('each line explains itself, step by step', async () => {
  const found = await tried(gb.preparer, { employeeId: british.get('Ann'), amount: '60000', payPeriod: 'YEAR' });
  expect([sums(found?.today)?.[0], sums(found?.proposed)?.[0]]).toEqual(['2000.00', '5000.00']);
  const tax = found?.proposed.lines.find(({ code }) => code === 'INCOME_TAX');
  expect(tax?.explanation?.steps.at(-1)).toMatchObject({ code: null, rule: expect.any(String) });
  expect(tax?.explanation?.steps.some(({ code }) => code !== null)).toBe(true);
});

test('what cannot be calculated is told with its place, and today’s stays', async () => {
  const wrong = { employeeId: british.get('Ann'), amount: '3000', facts: [{ name: 'taxCode', value: 'XX' }] };
  const found = await tried(gb.preparer, wrong);
  expect(found?.proposed).toMatchObject({
    gross: null,
    problems: [{ code: 'TAX_CODE_MALFORMED', path: 'facts.taxCode' }],
  });
  expect(found?.today?.gross).toBe('2000.00');
  const late = await tried(gb.preparer, { employeeId: british.get('Ann'), amount: '3000', from: '2031-01-01' });
  expect(late?.proposed.problems).toMatchObject([{ code: 'PACK_YEAR_MISSING' }]);
});

test('whoever reads the salary and the tax data may try, nobody else, and nobody in another company', async () => {
  const raise = { employeeId: british.get('Ann'), amount: '3000' };
  const offer = { companyId: gb.companyId, amount: '3000' };
  for (const who of [gb.preparer, gb.hr, gb.auditor])
    for (const asked of [raise, offer]) expect((await tried(who, asked))?.proposed.gross).toBe('3000.00');
  const manager = await world.member('manager', [{ role: 'MANAGER', companyId: gb.companyId }]);
  for (const who of [gb.accountant, manager, hu.preparer, hu.hr])
    for (const asked of [raise, offer]) expect(await tried(who, asked)).toBeNull();
  expect(await tried(gb.preparer, { ...raise, employeeId: gb.companyId })).toBeNull();
  expect(await tried(gb.preparer, { amount: '3000' })).toBeNull();
});

test('HR is told no rule of the company’s own, which it may not read', async () => {
  const component = { companyId: gb.companyId, code: 'LUNCH', name: 'Lunch', kind: 'DEDUCTION', given: false };
  const rule = { startsOn: '2026-04-06', rule: 'SALARY * 0.01', roundingMode: 'HALF_UP', roundingUnit: '0.01' };
  await gb.preparer.client.request(
    'mutation ($input: SavePayComponentInput!) { savePayComponent(input: $input) { userErrors { code message path } } }',
    { input: { ...component, ...rule } },
  );
  const lunchOf = async (who: Member) =>
    (await tried(who, { companyId: gb.companyId, amount: '3000' }))?.proposed.lines.find(
      ({ code }) => code === 'LUNCH',
    );
  expect(await lunchOf(gb.preparer)).toMatchObject({
    amount: '30.00',
    explanation: { steps: [{ rule: 'SALARY * 0.01' }] },
  });
  expect(await lunchOf(gb.hr)).toMatchObject({ amount: '30.00', explanation: null });
});

test('nothing is kept but who looked at whose pay', async () => {
  const count = () =>
    withClient(world.ownerUrl, async (owner) => {
      const tables = [
        'pay_run',
        'pay_calculation',
        'pay_rule_book',
        'payslip',
        'compensation',
        'pay_fact',
        'audit_operation',
      ];
      const sizes = tables.map((table) => `(select count(*)::int from ${table})`);
      return (await owner.query<{ sizes: number[] }>(`select array[${sizes.join()}] as sizes`)).rows[0]?.sizes;
    });
  const before = await count();
  const reader = await world.member('reader', [{ role: 'HR', companyId: gb.companyId }]);
  const withReader = await count();
  await tried(reader, { employeeId: british.get('Ann'), amount: '3000', facts: [{ name: 'niCategory', value: 'B' }] });
  expect(await count()).toEqual(withReader);
  expect(before?.slice(0, -1)).toEqual(withReader?.slice(0, -1));
  const seen = await withClient(world.ownerUrl, async (owner) => {
    const text = `select data_class from sensitive_read where operation = 'payPreview' and user_id = $1`;
    return (await owner.query<{ data_class: string }>(text, [reader.userId])).rows;
  });
  expect(seen).toEqual([{ data_class: 'PAY' }]);
});
