import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { requireViewer } from '../graph/mutations.ts';
import { decisionsFor } from '../policy/decide.ts';
import { asId } from '../read/id.ts';
import { runStatement } from '../read/run-statement.ts';
import type { Viewer } from '../viewer.ts';

/** The seats of one department: what is budgeted for them, and what of it somebody fills on a day. */
interface DepartmentSeats {
  readonly departmentId: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly positions: number;
  readonly budgetedFte: string;
  readonly filledFte: string;
  readonly openFte: string;
  readonly frozenFte: string;
}

/** A cancelled hire fills no seat, and whoever has left fills none any more. */
const seatsQuery = `
  with filled as (
    select a.position_id, sum(a.fte) as fte
    from assignment a join employee e on e.id = a.employee_id
    where a.company_id = $1::uuid and e.status <> 'CANCELLED'
      and a.start_on <= $2::date and (a.end_on is null or a.end_on >= $2::date)
      and (e.end_on is null or e.end_on >= $2::date)
    group by a.position_id
  ), seat as (
    select p.department_id, p.status, p.budgeted_fte as budgeted, coalesce(f.fte, 0) as filled
    from position p left join filled f on f.position_id = p.id
    where p.company_id = $1::uuid and p.status not in ('PROPOSED', 'CLOSED')
  )
  select d.id::text as "departmentId", d.code as "departmentCode", d.name as "departmentName",
    count(*)::int as positions,
    trim_scale(sum(s.budgeted))::text as "budgetedFte",
    trim_scale(sum(s.filled))::text as "filledFte",
    trim_scale(coalesce(sum(s.budgeted - s.filled) filter (where s.status <> 'FROZEN'), 0))::text as "openFte",
    trim_scale(coalesce(sum(s.budgeted - s.filled) filter (where s.status = 'FROZEN'), 0))::text as "frozenFte"
  from seat s join department d on d.id = s.department_id
  group by d.id, d.code, d.name order by d.code`;

/** Whether this viewer reads of every seat of a company what is budgeted for it, and of everybody which they hold. */
function mayCount(viewer: Viewer, companyId: string): boolean {
  const decisions = decisionsFor(viewer);
  const conditions = [
    ...['status', 'budgetedFte', 'department'].map((field) => decisions.of('Position').read(field)),
    ...['position', 'fte', 'startOn', 'endOn'].map((field) => decisions.of('Assignment').read(field)),
    ...['status', 'endOn'].map((field) => decisions.of('Employee').read(field)),
  ];
  return conditions.every(({ all }) => all === 'every' || all.includes(companyId));
}

async function seats(
  context: Context,
  { companyId, asOf }: { readonly companyId: string; readonly asOf: string },
): Promise<DepartmentSeats[] | null> {
  const viewer = requireViewer(context);
  const id = asId(companyId);
  if (!mayCount(viewer, id)) return null;
  const { rows } = await runStatement<DepartmentSeats & object>(context.app.reportPool, context.signal, {
    text: seatsQuery,
    values: [id, asOf],
  });
  context.meter.charge(rows.length);
  return rows;
}

const Seats = builder.objectRef<DepartmentSeats>('DepartmentSeats').implement({
  description:
    'The positions of a department against their budget, in full-time equivalents: what is budgeted is what is filled, what is open and what is frozen, added.',
  fields: (t) => ({
    departmentId: t.exposeID('departmentId', { description: 'Department that the positions belong to today.' }),
    departmentCode: t.exposeString('departmentCode', { description: 'Its code.' }),
    departmentName: t.exposeString('departmentName', { description: 'Its name.' }),
    positions: t.exposeInt('positions', {
      description: 'Positions that are approved, open, filled or frozen today; what is only proposed has no budget.',
    }),
    budgetedFte: t.field({
      type: 'Decimal',
      description: 'Full-time equivalents budgeted for them today.',
      resolve: ({ budgetedFte }) => budgetedFte,
    }),
    filledFte: t.field({
      type: 'Decimal',
      description: 'The parts of full time of the assignments to them on the day, added.',
      resolve: ({ filledFte }) => filledFte,
    }),
    openFte: t.field({
      type: 'Decimal',
      description: 'What is budgeted for positions that may be filled, less what is filled of them.',
      resolve: ({ openFte }) => openFte,
    }),
    frozenFte: t.field({
      type: 'Decimal',
      description: 'What is budgeted for frozen positions, less what is filled of them: nobody is to be found for it.',
      resolve: ({ frozenFte }) => frozenFte,
    }),
  }),
});

builder.queryField('positionsAgainstBudget', (t) =>
  t.field({
    type: [Seats],
    nullable: true,
    description:
      'Positions of a company against their budget by department: who fills them as of a day, against the positions and budgets of today. Null where you may not read every position and who holds it.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose positions are counted.' }),
      asOf: t.arg({ type: 'Date', required: true, description: 'Day on which the assignments count.' }),
    },
    resolve: (_root, { companyId, asOf }, context) =>
      seats(context, { companyId: String(companyId), asOf: String(asOf) }),
  }),
);
