/**
 * What must be empty in the books of a company ($1): each query answers one row for each difference, told in words. They
 * use the lines and entries alone, and nothing that follows from them.
 */

const entryName = (of: string): string =>
  `'entry ' || (select code from journal where id = ${of}.journal_id) || ' ' || ${of}.number || ' of ' || ${of}.posting_on`;

const unbalanced = `
  select ${entryName('e')} || ' (' || e.id || '): ' || case
      when s.lines < 2 then 'has ' || s.lines || ' of its lines'
      when s.differs then 'does not balance'
      when s.strays then 'has a line of another company, period or day'
      else 'has lines numbered with a gap' end as told
  from journal_entry e
  cross join lateral (
    select coalesce(sum(c.lines), 0) as lines,
      coalesce(bool_or(c.amount <> 0), false) or coalesce(sum(c.base), 0) <> 0 as differs,
      coalesce(bool_or(c.strays), false) as strays, max(c.last) as last
    from (
      select count(*) as lines, sum(l.amount) as amount, sum(l.debit - l.credit) as base, max(l.line_no) as last,
        bool_or(l.company_id <> e.company_id or l.period_id <> e.period_id or l.posting_on <> e.posting_on) as strays
      from journal_line l where l.entry_id = e.id group by l.currency_code
    ) c
  ) s
  where e.company_id = $1::uuid and (s.lines < 2 or s.differs or s.strays or s.last <> s.lines)
  order by e.posting_on, e.id`;

const orphans = `
  select 'line ' || l.line_no || ' of entry ' || l.entry_id || ': its entry is missing' as told
  from journal_line l
  where l.company_id = $1::uuid and not exists (select from journal_entry e where e.id = l.entry_id)
  order by l.entry_id, l.line_no`;

const numbers = `
  select 'journal ' || j.code || ' of ' || y.name || ': ' || case
      when n.entries <> n.last then (n.last - n.entries) || ' numbers are missing up to ' || n.last
      else 'the next number is ' || coalesce(s.next::text, 'not kept') || ' after ' || n.last end as told
  from (
    select journal_id, fiscal_year_id, count(*) as entries, max(number) as last
    from journal_entry where company_id = $1::uuid group by journal_id, fiscal_year_id
  ) n
  join journal j on j.id = n.journal_id
  join fiscal_year y on y.id = n.fiscal_year_id
  left join number_series s on s.journal_id = n.journal_id and s.fiscal_year_id = n.fiscal_year_id
  where n.entries <> n.last or s.next is distinct from n.last + 1
  order by j.code, y.starts_on`;

/** A balance and what is not folded into it yet are together what the lines come to. */
const balances = `
  select 'balance of account ' || a.code || ' in ' || p.name || ' (' || d.currency_code || coalesce(', ' || s.name, '') || '): '
      || trim_scale(d.kept_debit) || ' debit and ' || trim_scale(d.kept_credit) || ' credit on ' || d.kept_lines || ' lines are kept, and '
      || trim_scale(d.debit) || ', ' || trim_scale(d.credit) || ' and ' || d.lines || ' follow from the lines' as told
  from (
    select period_id, account_id, currency_code, dimension_set_id,
      sum(debit) filter (where of_lines) as debit, sum(credit) filter (where of_lines) as credit,
      sum(amount) filter (where of_lines) as amount, sum(lines) filter (where of_lines) as lines,
      sum(debit) filter (where not of_lines) as kept_debit, sum(credit) filter (where not of_lines) as kept_credit,
      sum(amount) filter (where not of_lines) as kept_amount, sum(lines) filter (where not of_lines) as kept_lines
    from (
      select period_id, account_id, currency_code, dimension_set_id, sum(debit) as debit, sum(credit) as credit,
        sum(amount) as amount, count(*) as lines, true as of_lines
      from journal_line where company_id = $1::uuid group by period_id, account_id, currency_code, dimension_set_id
      union all
      select period_id, account_id, currency_code, dimension_set_id, debit, credit, amount, lines, false
      from period_balance where company_id = $1::uuid
      union all
      select period_id, account_id, currency_code, dimension_set_id, debit, credit, amount, lines, false
      from period_balance_delta where company_id = $1::uuid
    ) parts
    group by period_id, account_id, currency_code, dimension_set_id
  ) sums
  cross join lateral (
    select coalesce(sums.debit, 0) as debit, coalesce(sums.credit, 0) as credit, coalesce(sums.amount, 0) as amount,
      coalesce(sums.lines, 0) as lines, coalesce(sums.kept_debit, 0) as kept_debit, coalesce(sums.kept_credit, 0) as kept_credit,
      coalesce(sums.kept_amount, 0) as kept_amount, coalesce(sums.kept_lines, 0) as kept_lines,
      sums.period_id, sums.account_id, sums.currency_code, sums.dimension_set_id
  ) d
  join account a on a.id = d.account_id
  join fiscal_period p on p.id = d.period_id
  left join dimension_set s on s.id = d.dimension_set_id
  where (d.debit, d.credit, d.amount, d.lines) is distinct from (d.kept_debit, d.kept_credit, d.kept_amount, d.kept_lines)
  order by p.starts_on, a.code`;

const settlements = `
  select 'open item of line ' || o.line_id || ': more is settled than it was' as told
  from open_item o
  where o.company_id = $1::uuid and abs(o.original) < (
    select coalesce(sum(a.amount), 0) from allocation a
    where a.undone_at is null and (a.debit_item_id = o.id or a.credit_item_id = o.id)
  )
  order by o.id`;

/** Posted a minute ago or longer: that is time enough to be linked. */
const unlinked = `
  select ${entryName('e')} || ' (' || e.id || '): ' || case
      when exists (select from ledger_pending p where p.entry_id = e.id) then 'waiting to be linked for longer than a minute'
      else 'added, or its link is missing: it is in no link' end as told
  from journal_entry e
  where e.company_id = $1::uuid and e.posted_at < now() - interval '1 minute'
    and not exists (select from ledger_link l where l.entry_id = e.id)
  order by e.posted_at, e.id`;

export const differenceQueries: readonly string[] = [unbalanced, orphans, numbers, balances, settlements, unlinked];
