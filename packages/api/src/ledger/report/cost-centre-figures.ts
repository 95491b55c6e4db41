import type { AccountType, CalendarDate, Decimal } from '@kontor/core';
import type { App } from '../../app.ts';
import type { ReportedCentre } from './reported-centres.ts';

/** A period of the books by its days. */
export interface CentrePeriod {
  readonly id: string;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** A fiscal year up to a period, with what else may be looked at. */
export interface CentreYear {
  readonly currencyCode: string;
  readonly minorUnit: number;
  readonly yearName: string | null;
  /** From the first of the year to the one that has the day. */
  readonly periods: readonly CentrePeriod[];
  readonly years: readonly { readonly name: string; readonly endsOn: CalendarDate }[];
  readonly budgets: readonly { readonly id: string; readonly name: string }[];
}

const YEAR = `
  select c.base_currency_code as "currencyCode", coalesce(u.minor_unit, 4)::int as "minorUnit", y.name as "yearName",
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.starts_on)
      from fiscal_period p where p.fiscal_year_id = y.id and p.starts_on <= $2::date), '[]') as periods,
    coalesce((select json_agg(json_build_object('name', a.name, 'endsOn', a.ends_on) order by a.starts_on)
      from fiscal_year a where a.company_id = c.id), '[]') as years,
    coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name)
      from budget b where b.fiscal_year_id = y.id and b.active), '[]') as budgets
  from company c join currency u on u.code = c.base_currency_code
    left join fiscal_year y on y.company_id = c.id and $2::date between y.starts_on and y.ends_on
  where c.id = $1::uuid`;

/** The fiscal year that a day is in; without periods where it is in none. */
export async function yearOfCentre(app: App, { companyId }: ReportedCentre, day: string): Promise<CentreYear> {
  const { rows } = await app.pool.query<CentreYear>(YEAR, [companyId, day]);
  const [year] = rows;
  if (!year) throw new Error('The company of a cost centre is there.');
  return year;
}

/** What moved on an account in each period, and what was budgeted for all of them, on the side on which the account grows. */
export interface PeriodFigure {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly amounts: readonly Decimal[];
  readonly budget: Decimal;
}

const FIGURES = `
  with wanted as (
    select m.dimension_set_id from dimension_set_member m join dimension_object o on o.id = m.object_id
    where m.company_id = $1::uuid and o.cost_centre_id = $2::uuid
  ), moved as (
    select b.account_id, b.period_id, b.debit - b.credit as amount, 0 as budget from period_balance b
    where b.company_id = $1::uuid and b.period_id = any($3::uuid[]) and b.dimension_set_id in (select dimension_set_id from wanted)
    union all
    select d.account_id, d.period_id, d.debit - d.credit, 0 from period_balance_delta d
    where d.company_id = $1::uuid and d.period_id = any($3::uuid[]) and d.dimension_set_id in (select dimension_set_id from wanted)
    union all
    select l.account_id, l.period_id, 0, l.amount from budget_line l
    where l.company_id = $1::uuid and l.budget_id = $4::uuid and l.period_id = any($3::uuid[])
      and l.dimension_set_id in (select dimension_set_id from wanted)
  ), summed as (
    select account_id, period_id, sum(amount) as amount, sum(budget) as budget from moved group by account_id, period_id
  )
  select a.id::text, a.code, a.name, a.type::text as type,
    json_agg(((case a.type when 'INCOME' then -1 else 1 end) * coalesce(s.amount, 0))::text order by n.at) as amounts,
    coalesce(sum(s.budget), 0)::text as budget
  from (select distinct account_id from summed) k join account a on a.id = k.account_id
    cross join unnest($3::uuid[]) with ordinality as n (period_id, at)
    left join summed s on s.account_id = a.id and s.period_id = n.period_id
  where a.type in ('INCOME', 'EXPENSE')
  group by a.id order by a.code`;

/** The sums of every account of income and expense that was charged to a cost centre, period by period. */
export async function figuresOfCentre(
  app: App,
  { id, companyId }: ReportedCentre,
  { periods }: CentreYear,
  budgetId: string | null,
): Promise<readonly PeriodFigure[]> {
  const values = [companyId, id, periods.map((period) => period.id), budgetId];
  const { rows } = await app.pool.query<PeriodFigure>({ name: 'figures of a cost centre', text: FIGURES, values });
  return rows;
}
