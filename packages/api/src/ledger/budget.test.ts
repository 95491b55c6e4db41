/** Budgets: entered for whole accounts and by period, and standing beside the books in reports. */
import { perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Books, credit, debit, openBooks } from './proof/open-books.ts';

let world: World;
let books: Books;
let budgetId: string;
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await startWorld();
  books = await openBooks(world, 'PLAN');
  const { companyId, accountant } = books;
  const centre = { companyId, code: '100', name: 'Stockholm' };
  await performed(accountant, 'createCostCentre', centre, 'costCentre { id }');
  const at = { dimensions: [{ dimension: '1', object: '100' }] };
  await books.post([debit('5010', '900', at), credit('1930', '900')], { postingOn: '2026-01-15' });
  await books.post([debit('1930', '5000'), credit('3001', '5000')], { postingOn: '2026-02-10' });
  const query = `query ($id: ID!) {
    accounts(first: 100, where: { company: { is: { id: { eq: $id } } }, code: { in: ["5010", "3001", "5420"] } }) { nodes { id code } }
    dimensionObjects(where: { company: { is: { id: { eq: $id } } } }) { nodes { id code } }
    fiscalYears(where: { company: { is: { id: { eq: $id } } } }) { nodes { id } } }`;
  type Found = Record<'accounts' | 'dimensionObjects' | 'fiscalYears', { nodes: { id: string; code: string }[] }>;
  const found = await accountant.client.request<Found>(query, { id: companyId });
  known = {
    ...Object.fromEntries([...found.accounts.nodes, ...found.dimensionObjects.nodes].map(({ id, code }) => [code, id])),
    year: found.fiscalYears.nodes[0]?.id ?? '',
  };
  const budget = { companyId, fiscalYearId: known['year'], name: 'Budget' };
  budgetId = (await performed(accountant, 'createBudget', budget, 'budget { id }')).id;
});
afterAll(() => world.stop());

const enter = (command: 'budgetAccount' | 'budgetPeriod', account: string, other: object, who = books.accountant) =>
  perform(who, command, { budgetId, accountId: known[account], ...other }, 'budget { id }');

const linesOf = async (account: string): Promise<string[]> => {
  const query = `query ($budget: ID!, $account: ID!) { budgetLines(first: 50, where: { budget: { is: { id: { eq: $budget } } },
    account: { is: { id: { eq: $account } } } }) { nodes { period { name } dimensionSet { name } amount } } }`;
  type Lines = {
    budgetLines: { nodes: { period: { name: string }; dimensionSet: { name: string } | null; amount: string }[] };
  };
  const { budgetLines } = await books.auditor.client.request<Lines>(query, {
    budget: budgetId,
    account: known[account],
  });
  return budgetLines.nodes
    .map(({ period, dimensionSet, amount }) => [period.name, dimensionSet?.name, amount].filter(Boolean).join(' '))
    .sort();
};

interface Line {
  readonly key: string;
  readonly amount: string;
  readonly budget: string | null;
  readonly budgetDifference: string | null;
  readonly comparison: string | null;
}

async function report(name: 'trialBalance' | 'profitAndLoss', other: object = {}): Promise<Record<string, Line>> {
  const query = `query ($companyId: ID!, $budgetId: ID, $startsOn: Date, $endsOn: Date!, $objectId: ID, $compareEndsOn: Date) {
    report: ${name}(companyId: $companyId, budgetId: $budgetId, startsOn: $startsOn, endsOn: $endsOn, objectId: $objectId, compareEndsOn: $compareEndsOn) {
      lines { key amount budget budgetDifference comparison } } }`;
  const variables = { companyId: books.companyId, budgetId, endsOn: '2026-12-31', ...other };
  const answer = await books.auditor.client.request<{ report: { lines: Line[] } }>(query, variables);
  return Object.fromEntries(answer.report.lines.map((line) => [line.key, line]));
}

describe('a budget', () => {
  test('spreads the amount of a year over its periods to the last digit', async () => {
    expect((await enter('budgetAccount', '5010', { amount: '1000' })).errors).toEqual([]);
    const lines = await linesOf('5010');
    expect(lines).toHaveLength(12);
    expect([lines[0], lines[4]]).toEqual(['2026-01 83.34', '2026-05 83.33']);
    expect(lines.map((line) => Number(line.split(' ')[1])).reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(
      100_000,
    );
  });

  test('takes an amount for one period, and for an object of a dimension', async () => {
    const { errors } = await enter('budgetPeriod', '5010', { amount: '500', periodId: await books.period('2026-01') });
    expect(errors).toEqual([]);
    const apart = { amount: '120', objectIds: [known['100']] };
    expect((await enter('budgetAccount', '5010', apart)).errors).toEqual([]);
    const lines = await linesOf('5010');
    expect(lines.slice(0, 2)).toEqual(['2026-01 1:100 10', '2026-01 500']);
    expect(lines).toHaveLength(24);
    await enter('budgetPeriod', '5010', { ...apart, amount: '0', periodId: await books.period('2026-12') });
    expect(await linesOf('5010')).toHaveLength(23);
    await enter('budgetAccount', '3001', { amount: '60000' });
  });

  test('refuses what is no amount, no period of its year, or not for this viewer', async () => {
    const next = await performed(
      books.accountant,
      'openFiscalYear',
      { companyId: books.companyId },
      'fiscalYear { id }',
    );
    expect(next.id).not.toBe('');
    const period = await books.period('2027-01');
    expect((await enter('budgetAccount', '5010', { amount: '0.001' })).errors).toEqual(['MINOR_UNIT_EXCEEDED amount']);
    expect((await enter('budgetPeriod', '5010', { amount: '1', periodId: period })).errors).toEqual([
      'OTHER_YEAR periodId',
    ]);
    expect((await enter('budgetAccount', '5010', { amount: '1' }, books.auditor)).errors).toEqual(['FORBIDDEN']);
    const same = { companyId: books.companyId, fiscalYearId: known['year'], name: 'Budget' };
    const again = await perform(books.accountant, 'createBudget', same, 'budget { id }');
    expect(again.errors).toEqual(['ALREADY_EXISTS name']);
  });
});

describe('beside a budget', () => {
  test('stands the profit and loss, and another range too', async () => {
    const lines = await report('profitAndLoss', { endsOn: '2026-02-28', compareEndsOn: '2026-01-31' });
    expect(lines['EXPENSE:5010']).toMatchObject({
      amount: '900.00',
      budget: '603.34',
      budgetDifference: '296.66',
      comparison: '900.00',
    });
    expect(lines['INCOME:3001']).toMatchObject({
      amount: '5000.00',
      budget: '10000.00',
      budgetDifference: '-5000.00',
      comparison: '0.00',
    });
    expect(lines['RESULT']).toMatchObject({ amount: '4100.00', budget: '9396.66', budgetDifference: '-5296.66' });
  });

  test('stands the trial balance, debit less credit', async () => {
    const lines = await report('trialBalance', { startsOn: '2026-02-01', endsOn: '2026-02-28' });
    expect(lines['EXPENSE:5010']).toMatchObject({ amount: '900.00', budget: '603.34' });
    expect(lines['INCOME:3001']).toMatchObject({ amount: '-5000.00', budget: '-10000.00' });
    expect(lines['ASSET:1930']).toMatchObject({ amount: '4100.00', budget: '0.00' });
  });

  test('a period that is cut in two counts by its days, and an object has its own part', async () => {
    const half = await report('profitAndLoss', { endsOn: '2026-02-14' });
    expect(half['INCOME:3001']).toMatchObject({ budget: '7500.00' });
    const apart = await report('profitAndLoss', { endsOn: '2026-01-31', objectId: known['100'] });
    expect(apart['EXPENSE:5010']).toMatchObject({ amount: '900.00', budget: '10.00' });
  });

  test('an account that was budgeted and not used stands there too', async () => {
    await enter('budgetAccount', '5420', { amount: '12' });
    expect((await report('profitAndLoss', { endsOn: '2026-01-31' }))['EXPENSE:5420']).toMatchObject({
      amount: '0.00',
      budget: '1.00',
    });
  });

  test('no other company’s budget stands, and it goes into the file', async () => {
    const other = await openBooks(world, 'ELSE');
    const query = `query ($companyId: ID!, $budgetId: ID) { profitAndLoss(companyId: $companyId, budgetId: $budgetId, endsOn: "2026-12-31") { kind } }`;
    const stolen = other.auditor.client.request(query, { companyId: other.companyId, budgetId });
    await expect(stolen).rejects.toThrow(/no such budget/);
    const response = await fetch(`${world.url}/exports/reports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${books.auditor.token}`,
        'content-type': 'application/json',
        'x-kontor-csrf': '1',
      },
      body: JSON.stringify({ report: 'PROFIT_AND_LOSS', companyId: books.companyId, endsOn: '2026-02-28', budgetId }),
    });
    const csv = await response.text();
    expect(csv.split('\r\n')[0]).toContain('difference,budget,budgetDifference');
    expect(csv).toMatch(/INCOME:3001,3001,.*,5000\.00,,,10000\.00,-5000\.00/);
  });
});
