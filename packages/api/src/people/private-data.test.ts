/**
 * What a colleague learns of another's pay, bank account, home and identity: nothing, by whichever door. Every question
 * is asked before and after all of these change, and must be answered with the same bytes.
 */
import {
  dayFromNow,
  type Hired,
  type Member,
  type Office,
  openOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import { ClientError } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let world: World;
let office: Office;
let secret: Hired;
let curious: Hired;
let colleague: Member;
let user: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  secret = await office.hire('Secret', {
    salary: '41234',
    nationalId: '811228-9874',
    homeStreet: 'Hidden lane 7',
    homeCity: 'Lund',
  });
  const positionId = await office.position('Seller', { departmentId: office.sales });
  curious = await office.hire('Curious', { positionId, salary: '35000' });
  user = await world.member('secret', [{ role: 'EMPLOYEE', companyId: office.companyId }], secret.personId);
  colleague = await world.member('curious', [{ role: 'EMPLOYEE', companyId: office.companyId }], curious.personId);
});
afterAll(() => world.stop());

/** The answer as text: data and errors, without how long it took. */
async function ask(who: Member, document: string): Promise<string> {
  const variables = { id: secret.employeeId, person: secret.personId };
  try {
    const { data } = await who.client.rawRequest(document, variables);
    return JSON.stringify(data);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return JSON.stringify(error.response.errors?.map(({ message, extensions }) => [extensions['code'], message]));
  }
}

const own = `{ nodes { firstName } totalCount }`;
const doors: Readonly<Record<string, string>> = {
  'its fields': `query ($id: ID!) { employee(id: $id) { salary salaryCurrencyCode salaryPeriod salaryCurrency { code } taxCode fte startOn endOn contractType _label } }`,
  'the fields of the person': `query ($person: ID!) { person(id: $person) { iban bic accountHolder nationalId birthOn homeStreet homeCity privatePhone emergencyName _label } }`,
  'what it may do': `query ($id: ID!) { employee(id: $id) { _can { update updatable maskedFields actions } } }`,
  'a filter': `{ employees(where: { salary: { gte: "41000" } }) ${own} }`,
  'a filter turned round': `{ employees(where: { not: { salary: { lt: "41000" } } }) ${own} }`,
  'a filter on nothing': `{ employees(where: { salary: { isNull: false } }) ${own} }`,
  'a filter on the account': `{ people(where: { iban: { startsWith: "SE" } }) ${own} }`,
  'a filter on the number': `{ people(where: { nationalId: { contains: "811228" } }) ${own} }`,
  'a filter through the person': `{ employees(where: { person: { is: { homeCity: { eq: "Lund" } } } }) ${own} }`,
  'a filter through pay': `{ employees(where: { compensations: { some: { amount: { gt: "41000" } } } }) ${own} }`,
  'a filter on no pay': `{ employees(where: { compensations: { none: { amount: { gt: "41000" } } } }) ${own} }`,
  'a filter on every pay': `{ employees(where: { compensations: { every: { amount: { gt: "41000" } } } }) ${own} }`,
  'a filter through a change': `{ people(where: { bankChanges: { some: { iban: { startsWith: "SE" } } } }) ${own} }`,
  'an order': `{ employees(orderBy: [{ salary: { direction: DESC, nulls: LAST } }]) ${own} }`,
  'an order by the account': `{ people(orderBy: [{ iban: { direction: ASC } }]) ${own} }`,
  'a cursor': `query ($id: ID!) { employees(orderBy: [{ salary: { direction: ASC } }], first: 1, after: $id) ${own} }`,
  'a search': `{ employees(search: "41234") ${own} people(search: "SE45") ${own} }`,
  'a relation': `query ($id: ID!) { employee(id: $id) { compensations { nodes { amount } totalCount } taxChanges { totalCount } } }`,
  'a relation of the person': `query ($person: ID!) { person(id: $person) { bankChanges { nodes { iban } totalCount } homeChanges { totalCount } } }`,
  'a list of pay': `{ compensations { nodes { amount employee { firstName } } totalCount } }`,
  'lists of changes': `{ bankChanges { nodes { iban } totalCount } homeChanges { totalCount } taxChanges { totalCount } }`,
  'the currency': `{ currencies(where: { code: { eq: "SEK" } }) { nodes { employees ${own} compensations { totalCount } } } }`,
  'the seat': `query ($id: ID!) { employee(id: $id) { position { title payMinimum payMaximum payCurrencyCode budgetedFte } } }`,
  'its history': `query ($id: ID!) { history(entity: "Employee", id: $id) { nodes { command reason changes { field from to } } } }`,
  'the history of the person': `query ($person: ID!) { history(entity: "Person", id: $person) { nodes { command reason changes { field from to } } } }`,
  'the org chart': `{ orgChart { name positionTitle } }`,
};

const outcome: Record<string, string> = {};

describe('a colleague in another department', () => {
  beforeAll(async () => {
    for (const [door, document] of Object.entries(doors)) outcome[door] = await ask(colleague, document);
    const { employeeId, personId } = secret;
    const raise = {
      employeeId,
      amount: '49876',
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
      startOn: dayFromNow(-5),
      reason: 'Raise',
    };
    const { compensations } = await performed<{ compensations: { nodes: { id: string }[] } }>(
      office.hr,
      'proposePay',
      raise,
      'employee { compensations(where: { status: { eq: PROPOSED } }) { nodes { id } } }',
    );
    await performed(office.hr2, 'approvePay', { compensationId: compensations.nodes[0]?.id }, 'compensation { id }');
    await performed(user, 'proposeHomeChange', { personId, street: 'Secret road 9' }, 'person { id }');
    await performed(user, 'proposeTaxChange', { employeeId, taxCode: '36' }, 'employee { id }');
    const bank = await performed<{ bankChanges: { nodes: { id: string }[] } }>(
      user,
      'proposeBankChange',
      { personId, iban: 'SE4550000000058398257466' },
      'person { bankChanges { nodes { id } } }',
    );
    for (const name of ['payroll', 'payroll2']) {
      const who = await world.member(name, [{ role: 'PAYROLL', companyId: office.companyId }]);
      await performed(who, 'approveBankChange', { bankChangeId: bank.bankChanges.nodes[0]?.id }, 'bankChange { id }');
    }
  });

  test.each(Object.entries(doors))('learns nothing by %s', async (door, document) => {
    const answer = await ask(colleague, document);
    expect(answer).toBe(outcome[door]);
    expect(answer).not.toMatch(/41234|49876|SE45|8112|Hidden|Secret road/);
  });

  test('is told which fields are kept back, and is offered nothing to do', async () => {
    const { employee } = JSON.parse(await ask(colleague, doors['what it may do'] ?? '')) as {
      employee: { _can: { maskedFields: string[]; actions: string[]; update: boolean } };
    };
    expect(employee._can).toMatchObject({ update: false, actions: [] });
    expect(employee._can.maskedFields).toEqual(
      expect.arrayContaining(['salary', 'taxCode', 'compensations', 'startOn']),
    );
  });

  test('sees their own, by the same doors', async () => {
    expect(await ask(colleague, `{ employees(where: { salary: { gte: "1" } }) ${own} }`)).toBe(
      '{"employees":{"nodes":[{"firstName":"Curious"}],"totalCount":1}}',
    );
    expect(await ask(colleague, '{ compensations { nodes { amount } } }')).toBe(
      '{"compensations":{"nodes":[{"amount":"35000"}]}}',
    );
  });

  test('cannot act on what is not theirs, and learns nothing by trying', async () => {
    const { employeeId, personId } = secret;
    const tries: readonly (readonly [string, object])[] = [
      [
        'proposePay',
        { employeeId, amount: '1', currencyCode: 'SEK', payPeriod: 'MONTH', startOn: dayFromNow(0), reason: 'x' },
      ],
      ['proposeBankChange', { personId, iban: 'SE4550000000058398257466' }],
      ['proposeHomeChange', { personId, city: 'Malmö' }],
      ['changeManager', { employeeId, startOn: dayFromNow(0), reason: 'x' }],
      ['endEmployment', { employeeId, endOn: dayFromNow(0), reason: 'x' }],
    ];
    for (const [name, input] of tries) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`;
      await expect(colleague.client.request(document, { input })).rejects.toThrow('You may not');
    }
  });
});

test('personnel sees the pay, and of the account its end alone; payroll sees both', async () => {
  const both = `query ($id: ID!) { employee(id: $id) { salary person { iban } } }`;
  expect(await ask(office.hr, both)).toBe('{"employee":{"salary":"49876","person":{"iban":"•••• 7466"}}}');
  const payroll = await world.member('payroll3', [{ role: 'PAYROLL', companyId: office.companyId }]);
  expect(await ask(payroll, both)).toBe('{"employee":{"salary":"49876","person":{"iban":"SE4550000000058398257466"}}}');
});

test('why somebody moved or left is for those who may read the whole record', async () => {
  const gone = await office.hire('Gone');
  const { employeeId } = gone;
  await performed(
    office.hr,
    'changeManager',
    { employeeId, managerId: curious.employeeId, startOn: dayFromNow(-5), reason: 'Conflict' },
    'employee { id }',
  );
  await performed(
    office.hr,
    'endEmployment',
    { employeeId, endOn: dayFromNow(-1), reason: 'Misconduct' },
    'employee { id }',
  );
  const reasons = async (who: Member): Promise<unknown[]> =>
    (
      await who.client.request<{ history: { nodes: { reason: unknown }[] } }>(
        'query ($id: ID!) { history(entity: "Employee", id: $id) { nodes { reason } } }',
        { id: employeeId },
      )
    ).history.nodes.map(({ reason }) => reason);
  expect((await reasons(colleague)).filter((reason) => reason !== null)).toEqual([]);
  expect(await reasons(office.hr)).toEqual(expect.arrayContaining(['Misconduct', 'Conflict']));
});
