import { createHash } from 'node:crypto';
import { type Decimal, sumDecimal } from '@kontor/core';
import { type CommandContext, command, done, type Outcome } from '../command.ts';
import { beginBulk, joiningMuch } from '../write/bulk.ts';
import { input } from '../write/input.ts';
import { calculateRun, fingerprintOf, type RunToCalculate } from './calculate/calculate-run.ts';
import { keepBook } from './calculate/rule-book.ts';
import {
  type CalculatedPerson,
  clearCalculations,
  documentLanguage,
  writeCalculations,
  writeProblems,
} from './calculate/write-calculations.ts';
import { error, type Problem } from './gather/problem.ts';
import { packOf } from './rhythm.ts';
import { loadRun, runStates } from './run-input.ts';

const peopleWith = (problems: readonly Problem[], severity: Problem['severity']): number =>
  new Set(problems.filter((each) => each.severity === severity).map(({ employeeId }) => employeeId)).size;

async function write(
  run: RunToCalculate,
  {
    people,
    problems,
    status,
  }: { people: readonly CalculatedPerson[]; problems: readonly Problem[]; status: 'DRAFT' | 'CALCULATED' },
  { tx, viewer, now }: CommandContext,
): Promise<void> {
  await writeProblems(tx, { runId: run.id, companyId: run.companyId }, problems);
  const total = (of: (person: CalculatedPerson) => Decimal): string => sumDecimal(people.map(of));
  const digest = createHash('sha256')
    .update(JSON.stringify(fingerprintOf(people)))
    .digest('hex');
  await tx.payRun.update({
    where: { id: run.id },
    data: {
      status,
      employeeCount: people.length,
      errorCount: peopleWith(problems, 'ERROR'),
      deviationCount: peopleWith(problems, 'DEVIATION'),
      gross: total(({ calculation }) => calculation.gross),
      net: total(({ calculation }) => calculation.net),
      employerCost: total(({ calculation }) => calculation.employerCost),
      digest,
      preparedById: viewer.userId,
      calculatedAt: now,
      reviewNote: null,
    },
  });
}

/** Calculates a run anew. Rules that do not fit together are a problem of the run as a whole. */
async function calculateAnew(runId: string, context: CommandContext): Promise<Outcome> {
  const { tx } = context;
  const run = await loadRun(tx, runId);
  await beginBulk(tx);
  // Items stay as they are until the run has moved on.
  await tx.$executeRaw`select pg_advisory_xact_lock(pay_period_lock_key(${run.periodId}::uuid))`;
  await clearCalculations(tx, runId);
  const book = await keepBook(tx, run.companyId, packOf(run.schedule));
  if (!book.ok) {
    const problems = book.rejections.map(({ code, message, path }) => error(null, code, message, path.join('.')));
    await write(run, { people: [], problems, status: 'DRAFT' }, context);
    return done(runId);
  }
  const { rules } = book.value;
  const { people, problems } = await joiningMuch(tx, () => calculateRun(tx, run, rules));
  const language = documentLanguage(run.company.locale);
  await writeCalculations(tx, { runId, companyId: run.companyId, ruleBookId: book.value.id, language }, people);
  await write(run, { people, problems, status: 'CALCULATED' }, context);
  return done(runId);
}

export const calculatePayRun = command('calculatePayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('calculate'),
  bulk: true,
  title: { en: 'Calculate', sv: 'Beräkna', de: 'Berechnen', hu: 'Számítás', sl: 'Izračunaj' },
  description:
    'Gathers salaries, items, facts and running sums, and calculates everybody. Who cannot be paid is listed with the reason, and the others go on. As often as wanted, until the run is looked through.',
  input: { runId: input.id('PayRun', 'Run to calculate.') },
  run: ({ runId }, context) => calculateAnew(runId, context),
});
