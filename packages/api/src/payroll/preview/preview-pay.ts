import {
  type Calculation,
  type CalendarDate,
  type CountryPack,
  calculate,
  type Decimal,
  type PayEvent,
  payOfWholePeriod,
  type Rejection,
  type RuleBook,
} from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';
import { companyComponents, prepareBook } from '../calculate/rule-book.ts';
import { factsOfEmployment, factValue } from '../facts.ts';
import { packOfCompany } from '../schedule-of.ts';

/** What somebody is paid at the moment, or would be. */
export interface SalaryInQuestion {
  readonly amount: Decimal;
  readonly payPeriod: 'MONTH' | 'YEAR';
}

/** A fact of the country pack, as it is asked for. */
export interface GivenFact {
  readonly name: string;
  readonly value: string;
}

export interface PreviewRequest {
  readonly companyId: string;
  /** Null for an offer to nobody in particular. */
  readonly employeeId: string | null;
  readonly salary: SalaryInQuestion;
  readonly from: CalendarDate;
  readonly facts: readonly GivenFact[];
}

/** What a whole month comes to, or why it cannot be calculated. */
export type PreviewedPay =
  | { readonly calculation: Calculation; readonly problems: readonly [] }
  | { readonly calculation: null; readonly problems: readonly Rejection[] };

/** A fact that the rules know, with the value that was reckoned with. */
export interface KnownFact {
  readonly name: string;
  readonly meaning: string;
  readonly type: string;
  readonly choices: readonly string[];
  readonly value: string;
}

export interface PayPreview {
  readonly currencyCode: string;
  readonly from: CalendarDate;
  /** Today's pay by the same rules; null for an offer, and for whoever has no pay by the month or year. */
  readonly today: PreviewedPay | null;
  readonly proposed: PreviewedPay;
  readonly facts: readonly KnownFact[];
}

interface Employment {
  readonly taxCode: string | null;
  readonly taxDependants: number | null;
  readonly amount: Decimal | null;
  readonly payPeriod: 'HOUR' | 'MONTH' | 'YEAR' | null;
}

const employmentOf = async (tx: Transaction, employeeId: string): Promise<Employment | undefined> => {
  const [row] = await tx.$queryRaw<Employment[]>`
    select e.tax_code as "taxCode", e.tax_dependants as "taxDependants", trim_scale(p.amount)::text as amount,
      p.pay_period::text as "payPeriod"
    from employee e
    join company c on c.id = e.company_id
    left join lateral (
      select amount, pay_period from compensation where employee_id = e.id and status = 'APPROVED'
        and start_on <= (now() at time zone c.time_zone)::date
        and (end_on is null or end_on >= (now() at time zone c.time_zone)::date)
      order by start_on desc limit 1
    ) p on true
    where e.id = ${employeeId}::uuid`;
  return row;
};

/** Pay by the hour has no month of its own. */
const salaryOf = ({ amount, payPeriod }: Employment): SalaryInQuestion | null =>
  amount === null || payPeriod === null || payPeriod === 'HOUR' ? null : { amount, payPeriod };

const factsOn = (tx: Transaction, employeeId: string, on: CalendarDate) =>
  tx.$queryRaw<GivenFact[]>`
    select distinct on (name) name, value from pay_fact
    where employee_id = ${employeeId}::uuid and starts_on <= ${on}::date and name <> 'schedule'
    order by name, starts_on desc`;

/** A month of its own: no running sums go in, and none come out. */
function monthOf(
  { rules, pack }: { readonly rules: RuleBook; readonly pack: CountryPack },
  { amount, payPeriod }: SalaryInQuestion,
  payDate: CalendarDate,
  facts: PayEvent['facts'],
): PreviewedPay {
  const [first = 1] = pack.frequencies['MONTHLY'] ?? [];
  const salary = payOfWholePeriod(amount, payPeriod, 'MONTHLY', pack.minorUnit);
  const components = [{ code: 'SALARY', amount: salary }];
  const event = { pack: pack.code, payDate, frequency: 'MONTHLY', period: first, components, facts, yearToDate: {} };
  const result = calculate({ rules, event, explains: true });
  return result.ok ? { calculation: result.value, problems: [] } : { calculation: null, problems: result.rejections };
}

/**
 * Calculates what a whole month with a salary comes to, by the function that pay runs use, and beside it today's by the
 * same rules and facts but for those that differ. Nothing is kept. PAYROLL_MISSING where the company does not pay yet.
 */
export async function previewPay(
  tx: Transaction,
  { companyId, employeeId, salary, from, facts: given }: PreviewRequest,
): Promise<PayPreview | readonly Rejection[]> {
  const pack = await packOfCompany(tx, companyId);
  if (!pack)
    return [{ code: 'PAYROLL_MISSING', message: 'Set up payroll for the company first.', path: ['companyId'] }];
  const book = prepareBook(pack, await companyComponents(tx, companyId, pack.code));
  if (!book.ok) return book.rejections.map(({ code, message, path }) => ({ code, message, path: [...path] }));
  const rules = { rules: book.value, pack };
  const employment = employeeId === null ? undefined : await employmentOf(tx, employeeId);
  const own = employeeId === null ? [] : await factsOn(tx, employeeId, from);
  const typed = (facts: readonly GivenFact[]) =>
    Object.fromEntries(facts.map(({ name, value }) => [name, factValue(pack, name, value)] as const));
  const ofToday: PayEvent['facts'] = { ...(employment && factsOfEmployment(pack, employment)), ...typed(own) };
  const proposedFacts: PayEvent['facts'] = { ...ofToday, ...typed(given) };
  const current = employment && salaryOf(employment);
  return {
    currencyCode: pack.currency,
    from,
    today: current ? monthOf(rules, current, from, ofToday) : null,
    proposed: monthOf(rules, salary, from, proposedFacts),
    facts: pack.facts.map(({ name, meaning, type, choices = [], default: byDefault }) => ({
      name,
      meaning,
      type,
      choices,
      value: String(proposedFacts[name] ?? byDefault),
    })),
  };
}
