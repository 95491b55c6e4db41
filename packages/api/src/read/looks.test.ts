/** Every read of somebody else's identity, bank account or pay is on record before its answer is out, by whichever door. */
import {
  exported,
  type Hired,
  type Member,
  type Office,
  openOffice,
  performed,
  startWorld,
  type World,
} from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let world: World;
let office: Office;
let owner: pg.Pool;
let anna: Hired;
let bo: Hired;
let payroll: Member;
let auditor: Member;
let annaHerself: Member;
let administrator: Member;

const names = new Map<string, string>();
const iban = 'SE4550000000058398257466';

beforeAll(async () => {
  world = await startWorld();
  owner = new pg.Pool({ connectionString: world.ownerUrl, max: 2 });
  office = await openOffice(world);
  anna = await office.hire('Anna', { salary: '41234', nationalId: '811228-9874' });
  bo = await office.hire('Bo', { salary: '38000' });
  names.set(anna.personId, 'Anna').set(bo.personId, 'Bo');
  const of = (role: 'PAYROLL' | 'AUDITOR' | 'EMPLOYEE') => [{ role, companyId: office.companyId }];
  payroll = await world.member('payroll', of('PAYROLL'));
  const second = await world.member('payroll2', of('PAYROLL'));
  auditor = await world.member('auditor', of('AUDITOR'));
  annaHerself = await world.member('anna', of('EMPLOYEE'), anna.personId);
  administrator = await world.member('administrator', [{ role: 'ADMINISTRATOR' }]);
  const proposed = await performed<{ bankChanges: { nodes: { id: string }[] } }>(
    annaHerself,
    'proposeBankChange',
    { personId: anna.personId, iban },
    'person { bankChanges { nodes { id } } }',
  );
  const bankChangeId = proposed.bankChanges.nodes[0]?.id;
  for (const each of [payroll, second])
    await performed(each, 'approveBankChange', { bankChangeId }, 'bankChange { id }');
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

/** What is on record since the last time: the actor, the class, the operation and whose it was. */
let last = '00000000-0000-0000-0000-000000000000';
async function recorded(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; line: string; people: string[] }>(
    `select id, concat_ws(' ', actor, data_class, channel, '(' || operation || ')') as line, person_ids as people
     from sensitive_read where id > $1 order by data_class`,
    [last],
  );
  for (const { id } of rows) if (id > last) last = id;
  return rows.map(
    ({ line, people }) =>
      `${line} ${people
        .map((each) => names.get(each) ?? each)
        .sort()
        .join('+')}`,
  );
}

async function looks(who: Member, document: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  await recorded();
  await who.client.request(document, variables);
  return recorded();
}

const byHr = (what: string): string => `hr-se@world.example ${what}`;

describe('a look is on record', () => {
  const doors: Readonly<Record<string, [document: string, ...rows: string[]]>> = {
    'a list': ['{ employees { nodes { firstName salary } } }', 'PAY token (employees) Anna+Bo'],
    'a list as edges, from its end': [
      '{ employees(last: 1) { edges { node { salary } } pageInfo { hasPreviousPage } } }',
      'PAY token (employees) Bo',
    ],
    'groups: everybody whose value goes into a figure': [
      '{ employeeGroups(groupBy: [{ salaryCurrency: { code: VALUE } }]) { nodes { aggregate { salary { sum } } } } }',
      'PAY token (employeeGroups) Anna+Bo',
    ],
    'groups: whoever is told apart by a key': [
      '{ employeeGroups(groupBy: [{ salary: VALUE }]) { nodes { key { salary } } } }',
      'PAY token (employeeGroups) Anna+Bo',
    ],
    'an aggregate of those whom a filter leaves': [
      `{ employeeAggregate(where: { salary: { gt: "40000" }, salaryCurrency: { is: { code: { eq: "SEK" } } } }) { salary { avg } } }`,
      'PAY token (employeeAggregate) Anna',
    ],
    'no more of a page than it shows': [
      '{ employees(first: 1) { nodes { salary } pageInfo { hasNextPage } } }',
      'PAY token (employees) Anna',
    ],
    'one record': ['query ($id: ID!) { employee(id: $id) { salaryCurrency { code } } }', 'PAY token (employee) Anna'],
    'a related record': ['{ employees { nodes { person { nationalId } } } }', 'IDENTITY token (employees) Anna+Bo'],
    'a related list': [
      '{ departments { nodes { employees { nodes { salary } } } } }',
      'PAY token (departments) Anna+Bo',
    ],
    'related lists inside each other': [
      '{ people(first: 9) { nodes { birthOn employees(first: 9) { nodes { compensations(first: 9) { edges { cursor } } } } } } }',
      'IDENTITY token (people) Anna+Bo',
      'PAY token (people) Anna+Bo',
    ],
    'a row that is sensitive as such': ['{ compensations { nodes { id } } }', 'PAY token (compensations) Anna+Bo'],
    'a label': ['{ compensations(first: 1) { nodes { _label } } }', 'PAY token (compensations) Anna'],
    'a masked value': ['{ people { nodes { iban } } }', 'BANK token (people) Anna+Bo'],
    'a filter': [
      '{ employees(where: { salary: { gte: "40000" } }) { nodes { firstName } } }',
      'PAY token (employees) Anna',
    ],
    'a filter turned round, counted': [
      '{ employees(where: { not: { salary: { gte: "40000" } } }) { totalCount } }',
      'PAY token (employees) Bo',
    ],
    'a filter through a relation': [
      '{ people(where: { firstName: { eq: "Anna" }, employees: { some: { salary: { gte: "40000" } } } }) { nodes { firstName } } }',
      'PAY token (people) Anna',
    ],
    'an order': [
      '{ employees(orderBy: [{ salary: {} }], first: 1) { nodes { firstName } } }',
      'PAY token (employees) Bo',
    ],
    'an order through a relation': [
      '{ assignments(orderBy: [{ employee: { person: { birthOn: {} } } }]) { nodes { fte } } }',
      'IDENTITY token (assignments) Anna+Bo',
    ],
    'an operation that resolvers answer': [
      '{ version employees { nodes { salary } } }',
      'PAY token (version, employees) Anna+Bo',
    ],
    'several fields, in one row': [
      '{ one: employees(first: 1) { nodes { salary } } other: employees(last: 1) { nodes { salary } } }',
      'PAY token (employees) Anna+Bo',
    ],
    'the record in the answer of a mutation': [
      'mutation ($person: ID!, $version: Int!) { updatePerson(input: { id: $person, expectedVersion: $version, homeCity: "Lund" }) { person { nationality } } }',
      'IDENTITY token (updatePerson) Anna',
    ],
    'a history': [
      'query ($person: ID!) { history(entity: "Person", id: $person) { nodes { changes { to } } } }',
      'IDENTITY token (history) Anna',
    ],
  };

  test.each(Object.entries(doors))('%s', async (_name, [document, ...rows]) => {
    const { rows: versions } = await owner.query<{ version: number }>('select version from person where id = $1', [
      anna.personId,
    ]);
    const variables = { id: anna.employeeId, person: anna.personId, version: versions[0]?.version };
    expect(await looks(office.hr, document, variables)).toEqual(rows.map(byHr));
  });

  test('an export, page by page', async () => {
    await recorded();
    const { text } = await exported(world, payroll, { entity: 'people', columns: ['lastName', 'iban'] });
    expect(text).toContain(iban);
    expect(await recorded()).toEqual(['payroll@world.example BANK job (export people) Anna+Bo']);
  });

  test('with the address that it came from', async () => {
    await office.hr.client.request('{ employees { nodes { salary } } }');
    const { rows } = await owner.query(`select address, user_id from sensitive_read order by id desc limit 1`);
    expect(rows).toEqual([{ address: '127.0.0.1', user_id: office.hr.userId }]);
  });
});

describe('nothing is on record where nothing was seen', () => {
  const nothing: Readonly<Record<string, [who: () => Member, document: string]>> = {
    'of what is nobody’s secret': [
      () => office.hr,
      '{ employees { nodes { firstName startOn department { name } } totalCount } people(search: "Anna") { nodes { homeCity } } }',
    ],
    'of one’s own': [
      () => annaHerself,
      '{ employees { nodes { salary compensations { nodes { amount } } person { iban nationalId } } } }',
    ],
    'of what is hidden': [
      () => administrator,
      '{ employees { nodes { salary person { iban } } } compensations { nodes { amount } } }',
    ],
    'of an empty list': [() => office.hr, '{ employees(where: { firstName: { eq: "Nobody" } }) { nodes { salary } } }'],
    'of a record that is not there': [
      () => office.hr,
      '{ employee(id: "0a0b0c0d-0000-7000-8000-00000000ffff") { salary } }',
    ],
    'of how many there are': [() => office.hr, '{ compensations { totalCount } }'],
    'of the org chart': [() => office.hr, '{ orgChart { name } find(search: "Anna") { label } }'],
  };
  test.each(Object.entries(nothing))('%s', async (_name, [who, document]) => {
    expect(await looks(who(), document)).toEqual([]);
  });
});

test('what cannot be recorded is not answered', async () => {
  const document = '{ employees { nodes { salary } } }';
  await owner.query('revoke insert on sensitive_read from kontor_app');
  try {
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${office.hr.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document }),
    });
    const text = await answer.text();
    expect(text).toContain('INTERNAL');
    expect(text).not.toContain('41234');
    const csv = await exported(world, payroll, { entity: 'employees', columns: ['lastName', 'salary'] });
    expect(csv).toMatchObject({ status: 'FAILED', failure: 'FAULT', text: '' });
  } finally {
    await owner.query('grant insert on sensitive_read to kontor_app');
  }
  expect(await looks(office.hr, document)).toHaveLength(1);
});

describe('who sees the record', () => {
  const all = `query ($person: ID!) { sensitiveReads(first: 100) { totalCount nodes { actor dataClass personIds user { name } } }
    mine: sensitiveReads(where: { personIds: { has: $person } }) { totalCount } }`;
  interface Seen {
    readonly sensitiveReads: {
      totalCount: number;
      nodes: { actor: string; dataClass: string; personIds: string[] | null }[];
    };
    readonly mine: { totalCount: number };
  }
  const seenBy = (who: Member, person = anna.personId): Promise<Seen> => who.client.request<Seen>(all, { person });

  test('the person, who sees that it was theirs and not whose else it was', async () => {
    const { sensitiveReads, mine } = await seenBy(annaHerself);
    expect(mine.totalCount).toBe(sensitiveReads.totalCount);
    expect(new Set(sensitiveReads.nodes.map(({ dataClass }) => dataClass))).toEqual(
      new Set(['IDENTITY', 'BANK', 'PAY']),
    );
    for (const { personIds } of sensitiveReads.nodes) expect(personIds).toEqual([anna.personId]);
    expect((await seenBy(annaHerself, bo.personId)).mine.totalCount).toBe(0);
  });

  test('an auditor, in the companies of theirs', async () => {
    const { sensitiveReads, mine } = await seenBy(auditor);
    expect(sensitiveReads.totalCount).toBeGreaterThan(mine.totalCount);
    expect(new Set(sensitiveReads.nodes.flatMap(({ personIds }) => personIds))).toEqual(
      new Set([anna.personId, bo.personId]),
    );
    const elsewhere = await openOffice(world, 'NO');
    const stranger = await world.member('stranger', [{ role: 'AUDITOR', companyId: elsewhere.companyId }]);
    expect((await seenBy(stranger)).sensitiveReads.totalCount).toBe(0);
  });

  test('an administrator, but not at whom', async () => {
    const { sensitiveReads } = await seenBy(
      await world.member('both', [{ role: 'ADMINISTRATOR' }, { role: 'EMPLOYEE', companyId: office.companyId }]),
    );
    expect(sensitiveReads.totalCount).toBeGreaterThan(0);
    expect(sensitiveReads.nodes.flatMap(({ personIds }) => personIds ?? [])).toEqual([]);
  });

  test('nobody else: not whoever looked', async () => {
    expect((await seenBy(office.hr)).sensitiveReads.totalCount).toBe(0);
  });
});
