import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { requireViewer } from '../graph/mutations.ts';
import { decisionsFor } from '../policy/decide.ts';
import { asId } from '../read/id.ts';
import { runStatement } from '../read/run-statement.ts';
import type { Viewer } from '../viewer.ts';

const monthsAtMost = 120;

/** What everybody's employment tells of one month. */
interface WorkforceMonth {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly headcount: number;
  readonly fte: string;
  readonly joined: number;
  readonly left: number;
  readonly turnover: string | null;
}

/** Whoever is no longer there on a day has left on it: the first day away, not the last at work. */
const monthsQuery = `
  with month as (
    select m::date as first, (m + interval '1 month' - interval '1 day')::date as last
    from generate_series(date_trunc('month', $2::date::timestamp), $3::date::timestamp, interval '1 month') m
  ), worked as (
    select id, start_on, end_on from employee where company_id = $1::uuid and status <> 'CANCELLED'
  ), told as (
    select m.first, m.last,
      count(*) filter (where w.start_on <= m.last and (w.end_on is null or w.end_on >= m.last))::int as headcount,
      count(*) filter (where w.start_on < m.first and (w.end_on is null or w.end_on >= m.first - 1))::int as before,
      count(*) filter (where w.start_on between m.first and m.last)::int as joined,
      count(*) filter (where w.end_on between m.first - 1 and m.last - 1)::int as "left"
    from month m left join worked w on true group by m.first, m.last
  )
  select t.first::text as "startsOn", t.last::text as "endsOn", t.headcount, t.joined, t."left",
    (select coalesce(trim_scale(sum(a.fte)), 0)::text from assignment a join worked w on w.id = a.employee_id
      where a.company_id = $1::uuid and a.start_on <= t.last and (a.end_on is null or a.end_on >= t.last)
        and (w.end_on is null or w.end_on >= t.last)) as fte,
    trim_scale(round(200.0 * t."left" / nullif(t.before + t.headcount, 0), 2))::text as turnover
  from told t order by t.first`;

/** Whether this viewer reads of everybody in a company when they came, when they went and how much they work. */
function mayCount(viewer: Viewer, companyId: string): boolean {
  const decisions = decisionsFor(viewer);
  const conditions = [
    ...['startOn', 'endOn', 'status'].map((field) => decisions.of('Employee').read(field)),
    ...['employee', 'fte', 'startOn', 'endOn'].map((field) => decisions.of('Assignment').read(field)),
  ];
  return conditions.every(({ all }) => all === 'every' || all.includes(companyId));
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

async function workforce(
  context: Context,
  { companyId, startsOn, endsOn }: { readonly companyId: string; readonly startsOn: string; readonly endsOn: string },
): Promise<readonly WorkforceMonth[] | null> {
  const viewer = requireViewer(context);
  if (startsOn > endsOn) throw badInput('The last day comes after the first.');
  const months = monthOf(endsOn) - monthOf(startsOn) + 1;
  if (months > monthsAtMost) throw limitExceeded(`Ask for ${monthsAtMost} months at the most.`);
  const id = asId(companyId);
  if (!mayCount(viewer, id)) return null;
  context.meter.charge(months);
  const { rows } = await runStatement<WorkforceMonth & object>(context.app.reportPool, context.signal, {
    text: monthsQuery,
    values: [id, startsOn, endsOn],
  });
  return rows;
}

const Month = builder.objectRef<WorkforceMonth>('WorkforceMonth').implement({
  description: 'How many people worked in a company in a month. Cancelled hires count nowhere.',
  fields: (t) => ({
    startsOn: t.field({ type: 'Date', description: 'First day of the month.', resolve: ({ startsOn }) => startsOn }),
    endsOn: t.field({ type: 'Date', description: 'Last day of the month.', resolve: ({ endsOn }) => endsOn }),
    headcount: t.exposeInt('headcount', { description: 'Employments on the last day of the month.' }),
    fte: t.field({
      type: 'Decimal',
      description:
        'Full-time equivalents on the last day: the parts of full time of all assignments of that day, added.',
      resolve: ({ fte }) => fte,
    }),
    joined: t.exposeInt('joined', { description: 'Employments whose first day is in the month.' }),
    left: t.exposeInt('left', {
      description:
        'Employments whose first day away is in the month. The headcount is that of the month before, and those who joined, less these.',
    }),
    turnover: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Percent of people who left: those who left, for the mean of the headcounts before the month and at its end. Null where nobody was there.',
      resolve: ({ turnover }) => turnover,
    }),
  }),
});

builder.queryField('workforceByMonth', (t) =>
  t.field({
    type: [Month],
    nullable: true,
    description:
      'Headcount, full-time equivalents and turnover of a company by month, by what is known today: months to come count those who have agreed to come and to go. Null where you may not read of everybody there when they came and went.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose people are counted.' }),
      startsOn: t.arg({ type: 'Date', required: true, description: 'A day of the first month.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'A day of the last month; 120 months at the most.' }),
    },
    resolve: async (_root, { companyId, startsOn, endsOn }, context) => {
      const months = await workforce(context, {
        companyId: String(companyId),
        startsOn: String(startsOn),
        endsOn: String(endsOn),
      });
      return months && [...months];
    },
  }),
);
