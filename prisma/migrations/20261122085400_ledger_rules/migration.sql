-- What always holds in the books, whoever writes. What these functions refuse is named as a constraint is.

CREATE FUNCTION refuse_in_books(rule text, at_table text, told text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'new row violates check constraint "%": %', rule, told
    USING ERRCODE = 'check_violation', CONSTRAINT = rule, TABLE = at_table;
END
$$;

-- Years and periods of a company do not overlap. Both ends are days that belong to them.
ALTER TABLE fiscal_year
  ADD CONSTRAINT fiscal_year_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT fiscal_year_no_overlap EXCLUDE USING gist (company_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE fiscal_period
  ADD CONSTRAINT fiscal_period_days CHECK (ends_on >= starts_on AND ordinal >= 1),
  ADD CONSTRAINT fiscal_period_no_overlap EXCLUDE USING gist (company_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
CREATE UNIQUE INDEX period_lock_once ON period_lock (period_id, subledger) WHERE released_at IS NULL;
ALTER TABLE lock_exception ADD CONSTRAINT lock_exception_ends CHECK (expires_at > created_at);

ALTER TABLE account
  ADD CONSTRAINT account_days CHECK (valid_until >= valid_from),
  ADD CONSTRAINT account_code_present CHECK (code ~ '\S' AND name ~ '\S'),
  ADD CONSTRAINT account_own_parent CHECK (parent_id <> id);
ALTER TABLE tax_code ADD CONSTRAINT tax_code_rate CHECK (rate >= 0);
ALTER TABLE number_series ADD CONSTRAINT number_series_next CHECK (next >= 1);
ALTER TABLE exchange_rate
  ADD CONSTRAINT exchange_rate_rate CHECK (rate > 0),
  ADD CONSTRAINT exchange_rate_two_currencies CHECK (from_currency_code <> to_currency_code);
ALTER TABLE recurring_entry ADD CONSTRAINT recurring_entry_days CHECK (until_on >= starts_on AND next_on >= starts_on);

ALTER TABLE journal_entry
  ADD CONSTRAINT journal_entry_number CHECK (number >= 1),
  ADD CONSTRAINT journal_entry_source CHECK (num_nulls(source_type, source_id, source_event) IN (0, 3));
CREATE UNIQUE INDEX journal_entry_reversed_once ON journal_entry (reverses_id) WHERE reverses_id IS NOT NULL;

ALTER TABLE journal_line
  ADD CONSTRAINT journal_line_number CHECK (line_no >= 1),
  ADD CONSTRAINT journal_line_sides CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0)),
  ADD CONSTRAINT journal_line_sign CHECK (sign(amount) = sign(debit - credit)),
  ADD CONSTRAINT journal_line_rate CHECK (rate > 0);
-- Lines come before their entry, whose number is taken last: the reference is looked at when the transaction ends.
ALTER TABLE journal_line ALTER CONSTRAINT journal_line_entry_id_fkey DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX journal_line_by_period ON journal_line (company_id, period_id, account_id) INCLUDE (posting_on, debit, credit);
CREATE INDEX journal_line_by_party ON journal_line (party_id) WHERE party_id IS NOT NULL;

-- Partial, as the rules are that Prisma does not know.
CREATE UNIQUE INDEX open_item_line_once ON open_item (line_id) WHERE original <> 0;
ALTER TABLE open_item ADD CONSTRAINT open_item_original CHECK (original <> 0);
ALTER TABLE allocation
  ADD CONSTRAINT allocation_amount CHECK (amount > 0),
  ADD CONSTRAINT allocation_two_items CHECK (debit_item_id <> credit_item_id);
CREATE UNIQUE INDEX period_balance_once
  ON period_balance (company_id, period_id, account_id, currency_code, dimension_set_id) NULLS NOT DISTINCT;

-- A heading does not stand below itself.
CREATE FUNCTION check_account_tree() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.parent_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('account tree ' || NEW.company_id, 0));
  IF EXISTS (
    WITH RECURSIVE line AS (
      SELECT a.id, a.parent_id FROM account AS a WHERE a.id = NEW.parent_id
      UNION
      SELECT a.id, a.parent_id FROM account AS a JOIN line ON a.id = line.parent_id
    )
    SELECT FROM line WHERE line.id = NEW.id
  ) THEN
    PERFORM refuse_in_books('account_parent_cycle', 'account', 'the account would stand below itself');
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER account_tree AFTER INSERT OR UPDATE OF parent_id ON account
  FOR EACH ROW EXECUTE FUNCTION check_account_tree();

-- Posting and closing meet at a lock on the period: postings share it, whoever closes has it alone. It is no row lock,
-- since the application may not change what it would have to lock.
CREATE FUNCTION period_lock_key(period uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT hashtextextended('fiscal period ' || period, 0) $$;

CREATE FUNCTION subledger_of(kind journal_kind) RETURNS subledger
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE kind
    WHEN 'SALES' THEN 'RECEIVABLES'
    WHEN 'PURCHASES' THEN 'PAYABLES'
    WHEN 'BANK' THEN 'BANK'
    WHEN 'PAYROLL' THEN 'PAYROLL'
    ELSE 'GENERAL'
  END::subledger
$$;

CREATE FUNCTION check_period_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_TABLE_NAME = 'period_lock' THEN
    PERFORM pg_advisory_xact_lock(period_lock_key(NEW.period_id));
    RETURN NEW;
  END IF;
  IF (NEW.company_id, NEW.fiscal_year_id, NEW.starts_on, NEW.ends_on)
    IS DISTINCT FROM (OLD.company_id, OLD.fiscal_year_id, OLD.starts_on, OLD.ends_on) THEN
    PERFORM refuse_in_books('fiscal_period_days_stay', 'fiscal_period', 'the days of a period stay as they are');
  END IF;
  IF NEW.status IS DISTINCT FROM OLD.status THEN
    PERFORM pg_advisory_xact_lock(period_lock_key(NEW.id));
    IF OLD.status = 'LOCKED' THEN
      PERFORM refuse_in_books('fiscal_period_locked', 'fiscal_period', 'a locked period is never opened again');
    END IF;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER period_change BEFORE UPDATE ON fiscal_period FOR EACH ROW EXECUTE FUNCTION check_period_change();
CREATE TRIGGER period_change BEFORE INSERT ON period_lock FOR EACH ROW EXECUTE FUNCTION check_period_change();

-- Nothing is posted into a period that does not take it. The lock comes first: what is read after it is what was
-- committed by whoever had it.
CREATE FUNCTION check_entry_period() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  period fiscal_period;
  of_subledger subledger;
BEGIN
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

CREATE TRIGGER entry_period BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION check_entry_period();

-- The lines of an entry come in one statement and are numbered from 1, so that none can be added to it afterwards: the
-- first would be there twice. What they add to the balances is appended with them.
CREATE FUNCTION take_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM added GROUP BY entry_id HAVING min(line_no) <> 1 OR max(line_no) <> count(*)) THEN
    PERFORM refuse_in_books('journal_line_all_at_once', 'journal_line', 'all lines of an entry come together, numbered from 1');
  END IF;
  INSERT INTO period_balance_delta (company_id, period_id, account_id, currency_code, dimension_set_id, amount, debit, credit, lines)
  SELECT company_id, period_id, account_id, currency_code, dimension_set_id, sum(amount), sum(debit), sum(credit), count(*)
  FROM added
  GROUP BY company_id, period_id, account_id, currency_code, dimension_set_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER take_lines AFTER INSERT ON journal_line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION take_lines();

-- An entry balances, in each currency and in the company's, to the last digit; looked at when the transaction ends.
CREATE FUNCTION check_journal_entry() RETURNS trigger
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
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER entry_balance AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_journal_entry();

-- What waits to be linked into the chain of its company.
CREATE FUNCTION await_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO ledger_pending (company_id, entry_id) SELECT company_id, id FROM added;
  RETURN NULL;
END
$$;

CREATE TRIGGER await_link AFTER INSERT ON journal_entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION await_link();

-- A set has the objects that it was made with: its hash is over their ids in order.
CREATE FUNCTION check_dimension_set() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM dimension_set AS s
    WHERE s.id = NEW.dimension_set_id AND s.objects_hash <> (
      SELECT sha256(convert_to(string_agg(m.object_id::text, ',' ORDER BY m.object_id::text), 'UTF8'))
      FROM dimension_set_member AS m WHERE m.dimension_set_id = s.id
    )
  ) THEN
    PERFORM refuse_in_books('dimension_set_as_made', 'dimension_set_member', 'a set of dimensions stays as it was made');
  END IF;
  IF EXISTS (
    SELECT FROM dimension_set_member WHERE dimension_set_id = NEW.dimension_set_id GROUP BY dimension_id HAVING count(*) > 1
  ) THEN
    PERFORM refuse_in_books('dimension_set_one_of_each', 'dimension_set_member', 'a set has one object of a dimension at the most');
  END IF;
  IF EXISTS (SELECT FROM dimension_object WHERE id = NEW.object_id AND dimension_id <> NEW.dimension_id) THEN
    PERFORM refuse_in_books('dimension_set_member_of_dimension', 'dimension_set_member', 'the object is of another dimension');
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER set_as_made AFTER INSERT ON dimension_set_member DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_dimension_set();

-- An open item is what its line left open.
CREATE FUNCTION check_open_item() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal_line AS l
    WHERE l.id = NEW.line_id AND (l.company_id, l.account_id, l.party_id, l.currency_code, l.amount, l.posting_on)
      = (NEW.company_id, NEW.account_id, NEW.party_id, NEW.currency_code, NEW.original, NEW.posting_on)
  ) THEN
    PERFORM refuse_in_books('open_item_of_line', 'open_item', 'an open item is what its line left open');
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER item_of_line AFTER INSERT ON open_item FOR EACH ROW EXECUTE FUNCTION check_open_item();

-- Whoever allocates locks both items, in the order of their ids, so that no more is settled than is open.
CREATE FUNCTION check_allocation() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  item record;
  debit open_item;
  credit open_item;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.undone_at IS NOT NULL
      OR (NEW.debit_item_id, NEW.credit_item_id, NEW.amount) IS DISTINCT FROM (OLD.debit_item_id, OLD.credit_item_id, OLD.amount) THEN
      PERFORM refuse_in_books('allocation_stays', 'allocation', 'an allocation is undone once, and not changed');
    END IF;
    RETURN NEW;
  END IF;
  FOR item IN SELECT id FROM open_item WHERE id IN (NEW.debit_item_id, NEW.credit_item_id) ORDER BY id LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('open item ' || item.id, 0));
  END LOOP;
  SELECT * INTO debit FROM open_item WHERE id = NEW.debit_item_id;
  SELECT * INTO credit FROM open_item WHERE id = NEW.credit_item_id;
  IF debit.original < 0 OR credit.original > 0
    OR (debit.account_id, debit.party_id, debit.currency_code) IS DISTINCT FROM (credit.account_id, credit.party_id, credit.currency_code) THEN
    PERFORM refuse_in_books('allocation_goes_together', 'allocation', 'a debit and a credit of one account, party and currency settle each other');
  END IF;
  IF NEW.amount > debit.original - (SELECT coalesce(sum(amount), 0) FROM allocation WHERE debit_item_id = debit.id AND undone_at IS NULL)
    OR NEW.amount > -credit.original - (SELECT coalesce(sum(amount), 0) FROM allocation WHERE credit_item_id = credit.id AND undone_at IS NULL) THEN
    PERFORM refuse_in_books('allocation_remaining', 'allocation', 'more would be settled than is open');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER allocation_remaining BEFORE INSERT OR UPDATE ON allocation FOR EACH ROW EXECUTE FUNCTION check_allocation();

-- Folds what was appended into the balances, one at a time; answers the number of rows folded. The application calls it
-- and changes neither table by itself.
CREATE FUNCTION fold_balances(at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  folded integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('balance folding', 0)) THEN
    RETURN 0;
  END IF;
  WITH taken AS (
    DELETE FROM period_balance_delta WHERE id IN (SELECT id FROM period_balance_delta ORDER BY id LIMIT at_most) RETURNING *
  ), summed AS (
    SELECT company_id, period_id, account_id, currency_code, dimension_set_id,
      sum(amount) AS amount, sum(debit) AS debit, sum(credit) AS credit, sum(lines) AS lines, count(*) AS rows
    FROM taken
    GROUP BY company_id, period_id, account_id, currency_code, dimension_set_id
  ), added AS (
    INSERT INTO period_balance AS b (company_id, period_id, account_id, currency_code, dimension_set_id, amount, debit, credit, lines)
    SELECT company_id, period_id, account_id, currency_code, dimension_set_id, amount, debit, credit, lines FROM summed
    ON CONFLICT (company_id, period_id, account_id, currency_code, dimension_set_id) DO UPDATE
      SET amount = b.amount + excluded.amount, debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
        lines = b.lines + excluded.lines
  )
  SELECT coalesce(sum(rows), 0) INTO folded FROM summed;
  RETURN folded;
END
$$;
