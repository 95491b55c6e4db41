import type { App } from '../../app.ts';
import { decisionsFor } from '../../policy/decide.ts';
import { look } from '../../read/look.ts';
import type { Viewer } from '../../viewer.ts';
import type { Transaction } from '../../write/operation.ts';

/** A run whose single payslips this viewer reads. */
export interface ReadableRun {
  readonly id: string;
  readonly periodName: string;
  readonly kind: string;
  readonly status: string;
  readonly payOn: string;
  readonly currencyCode: string;
  readonly employeeCount: number;
  readonly gross: string;
  readonly net: string;
  readonly employerCost: string;
}

/** The two sides of a comparison; without another run the people of the first are all new. */
export interface ComparedRuns {
  readonly run: ReadableRun;
  readonly other: ReadableRun | null;
}

interface Row extends ReadableRun {
  readonly scheduleId: string;
}

/** The run, where the viewer sees it and reads what everybody in it is paid, before it is final and after. */
async function readable(tx: Transaction, viewer: Viewer, id: string): Promise<Row | null> {
  const decisions = decisionsFor(viewer);
  const conditions = [decisions.of('Payslip').row, decisions.of('PayCalculation').row];
  const seen = await look(tx, viewer, 'PayRun', id, { conditions });
  if (!seen?.holds.every(Boolean)) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    select r.id::text, p.name as "periodName", r.kind::text, r.status::text, r.pay_on::text as "payOn",
      r.currency_code as "currencyCode", r.employee_count as "employeeCount", r.schedule_id::text as "scheduleId",
      round(coalesce(r.gross, 0), u.minor_unit)::text as gross, round(coalesce(r.net, 0), u.minor_unit)::text as net,
      round(coalesce(r.employer_cost, 0), u.minor_unit)::text as "employerCost"
    from pay_run r join payroll_period p on p.id = r.period_id join currency u on u.code = r.currency_code
    where r.id = ${seen.id}::uuid`;
  return row ?? null;
}

/** The last final regular run of the schedule for a period before that of the run. */
async function runBefore(tx: Transaction, runId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select before.id::text from pay_run r
    join payroll_period p on p.id = r.period_id
    join pay_run before on before.schedule_id = r.schedule_id
    join payroll_period q on q.id = before.period_id
    where r.id = ${runId}::uuid and before.kind = 'REGULAR' and before.finalized_at is not null and before.id <> r.id
      and q.starts_on < p.starts_on
    order by q.starts_on desc limit 1`;
  return row?.id ?? null;
}

/**
 * The runs that are compared: the one asked for with another of its schedule, the last regular one before unless said.
 * Null where the viewer does not read what single people are paid in either, and for runs of two schedules.
 */
export async function comparedRuns(
  app: App,
  viewer: Viewer,
  { runId, otherRunId }: { readonly runId: string; readonly otherRunId: string | null },
): Promise<ComparedRuns | null> {
  return app.prisma.$transaction(async (tx) => {
    const run = await readable(tx, viewer, runId);
    if (!run) return null;
    const otherId = otherRunId ?? (await runBefore(tx, run.id));
    if (otherId === null) return { run, other: null };
    const other = await readable(tx, viewer, otherId);
    return other && other.scheduleId === run.scheduleId ? { run, other } : null;
  });
}
