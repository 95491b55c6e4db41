-- What raw SQL of the application could still do to the books, and may not.

CREATE OR REPLACE FUNCTION check_entry_period() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  period fiscal_period;
  of_subledger subledger;
BEGIN
  -- When it was posted is what the clock says, whatever it was given: what has no link a minute later is told of.
  NEW.posted_at := clock_timestamp();
  PERFORM pg_advisory_xact_lock_shared(period_lock_key(NEW.period_id));
  SELECT * INTO period FROM fiscal_period WHERE id = NEW.period_id;
  IF period.status <> 'OPEN' THEN
    PERFORM refuse_in_books('journal_entry_period_open', 'journal_entry', 'the period is closed');
  END IF;
  IF NEW.posting_on NOT BETWEEN period.starts_on AND period.ends_on OR NEW.fiscal_year_id <> period.fiscal_year_id THEN
    PERFORM refuse_in_books('journal_entry_in_period', 'journal_entry', 'the day is not in the period');
  END IF;
  SELECT subledger_of(kind) INTO of_subledger FROM journal WHERE id = NEW.journal_id;
  IF EXISTS (SELECT FROM period_lock WHERE period_id = NEW.period_id AND subledger = of_subledger AND released_at IS NULL)
    AND NOT EXISTS (
      SELECT FROM lock_exception AS x
      WHERE x.period_id = NEW.period_id AND x.subledger = of_subledger AND x.user_id = NEW.posted_by_id
        AND x.revoked_at IS NULL AND x.expires_at > clock_timestamp()
    )
  THEN
    PERFORM refuse_in_books('journal_entry_subledger_open', 'journal_entry', 'the subledger is locked in the period');
  END IF;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION check_journal_entry() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  base text;
  base_unit smallint;
  found record;
BEGIN
  SELECT c.base_currency_code, u.minor_unit INTO base, base_unit
  FROM company AS c JOIN currency AS u ON u.code = c.base_currency_code WHERE c.id = NEW.company_id;
  SELECT
    coalesce(sum(per.lines), 0) AS lines,
    coalesce(sum(per.debit - per.credit), 0) AS difference,
    coalesce(bool_or(per.amount <> 0), false) AS differs_in_currency,
    coalesce(bool_or(per.strays), false) AS strays,
    coalesce(bool_or(per.digits > u.minor_unit OR per.base_digits > base_unit), false) AS too_fine,
    coalesce(bool_or(u.code = base AND per.converted), false) AS converted
  INTO found
  FROM (
    SELECT currency_code, count(*) AS lines, sum(amount) AS amount, sum(debit) AS debit, sum(credit) AS credit,
      max(scale(trim_scale(amount))) AS digits, max(scale(trim_scale(debit + credit))) AS base_digits,
      bool_or(company_id <> NEW.company_id OR period_id <> NEW.period_id OR posting_on <> NEW.posting_on) AS strays,
      bool_or(rate <> 1 OR amount <> debit - credit) AS converted
    FROM journal_line WHERE entry_id = NEW.id GROUP BY currency_code
  ) AS per
  JOIN currency AS u ON u.code = per.currency_code;
  IF found.lines < 2 THEN
    PERFORM refuse_in_books('journal_entry_two_lines', 'journal_entry', 'an entry has two lines at the least');
  ELSIF found.difference <> 0 OR found.differs_in_currency THEN
    PERFORM refuse_in_books('journal_entry_balance', 'journal_entry', 'debits and credits differ');
  ELSIF found.strays THEN
    PERFORM refuse_in_books('journal_line_of_entry', 'journal_line', 'a line is of another company, period or day than its entry');
  ELSIF found.too_fine THEN
    PERFORM refuse_in_books('journal_line_minor_unit', 'journal_line', 'an amount has more decimals than its currency');
  ELSIF found.converted THEN
    PERFORM refuse_in_books('journal_line_base_rate', 'journal_line', 'an amount in the currency of the company is not converted');
  ELSIF EXISTS (SELECT FROM journal_entry WHERE id = NEW.reverses_id AND company_id <> NEW.company_id) THEN
    PERFORM refuse_in_books('journal_entry_reverses_own', 'journal_entry', 'an entry takes back one of its own company');
  ELSIF NOT EXISTS (
    SELECT FROM number_series
    WHERE journal_id = NEW.journal_id AND fiscal_year_id = NEW.fiscal_year_id AND company_id = NEW.company_id AND next > NEW.number
  ) OR (NEW.number > 1 AND NOT EXISTS (
    SELECT FROM journal_entry
    WHERE company_id = NEW.company_id AND journal_id = NEW.journal_id AND fiscal_year_id = NEW.fiscal_year_id AND number = NEW.number - 1
  )) THEN
    PERFORM refuse_in_books('journal_entry_number_follows', 'journal_entry', 'a number is taken from its series and follows the one before');
  END IF;
  RETURN NULL;
END
$$;

-- A snapshot from before the period was closed, or another allocation was made, would show it as it was.
CREATE FUNCTION refuse_snapshot() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM refuse_in_books(TG_TABLE_NAME || '_read_committed', TG_TABLE_NAME, 'it is written in a transaction that reads what was committed');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER read_committed BEFORE INSERT ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_snapshot();
CREATE TRIGGER read_committed BEFORE INSERT ON allocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_snapshot();

-- Numbers are counted up, and in the end of a transaction there is an entry for each that was taken.
CREATE FUNCTION check_number_series() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF (NEW.company_id, NEW.journal_id, NEW.fiscal_year_id) IS DISTINCT FROM (OLD.company_id, OLD.journal_id, OLD.fiscal_year_id)
    OR NEW.next <= OLD.next THEN
    PERFORM refuse_in_books('number_series_forward', 'number_series', 'numbers are counted up');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER series_forward BEFORE UPDATE ON number_series FOR EACH ROW EXECUTE FUNCTION check_number_series();

CREATE FUNCTION check_numbers_taken() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF (SELECT next FROM number_series WHERE journal_id = NEW.journal_id AND fiscal_year_id = NEW.fiscal_year_id) <> 1 + coalesce((
    SELECT max(number) FROM journal_entry
    WHERE company_id = NEW.company_id AND journal_id = NEW.journal_id AND fiscal_year_id = NEW.fiscal_year_id
  ), 0) THEN
    PERFORM refuse_in_books('number_series_of_entries', 'number_series', 'a number was taken for no entry');
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER numbers_taken AFTER INSERT OR UPDATE ON number_series DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_numbers_taken();

-- Taken away and made again, a period would be open.
CREATE FUNCTION keep_locked_period() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF OLD.status = 'LOCKED' THEN
    PERFORM refuse_in_books('fiscal_period_locked', 'fiscal_period', 'a locked period stays');
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER locked_stays BEFORE DELETE ON fiscal_period FOR EACH ROW EXECUTE FUNCTION keep_locked_period();

-- What waits to be linked into the chain waits until it is.
CREATE FUNCTION keep_pending() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM gone WHERE NOT EXISTS (SELECT FROM ledger_link AS l WHERE l.entry_id = gone.entry_id)) THEN
    PERFORM refuse_in_books('ledger_pending_until_linked', 'ledger_pending', 'an entry waits until it is linked');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER until_linked AFTER DELETE ON ledger_pending REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_pending();

-- What is posted is in the currency of the company: with another, every figure would mean something else.
CREATE FUNCTION keep_base_currency() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.base_currency_code <> OLD.base_currency_code AND EXISTS (SELECT FROM journal_entry WHERE company_id = NEW.id) THEN
    PERFORM refuse_in_books('company_base_currency_stays', 'company', 'the books are kept in its currency');
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER base_currency_stays AFTER UPDATE OF base_currency_code ON company
  FOR EACH ROW EXECUTE FUNCTION keep_base_currency();
