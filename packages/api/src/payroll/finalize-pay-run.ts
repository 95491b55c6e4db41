import type { CalendarDate } from '@kontor/core';
import { type CommandContext, command, done, type Outcome, refused } from '../command.ts';
import { dayOf } from '../people/index.ts';
import { beginBulk, joiningMuch, lookingUpMuch } from '../write/bulk.ts';
import { input, optional } from '../write/input.ts';
import { type Refusal, Refused, type Transaction } from '../write/operation.ts';
import { type RunToCalculate, taxYearOf } from './calculate/calculate-run.ts';
import { ITEM_KINDS } from './calculate/members.ts';
import { faultsOfItems, faultsOfSums } from './changed-inputs.ts';
import { makePayslips, settleItems } from './posting/make-payslips.ts';
import { postRuns } from './posting/post-run.ts';
import { packOf } from './rhythm.ts';
import { loadRun, runStates } from './run-input.ts';

/** Pay belongs to the last day of its period, or to the day of payment if that is earlier; what is paid late, to its day. */
function postingDay(run: RunToCalculate): CalendarDate {
  const [payOn, endsOn] = [dayOf(run.payOn), dayOf(run.period.endsOn)];
  const isOfPeriod = run.kind === 'REGULAR' || run.kind === 'FINAL';
  return isOfPeriod && endsOn < payOn ? endsOn : payOn;
}

/** Runs of the company that were too small to be posted by themselves, and wait. */
async function waitingRuns(tx: Transaction, run: RunToCalculate): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from pay_run where company_id = ${run.companyId}::uuid and currency_code = ${run.currencyCode}
      and finalized_at is not null and entry_id is null and employee_count > 0 and id <> ${run.id}::uuid
    order by finalized_at, id for update`;
  return rows.map(({ id }) => id);
}

async function recordPosting(
  tx: Transaction,
  entryId: string,
  runId: string,
  alsoIds: readonly string[],
): Promise<void> {
  if (alsoIds.length > 0)
    await tx.$executeRaw`update pay_run set entry_id = ${entryId}::uuid where id = any(${alsoIds}::uuid[])`;
  await tx.$executeRaw`
    update pay_run r set entry_id = ${entryId}::uuid, posted_gross = t.gross, posted_net = t.net, posted_cost = t.cost
    from (select sum(gross) as gross, sum(net) as net, sum(employer_cost) as cost from pay_run
      where id = any(${[runId, ...alsoIds]}::uuid[])) t
    where r.id = ${runId}::uuid`;
}

/** What the ledger refused, at the input that can mend it. */
const atInput = ({ path, ...fault }: Refusal): Refusal => ({
  ...fault,
  path: [path[0] === 'postingOn' ? 'postingOn' : 'runId'],
});

async function finalize(
  { runId, postingOn }: { readonly runId: string; readonly postingOn: string | null },
  { tx, viewer, now }: CommandContext,
): Promise<Outcome> {
  const run = await loadRun(tx, runId);
  const taxYear = taxYearOf(packOf(run.schedule), run);
  await beginBulk(tx);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('pay of company ' || ${run.companyId}, 0)),
    pg_advisory_xact_lock(pay_period_lock_key(${run.periodId}::uuid))`;
  const faults = await joiningMuch(tx, async () => [
    ...(await faultsOfItems(tx, run)),
    ...(await faultsOfSums(tx, run, taxYear)),
  ]);
  if (faults.length > 0) return refused(...faults);
  const alsoIds = await waitingRuns(tx, run);
  await joiningMuch(tx, async () => {
    await lookingUpMuch(tx, () => makePayslips(tx, runId, taxYear));
    await settleItems(tx, runId, ITEM_KINDS[run.kind]);
    await tx.payRun.update({
      where: { id: runId },
      data: { status: 'FINALIZED', finalizedAt: now, finalizedById: viewer.userId },
    });
  });
  const journal = await tx.journal.findUniqueOrThrow({ where: { id: run.schedule.journalId } });
  const posted = await postRuns(
    { tx, viewer },
    {
      companyId: run.companyId,
      runId,
      alsoIds,
      journal: journal.code,
      postingOn: (postingOn as CalendarDate | null) ?? postingDay(run),
      text: `${run.schedule.name} ${run.period.name}`,
      currency: run.currencyCode,
    },
  );
  if (!posted.ok) throw new Refused(posted.rejections.map(atInput));
  if (posted.value.entryId !== null) await recordPosting(tx, posted.value.entryId, runId, alsoIds);
  return done(runId);
}

export const finalizePayRun = command('finalizePayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('finalize'),
  idempotent: true,
  bulk: true,
  title: {
    en: 'Make final and post',
    sv: 'Slutför och bokför',
    de: 'Abschließen und buchen',
    hu: 'Véglegesítés és könyvelés',
    sl: 'Dokončaj in knjiži',
  },
  description:
    'Makes the payslips of an approved run, which stay from then on, and posts it to the books as one entry by account and cost centre, in which nobody is seen alone. A run of fewer than five people that are not the whole company is posted together with the next.',
  confirmation: {
    en: 'Make the run final? Its payslips and its entry cannot be changed afterwards.',
    sv: 'Slutföra körningen? Lönespecifikationer och verifikation kan inte ändras efteråt.',
    de: 'Den Lauf abschließen? Abrechnungen und Buchung sind danach unveränderlich.',
    hu: 'Véglegesíti a futást? A bérjegyzékek és a könyvelés utána nem módosíthatók.',
    sl: 'Dokončate obračun? Plačilnih list in knjižbe potem ni mogoče spremeniti.',
  },
  input: {
    runId: input.id('PayRun', 'Approved run.'),
    postingOn: optional(
      input.date('Day on which it counts in the books; the last of the period or the day of payment, where left out.'),
    ),
  },
  run: (given, context) => finalize(given, context),
});
