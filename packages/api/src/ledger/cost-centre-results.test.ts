/** Whoever answers for a cost centre reads its totals: of whole periods, of no other cost centre, and no entry. */
import {
  type Member,
  newKey,
  type Office,
  openOffice,
  perform,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credit, debit, type Line } from './proof/open-books.ts';

let world: World;
let office: Office;
let accountant: Member;
let manager: Member;
let budgetId: string;
const answering = new Map<string, string>();
const centres = new Map<string, string>();

const at = (object: string): Line => ({ dimensions: [{ dimension: '1', object }] });
const centre = (code: string): string => centres.get(code) ?? '';

async function charge(postingOn: string, lines: readonly Line[], text = 'A secret text'): Promise<void> {
  const entry = { companyId: office.companyId, journal: 'A', postingOn, text, lines, idempotencyKey: newKey() };
  await performed(accountant, 'postEntry', entry, 'journalEntry { id }');
}

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  const { companyId } = office;
  accountant = await world.member('accountant', [{ role: 'ACCOUNTING', companyId }]);
  await performed(
    accountant,
    'setUpBooks',
    { companyId, chart: 'SE_BAS', startsOn: '2026-01-01' },
    'fiscalYear { id }',
  );
  const anna = await office.hire('Anna');
  answering.set('Anna', anna.employeeId);
  manager = await world.member(
    'anna',
    [
      { role: 'MANAGER', companyId },
      { role: 'EMPLOYEE', companyId },
    ],
    anna.personId,
  );
  for (const code of ['100', '200']) {
    const made = { companyId, code, name: `Centre ${code}` };
    centres.set(code, (await performed(accountant, 'createCostCentre', made, 'costCentre { id }')).id);
  }
  await charge('2026-01-15', [debit('5010', '900', at('100')), credit('1930', '900')]);
  await charge('2026-03-10', [debit('5010', '50.50', at('100')), credit('1930', '50.50')]);
  await charge('2026-02-10', [debit('1930', '2000'), credit('3001', '2000', at('100'))]);
  await charge('2026-02-10', [debit('5010', '70', at('200')), credit('1930', '70')]);
  await charge('2026-02-10', [debit('5420', '7'), credit('1930', '7')]);
  budgetId = await budgetOf('1200', '100');
});
afterAll(() => world.stop());

/** Budgets rent for a cost centre. */
async function budgetOf(amount: string, code: string): Promise<string> {
  const query = `query ($id: ID!) { accounts(where: { company: { is: { id: { eq: $id } } }, code: { eq: "5010" } }) { nodes { id } }
    dimensionObjects(where: { company: { is: { id: { eq: $id } } } }) { nodes { id code } }
    fiscalYears(where: { company: { is: { id: { eq: $id } } } }) { nodes { id } } }`;
  type Found = Record<'accounts' | 'dimensionObjects' | 'fiscalYears', { nodes: { id: string; code: string }[] }>;
  const found = await accountant.client.request<Found>(query, { id: office.companyId });
  const plan = { companyId: office.companyId, fiscalYearId: found.fiscalYears.nodes[0]?.id, name: 'Plan' };
  const { id } = await performed(accountant, 'createBudget', plan, 'budget { id }');
  const objectIds = found.dimensionObjects.nodes.filter((each) => each.code === code).map((each) => each.id);
  const spread = { budgetId: id, accountId: found.accounts.nodes[0]?.id, amount, objectIds };
  await performed(accountant, 'budgetAccount', spread, 'budget { id }');
  return id;
}

interface Result {
  readonly currencyCode: string;
  readonly endsOn: string;
  readonly objectId: string | null;
  readonly periods: readonly { readonly name: string }[];
  readonly lines: readonly {
    readonly key: string;
    readonly accountId: string | null;
    readonly amounts: readonly string[];
    readonly amount: string;
    readonly budget: string | null;
  }[];
}

async function resultOf(who: Member, code: string, other: object = {}): Promise<Result | null> {
  const query = `query ($id: ID!, $endsOn: Date!, $budgetId: ID) { costCentreResult(costCentreId: $id, endsOn: $endsOn, budgetId: $budgetId) {
    currencyCode endsOn objectId periods { name } lines { key accountId amounts amount budget } } }`;
  const variables = { id: centre(code), endsOn: '2026-03-15', ...other };
  return (await who.client.request<{ costCentreResult: Result | null }>(query, variables)).costCentreResult;
}

const choices = async (who: Member): Promise<readonly string[]> =>
  (
    await who.client.request<{ reportedCostCentres: { code: string }[] }>('{ reportedCostCentres { code } }')
  ).reportedCostCentres.map(({ code }) => code);

const reports = async (who: Member): Promise<readonly string[]> =>
  (await who.client.request<{ consoleMeta: { reports: string[] } }>('{ consoleMeta { reports } }')).consoleMeta.reports;

async function answers(who: Member, code: string, managerId: string | undefined) {
  const query = 'query ($id: ID!) { costCentre(id: $id) { version } }';
  const { costCentre } = await who.client.request<{ costCentre: { version: number } }>(query, { id: centre(code) });
  const input = { id: centre(code), expectedVersion: costCentre.version, managerId };
  return perform(who, 'updateCostCentre', input, 'costCentre { manager { firstName } }');
}

describe('a manager', () => {
  test('has no result of a cost centre that somebody else answers for, or nobody', async () => {
    expect(await choices(manager)).toEqual([]);
    expect(await resultOf(manager, '100')).toBeNull();
    expect(await reports(manager)).toEqual(['costCentreResult']);
  });

  test('is told the totals of the own one, by account and period, once HR or accounting says who answers for it', async () => {
    expect((await answers(manager, '100', answering.get('Anna'))).errors).toEqual(['FORBIDDEN']);
    expect((await answers(office.hr, '100', answering.get('Anna'))).record).toEqual({
      manager: { firstName: 'Anna' },
    });
    expect(await choices(manager)).toEqual(['100']);
    const result = await resultOf(manager, '100', { budgetId });
    expect(result).toMatchObject({ currencyCode: 'SEK', endsOn: '2026-03-31', objectId: null });
    expect(result?.periods.map(({ name }) => name)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(result?.lines).toEqual([
      { key: 'INCOME:3001', accountId: null, amounts: ['0.00', '2000.00', '0.00'], amount: '2000.00', budget: '0.00' },
      { key: 'INCOME', accountId: null, amounts: ['0.00', '2000.00', '0.00'], amount: '2000.00', budget: '0.00' },
      {
        key: 'EXPENSE:5010',
        accountId: null,
        amounts: ['900.00', '0.00', '50.50'],
        amount: '950.50',
        budget: '300.00',
      },
      { key: 'EXPENSE', accountId: null, amounts: ['900.00', '0.00', '50.50'], amount: '950.50', budget: '300.00' },
      {
        key: 'RESULT',
        accountId: null,
        amounts: ['-900.00', '2000.00', '-50.50'],
        amount: '1049.50',
        budget: '-300.00',
      },
    ]);
    expect(await resultOf(manager, '200')).toBeNull();
  });

  test('is told no entry, no line, no account and no other report', async () => {
    const { companyId } = office;
    const query = `query ($id: ID!) { profitAndLoss(companyId: $id, endsOn: "2026-12-31") { kind }
      journalReport(companyId: $id, endsOn: "2026-12-31") { debit } agedItems(companyId: $id, endsOn: "2026-12-31") { total }
      journalLines { nodes { text } } accounts { nodes { code } } budgets { nodes { name } } dimensionObjects { nodes { code } } }`;
    const answer = await manager.client.rawRequest<Record<string, unknown>>(query, { id: companyId });
    const none = { nodes: [] };
    expect(answer.data).toEqual({
      profitAndLoss: null,
      journalReport: null,
      agedItems: null,
      journalLines: none,
      accounts: none,
      budgets: none,
      dimensionObjects: none,
    });
    const centreOf = `query ($id: ID!) { costCentre(id: $id) { name dimensionObjects { nodes { code } } } }`;
    expect(await manager.client.request(centreOf, { id: centre('100') })).toEqual({
      costCentre: { name: 'Centre 100', dimensionObjects: null },
    });
  });

  test('is told nothing any more once somebody else answers for it', async () => {
    const bertil = await office.hire('Bertil');
    expect((await answers(accountant, '100', bertil.employeeId)).errors).toEqual([]);
    expect(await choices(manager)).toEqual([]);
    expect(await resultOf(manager, '100')).toBeNull();
    const second = await world.member('bertil', [{ role: 'MANAGER', companyId: office.companyId }], bertil.personId);
    expect((await resultOf(second, '100'))?.lines.at(-1)?.amount).toBe('1049.50');
  });

  test('is so by role: answering for a cost centre is no right by itself', async () => {
    const cecilia = await office.hire('Cecilia');
    expect((await answers(office.hr, '200', cecilia.employeeId)).errors).toEqual([]);
    const alone = await world.member('cecilia', [{ role: 'EMPLOYEE', companyId: office.companyId }], cecilia.personId);
    expect([await choices(alone), await resultOf(alone, '200'), await reports(alone)]).toEqual([[], null, []]);
  });
});

test('whoever reads the books has every result, with the account that leads on, and the same sums as the statement', async () => {
  expect(await choices(accountant)).toEqual(['100', '200']);
  const result = await resultOf(accountant, '100');
  expect(result?.lines.every(({ key, accountId }) => key.includes(':') === (accountId !== null))).toBe(true);
  const query = `query ($id: ID!, $object: ID) { profitAndLoss(companyId: $id, endsOn: "2026-03-31", objectId: $object) { lines { key amount } } }`;
  type Statement = { profitAndLoss: { lines: { key: string; amount: string }[] } };
  const variables = { id: office.companyId, object: result?.objectId };
  const { profitAndLoss } = await accountant.client.request<Statement>(query, variables);
  expect(profitAndLoss.lines).toEqual(result?.lines.map(({ key, amount }) => ({ key, amount })));
});

test('a budget of another year is refused', async () => {
  const budget = { budgetId: '00000000-0000-7000-8000-000000000001' };
  await expect(resultOf(accountant, '100', budget)).rejects.toThrow('BAD_INPUT');
});

test('of a day in no fiscal year there is nothing, and the years that there are', async () => {
  expect(await resultOf(accountant, '100', { endsOn: '2031-01-01' })).toMatchObject({
    endsOn: null,
    periods: [],
    lines: [],
  });
});
