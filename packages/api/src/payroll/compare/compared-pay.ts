import type { App } from '../../app.ts';
import type { ComparedRuns } from './readable-runs.ts';

/** What became of a person, or of a component, from one run to the other. */
export type PayChange = 'JOINED' | 'LEFT' | 'CHANGED' | 'SAME';

/** An amount in two runs. */
interface Compared {
  /** In the other run; null where it is not in that one. */
  readonly before: string | null;
  readonly now: string | null;
  readonly difference: string;
  /** Of what it was before; null where that was nothing. */
  readonly percent: string | null;
}

export interface ComparedPerson extends Compared {
  readonly employeeId: string;
  readonly personId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly change: PayChange;
}

export interface ComparedComponent extends Compared {
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  readonly peopleBefore: number;
  readonly peopleNow: number;
}

export interface ComparedPeople {
  readonly joined: number;
  readonly left: number;
  readonly changed: number;
  readonly same: number;
  /** How many the filter leaves, on all pages. */
  readonly totalCount: number;
  readonly nodes: readonly ComparedPerson[];
}

/** What is compared of each person, whom the answer is about, and in which order. */
export interface PeopleRequest {
  readonly measure: 'GROSS' | 'NET' | 'EMPLOYER_COST';
  /** A component, in place of the measure. */
  readonly component: string | null;
  readonly changes: readonly PayChange[];
  /** Only changes of as many per cent or more; whoever joined or left stays. */
  readonly atLeastPercent: string | null;
  readonly orderBy: 'NAME' | 'DIFFERENCE' | 'PERCENT';
  readonly descending: boolean;
  readonly first: number;
  readonly offset: number;
}

/** Payslips of both runs, or what they come to while they are not final. */
const slips = `
  slips as (
    select s.run_id, s.employee_id, s.gross, s.net, s.employer_cost from payslip s where s.run_id in ($1::uuid, $2::uuid)
    union all
    select c.run_id, c.employee_id, c.gross, c.net, c.employer_cost from pay_calculation c
    where c.run_id in ($1::uuid, $2::uuid)
  )`;

/** Their lines, but for what only informs. */
const lines = `
  lines as (
    select s.run_id, s.employee_id, l.code, l.label, l.kind::text as kind, l.line_no::bigint as place, l.amount
    from payslip s join payslip_line l on l.payslip_id = s.id
    where s.run_id in ($1::uuid, $2::uuid) and l.kind <> 'INFORMATION'
    union all
    select c.run_id, c.employee_id, l.line ->> 'code', l.line ->> 'label', l.line ->> 'kind', l.place,
      (l.line ->> 'amount')::numeric
    from pay_calculation c join pay_calculation_detail d on d.calculation_id = c.id
    cross join lateral jsonb_array_elements(d.lines) with ordinality as l (line, place)
    where c.run_id in ($1::uuid, $2::uuid) and l.line ->> 'kind' <> 'INFORMATION'
  )`;

const percentOf = (now: string, before: string): string =>
  `round((coalesce(${now}, 0) - ${before}) * 100 / nullif(abs(${before}), 0), 1)`;

const collations: Readonly<Record<string, string>> = {
  en: 'en-x-icu',
  sv: 'sv-x-icu',
  de: 'de-x-icu',
  hu: 'hu-x-icu',
  sl: 'sl-x-icu',
};

const measures = { GROSS: 'gross', NET: 'net', EMPLOYER_COST: 'employer_cost' } as const;

/** Nothing that is not written here gets into the text of the statement: all that was asked for are parameters. */
function peopleStatement({ measure, component, orderBy, descending }: PeopleRequest, language: string): string {
  const amounts =
    component === null
      ? `${slips}, amounts as (select run_id, employee_id, ${measures[measure]} as amount from slips)`
      : `${lines}, amounts as (select run_id, employee_id, sum(amount) as amount from lines where code = $8 group by 1, 2)`;
  const collation = `collate "${collations[language] ?? 'en-x-icu'}"`;
  const way = descending ? 'desc' : 'asc';
  const by = {
    NAME: `last_name ${collation} ${way}, first_name ${collation} ${way}`,
    DIFFERENCE: `abs(difference) ${way}, last_name ${collation}`,
    PERCENT: `abs(percent) ${way} nulls last, last_name ${collation}`,
  }[orderBy];
  return `
    with ${amounts}, pairs as (
      select coalesce(n.employee_id, b.employee_id) as employee_id, b.amount as before, n.amount as now,
        coalesce(n.amount, 0) - coalesce(b.amount, 0) as difference, ${percentOf('n.amount', 'b.amount')} as percent,
        case when b.employee_id is null then 'JOINED' when n.employee_id is null then 'LEFT'
          when n.amount <> b.amount then 'CHANGED' else 'SAME' end as change
      from (select * from amounts where run_id = $1::uuid) n
      full join (select * from amounts where run_id = $2::uuid) b on b.employee_id = n.employee_id
    ), chosen as (
      select p.*, e.person_id, e.employee_number, e.first_name, e.last_name
      from pairs p join employee e on e.id = p.employee_id
      where (cardinality($3::text[]) = 0 or p.change = any($3::text[]))
        and ($4::numeric is null or p.percent is null or abs(p.percent) >= $4::numeric or p.change in ('JOINED', 'LEFT'))
    ), page as (
      select row_number() over (order by ${by}, employee_id) as place, * from chosen
      order by place limit $5 offset $6
    )
    select (select count(*)::int from chosen) as "totalCount",
      count(*) filter (where change = 'JOINED')::int as joined, count(*) filter (where change = 'LEFT')::int as "left",
      count(*) filter (where change = 'CHANGED')::int as changed, count(*) filter (where change = 'SAME')::int as same,
      (select coalesce(json_agg(json_build_object('employeeId', employee_id, 'personId', person_id,
        'employeeNumber', employee_number, 'name', concat_ws(' ', first_name, last_name), 'change', change,
        'before', round(before, $7)::text, 'now', round(now, $7)::text, 'difference', round(difference, $7)::text,
        'percent', percent::text) order by place), '[]') from page) as nodes
    from pairs`;
}

/** What each person is paid in both runs: one statement, however many they are. */
export async function comparedPeople(
  app: App,
  { run, other }: ComparedRuns,
  asked: PeopleRequest,
  language: string,
): Promise<ComparedPeople> {
  const values = [run.id, other?.id ?? null, asked.changes, asked.atLeastPercent, asked.first, asked.offset];
  const also = [await minorUnitOf(app, run.currencyCode), ...(asked.component === null ? [] : [asked.component])];
  const { rows } = await app.pool.query<ComparedPeople>(peopleStatement(asked, language), [...values, ...also]);
  return rows[0] ?? { joined: 0, left: 0, changed: 0, same: 0, totalCount: 0, nodes: [] };
}

async function minorUnitOf(app: App, currencyCode: string): Promise<number> {
  const { rows } = await app.pool.query<{ unit: number }>('select minor_unit as unit from currency where code = $1', [
    currencyCode,
  ]);
  return rows[0]?.unit ?? 2;
}

const COMPONENTS = `
  with ${lines}, sums as (
    select code, run_id, max(label) as label, max(kind) as kind, min(place) as place, sum(amount) as amount,
      count(distinct employee_id)::int as people
    from lines group by code, run_id
  )
  select coalesce(n.code, b.code) as code, coalesce(n.label, b.label) as label, coalesce(n.kind, b.kind) as kind,
    round(b.amount, $3)::text as before, round(n.amount, $3)::text as now,
    round(coalesce(n.amount, 0) - coalesce(b.amount, 0), $3)::text as difference,
    ${percentOf('n.amount', 'b.amount')}::text as percent,
    coalesce(b.people, 0) as "peopleBefore", coalesce(n.people, 0) as "peopleNow"
  from (select * from sums where run_id = $1::uuid) n
  full join (select * from sums where run_id = $2::uuid) b on b.code = n.code
  order by coalesce(n.place, b.place), 1`;

/** What each component comes to in both runs, over everybody. */
export async function comparedComponents(
  app: App,
  { run, other }: ComparedRuns,
): Promise<readonly ComparedComponent[]> {
  const unit = await minorUnitOf(app, run.currencyCode);
  const { rows } = await app.pool.query<ComparedComponent>(COMPONENTS, [run.id, other?.id ?? null, unit]);
  return rows;
}
