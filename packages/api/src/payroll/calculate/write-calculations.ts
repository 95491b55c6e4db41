import type { Calculation, PayEvent, PeriodPay } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';
import type { BackPayOrigin } from '../gather/back-pay.ts';
import type { Problem } from '../gather/problem.ts';

/** What a run comes to for one person. */
export interface CalculatedPerson {
  readonly employeeId: string;
  readonly event: PayEvent;
  readonly inputDigest: string;
  readonly calculation: Calculation;
  readonly prorations: readonly PeriodPay[];
  readonly origins: readonly BackPayOrigin[];
  readonly netBefore: string | null;
}

/** So many people are written with one statement: what it holds in memory stays small. */
const atOnce = 1_000;

const chunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, index) =>
    items.slice(index * atOnce, (index + 1) * atOnce),
  );

/** A line as it is kept: with its name in the language of the company. */
const lineOf = ({ code, kind, amount, name, version }: Calculation['lines'][number], language: keyof typeof name) => ({
  code,
  kind,
  amount,
  label: name[language].slice(0, 100),
  ruleFrom: version,
});

const isLanguage = (language: string): language is 'en' | 'sv' | 'de' | 'hu' | 'sl' =>
  ['en', 'sv', 'de', 'hu', 'sl'].includes(language);

/** The language of a company’s documents; English where Kontor does not speak it. */
export const documentLanguage = (locale: string): 'en' | 'sv' | 'de' | 'hu' | 'sl' => {
  const [language = 'en'] = locale.split('-');
  return isLanguage(language) ? language : 'en';
};

interface Place {
  readonly runId: string;
  readonly companyId: string;
  readonly ruleBookId: string;
  readonly language: ReturnType<typeof documentLanguage>;
}

/** Throws away what the run came to before. */
export async function clearCalculations(tx: Transaction, runId: string): Promise<void> {
  await tx.$executeRaw`delete from pay_problem where run_id = ${runId}::uuid`;
  await tx.$executeRaw`delete from pay_calculation where run_id = ${runId}::uuid`;
}

export async function writeCalculations(
  tx: Transaction,
  { runId, companyId, ruleBookId, language }: Place,
  people: readonly CalculatedPerson[],
): Promise<void> {
  for (const chunk of chunks(people)) {
    const rows = chunk.map(({ employeeId, event, inputDigest, calculation, prorations, origins, netBefore }) => ({
      employeeId,
      inputDigest,
      event,
      prorations,
      origins,
      netBefore,
      currency: calculation.currency,
      gross: calculation.gross,
      net: calculation.net,
      cost: calculation.employerCost,
      lines: calculation.lines.map((line) => lineOf(line, language)),
      yearToDate: calculation.yearToDate,
    }));
    await tx.$executeRaw`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g ("employeeId" uuid, currency text, gross numeric,
          net numeric, cost numeric, "netBefore" numeric, "inputDigest" text, event jsonb, prorations jsonb, lines jsonb, "yearToDate" jsonb, origins jsonb)
      ), made as (
        insert into pay_calculation (company_id, run_id, employee_id, currency_code, gross, net, employer_cost, net_before)
        select ${companyId}::uuid, ${runId}::uuid, "employeeId", currency, gross, net, cost, "netBefore" from given
        returning id, employee_id
      )
      insert into pay_calculation_detail (calculation_id, rule_book_id, input_digest, event, prorations, lines, year_to_date, origins)
      select m.id, ${ruleBookId}::uuid, g."inputDigest", g.event, g.prorations, g.lines, g."yearToDate", g.origins
      from made m join given g on g."employeeId" = m.employee_id`;
  }
}

export async function writeProblems(
  tx: Transaction,
  { runId, companyId }: Pick<Place, 'runId' | 'companyId'>,
  problems: readonly Problem[],
): Promise<void> {
  for (const chunk of chunks(problems))
    await tx.$executeRaw`
      insert into pay_problem (company_id, run_id, employee_id, severity, code, message, path, "values")
      select ${companyId}::uuid, ${runId}::uuid, "employeeId", severity::pay_problem_severity, code, left(message, 1000), left(path, 200), "values"
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as p ("employeeId" uuid, severity text, code text, message text, path text, "values" text[])`;
}
