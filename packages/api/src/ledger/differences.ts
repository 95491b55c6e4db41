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

/** What remains of an item is the original less what settles it, which is never more than there was. */
const settlements = `
  select 'open item of line ' || o.line_id || ': ' || case
      when abs(o.original) < s.settled then 'more is settled than it was'
      else trim_scale(o.remaining) || ' is kept as open, and ' || trim_scale(o.original - sign(o.original) * s.settled) || ' is'
      end as told
  from open_item o
  cross join lateral (
    select coalesce(sum(a.amount), 0) as settled from allocation a
    where a.undone_at is null and (a.debit_item_id = o.id or a.credit_item_id = o.id)
  ) s
  where o.company_id = $1::uuid
    and (abs(o.original) < s.settled or o.remaining <> o.original - sign(o.original) * s.settled)
  order by o.id`;

/** The difference between the exchange rates of a settlement is what its entry says. */
const rateDifferences = `
  select 'settlement ' || a.id || ': its difference of exchange rates is ' || trim_scale(a.debit_worth - a.credit_worth)
      || ', and ' || coalesce(trim_scale(l.posted)::text, 'none') || ' is posted' as told
  from allocation a
  join open_item o on o.id = a.debit_item_id
  left join lateral (
    select sum(credit - debit) as posted from journal_line
    where entry_id = a.fx_difference_entry_id and account_id = o.account_id
  ) l on true
  where a.company_id = $1::uuid and coalesce(l.posted, 0) <> a.debit_worth - a.credit_worth
  order by a.id`;

/** An entry that takes another back has its lines, each on its other side, and counts no earlier. */
const reversals = `
  select ${entryName('e')} || ' (' || e.id || '): ' || case
      when o.id is null then 'the entry that it takes back is missing'
      else 'is not the exact opposite of what it takes back' end as told
  from journal_entry e
  left join journal_entry o on o.id = e.reverses_id
  where e.company_id = $1::uuid and e.reverses_id is not null and (
    o.id is null or o.company_id <> e.company_id or o.posting_on > e.posting_on or exists (
      select from (select * from journal_line where entry_id = e.id) l
      full join (select * from journal_line where entry_id = o.id) k on k.line_no = l.line_no
      where (l.account_id, l.currency_code, l.amount, l.rate, l.debit, l.credit, l.party_id, l.dimension_set_id, l.tax_code_id,
          l.tax_base)
        is distinct from (k.account_id, k.currency_code, -k.amount, k.rate, k.credit, k.debit, k.party_id, k.dimension_set_id,
          k.tax_code_id, k.tax_base)
    )
  )
  order by e.posting_on, e.id`;

const sets = `
  select 'set of dimensions ' || s.name || ' (' || s.id || '): its hash is not that of its objects' as told
  from dimension_set s
  where s.company_id = $1::uuid and s.objects_hash is distinct from (
    select sha256(convert_to(string_agg(m.object_id::text, ',' order by m.object_id::text), 'UTF8'))
    from dimension_set_member m where m.dimension_set_id = s.id
  )
  order by s.id`;

const days = `
  select ${entryName('e')} || ' (' || e.id || '): its day is not in its period' as told
  from journal_entry e left join fiscal_period p on p.id = e.period_id
  where e.company_id = $1::uuid and (p.id is null or e.posting_on not between p.starts_on and p.ends_on
    or (p.company_id, p.fiscal_year_id) <> (e.company_id, e.fiscal_year_id))
  order by e.posting_on, e.id`;

/** Posted a minute ago or longer: that is time enough to be linked. */
const unlinked = `
  select ${entryName('e')} || ' (' || e.id || '): ' || case
      when exists (select from ledger_pending p where p.entry_id = e.id) then 'waiting to be linked for longer than a minute'
      else 'added, or its link is missing: it is in no link' end as told
  from journal_entry e
  where e.company_id = $1::uuid and e.posted_at < now() - interval '1 minute'
    and not exists (select from ledger_link l where l.entry_id = e.id)
  order by e.posted_at, e.id`;

export const differenceQueries: readonly string[] = [
  unbalanced,
  orphans,
  days,
  reversals,
  sets,
  numbers,
  balances,
  settlements,
  rateDifferences,
  unlinked,
];
