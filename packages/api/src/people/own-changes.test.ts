/** What a person reports of themselves, and who decides on it. */
import {
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
import { localOperator } from '../server/authenticate.ts';
import { runCommand } from '../write/run-command.ts';
import { approveBankChange } from './approve-bank-change.ts';
import { rejectBankChange } from './reject-bank-change.ts';

let world: World;
let office: Office;
let payroll: Member;
let payroll2: Member;
let hired: Hired;
let anna: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  payroll = await world.member('payroll', [{ role: 'PAYROLL', companyId: office.companyId }]);
  payroll2 = await world.member('payroll2', [{ role: 'PAYROLL', companyId: office.companyId }]);
  hired = await office.hire('Anna', {
    homeStreet: 'Old street 1',
    homePostalCode: '11120',
    homeCity: 'Stockholm',
    homeCountry: 'SE',
  });
  anna = await world.member('anna', [{ role: 'EMPLOYEE', companyId: office.companyId }], hired.personId);
});
afterAll(() => world.stop());

const snapshot = (): Promise<unknown> =>
  withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select (select json_agg(x order by x.id) from home_change x) as home, (select json_agg(x order by x.id) from bank_change x) as bank,
        (select json_agg(x order by x.id) from tax_change x) as tax, (select json_agg(x order by x.id) from person x) as people,
        (select json_agg(x order by x.id) from employee x) as employees`);
    return rows[0];
  });

const openIn = (relation: string): string =>
  `person { ${relation}(where: { status: { eq: PROPOSED } }) { nodes { id } } }`;

async function proposeHome(change: object): Promise<string> {
  const selection = openIn('homeChanges');
  const made = await performed<{ homeChanges: { nodes: { id: string }[] } }>(
    anna,
    'proposeHomeChange',
    { personId: hired.personId, ...change },
    selection,
  );
  return made.homeChanges.nodes[0]?.id ?? '';
}

const account = { iban: 'SE45 5000 0000 0583 9825 7466', bic: 'SWEDSESS' };

async function proposeBank(change: object = {}): Promise<string> {
  const selection = openIn('bankChanges');
  const made = await performed<{ bankChanges: { nodes: { id: string }[] } }>(
    anna,
    'proposeBankChange',
    { personId: hired.personId, ...account, ...change },
    selection,
  );
  return made.bankChanges.nodes[0]?.id ?? '';
}

describe('a new address', () => {
  const home =
    'homeChange { status note decidedBy { name } person { homeStreet homePostalCode homeCity privatePhone } }';

  test('is in force once HR has approved it; what was left out stays', async () => {
    const homeChangeId = await proposeHome({
      street: 'New street 2',
      postalCode: '411 05',
      city: 'Göteborg',
      note: 'From Monday',
    });
    expect(await performed(office.hr, 'approveHomeChange', { homeChangeId }, home)).toEqual({
      status: 'APPROVED',
      note: 'From Monday',
      decidedBy: { name: 'hr-SE' },
      person: { homeStreet: 'New street 2', homePostalCode: '411 05', homeCity: 'Göteborg', privatePhone: null },
    });
    expect((await perform(office.hr2, 'approveHomeChange', { homeChangeId }, home)).errors).toEqual([
      'WRONG_STATE homeChangeId',
    ]);
  });

  test('is rejected with a reason, or withdrawn by the person', async () => {
    const first = await proposeHome({ city: 'Nowhere' });
    expect((await perform(office.hr, 'withdrawHomeChange', { homeChangeId: first }, home)).errors).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      await performed(office.hr, 'rejectHomeChange', { homeChangeId: first, reason: 'No such town' }, home),
    ).toMatchObject({
      status: 'REJECTED',
      note: 'No such town',
      person: { homeCity: 'Göteborg' },
    });
    const second = await proposeHome({ city: 'Elsewhere' });
    expect(await performed(anna, 'withdrawHomeChange', { homeChangeId: second }, home)).toMatchObject({
      status: 'WITHDRAWN',
    });
  });

  test('is refused: nothing new, a second at a time, a wrong code, of somebody else, decided by oneself', async () => {
    const homeChangeId = await proposeHome({ privatePhone: '+46 70 123 45 67' });
    const bert = await office.hire('Bert');
    const annaInHr = await world.member('anna-hr', [{ role: 'HR', companyId: office.companyId }]);
    const before = await snapshot();
    const propose = (input: object) =>
      perform(anna, 'proposeHomeChange', { personId: hired.personId, ...input }, 'person { id }');
    expect((await propose({})).errors).toEqual(['PROPOSAL_OPEN', 'NOTHING_CHANGES']);
    expect((await propose({ postalCode: '1' })).errors).toEqual(['PROPOSAL_OPEN', 'POSTAL_CODE_MALFORMED postalCode']);
    expect((await propose({ personId: bert.personId, city: 'Lund' })).errors).toEqual(['FORBIDDEN']);
    expect((await perform(anna, 'approveHomeChange', { homeChangeId }, home)).errors).toEqual(['FORBIDDEN']);
    expect((await perform(payroll, 'approveHomeChange', { homeChangeId }, home)).errors).toEqual(['FORBIDDEN']);
    expect((await perform(office.hr, 'rejectHomeChange', { homeChangeId, reason: '' }, home)).errors).toEqual([
      'REQUIRED reason',
    ]);
    expect(await snapshot()).toEqual(before);
    expect((await perform(annaInHr, 'approveHomeChange', { homeChangeId }, home)).errors).toEqual([]);
  });
});

describe('a new bank account', () => {
  const bank = 'bankChange { status firstDecidedBy { name } decidedBy { name } person { iban bic accountHolder } }';
  const none = { iban: null, bic: null, accountHolder: null };

  test('is in force once two people of payroll have approved it', async () => {
    const bankChangeId = await proposeBank();
    const first = await performed(payroll, 'approveBankChange', { bankChangeId }, bank);
    expect(first).toEqual({
      status: 'FIRST_APPROVED',
      firstDecidedBy: { name: 'payroll' },
      decidedBy: null,
      person: none,
    });
    const before = await snapshot();
    expect((await perform(payroll, 'approveBankChange', { bankChangeId }, bank)).errors).toEqual([
      'SECOND_DECIDER_IS_FIRST',
    ]);
    expect((await perform(anna, 'approveBankChange', { bankChangeId }, bank)).errors).toEqual(['FORBIDDEN']);
    // Personnel sees the end of an account number and not the change itself.
    expect((await perform(office.hr, 'approveBankChange', { bankChangeId }, bank)).errors).toEqual(['FORBIDDEN']);
    expect(
      (await perform(anna, 'proposeBankChange', { personId: hired.personId, ...account }, 'person { id }')).errors,
    ).toEqual(['PROPOSAL_OPEN']);
    expect(await snapshot()).toEqual(before);
    expect(await performed(payroll2, 'approveBankChange', { bankChangeId }, bank)).toEqual({
      status: 'APPROVED',
      firstDecidedBy: { name: 'payroll' },
      decidedBy: { name: 'payroll2' },
      person: { iban: 'SE4550000000058398257466', bic: 'SWEDSESS', accountHolder: null },
    });
  });

  test('is approved by two, also when one presses twice at once', async () => {
    const bankChangeId = await proposeBank({ accountHolder: 'A. Test' });
    const answers = await Promise.all([1, 2].map(() => perform(payroll, 'approveBankChange', { bankChangeId }, bank)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual(['SECOND_DECIDER_IS_FIRST']);
    await performed(payroll2, 'rejectBankChange', { bankChangeId, reason: 'Not confirmed by telephone' }, bank);
    expect((await perform(payroll2, 'approveBankChange', { bankChangeId }, bank)).errors).toEqual([
      'WRONG_STATE bankChangeId',
    ]);
  });

  test('is not decided by whoever sits at the machine: two people are named, and this is none', async () => {
    const bankChangeId = await proposeBank({ accountHolder: 'At the machine' });
    const decide = (command: typeof approveBankChange) =>
      runCommand(world.server.app, localOperator, command, { bankChangeId, reason: 'At the machine' });
    const refused = { id: null, refusals: [{ code: 'ACCOUNT_MISSING' }] };
    expect(await decide(approveBankChange)).toMatchObject(refused);
    expect(await decide(rejectBankChange)).toMatchObject(refused);
    await performed(payroll, 'approveBankChange', { bankChangeId }, bank);
    expect(await decide(approveBankChange)).toMatchObject(refused);
    expect(await performed(anna, 'withdrawBankChange', { bankChangeId }, bank)).toMatchObject({ status: 'WITHDRAWN' });
  });

  test('is not decided by whoever is paid there, whatever else they are', async () => {
    const carl = await office.hire('Carl');
    const member = await world.member(
      'carl',
      [
        { role: 'EMPLOYEE', companyId: office.companyId },
        { role: 'PAYROLL', companyId: office.companyId },
      ],
      carl.personId,
    );
    const made = await performed<{ bankChanges: { nodes: { id: string }[] } }>(
      member,
      'proposeBankChange',
      { personId: carl.personId, ...account },
      openIn('bankChanges'),
    );
    const bankChangeId = made.bankChanges.nodes[0]?.id;
    expect((await perform(member, 'approveBankChange', { bankChangeId }, bank)).errors).toEqual(['FORBIDDEN']);
    expect(await performed(member, 'withdrawBankChange', { bankChangeId }, bank)).toMatchObject({
      status: 'WITHDRAWN',
    });
  });

  test('has an IBAN whose digits add up', async () => {
    const input = { personId: hired.personId, iban: 'SE45 5000 0000 0583 9825 7467' };
    expect((await perform(anna, 'proposeBankChange', input, 'person { id }')).errors).toEqual([
      'IBAN_CHECKSUM_WRONG iban',
    ]);
  });
});

test('tax data are proposed by the employee and written by payroll', async () => {
  const { employeeId } = hired;
  const tax = 'taxChange { status employee { taxCode taxDependants } }';
  const propose = (input: object) =>
    perform<{ taxChanges: { nodes: { id: string }[] } }>(
      anna,
      'proposeTaxChange',
      { employeeId, ...input },
      'employee { taxChanges(where: { status: { eq: PROPOSED } }) { nodes { id } } }',
    );
  expect((await propose({})).errors).toEqual(['NOTHING_CHANGES']);
  expect((await propose({ taxDependants: -1 })).errors).toEqual(['TOO_SMALL taxDependants']);
  const taxChangeId = (await propose({ taxCode: '34', taxDependants: 2 })).record?.taxChanges.nodes[0]?.id;
  expect((await perform(office.hr, 'approveTaxChange', { taxChangeId }, tax)).errors).toEqual(['FORBIDDEN']);
  expect(await performed(payroll, 'approveTaxChange', { taxChangeId }, tax)).toEqual({
    status: 'APPROVED',
    employee: { taxCode: '34', taxDependants: 2 },
  });
  const again = (await propose({ taxCode: '99' })).record?.taxChanges.nodes[0]?.id;
  expect(await performed(payroll2, 'rejectTaxChange', { taxChangeId: again, reason: 'No such table' }, tax)).toEqual({
    status: 'REJECTED',
    employee: { taxCode: '34', taxDependants: 2 },
  });
});
