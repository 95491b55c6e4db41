import {
  type Calculation,
  type CountryPack,
  calculate,
  type Decimal,
  decimal,
  payEventHash,
  periodNumberOn,
  type RuleBook,
} from '@kontor/core';
import type { Company, PayRun, PayrollPeriod, PaySchedule } from '../../generated/prisma/client.ts';
import { dayOf } from '../../people/index.ts';
import type { Transaction } from '../../write/operation.ts';
import { type AffectedPayslip, affectedPayslips, type BackPay, backPayOf } from '../gather/back-pay.ts';
import { groupedBy } from '../gather/grouped-by.ts';
import { type EventFrame, eventOf, type GatheredEvent, pathOf } from '../gather/pay-event.ts';
import { type Gathering, gatherPeople, type Person } from '../gather/person.ts';
import { type PreviousPayslip, previousPayslips } from '../gather/previous.ts';
import { error, type Problem } from '../gather/problem.ts';
import { packOf } from '../rhythm.ts';
import { deviationsOf } from './deviations.ts';
import { ITEM_KINDS, membershipOf, paidKindsOf } from './members.ts';
import type { CalculatedPerson } from './write-calculations.ts';

/** A run with what it hangs on. */
export type RunToCalculate = PayRun & {
  readonly company: Company;
  readonly schedule: PaySchedule;
  readonly period: PayrollPeriod;
};

/** What a run comes to: people who are paid, and everything that stands against others or should be looked at. */
export interface CalculatedRun {
  readonly people: readonly CalculatedPerson[];
  readonly problems: readonly Problem[];
}

/** The tax year of the day of payment; of a day without rules, the period’s, and the engine refuses each person by name. */
export const taxYearOf = (pack: CountryPack, run: RunToCalculate): string => {
  const payOn = dayOf(run.payOn);
  return pack.years.find(({ from, until }) => from <= payOn && payOn <= until)?.name ?? run.period.taxYear;
};

function frameOf(run: RunToCalculate, what: Gathering): EventFrame {
  const pack = packOf(run.schedule);
  const { frequency, prorationBasis: basis } = run.schedule;
  const { number } = run.period;
  const isOnPayDay = what.payOn === dayOf(run.period.payOn);
  return {
    pack,
    frequency,
    basis,
    number: isOnPayDay ? number : periodNumberOn(pack, frequency, what.payOn, number),
    what,
  };
}

/** Back pay is looked for in regular runs and corrections: what is paid beside them does not carry it. */
async function affectedBy(tx: Transaction, run: RunToCalculate): Promise<readonly AffectedPayslip[]> {
  if (run.kind !== 'REGULAR' && run.kind !== 'CORRECTION') return [];
  const { startsOn, endsOn } = run.period;
  const until = run.kind === 'CORRECTION' ? endsOn : new Date(startsOn.getTime() - 86_400_000);
  return affectedPayslips(tx, { scheduleId: run.scheduleId, until: dayOf(until) });
}

type Outcome = { readonly calculation: Calculation } | { readonly problems: readonly Problem[] };

/** Calculates one person: what is wrong is that person’s, and the others go on. */
function calculateOne({ person, event, sources }: GatheredEvent, rules: RuleBook): Outcome {
  const { employeeId } = person;
  const result = calculate({ rules, event });
  if (!result.ok)
    return {
      problems: result.rejections.map((rejection) =>
        error(employeeId, rejection.code, rejection.message, pathOf(rejection, sources)),
      ),
    };
  const calculation = result.value;
  if (calculation.net.startsWith('-')) {
    const message = `Deductions are more than the pay: ${calculation.net} would be left.`;
    return { problems: [error(employeeId, 'NET_NEGATIVE', message, '', [calculation.net])] };
  }
  return { calculation };
}

const noticesOf = (employeeId: string, { notices }: Calculation): readonly Problem[] =>
  notices.map(({ code, message }) => ({
    employeeId,
    severity: 'NOTICE',
    code,
    message: message.en,
    path: '',
    values: [],
  }));

interface Work {
  readonly rules: RuleBook;
  readonly frame: EventFrame;
  readonly previous: ReadonlyMap<string, PreviousPayslip> | null;
}

interface Gathered {
  readonly person: Person;
  readonly backPay: BackPay | null;
  readonly paysSalary: boolean;
}

function reckon({ rules, frame, previous }: Work, { person, backPay, paysSalary }: Gathered) {
  const extra = backPay?.amounts ?? [];
  const gathered = eventOf(person, frame, { paysSalary, extra });
  if ('problems' in gathered) return { problems: [...gathered.problems, ...(backPay?.problems ?? [])] };
  const outcome = calculateOne(gathered, rules);
  if ('problems' in outcome) return outcome;
  const { event, prorations } = gathered;
  const { employeeId } = person;
  const origins = backPay?.origins ?? [];
  const netBefore = previous?.get(employeeId)?.net ?? null;
  const { calculation } = outcome;
  const inputDigest = payEventHash(event);
  const calculated: CalculatedPerson = { employeeId, event, inputDigest, calculation, prorations, origins, netBefore };
  return { calculated, notices: [...noticesOf(employeeId, calculation), ...(backPay?.problems ?? [])] };
}

/** Gathers a run and calculates everybody in it. Nothing is written. */
export async function calculateRun(tx: Transaction, run: RunToCalculate, rules: RuleBook): Promise<CalculatedRun> {
  const affected = await affectedBy(tx, run);
  const slipsOf = groupedBy(affected, ({ employeeId }) => employeeId);
  const startsOn = dayOf(run.period.startsOn);
  const what: Gathering = {
    companyId: run.companyId,
    scheduleId: run.scheduleId,
    scheduleCode: run.schedule.code,
    periodId: run.periodId,
    startsOn,
    endsOn: dayOf(run.period.endsOn),
    payOn: dayOf(run.payOn),
    taxYear: taxYearOf(packOf(run.schedule), run),
    byWorkingDays: run.schedule.prorationBasis === 'WORKING_DAYS',
    itemKinds: ITEM_KINDS[run.kind],
    payFrom: affected[0]?.startsOn ?? startsOn,
    also: run.kind === 'CORRECTION' ? [...slipsOf.keys()] : [],
  };
  const frame = frameOf(run, what);
  const isRegular = run.kind === 'REGULAR';
  const previous = isRegular ? await previousPayslips(tx, run.scheduleId, startsOn) : null;
  const paid = await paidKindsOf(tx, run.periodId);
  const people: CalculatedPerson[] = [];
  const problems: Problem[] = [];
  for (const person of await gatherPeople(tx, what)) {
    const slips = slipsOf.get(person.employeeId);
    const backPay = slips ? backPayOf(person, slips, frame, rules) : null;
    const membership = membershipOf(run.kind, person, what, { paid, backPay });
    if (membership === 'OUT') continue;
    const paysSalary = membership === 'WITH_SALARY';
    const reckoned = reckon({ rules, frame, previous }, { person, backPay, paysSalary });
    if ('problems' in reckoned) problems.push(...reckoned.problems);
    else {
      people.push(reckoned.calculated);
      problems.push(...reckoned.notices);
    }
  }
  const percent: Decimal = decimal(run.schedule.deviationPercent.toString());
  const failed = new Set(problems.filter(({ severity }) => severity === 'ERROR').map(({ employeeId }) => employeeId));
  const deviations = deviationsOf(people, previous, percent).filter(({ employeeId }) => !failed.has(employeeId));
  return { people, problems: [...problems, ...deviations] };
}

/** What the fingerprint of a run is taken of: for each person, what it was calculated from and what it came to. */
export const fingerprintOf = (people: readonly CalculatedPerson[]): readonly (readonly string[])[] =>
  people.map(({ employeeId, inputDigest, calculation }) => [
    employeeId,
    inputDigest,
    ...calculation.lines.flatMap(({ code, amount }) => [code, amount]),
  ]);
