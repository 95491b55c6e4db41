/** Pay in totals: who reads it, of whom it tells, and that no arithmetic over all answers tells of a few. */
import { findDisclosure, largeEnough, marginsOf } from '@kontor/core';
import { startWorld, type World } from '@kontor/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { Role } from '../generated/prisma/enums.ts';
import { type Answer, type Ask, asker } from '../policy/proof/asking.ts';
import { hireInto, type Made, makeCompany, type Worker } from './proof/paid-company.ts';

interface Group {
  readonly groupedBy: readonly string[];
  readonly salaryCurrencyCode: string;
  readonly salaryPeriod: string;
  readonly department: { readonly id: string; readonly label: string } | null;
  readonly contractType: string | null;
  readonly site: { readonly id: string } | null;
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

const divisions = [
  [],
  ['DEPARTMENT'],
  ['CONTRACT_TYPE'],
  ['SITE'],
  ['DEPARTMENT', 'CONTRACT_TYPE'],
  ['DEPARTMENT', 'SITE'],
  ['CONTRACT_TYPE', 'SITE'],
  ['DEPARTMENT', 'CONTRACT_TYPE', 'SITE'],
];

const question = `query ($companyId: ID!, $groupBy: [PayTotalsDimension!]!) {
  payTotals(companyId: $companyId, groupBy: $groupBy) {
    title asOf
    groups { groupedBy salaryCurrencyCode salaryPeriod department { id label } contractType site { id } count sum average }
  }
}`;

let world: World;
let office: Made;
let other: Made;
let reporting: Ask;

const times = (count: number, worker: Worker): Worker[] => Array.from({ length: count }, () => worker);

const staff: readonly Worker[] = [
  ...times(6, { department: 0, contractType: 'PERMANENT', salary: 40_000 }),
  ...times(2, { department: 0, contractType: 'FIXED_TERM', salary: 30_000 }),
  ...times(5, { department: 1, contractType: 'PERMANENT', salary: 50_000 }),
  ...times(4, { department: 1, contractType: 'FIXED_TERM', salary: 20_000 }),
  ...times(5, { department: 1, contractType: 'PERMANENT', salary: 3_000, currency: 'EUR' }),
  ...times(5, { department: 1, contractType: 'PERMANENT', salary: 200, period: 'HOUR' }),
  ...times(4, { department: 0, contractType: 'PERMANENT', salary: 90_000, currency: 'USD' }),
  ...times(7, { department: 0, contractType: 'PERMANENT', salary: 1, status: 'ENDED' }),
];

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  office = await makeCompany(world.server.app, 'A', staff);
  other = await makeCompany(
    world.server.app,
    'B',
    times(5, { department: 0, contractType: 'PERMANENT', salary: 10_000 }),
  );
  reporting = asker(world.url, (await world.member('reporting', [{ role: 'REPORTING' }])).token);
});
afterAll(() => world.stop());

const ask = (by: Ask, { companyId }: { companyId: string }, groupBy: readonly string[] = []): Promise<Answer> =>
  by(question, { companyId, groupBy });

async function groups(by: Ask, company: Made, groupBy: readonly string[] = []): Promise<readonly Group[]> {
  const { data, errors } = await ask(by, company, groupBy);
  expect(errors).toBeUndefined();
  return (data?.['payTotals'] as { groups: Group[] }).groups;
}

const written = (each: Group): string =>
  [
    each.salaryCurrencyCode,
    each.salaryPeriod,
    each.department?.label,
    each.contractType,
    each.count,
    Number(each.sum),
    each.average,
  ]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');

const looks = () =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ look: string }>(
      `delete from sensitive_read returning concat_ws(' ', actor, data_class, operation, cardinality(person_ids)) as look`,
    );
    return rows.map(({ look }) => look);
  });

const agoBy = (days: number) =>
  withClient(world.ownerUrl, (client) =>
    client.query(`update kept_figures set at = at - make_interval(days => $1)`, [days]),
  );

describe('who reads it', () => {
  test.each(Object.values(Role))('%s', async (role) => {
    const reads = ['HR', 'PAYROLL', 'ACCOUNTING', 'AUDITOR', 'REPORTING'].includes(role);
    const { token } = await world.member(`${role.toLowerCase()}-here`, [{ role, companyId: office.companyId }]);
    const by = asker(world.url, token);
    await looks();
    const here = await ask(by, office);
    expect(here.errors).toBeUndefined();
    expect(here.data?.['payTotals'] !== null).toBe(reads);
    expect(here.extensions?.redacted).toEqual(reads ? undefined : ['Query.payTotals']);
    expect(await looks()).toEqual(reads ? [`${role.toLowerCase()}-here@world.example PAY payTotals 0`] : []);
    const elsewhere = JSON.stringify(await ask(by, other));
    expect(elsewhere).toContain('{"payTotals":null}');
    for (const companyId of ['00000000-0000-7000-8000-000000000001', 'nothing'])
      expect(JSON.stringify(await ask(by, { companyId }))).toBe(elsewhere);
    expect(await looks()).toEqual([]);
    const told = JSON.stringify(await by('{ __schema { queryType { fields { name } } types { name } } }'));
    expect(told.includes('payTotals')).toBe(reads);
    expect(told.includes('PayTotalsGroup')).toBe(reads);
  });

  test('who may read pay in totals reads it in no other way', async () => {
    const query = '{ employees(first: 100) { nodes { salary salaryCurrencyCode } } }';
    const { data } = await reporting(query);
    const { nodes } = data?.['employees'] as { nodes: { salary: unknown; salaryCurrencyCode: unknown }[] };
    expect(nodes.length).toBeGreaterThan(30);
    expect(nodes.every(({ salary, salaryCurrencyCode }) => salary === null && salaryCurrencyCode === null)).toBe(true);
  });

  test('a company that is not there has no figures, for whoever reads all', async () => {
    expect(await ask(reporting, { companyId: '00000000-0000-7000-8000-000000000001' })).toMatchObject({
      data: { payTotals: null },
    });
  });

  test('it is charged for, and refused to who asks too often', async () => {
    const { extensions } = (await ask(reporting, office)) as { extensions?: { cost?: number } };
    expect(extensions?.cost).toBe(200);
    const poor = await startWorld({ rateCapacity: 500, ratePerSecond: 1 });
    try {
      const { token } = await poor.member('reporting', [{ role: 'REPORTING' }]);
      const codes: unknown[] = [];
      for (let each = 0; each < 4; each += 1)
        codes.push((await ask(asker(poor.url, token), office)).errors?.[0]?.extensions.code);
      expect(codes).toContain('RATE_LIMITED');
    } finally {
      await poor.stop();
    }
  });
});

describe('what it tells', () => {
  test('totals by department; never over two currencies or periods, nor of those who left', async () => {
    expect((await groups(reporting, office, ['DEPARTMENT'])).map(written)).toEqual([
      'EUR MONTH Department 1 5 15000 3000.00',
      'EUR MONTH 5 15000 3000.00',
      'SEK HOUR Department 1 5 1000 200.00',
      'SEK HOUR 5 1000 200.00',
      'SEK MONTH Department 0 8 300000 37500.00',
      'SEK MONTH Department 1 9 330000 36666.67',
      'SEK MONTH 17 630000 37058.82',
    ]);
  });

  test('of a department with a few on fixed terms, not those on open terms either', async () => {
    expect((await groups(reporting, office, ['CONTRACT_TYPE', 'DEPARTMENT'])).map(written)).toEqual([
      'EUR MONTH Department 1 PERMANENT 5 15000 3000.00',
      'EUR MONTH 5 15000 3000.00',
      'SEK HOUR Department 1 PERMANENT 5 1000 200.00',
      'SEK HOUR 5 1000 200.00',
      'SEK MONTH 17 630000 37058.82',
    ]);
  });

  test('five employments of four people are four people', async () => {
    const one = { department: 0, contractType: 'PERMANENT', salary: 10_000 } as const;
    const four = await makeCompany(world.server.app, 'C', [
      ...times(4, one),
      { ...one, department: 1, samePersonAs: 0 },
    ]);
    expect(await groups(reporting, four)).toEqual([]);
  });

  test('its name is told in the language of whoever asks', async () => {
    expect((await ask(reporting, office)).data?.['payTotals']).toMatchObject({ title: 'Pay in totals' });
  });
});

test('asking before and after somebody comes tells the same, until the figures are thirty days old', async () => {
  const before = await ask(reporting, other);
  await hireInto(world.server.app, other, [{ department: 0, contractType: 'PERMANENT', salary: 77_777 }]);
  expect((await ask(reporting, other)).data).toEqual(before.data);
  await agoBy(29);
  expect(await groups(reporting, other)).toEqual(await groups(reporting, other));
  expect((await groups(reporting, other))[0]?.count).toBe(5);
  await agoBy(2);
  expect((await groups(reporting, other))[0]?.count).toBe(6);
});

test('those who ask at the same moment are told the same, and it is made once', async () => {
  const company = await makeCompany(
    world.server.app,
    'D',
    times(6, { department: 0, contractType: 'PERMANENT', salary: 10_000 }),
  );
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(reporting, company)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  const kept = await withClient(world.ownerUrl, (client) =>
    client.query('select from kept_figures where company_id = $1', [company.companyId]),
  );
  expect(kept.rowCount).toBe(1);
});

describe('subtraction', () => {
  const worker = fc.record({
    department: fc.constantFrom(0, 0, 1, 2),
    contractType: fc.constantFrom('PERMANENT' as const, 'PERMANENT' as const, 'FIXED_TERM' as const),
    site: fc.constantFrom(0, 1),
    salary: fc.integer({ min: 20_000, max: 90_000 }),
    currency: fc.constantFrom('SEK' as const, 'SEK' as const, 'SEK' as const, 'EUR' as const),
  });
  const workers = fc.array(worker, { minLength: 5, maxLength: 40, size: 'max' });

  /** The people of one currency by everything that sets groups apart, and what each cell earns together. */
  function cellsOf(of: readonly Worker[]) {
    const cells = new Map<string, { keys: string[]; people: number; sum: number }>();
    for (const each of of) {
      const keys = [String(each.department), each.contractType, String(each.site)];
      const known = cells.get(keys.join()) ?? { keys, people: 0, sum: 0 };
      cells.set(keys.join(), { keys, people: known.people + 1, sum: known.sum + each.salary });
    }
    return [...cells.values()];
  }

  const totalOf = (of: readonly { sum: number }[], places: readonly number[]): number =>
    places.reduce((sum, place) => sum + (of[place]?.sum ?? 0), 0);

  test('over all answers at once finds nobody, in any company', async () => {
    let number = 0;
    let shown = 0;
    let wouldBeFound = 0;
    await fc.assert(
      fc.asyncProperty(workers, async (people) => {
        number += 1;
        const company = await makeCompany(world.server.app, `R${number}`, people);
        const answers = (await Promise.all(divisions.map((by) => groups(reporting, company, by)))).flat();
        for (const currency of ['SEK', 'EUR'] as const) {
          const base = cellsOf(people.filter((each) => each.currency === currency));
          const told = answers.filter((each) => each.salaryCurrencyCode === currency);
          const members = told.map((each) =>
            [...base.keys()].filter((place) => {
              const [department, contractType, site] = base[place]?.keys ?? [];
              return (
                (!each.groupedBy.includes('DEPARTMENT') ||
                  each.department?.id === company.departments[Number(department)]) &&
                (!each.groupedBy.includes('CONTRACT_TYPE') || each.contractType === contractType) &&
                (!each.groupedBy.includes('SITE') || each.site?.id === company.sites[Number(site)])
              );
            }),
          );
          // The answers are what the arithmetic takes them for.
          for (const [at, each] of told.entries()) expect(Number(each.sum)).toBe(totalOf(base, members[at] ?? []));
          expect(findDisclosure(base, members)).toBeNull();
          shown += told.length;
          if (
            findDisclosure(
              base,
              largeEnough(marginsOf(base, 3)).map((each) => each.members),
            )
          )
            wouldBeFound += 1;
        }
      }),
      { numRuns: 20 },
    );
    // There was something to subtract, and without a second look it would have told.
    expect(shown).toBeGreaterThan(100);
    expect(wouldBeFound).toBeGreaterThan(5);
  }, 240_000);

  test('finds what one person earns, where groups of five are all that is asked for', () => {
    const base = cellsOf([
      ...times(6, { department: 0, contractType: 'PERMANENT', site: 0, salary: 40_000 }),
      { department: 0, contractType: 'FIXED_TERM', site: 0, salary: 31_415 },
    ]);
    const naive = largeEnough(marginsOf(base, 3)).map((each) => each.members);
    const found = findDisclosure(base, naive);
    expect(found?.cells.map((place) => base[place]?.people)).toEqual([1]);
    const computed = naive.reduce((sum, each, at) => sum + totalOf(base, each) * (found?.coefficients[at] ?? 0), 0);
    expect(computed / (found?.shares[0] ?? 0)).toBe(31_415);
  });
});
