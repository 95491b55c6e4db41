/** Payroll of the companies whose country has rules here: three months paid, and this month's run to look through. */
import { COUNTRY_PACKS, type CountryPack } from '@kontor/core';
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day, dayOf, firstOfMonth } from './calendar.ts';
import { ibanOf } from './identity.ts';
import type { FoundedCompany } from './organisation-story.ts';
import type { Story } from './people-story.ts';

const closedMonths = 3;

/** The bank of each company, the account of its books, and what somebody has earned beside their salary this month. */
const terms: Readonly<Record<string, { readonly bic: string; readonly bonus: string }>> = {
  GB: { bic: 'NWBKGB2L', bonus: '2500' },
  HU: { bic: 'OTPVHUHB', bonus: '650000' },
};
const bankCode = '1010';

/** The months up to this one that the rules of the country reach, each with its tax year. */
function monthsOf(pack: CountryPack, today: Day): readonly { readonly month: Day; readonly taxYear: string }[] {
  return Array.from({ length: closedMonths + 1 }, (_, index) => firstOfMonth(today, index - closedMonths)).flatMap(
    (month) => {
      const payOn = addDays(firstOfMonth(month, 1), -1);
      const year = pack.years.find(({ from, until }) => from <= payOn && payOn <= until);
      return year ? [{ month, taxYear: year.name }] : [];
    },
  );
}

interface Payroll {
  readonly story: Story;
  readonly company: FoundedCompany;
  readonly bonus: string;
}

const staffOf = ({ staff }: Story, login: string): Viewer => staff[login] as Viewer;

async function setUp({ story, company }: Payroll, day: Day, pack: CountryPack, taxYears: readonly string[]) {
  const { stage, chance } = story;
  const companyId = company.id;
  const [payroll, accounting] = [staffOf(story, 'payroll'), staffOf(story, 'accounting')];
  const { id: accountId } = await stage.tx.account.findFirstOrThrow({ where: { companyId, code: bankCode } });
  const [taxYear, ...later] = taxYears;
  const scheduleId = await stage.act(payroll, at(day, 8), 'setUpPayroll', {
    companyId,
    pack: pack.code,
    taxYear,
    name: company.plan.name,
  });
  for (const next of later) await stage.act(payroll, at(day, 8), 'openPayYear', { scheduleId, taxYear: next });
  await stage.make(accounting, 'CompanyAccount', {
    companyId,
    accountId,
    name: 'Salaries',
    iban: ibanOf(company.plan.code, chance),
    bic: terms[pack.code]?.bic,
    currencyCode: pack.currency,
  });
}

/** Starts the run of a month and calculates it. */
async function prepare({ story, company }: Payroll, month: Day, when: Date): Promise<string> {
  const { stage } = story;
  const payroll = staffOf(story, 'payroll');
  const period = { companyId: company.id, name: month.slice(0, 7) };
  const { id: periodId } = await stage.tx.payrollPeriod.findFirstOrThrow({ where: period });
  const key = `${company.plan.code} pay ${period.name}`;
  const runId = await stage.act(payroll, when, 'createPayRun', { periodId, idempotencyKey: key });
  await stage.act(payroll, when, 'calculatePayRun', { runId });
  return runId;
}

/** The preparer looks through, the other of payroll approves and makes it final. */
async function decide({ story }: Payroll, runId: string, when: Date): Promise<void> {
  const { stage } = story;
  const [payroll, payroll2] = [staffOf(story, 'payroll'), staffOf(story, 'payroll2')];
  const version = async () => (await stage.tx.payRun.findUniqueOrThrow({ where: { id: runId } })).version;
  const note = 'Compared with the month before; who has no account yet is paid later';
  await stage.act(payroll, when, 'reviewPayRun', { runId, note, expectedVersion: await version() });
  await stage.act(payroll2, when, 'approvePayRun', { runId, expectedVersion: await version() });
  await stage.act(payroll2, when, 'finalizePayRun', { runId, idempotencyKey: `final ${runId}` });
}

/** A batch that payroll hands in and accounting approves; its file leaves for the bank. */
async function order({ story }: Payroll, runId: string, when: Date): Promise<void> {
  const { stage } = story;
  const payroll = staffOf(story, 'payroll');
  await stage.act(payroll, when, 'payPayRun', { runId, idempotencyKey: `pay ${runId}` });
  const batch = () => stage.tx.paymentBatch.findFirstOrThrow({ where: { sourceId: runId } });
  const { id: batchId, version } = await batch();
  await stage.act(payroll, when, 'submitPaymentBatch', { batchId, expectedVersion: version });
  const accounting = staffOf(story, 'accounting');
  await stage.act(accounting, when, 'approvePaymentBatch', { batchId, expectedVersion: (await batch()).version });
  await stage.act(payroll, when, 'exportPaymentBatch', { batchId, idempotencyKey: `file ${batchId}` });
}

/** On the day of payment the bank has paid: accounting books it, and payroll ends the run. */
async function pay({ story }: Payroll, runId: string, payOn: Day): Promise<void> {
  const { stage } = story;
  const { id: batchId, version } = await stage.tx.paymentBatch.findFirstOrThrow({ where: { sourceId: runId } });
  await stage.act(staffOf(story, 'accounting'), at(payOn, 16), 'confirmPaymentBatch', {
    batchId,
    bookedOn: payOn,
    expectedVersion: version,
    idempotencyKey: `booked ${batchId}`,
  });
  const run = await stage.tx.payRun.findUniqueOrThrow({ where: { id: runId } });
  await stage.act(staffOf(story, 'payroll'), at(payOn, 17), 'recordPayRunPaid', {
    runId,
    paidOn: payOn,
    expectedVersion: run.version,
  });
}

function planClosed(payroll: Payroll, month: Day): void {
  const { schedule } = payroll.story;
  const begin = addDays(firstOfMonth(month, 1), -7);
  let runId = '';
  schedule.on(at(begin, 9), async () => {
    runId = await prepare(payroll, month, at(begin, 9));
  });
  schedule.on(at(addDays(begin, 1), 9), () => decide(payroll, runId, at(addDays(begin, 1), 9)));
  schedule.on(at(addDays(begin, 1), 15), () => order(payroll, runId, at(addDays(begin, 1), 15)));
  schedule.on(at(addDays(firstOfMonth(month, 1), -1), 18), async () => {
    const run = await payroll.story.stage.tx.payRun.findUniqueOrThrow({ where: { id: runId } });
    await pay(payroll, runId, dayOf(run.payOn));
  });
}

/** This month somebody has a bonus, which is a deviation to look at; so are all who came, left or have no account. */
function planOpen(payroll: Payroll, month: Day): void {
  const { story, company, bonus } = payroll;
  const { schedule, stage, today } = story;
  const day = addDays(today, -1);
  schedule.on(at(day, 15), async () => {
    const companyId = company.id;
    const where = { companyId, status: 'ACTIVE', endOn: null } as const;
    const { id: employeeId } = await stage.tx.employee.findFirstOrThrow({ where, orderBy: { startOn: 'asc' } });
    const { id: periodId } = await stage.tx.payrollPeriod.findFirstOrThrow({
      where: { companyId, name: month.slice(0, 7) },
    });
    const item = { companyId, employeeId, periodId, code: 'BONUS', amount: bonus, note: 'For the fair' };
    await stage.make(staffOf(story, 'payroll'), 'PayItem', item);
    await prepare(payroll, month, at(day, 15));
  });
}

/** Plans payroll of every company whose country has a pack, as far as its rules reach. */
export function planPayroll(story: Story): void {
  const { schedule, today, companies } = story;
  for (const company of companies) {
    const pack = COUNTRY_PACKS.get(company.plan.code);
    const of = terms[company.plan.code];
    if (!pack || !of) continue;
    const months = monthsOf(pack, today);
    const [first] = months;
    if (!first) continue;
    const payroll: Payroll = { story, company, bonus: of.bonus };
    const taxYears = [...new Set(months.map(({ taxYear }) => taxYear))];
    schedule.on(at(addDays(first.month, 1), 8), () => setUp(payroll, addDays(first.month, 1), pack, taxYears));
    const thisMonth = firstOfMonth(today);
    for (const { month } of months) {
      if (month === thisMonth) planOpen(payroll, month);
      else planClosed(payroll, month);
    }
  }
}
