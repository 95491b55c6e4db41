import type { App } from '../../app.ts';
import { badInput } from '../../errors.ts';
import { asId } from '../../read/id.ts';
import { type BooksFigure, type FigureRow, figureOf } from './figures.ts';
import type { ReportRequest } from './report-request.ts';

/**
 * What was budgeted from the first day of the year to the range, and in the range. A period that either cuts in two counts
 * by its days, rounded to what the currency has. An amount stands on the side on which accounts of its type grow.
 */
const QUERY = `
  with period as (
    select id, ends_on - starts_on + 1 as days,
      greatest(0, least(ends_on, $3::date - 1) - greatest(starts_on, $2::date) + 1) as before,
      greatest(0, least(ends_on, $4::date) - greatest(starts_on, $3::date) + 1) as within
    from fiscal_period where company_id = $1::uuid and starts_on <= $4::date and ends_on >= $2::date
  ), budgeted as (
    select l.account_id, round(sum(l.amount * p.before / p.days), $7::int) as before,
      round(sum(l.amount * p.within / p.days), $7::int) as within
    from budget_line as l join period as p on p.id = l.period_id
    where l.company_id = $1::uuid and l.budget_id = $5::uuid
      and ($6::uuid is null or l.dimension_set_id in (select dimension_set_id from dimension_set_member where object_id = $6::uuid))
    group by l.account_id
  ), sided as (
    select a.*, case when a.type in ('ASSET', 'EXPENSE') then b.before else -b.before end as before,
      case when a.type in ('ASSET', 'EXPENSE') then b.within else -b.within end as within
    from budgeted as b join account as a on a.id = b.account_id
  )
  select id::text, code, name, type::text as type, cash_flow::text as "cashFlow", '0' as "beforeYear",
    before::text as "beforeRange", greatest(within, 0)::text as debit, greatest(-within, 0)::text as credit
  from sided where before <> 0 or within <> 0 order by code`;

/** The sums that a budget has for a report, as if they had been posted. BAD_INPUT for a budget of another company, or none. */
export async function budgetFiguresOf(
  app: App,
  request: ReportRequest,
  budgetId: string,
): Promise<readonly BooksFigure[]> {
  const { companyId, yearStartsOn, startsOn, endsOn, objectId, minorUnit } = request;
  const id = asId(budgetId);
  const { rowCount } = await app.pool.query('select from budget where id = $1::uuid and company_id = $2::uuid', [
    id,
    companyId,
  ]);
  if (rowCount === 0) throw badInput('There is no such budget of this company.');
  const values = [companyId, yearStartsOn, startsOn, endsOn, id, objectId, minorUnit];
  const { rows } = await app.pool.query<FigureRow>(QUERY, values);
  return rows.map(figureOf);
}
