import type { AccountFigure, AccountType, CashFlowActivity, Decimal } from '@kontor/core';
import type { App } from '../../app.ts';
import type { ReportRequest } from './report-request.ts';

/** Sums of one account, with what a page needs to lead on from it. */
export interface BooksFigure extends AccountFigure {
  readonly account: AccountFigure['account'] & { readonly id: string };
}

/**
 * Whole periods are read from the balances and what is not folded into them yet; only a period that the range, or the
 * year, cuts in two is read line by line. What was posted a moment ago is in it.
 */
const QUERY = `
  with period as materialized (
    select id, case
      when ends_on < $2::date then 'beforeYear'
      when starts_on >= $2::date and ends_on < $3::date then 'beforeRange'
      when starts_on >= $3::date and ends_on <= $4::date then 'range'
      else 'cut'
    end as part
    from fiscal_period where company_id = $1::uuid and starts_on <= $4::date
  ), wanted_set as materialized (
    select dimension_set_id as id from dimension_set_member where company_id = $1::uuid and object_id = $5::uuid
  ), figure as (
    select b.account_id, p.part, sum(b.debit) as debit, sum(b.credit) as credit
    from (
      select period_id, account_id, dimension_set_id, debit, credit from period_balance where company_id = $1::uuid
      union all
      select period_id, account_id, dimension_set_id, debit, credit from period_balance_delta where company_id = $1::uuid
    ) as b
    join period as p on p.id = b.period_id and p.part <> 'cut'
    where $5::uuid is null or b.dimension_set_id in (select id from wanted_set)
    group by b.account_id, p.part
    union all
    select l.account_id,
      case when l.posting_on < $2::date then 'beforeYear' when l.posting_on < $3::date then 'beforeRange' else 'range' end as part,
      sum(l.debit), sum(l.credit)
    from period as p
    join journal_line as l on l.company_id = $1::uuid and l.period_id = p.id and l.posting_on <= $4::date
    where p.part = 'cut' and ($5::uuid is null or l.dimension_set_id in (select id from wanted_set))
    group by 1, 2
  )
  select a.id::text, a.code, a.name, a.type::text as type, a.cash_flow::text as "cashFlow",
    coalesce(sum(f.debit - f.credit) filter (where f.part = 'beforeYear'), 0)::text as "beforeYear",
    coalesce(sum(f.debit - f.credit) filter (where f.part = 'beforeRange'), 0)::text as "beforeRange",
    coalesce(sum(f.debit) filter (where f.part = 'range'), 0)::text as debit,
    coalesce(sum(f.credit) filter (where f.part = 'range'), 0)::text as credit
  from figure as f join account as a on a.id = f.account_id
  group by a.id order by a.code`;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly cashFlow: CashFlowActivity;
  readonly beforeYear: Decimal;
  readonly beforeRange: Decimal;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

/** The sums of every account that a report is about, in one statement. */
export async function figuresOf(app: App, request: ReportRequest): Promise<readonly BooksFigure[]> {
  const { companyId, yearStartsOn, startsOn, endsOn, objectId } = request;
  const { rows } = await app.pool.query<Row>(QUERY, [companyId, yearStartsOn, startsOn, endsOn, objectId]);
  return rows.map(({ id, code, name, type, cashFlow, ...sums }) => ({
    account: { id, code, name, type, cashFlow },
    ...sums,
  }));
}
