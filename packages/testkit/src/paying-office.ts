import { bankDayFrom, calendarDate } from '@kontor/core';
import { dayFromNow, type Hired, newKey, type Office, openOffice } from './office.ts';
import { type Performed, perform, performed } from './perform.ts';
import type { Member, World } from './world.ts';

/** A batch of payments as the tests read it. */
export interface PaymentBatch {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly controlSum: string;
  readonly paymentCount: number;
  readonly fileSha256: string | null;
}
const batchFields = 'paymentBatch { id version status controlSum paymentCount fileSha256 }';

/** The next bank day but today. */
export const nextBankDay = (): string => bankDayFrom(calendarDate(dayFromNow(1)));

/** Somebody at work, who has signed in and has an account on record. */
export interface PaidEmployee extends Hired {
  readonly user: Member;
}

/** An office that pays: books, an account of its own, two people of payroll, two of accounting, and employees with accounts. */
export interface PayingOffice extends Office {
  readonly payroll: Member;
  readonly payroll2: Member;
  readonly accounting: Member;
  readonly accounting2: Member;
  readonly auditor: Member;
  readonly bank: string;
  /** What is owed to employees, and what is owed otherwise. */
  readonly owed: string;
  readonly other: string;
  /** The next bank day but today. */
  readonly executionOn: string;
  /** Somebody hired, whose account two people of payroll approved. */
  hirePaid(firstName: string, iban: string): Promise<PaidEmployee>;
  /** Has the person report another account, and two people of payroll approve it. */
  changeAccount(person: PaidEmployee, iban: string): Promise<void>;
  /** A command on a batch by its version of this moment, unless it needs none. */
  act(who: Member, command: string, batchId: string, other?: object): Promise<Performed<PaymentBatch>>;
  prepare(who: Member, other?: object): Promise<Performed<PaymentBatch>>;
}

/** Has a person report an account, and two people of payroll approve it. */
export async function changeAccountOf(
  { personId, user }: { personId: string; user: Member },
  iban: string,
  approvers: readonly Member[],
): Promise<void> {
  type Changes = { bankChanges: { nodes: { id: string }[] } };
  const open = 'person { bankChanges(where: { status: { eq: PROPOSED } }) { nodes { id } } }';
  const { bankChanges } = await performed<Changes>(user, 'proposeBankChange', { personId, iban }, open);
  for (const who of approvers) {
    const bankChangeId = bankChanges.nodes[0]?.id;
    const { version } = (
      await who.client.request<{ bankChange: { version: number } }>(
        'query ($id: ID!) { bankChange(id: $id) { version } }',
        { id: bankChangeId },
      )
    ).bankChange;
    await performed(who, 'approveBankChange', { bankChangeId, expectedVersion: version }, 'bankChange { id }');
  }
}

const versioned = new Set([
  'submitPaymentBatch',
  'approvePaymentBatch',
  'rejectPaymentBatch',
  'cancelPaymentBatch',
  'confirmPaymentBatch',
]);
const keyed = new Set(['addPayment', 'exportPaymentBatch', 'confirmPaymentBatch']);

/** Opens such an office by the public commands alone; `code` tells several apart. */
export async function openPayingOffice(world: World, code = 'PAY'): Promise<PayingOffice> {
  const office = await openOffice(world, code);
  const { companyId } = office;
  const member = (name: string, role: 'PAYROLL' | 'ACCOUNTING' | 'AUDITOR') =>
    world.member(`${name}-${code}`, [{ role, companyId }]);
  const [payroll, payroll2] = [await member('payroll', 'PAYROLL'), await member('payroll2', 'PAYROLL')];
  const [accounting, accounting2] = [await member('books', 'ACCOUNTING'), await member('books2', 'ACCOUNTING')];
  const auditor = await member('audit', 'AUDITOR');
  const books = { companyId, chart: 'SE_BAS', startsOn: `${dayFromNow(0).slice(0, 4)}-01-01` };
  await performed(accounting, 'setUpBooks', books, 'fiscalYear { id }');
  const account = async (number: string): Promise<string> => {
    const query = `query ($code: String!, $company: ID!) { accounts(where: { code: { eq: $code }, company: { is: { id: { eq: $company } } } }) { nodes { id } } }`;
    type Answer = { accounts: { nodes: { id: string }[] } };
    const answer = await accounting.client.request<Answer>(query, { code: number, company: companyId });
    return answer.accounts.nodes[0]?.id ?? '';
  };
  const own = { name: 'Main', iban: 'SE4550000000058398257466', bic: 'ESSESESS', currencyCode: 'SEK' };
  const ledger = { companyId, accountId: await account('1930') };
  const bank = (await performed(accounting, 'createCompanyAccount', { ...own, ...ledger }, 'companyAccount { id }')).id;
  const owed = await account('2820');
  const other = await account('2990');
  const executionOn = nextBankDay();
  return {
    ...office,
    payroll,
    payroll2,
    accounting,
    accounting2,
    auditor,
    bank,
    owed,
    other,
    executionOn,
    hirePaid: async (firstName, iban) => {
      const hired = await office.hire(firstName);
      const user = await world.member(`${firstName}-${code}`, [{ role: 'EMPLOYEE', companyId }], hired.personId);
      const person = { ...hired, user };
      await changeAccountOf(person, iban, [payroll, payroll2]);
      return person;
    },
    changeAccount: (person, iban) => changeAccountOf(person, iban, [payroll, payroll2]),
    act: async (who, command, batchId, given = {}) => {
      const query = 'query ($id: ID!) { paymentBatch(id: $id) { version } }';
      const { paymentBatch } = await who.client.request<{ paymentBatch: { version: number } | null }>(query, {
        id: batchId,
      });
      const input = {
        batchId,
        ...(versioned.has(command) && { expectedVersion: paymentBatch?.version ?? 1 }),
        ...(keyed.has(command) && { idempotencyKey: newKey() }),
        ...given,
      };
      return perform<PaymentBatch>(who, command, input, batchFields);
    },
    prepare: async (who, given = {}) => {
      const batch = { companyId, kind: 'SALARY', companyAccountId: bank, contraAccountId: owed, executionOn };
      const input = { ...batch, idempotencyKey: newKey(), ...given };
      return perform<PaymentBatch>(who, 'preparePaymentBatch', input, batchFields);
    },
  };
}
