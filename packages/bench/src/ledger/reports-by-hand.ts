/** The limit: the best plain SQL over the same tables, prepared, for no viewer in particular. */
import type pg from 'pg';

const trialBalance = `
  with figure as (
    select b.account_id,
      sum(b.debit - b.credit) filter (where p.ends_on < $2::date) as opening,
      sum(b.debit) filter (where p.starts_on >= $2::date) as debit, sum(b.credit) filter (where p.starts_on >= $2::date) as credit
    from (
      select period_id, account_id, debit, credit from period_balance where company_id = $1
      union all
      select period_id, account_id, debit, credit from period_balance_delta where company_id = $1
    ) b join fiscal_period p on p.id = b.period_id and p.ends_on <= $3::date
    group by b.account_id
    union all
    select l.account_id, null, sum(l.debit), sum(l.credit)
    from fiscal_period p join journal_line l on l.company_id = $1 and l.period_id = p.id and l.posting_on <= $3::date
    where p.company_id = $1 and p.starts_on <= $3::date and p.ends_on > $3::date
    group by l.account_id
  )
  select a.code, a.name, sum(f.opening)::text as opening, sum(f.debit)::text as debit, sum(f.credit)::text as credit
  from figure f join account a on a.id = f.account_id group by a.id order by a.code`;

/** Every account with its opening balance and the sums of the range. */
export const trialBalanceByHand = (pool: pg.Pool, companyId: string, startsOn: string, endsOn: string) =>
  pool.query({ name: 'trial balance', text: trialBalance, values: [companyId, startsOn, endsOn] });

/** Balance before the page from the balances of whole periods and the lines of the one that the page begins in. */
const ledgerPage = `
  with before as (
    select coalesce(sum(b.debit - b.credit), 0) as opening from (
      select period_id, debit, credit from period_balance where company_id = $1 and account_id = $2
      union all
      select period_id, debit, credit from period_balance_delta where company_id = $1 and account_id = $2
    ) b join fiscal_period p on p.id = b.period_id and p.ends_on < $5::date
  ), within as (
    select coalesce(sum(l.debit - l.credit), 0) as opening from fiscal_period p
    join journal_line l on l.company_id = $1 and l.account_id = $2 and l.posting_on between p.starts_on and $5::date
      and (l.posting_on, l.entry_id) <= ($5::date, $6::uuid)
    where p.company_id = $1 and $5::date between p.starts_on and p.ends_on and $5::date > $3::date
  ), page as (
    select * from journal_line where company_id = $1 and account_id = $2 and posting_on between $5::date and $4::date
      and (posting_on, entry_id) > ($5::date, $6::uuid)
    order by posting_on, entry_id, line_no limit $7
  )
  select e.id, j.code, e.number, l.posting_on, coalesce(l.text, e.text), s.name, l.debit::text, l.credit::text,
    ((select opening from before) + (select opening from within)
      + sum(l.debit - l.credit) over (order by l.posting_on, l.entry_id, l.line_no))::text as balance
  from page l join journal_entry e on e.id = l.entry_id join journal j on j.id = e.journal_id
    left join dimension_set s on s.id = l.dimension_set_id
  order by l.posting_on, l.entry_id, l.line_no`;

interface Page {
  readonly companyId: string;
  readonly accountId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly first: number;
  readonly after?: { readonly on: string; readonly entry: string };
}

/** Lines of an account, each with the balance after it. */
export const ledgerPageByHand = (pool: pg.Pool, { companyId, accountId, startsOn, endsOn, first, after }: Page) =>
  pool.query({
    name: 'ledger page',
    text: ledgerPage,
    values: [
      companyId,
      accountId,
      startsOn,
      endsOn,
      after?.on ?? startsOn,
      after?.entry ?? '00000000-0000-0000-0000-000000000000',
      first,
    ],
  });
