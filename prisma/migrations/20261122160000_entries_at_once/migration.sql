-- The rules of an entry, for all entries of a statement at once: a file of 100,000 vouchers is asked about 50 times, and
-- not 100,000. Lines stand before their entry and none can be added to them, so that what holds when the entry is written
-- holds for good.

DROP TRIGGER entry_period ON journal_entry;
DROP FUNCTION check_entry_period();
DROP TRIGGER entry_balance ON journal_entry;
DROP FUNCTION check_journal_entry();

-- When it was posted is what the clock says, whatever it was given: what has no link a minute later is told of.
CREATE FUNCTION stamp_entry() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.posted_at := clock_timestamp();
  RETURN NEW;
END
$$;

CREATE TRIGGER posted_now BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION stamp_entry();

-- Nothing is posted into a period that does not take it. The locks come first: what is read after them is what was
-- committed by whoever had them alone. Triggers run in the order of their names: this one before that of the balance.
CREATE FUNCTION check_entry_periods() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  broken integer;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(period_lock_key(p.period_id))
  FROM (SELECT DISTINCT period_id FROM added ORDER BY period_id OFFSET 0) AS p;
  SELECT min(CASE
    WHEN p.status <> 'OPEN' THEN 1
    WHEN e.posting_on NOT BETWEEN p.starts_on AND p.ends_on OR e.fiscal_year_id <> p.fiscal_year_id THEN 2
    WHEN EXISTS (
      SELECT FROM journal AS j JOIN period_lock AS l ON l.subledger = subledger_of(j.kind)
      WHERE j.id = e.journal_id AND l.period_id = e.period_id AND l.released_at IS NULL AND NOT EXISTS (
        SELECT FROM lock_exception AS x
        WHERE x.period_id = l.period_id AND x.subledger = l.subledger AND x.user_id = e.posted_by_id
          AND x.revoked_at IS NULL AND x.expires_at > clock_timestamp()
      )
    ) THEN 3
  END) INTO broken
  FROM added AS e JOIN fiscal_period AS p ON p.id = e.period_id;
  IF broken = 1 THEN
    PERFORM refuse_in_books('journal_entry_period_open', 'journal_entry', 'the period is closed');
  ELSIF broken = 2 THEN
    PERFORM refuse_in_books('journal_entry_in_period', 'journal_entry', 'the day is not in the period');
  ELSIF broken = 3 THEN
    PERFORM refuse_in_books('journal_entry_subledger_open', 'journal_entry', 'the subledger is locked in the period');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER admitted_by_period AFTER INSERT ON journal_entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_entry_periods();

-- An entry balances, in each currency and in the company's, to the last digit, and has the next number of its series.
CREATE FUNCTION check_journal_entries() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  broken integer;
BEGIN
  SELECT min(CASE
    WHEN found.lines IS NULL OR found.lines < 2 THEN 1
    WHEN found.difference <> 0 OR found.differs_in_currency THEN 2
    WHEN found.strays THEN 3
    WHEN found.too_fine THEN 4
    WHEN found.converted THEN 5
    WHEN e.reverses_id IS NOT NULL
      AND EXISTS (SELECT FROM journal_entry AS r WHERE r.id = e.reverses_id AND r.company_id <> e.company_id) THEN 6
    WHEN NOT EXISTS (
      SELECT FROM number_series AS s
      WHERE s.journal_id = e.journal_id AND s.fiscal_year_id = e.fiscal_year_id AND s.company_id = e.company_id AND s.next > e.number
    ) OR (e.number > 1 AND NOT EXISTS (
      SELECT FROM journal_entry AS b
      WHERE b.company_id = e.company_id AND b.journal_id = e.journal_id AND b.fiscal_year_id = e.fiscal_year_id AND b.number = e.number - 1
    )) THEN 7
  END) INTO broken
  FROM added AS e
  JOIN company AS c ON c.id = e.company_id
  JOIN currency AS base ON base.code = c.base_currency_code
  CROSS JOIN LATERAL (
    SELECT sum(per.lines) AS lines, sum(per.difference) AS difference, bool_or(per.amount <> 0) AS differs_in_currency,
      bool_or(per.strays) AS strays, bool_or(per.digits > u.minor_unit OR per.base_digits > base.minor_unit) AS too_fine,
      bool_or(u.code = base.code AND per.converted) AS converted
    FROM (
      SELECT l.currency_code, count(*) AS lines, sum(l.amount) AS amount, sum(l.debit - l.credit) AS difference,
        max(scale(trim_scale(l.amount))) AS digits, max(scale(trim_scale(l.debit + l.credit))) AS base_digits,
        bool_or(l.company_id <> e.company_id OR l.period_id <> e.period_id OR l.posting_on <> e.posting_on) AS strays,
        bool_or(l.rate <> 1 OR l.amount <> l.debit - l.credit) AS converted
      FROM journal_line AS l WHERE l.entry_id = e.id GROUP BY l.currency_code
    ) AS per
    JOIN currency AS u ON u.code = per.currency_code
  ) AS found;
  CASE broken
    WHEN 1 THEN PERFORM refuse_in_books('journal_entry_two_lines', 'journal_entry', 'an entry has two lines at the least');
    WHEN 2 THEN PERFORM refuse_in_books('journal_entry_balance', 'journal_entry', 'debits and credits differ');
    WHEN 3 THEN PERFORM refuse_in_books('journal_line_of_entry', 'journal_line', 'a line is of another company, period or day than its entry');
    WHEN 4 THEN PERFORM refuse_in_books('journal_line_minor_unit', 'journal_line', 'an amount has more decimals than its currency');
    WHEN 5 THEN PERFORM refuse_in_books('journal_line_base_rate', 'journal_line', 'an amount in the currency of the company is not converted');
    WHEN 6 THEN PERFORM refuse_in_books('journal_entry_reverses_own', 'journal_entry', 'an entry takes back one of its own company');
    WHEN 7 THEN PERFORM refuse_in_books('journal_entry_number_follows', 'journal_entry', 'a number is taken from its series and follows the one before');
    ELSE NULL;
  END CASE;
  RETURN NULL;
END
$$;

CREATE TRIGGER entry_balance AFTER INSERT ON journal_entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_journal_entries();
