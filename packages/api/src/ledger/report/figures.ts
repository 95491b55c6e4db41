import type { AccountFigure, AccountType, CashFlowActivity, Decimal } from '@kontor/core';
import type { App } from '../../app.ts';
import type { ReportRequest } from './report-request.ts';

/** Sums of one account, with what a page needs to lead on from it. */
export interface BooksFigure extends AccountFigure {
  readonly account: AccountFigure['account'] & { readonly id: string };
}

/** What a report is narrowed down to: each makes a statement of its own, which the server plans once. */
interface Narrowed {
  readonly byAccount: boolean;
  readonly byObject: boolean;
}

const wantedSet =
  'select dimension_set_id from dimension_set_member where company_id = $1::uuid and object_id = $5::uuid';

/**
 * Whole periods are read from the balances and what is not folded into them yet; only a period that the range, or the
 * year, cuts in two is read line by line. What was posted a moment ago is in it. The sums are gathered once (`materialized`):
 * a server that knows nothing of its tables yet believes in one period, and would gather them again for each.
 */
function statement({ byAccount, byObject }: Narrowed): string {
  const own = byAccount ? `and account_id = $${byObject ? 6 : 5}::uuid` : '';
  // Of one account, each period is looked up by the index; of all, the balances are read from end to end.
  const ofPeriods = byAccount ? `and period_id = any (array(select id from period where part <> 'cut'))` : '';
  const ofObject = byObject ? `and dimension_set_id in (${wantedSet})` : '';
  // A period that is cut in two: its lines of one account are few, those of all are worth reading by several processes.
  const cut = byAccount
    ? `period as p join journal_line on journal_line.period_id = p.id and p.part = 'cut' where company_id = $1::uuid`
    : `journal_line where company_id = $1::uuid and period_id = any (array(select id from period where part = 'cut'))`;
  return `
  with period as materialized (
    select id, case
      when ends_on < $2::date then 'beforeYear'
      when starts_on >= $2::date and ends_on < $3::date then 'beforeRange'
      when starts_on >= $3::date and ends_on <= $4::date then 'range'
      else 'cut'
    end as part
    from fiscal_period where company_id = $1::uuid and starts_on <= $4::date
  ), kept as materialized (
    select period_id, account_id, sum(debit) as debit, sum(credit) as credit
    from period_balance where company_id = $1::uuid ${ofPeriods} ${own} ${ofObject} group by period_id, account_id
    union all
    select period_id, account_id, debit, credit from period_balance_delta where company_id = $1::uuid ${own} ${ofObject}
  ), figure as (
    select b.account_id, p.part, sum(b.debit) as debit, sum(b.credit) as credit
    from kept as b join period as p on p.id = b.period_id and p.part <> 'cut'
    group by b.account_id, p.part
    union all
    select account_id,
      case when posting_on < $2::date then 'beforeYear' when posting_on < $3::date then 'beforeRange' else 'range' end as part,
      sum(debit), sum(credit)
    from ${cut} and posting_on <= $4::date ${own} ${ofObject}
    group by 1, 2
  )
  select a.id::text, a.code, a.name, a.type::text as type, a.cash_flow::text as "cashFlow",
    coalesce(sum(f.debit - f.credit) filter (where f.part = 'beforeYear'), 0)::text as "beforeYear",
    coalesce(sum(f.debit - f.credit) filter (where f.part = 'beforeRange'), 0)::text as "beforeRange",
    coalesce(sum(f.debit) filter (where f.part = 'range'), 0)::text as debit,
    coalesce(sum(f.credit) filter (where f.part = 'range'), 0)::text as credit
  from figure as f join account as a on a.id = f.account_id
  group by a.id order by a.code`;
}

/** A sum as the database answers it. */
export interface FigureRow {
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

/** The sums of every account that a report is about, or of one, in one statement. */
export async function figuresOf(
  app: App,
  { companyId, yearStartsOn, startsOn, endsOn, objectId }: ReportRequest,
  accountId: string | null = null,
): Promise<readonly BooksFigure[]> {
  const narrowed = { byAccount: accountId !== null, byObject: objectId !== null };
  const { rows } = await app.pool.query<FigureRow>({
    name: `figures${narrowed.byAccount ? ' of an account' : ''}${narrowed.byObject ? ' of an object' : ''}`,
    text: statement(narrowed),
    values: [companyId, yearStartsOn, startsOn, endsOn, objectId, accountId].filter((value) => value !== null),
  });
  return rows.map(figureOf);
}

export const figureOf = ({ id, code, name, type, cashFlow, ...sums }: FigureRow): BooksFigure => ({
  account: { id, code, name, type, cashFlow },
  ...sums,
});
