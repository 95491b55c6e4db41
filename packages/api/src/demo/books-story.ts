/** Two years of the books of each company: capital, invoices to customers and from suppliers, payments, closed periods. */
import type { ChartKey } from '@kontor/core';
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day, firstOfMonth } from './calendar.ts';
import type { FoundedCompany } from './organisation-story.ts';
import type { Story } from './people-story.ts';
import { paidOf, planBudget, settle } from './settling-story.ts';

/** What the story needs of a chart, by the codes that it has there. */
interface Codes {
  readonly chart: ChartKey;
  readonly bank: string;
  readonly receivables: string;
  readonly payables: string;
  readonly capital: string;
  readonly sales: string;
  readonly outputTax: string;
  readonly inputTax: string;
  readonly rent: string;
  readonly software: string;
  readonly journals: {
    readonly general: string;
    readonly sales: string;
    readonly purchases: string;
    readonly bank: string;
  };
}

const swedish: Codes = {
  chart: 'SE_BAS',
  bank: '1930',
  receivables: '1510',
  payables: '2440',
  capital: '2081',
  sales: '3001',
  outputTax: '2611',
  inputTax: '2641',
  rent: '5010',
  software: '5420',
  journals: { general: 'A', sales: 'B', purchases: 'D', bank: 'C' },
};

const international: Codes = {
  chart: 'INTERNATIONAL',
  bank: '1010',
  receivables: '1100',
  payables: '2000',
  capital: '3000',
  sales: '4100',
  outputTax: '2200',
  inputTax: '1200',
  rent: '7000',
  software: '7120',
  journals: { general: 'GEN', sales: 'SAL', purchases: 'PUR', bank: 'BNK' },
};

/** Per cent of tax, and what a month's sales are in the currency of the company. */
const scales: Readonly<Record<string, { readonly tax: number; readonly unit: number }>> = {
  SE: { tax: 25, unit: 10_000 },
  HU: { tax: 27, unit: 350_000 },
  GB: { tax: 20, unit: 800 },
};

const customers = ['Norrsken Konsult', 'Alpenrose Handel', 'Duna Trade'];
const suppliers = ['Fastighets AB Torget', 'Mjukvaruhuset'];
const monthsLeftOpen = 2;

type Line = Readonly<Record<string, unknown>>;
const debit = (account: string, amount: number, other: Line = {}): Line => ({
  account,
  debit: String(amount),
  ...other,
});
const credit = (account: string, amount: number, other: Line = {}): Line => ({
  account,
  credit: String(amount),
  ...other,
});

/** Posts as accounting, on a day of the story and at its time. */
function bookkeeper({ stage, staff }: Story, company: FoundedCompany) {
  const accountant = staff['accounting'] as Viewer;
  return (journal: string, day: Day, text: string, lines: readonly Line[], other: Line = {}): Promise<string> => {
    const entry = { companyId: company.id, journal, postingOn: day, documentOn: day, text, lines, ...other };
    return stage.act(accountant, at(day, 16), 'postEntry', {
      ...entry,
      idempotencyKey: `${company.plan.code} ${day} ${text}`,
    });
  };
}

async function openBooks(
  { stage, staff, opensOn, today }: Story,
  company: FoundedCompany,
  codes: Codes,
): Promise<void> {
  const accountant = staff['accounting'] as Viewer;
  const companyId = company.id;
  const first = Number(opensOn.slice(0, 4));
  const startsOn = `${first}-01-01`;
  await stage.act(accountant, at(opensOn, 8), 'setUpBooks', { companyId, chart: codes.chart, startsOn });
  for (let year = first + 1; year <= Number(today.slice(0, 4)); year += 1)
    await stage.act(accountant, at(opensOn, 8), 'openFiscalYear', { companyId });
  for (const [kind, prefix, names] of [
    ['CUSTOMER', 'C', customers],
    ['SUPPLIER', 'S', suppliers],
  ] as const)
    for (const [index, name] of names.entries())
      await stage.make(accountant, 'Party', { companyId, code: `${prefix}${index + 1}`, name, kind });
}

/** What is owed for an invoice, and the entry that it was posted by. */
interface Owed {
  readonly party: string;
  readonly gross: number;
  readonly paid: Day;
  readonly invoiced: () => string;
}

/** Has a deed done on a day, and answers what came of it afterwards. */
function once(
  on: (day: Day, deed: () => Promise<unknown>) => void,
  day: Day,
  deed: () => Promise<string>,
): () => string {
  let made = '';
  on(day, async () => {
    made = await deed();
  });
  return () => made;
}

/** One month: what was sold and is paid a month later, rent and software, and what they cost. */
function planMonth(story: Story, company: FoundedCompany, codes: Codes, month: Day): void {
  const { schedule, today, chance } = story;
  const post = bookkeeper(story, company);
  const { tax, unit } = scales[company.plan.code] ?? { tax: 20, unit: 1_000 };
  const { journals } = codes;
  const on = (day: Day, deed: () => Promise<unknown>): void => {
    if (day < today) schedule.on(at(day, 16), deed);
  };
  const centre = company.plan.departments[0]?.costCentre ?? '';
  const taxed = (net: number): { net: number; due: number; gross: number } => {
    const due = (net * tax) / 100;
    return { net, due, gross: net + due };
  };
  /** Pays what is paid of an invoice, if anything, and settles the two. */
  const pay = ({ party, gross, paid, invoiced }: Owed, lines: (amount: number) => readonly Line[]): void => {
    const amount = paidOf(party, gross, month, today);
    if (amount === 0) return;
    on(paid, async () => {
      const payment = await post(journals.bank, paid, `Payment ${party}`, lines(amount));
      await settle(story, company, paid, [invoiced(), payment]);
    });
  };
  for (const [index] of customers.entries()) {
    const { net, due, gross } = taxed(chance.between(20, 60) * unit);
    const [party, day] = [`C${index + 1}`, addDays(month, 4 + index * 7)];
    const paid = addDays(day, 30);
    const invoiced = once(on, day, () =>
      post(journals.sales, day, `Invoice ${party}`, [
        debit(codes.receivables, gross, { party, dueOn: paid }),
        credit(codes.sales, net),
        credit(codes.outputTax, due),
      ]),
    );
    pay({ party, gross, paid, invoiced }, (amount) => [
      debit(codes.bank, amount),
      credit(codes.receivables, amount, { party }),
    ]);
  }
  for (const [index, account] of [codes.rent, codes.software].entries()) {
    const { net, due, gross } = taxed((index === 0 ? 20 : chance.between(2, 9)) * unit);
    const [party, day] = [`S${index + 1}`, addDays(month, 1 + index * 9)];
    const paid = addDays(day, 20);
    const dimensions = [{ dimension: '1', object: centre }];
    const invoiced = once(on, day, () =>
      post(journals.purchases, day, `Invoice ${party}`, [
        debit(account, net, { dimensions }),
        debit(codes.inputTax, due),
        credit(codes.payables, gross, { party, dueOn: paid }),
      ]),
    );
    pay({ party, gross, paid, invoiced }, (amount) => [
      debit(codes.payables, amount, { party }),
      credit(codes.bank, amount),
    ]);
  }
}

/** Closes the periods that are long enough ago, as accounting does at the end of each month. */
function planClosing({ stage, staff, schedule, today }: Story, company: FoundedCompany): void {
  const until = firstOfMonth(today, -monthsLeftOpen);
  schedule.on(at(addDays(today, -1), 20), async () => {
    const periods = await stage.tx.fiscalPeriod.findMany({
      where: { companyId: company.id, endsOn: { lt: new Date(until) } },
      orderBy: { startsOn: 'asc' },
    });
    for (const { id: periodId } of periods)
      await stage.act(staff['accounting2'] as Viewer, at(addDays(today, -1), 20), 'closePeriod', { periodId });
  });
}

/** Plans the books of every company, from the day on which the story opens. */
export function planBooks(story: Story): void {
  for (const company of story.companies) {
    const codes = company.plan.code === 'SE' ? swedish : international;
    const { opensOn, today, schedule } = story;
    schedule.on(at(opensOn, 10), () => openBooks(story, company, codes));
    const { unit } = scales[company.plan.code] ?? { unit: 1_000 };
    schedule.on(at(addDays(opensOn, 1), 10), () =>
      bookkeeper(story, company)(codes.journals.general, addDays(opensOn, 1), 'Share capital', [
        debit(codes.bank, 500 * unit),
        credit(codes.capital, 500 * unit),
      ]),
    );
    for (let month = firstOfMonth(opensOn, 1); month < today; month = firstOfMonth(month, 1))
      planMonth(story, company, codes, month);
    planBudget(story, company, [
      { account: codes.sales, ofMonth: 120 * unit },
      { account: codes.rent, ofMonth: 20 * unit, centre: company.plan.departments[0]?.costCentre ?? '' },
      { account: codes.software, ofMonth: 5 * unit },
    ]);
    planClosing(story, company);
  }
}
