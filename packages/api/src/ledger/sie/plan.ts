import {
  type AccountType,
  accountKinds,
  amountOf,
  type CashFlowActivity,
  cashFlowOf,
  type Decimal,
  nameOfVoucher,
  type PlannedYear,
  type SieDocument,
  type SieReading,
  unitsOf,
  type ZeroReason,
  zeroReason,
} from '@kontor/core';
import { booksFaults, lengthFaults, note } from './books-faults.ts';
import type { Facts } from './facts.ts';
import { dimensionOf } from './file-numbers.ts';
import { YearPlan } from './fiscal-years.ts';
import type { OpeningPlan } from './plan-opening.ts';
import type { SieNote } from './sie-request.ts';
import { type KeyedVoucher, keyedVouchers } from './voucher-key.ts';

/** An account that the books lack. */
export interface NewAccount {
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly cashFlow: CashFlowActivity;
  readonly sru: string | null;
  /** Whether the file uses it without saying what it is. */
  readonly needsReview: boolean;
}

/** A voucher that the books lack; `reason` says why it is kept unposted. */
export interface PlannedVoucher extends KeyedVoucher {
  readonly reason: ZeroReason | null;
}

/** What a file adds to the books, decided before anything is written. */
export interface Plan {
  readonly document: SieDocument;
  readonly years: readonly PlannedYear[];
  readonly accounts: readonly NewAccount[];
  readonly dimensions: SieDocument['dimensions'];
  readonly objects: SieDocument['objects'];
  readonly vouchers: readonly PlannedVoucher[];
  readonly unchanged: number;
  readonly opening: OpeningPlan | null;
  readonly faults: readonly SieNote[];
  readonly warnings: readonly SieNote[];
}

/** What the plan is made from besides the file. */
export interface PlanFacts extends Facts {
  /** Hashes of the vouchers that were brought in before, by key. */
  readonly known: ReadonlyMap<string, string>;
  /** Keys of the vouchers that are entries written here. */
  readonly own: ReadonlySet<string>;
}

/** The vouchers of a file under the keys that they have in these books. */
export function keysOf(document: SieDocument, facts: Facts): readonly KeyedVoucher[] {
  const years = new YearPlan(facts, document.years);
  const keyed = keyedVouchers(document.vouchers, (date) => years.yearOf(date)?.startsOn ?? date.slice(0, 4));
  return keyed.map((each) => ({ ...each, key: facts.again.get(each.key) ?? each.key }));
}

/** Decides what a file adds. With a fault nothing is written at all. */
export function planImport(reading: SieReading, facts: PlanFacts, opening: OpeningPlan | null): Plan {
  const { document } = reading;
  const years = new YearPlan(facts, document.years);
  const { vouchers, unchanged, faults } = newVouchers(keysOf(document, facts), facts);
  const dated = datesOf(vouchers, opening, years);
  const accounts = newAccounts(document, facts, opening);
  return {
    document,
    years: years.created,
    accounts,
    dimensions: document.dimensions.filter((dimension) => dimensionOf(facts, dimension.number) === null),
    objects: document.objects.filter((object) => objectOf(facts, object.dimension, object.code) === null),
    vouchers,
    unchanged,
    opening,
    faults: [...booksFaults(reading, facts), ...lengthFaults(document), ...faults, ...dated.faults],
    warnings: [
      ...reading.warnings,
      ...(opening?.warnings ?? []),
      ...created(years.created),
      ...skipped(document, facts),
    ],
  };
}

function objectOf(facts: Facts, number: string, code: string): Facts['objects'][number] | null {
  const dimension = dimensionOf(facts, number);
  if (dimension === null) return null;
  return facts.objects.find((each) => each.dimensionId === dimension.id && each.code === code) ?? null;
}

function newVouchers(keyed: readonly KeyedVoucher[], { known, own }: PlanFacts) {
  const vouchers: PlannedVoucher[] = [];
  const faults: SieNote[] = [];
  let unchanged = 0;
  for (const each of keyed) {
    const before = known.get(each.key);
    if (before === each.hash || own.has(each.key)) unchanged += 1;
    else if (before === undefined) vouchers.push({ ...each, reason: zeroReason(each.voucher) });
    else {
      const name = nameOfVoucher(each.voucher);
      const advice = `Voucher ${name} was brought in before with other content: correct it by an entry, not by a file.`;
      faults.push(note('SIE_VOUCHER_CHANGED', each.voucher.line, advice, name));
    }
  }
  return { vouchers, unchanged, faults };
}

/** Whether each day lies in a period that takes entries. */
function datesOf(vouchers: readonly PlannedVoucher[], opening: OpeningPlan | null, years: YearPlan) {
  const faults: SieNote[] = [];
  const check = (day: string, line: number, name: string) => {
    if (years.yearOf(day) === null) {
      const advice = `Open a fiscal year that ${day} lies in: that of the file is too long, or overlaps one of the books.`;
      faults.push(note('SIE_YEAR_DIFFERS', line, advice, name));
      return;
    }
    const period = years.periodOf(day);
    if (period === null || period.status === 'OPEN') return;
    faults.push(
      note('SIE_PERIOD_CLOSED', line, `Open the period of ${day} for voucher ${name}, or leave it out.`, name),
    );
  };
  if (opening) check(opening.startsOn, opening.line, opening.startsOn);
  for (const { voucher } of vouchers) check(voucher.date, voucher.line, nameOfVoucher(voucher));
  return { faults };
}

function newAccounts(document: SieDocument, facts: Facts, opening: OpeningPlan | null): readonly NewAccount[] {
  const kinds = accountKinds(document);
  const accounts: NewAccount[] = document.accounts
    .filter(({ code }) => !facts.accounts.has(code))
    .map(({ code, name, declared, sru }) => {
      const { type, guessed } = kinds.get(code) ?? { type: 'ASSET', guessed: true };
      const field = sru.join(' ');
      const needsReview = !declared || guessed;
      return { code, name, type, cashFlow: cashFlowOf(code), sru: field === '' ? null : field, needsReview };
    });
  const result = opening?.resultAccount;
  const isThere = result === undefined || facts.accounts.has(result) || accounts.some(({ code }) => code === result);
  if (isThere) return accounts;
  const missing = { code: result, name: 'Årets resultat', type: 'EQUITY', cashFlow: 'FINANCING', sru: null } as const;
  return [...accounts, { ...missing, needsReview: true }];
}

function created(years: readonly PlannedYear[]): readonly SieNote[] {
  return years.map(({ startsOn, endsOn, name }) =>
    note('SIE_YEAR_CREATED', null, `Fiscal year ${startsOn} to ${endsOn} is opened for the file.`, name),
  );
}

/** What the books have no place for, so that nobody believes it was brought in. */
function skipped(document: SieDocument, facts: Facts): readonly SieNote[] {
  const has = (...kinds: readonly string[]) => document.balances.some(({ kind }) => kinds.includes(kind));
  const notes: SieNote[] = [];
  const add = (code: string, isMet: boolean, message: string) => {
    if (isMet) notes.push(note(code, null, message));
  };
  const { registrationNumber } = facts.company;
  const digits = (text: string) => text.replace(/\D/g, '');
  const own = digits(document.header.organisationNumber);
  add(
    'SIE_COMPANY_DIFFERS',
    own !== '' && registrationNumber !== null && digits(registrationNumber) !== own,
    `The file is of ${document.header.companyName}, ${document.header.organisationNumber}.`,
  );
  const earlier = document.balances.some(({ year, kind }) => year < 0 && kind !== 'PBUDGET');
  add(
    'SIE_EARLIER_YEARS_SKIPPED',
    earlier,
    'Balances of earlier years are left out: bring in the files of those years.',
  );
  add(
    'SIE_PERIODS_SKIPPED',
    has('PSALDO', 'PBUDGET'),
    'Balances of months follow from vouchers, and budgets are left out.',
  );
  add(
    'SIE_UNITS_SKIPPED',
    document.accounts.some(({ unit }) => unit !== ''),
    'Units of accounts are left out.',
  );
  const isBelow = document.dimensions.some(({ parent }) => parent !== null);
  add('SIE_SUBDIMENSION_FLAT', isBelow, 'A dimension below another stands beside it.');
  return notes;
}

/** Sum of the amounts above zero. */
export function debitOf(amounts: readonly Decimal[]): Decimal {
  return amountOf(amounts.map(unitsOf).reduce((sum, units) => (units > 0n ? sum + units : sum), 0n));
}
