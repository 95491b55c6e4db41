-- What remains of an open item stands on it, kept by what settles it. Posted rows are refused to be changed; what follows
-- from them is changed by a trigger alone, as balances are.
DROP TRIGGER IF EXISTS refuse_change ON open_item;
ALTER TABLE open_item ADD COLUMN remaining numeric(20,4) NOT NULL DEFAULT 0;
UPDATE open_item SET remaining = original;

ALTER TABLE allocation
  ADD COLUMN debit_worth numeric(20,4) NOT NULL,
  ADD COLUMN credit_worth numeric(20,4) NOT NULL,
  ADD COLUMN settled_on date NOT NULL,
  ADD COLUMN undone_on date;

ALTER TABLE open_item ADD CONSTRAINT open_item_remaining
  CHECK (abs(remaining) <= abs(original) AND (remaining = 0 OR sign(remaining) = sign(original)));
ALTER TABLE allocation
  ADD CONSTRAINT allocation_worth CHECK (debit_worth >= 0 AND credit_worth >= 0),
  ADD CONSTRAINT allocation_undone CHECK ((undone_at IS NULL) = (undone_on IS NULL) AND undone_on >= settled_on);
-- What is open between the company and a party, by the day by which it is to be paid.
CREATE INDEX open_item_open ON open_item (company_id, party_id, due_on) WHERE remaining <> 0;

-- All of a new item is open, whatever is said of it.
CREATE FUNCTION begin_open_item() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.remaining := NEW.original;
  RETURN NEW;
END
$$;

CREATE TRIGGER begin_open_item BEFORE INSERT ON open_item FOR EACH ROW EXECUTE FUNCTION begin_open_item();

-- Settling and undoing count in the books of a period, and so only in one that is open.
CREATE FUNCTION refuse_in_closed_period(of_company uuid, on_day date, rule text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  period fiscal_period;
BEGIN
  SELECT * INTO period FROM fiscal_period WHERE company_id = of_company AND on_day BETWEEN starts_on AND ends_on;
  IF period.id IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(period_lock_key(period.id));
    SELECT * INTO period FROM fiscal_period WHERE id = period.id;
  END IF;
  IF period.status IS DISTINCT FROM 'OPEN' THEN
    PERFORM refuse_in_books(rule, 'allocation', 'the day is in no open period');
  END IF;
END
$$;

-- Whoever allocates locks both items, in the order of their ids, so that no more is settled than is open.
CREATE OR REPLACE FUNCTION check_allocation() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  item record;
  debit open_item;
  credit open_item;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
    OR (NEW.company_id, NEW.debit_item_id, NEW.credit_item_id, NEW.amount, NEW.debit_worth, NEW.credit_worth, NEW.settled_on,
        NEW.fx_difference_entry_id, NEW.at)
      IS DISTINCT FROM (OLD.company_id, OLD.debit_item_id, OLD.credit_item_id, OLD.amount, OLD.debit_worth, OLD.credit_worth,
        OLD.settled_on, OLD.fx_difference_entry_id, OLD.at)) THEN
    PERFORM refuse_in_books('allocation_stays', 'allocation', 'an allocation is undone once, and not changed');
  END IF;
  IF TG_OP = 'INSERT' AND NEW.undone_at IS NOT NULL THEN
    PERFORM refuse_in_books('allocation_stays', 'allocation', 'an allocation is not undone before it is made');
  END IF;
  FOR item IN SELECT id FROM open_item WHERE id IN (NEW.debit_item_id, NEW.credit_item_id) ORDER BY id LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('open item ' || item.id, 0));
  END LOOP;
  IF TG_OP = 'UPDATE' THEN
    PERFORM refuse_in_closed_period(NEW.company_id, NEW.undone_on, 'allocation_undone_period');
    RETURN NEW;
  END IF;
  SELECT * INTO debit FROM open_item WHERE id = NEW.debit_item_id;
  SELECT * INTO credit FROM open_item WHERE id = NEW.credit_item_id;
  IF debit.original < 0 OR credit.original > 0
    OR (debit.account_id, debit.party_id, debit.currency_code) IS DISTINCT FROM (credit.account_id, credit.party_id, credit.currency_code) THEN
    PERFORM refuse_in_books('allocation_goes_together', 'allocation', 'a debit and a credit of one account, party and currency settle each other');
  END IF;
  IF NEW.amount > debit.remaining OR NEW.amount > -credit.remaining THEN
    PERFORM refuse_in_books('allocation_remaining', 'allocation', 'more would be settled than is open');
  END IF;
  IF NEW.settled_on < debit.posting_on OR NEW.settled_on < credit.posting_on THEN
    PERFORM refuse_in_books('allocation_after_items', 'allocation', 'the items do not count yet on that day');
  END IF;
  PERFORM refuse_in_closed_period(NEW.company_id, NEW.settled_on, 'allocation_period');
  RETURN NEW;
END
$$;

CREATE FUNCTION keep_remaining() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  taken numeric := CASE TG_OP WHEN 'INSERT' THEN NEW.amount ELSE -NEW.amount END;
BEGIN
  UPDATE open_item SET remaining = remaining - taken WHERE id = NEW.debit_item_id;
  UPDATE open_item SET remaining = remaining + taken WHERE id = NEW.credit_item_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER keep_remaining AFTER INSERT OR UPDATE OF undone_at ON allocation FOR EACH ROW EXECUTE FUNCTION keep_remaining();
-- A settlement is undone, and stays to be seen.
CREATE FUNCTION refuse_allocation_delete() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM refuse_in_books('allocation_stays', 'allocation', 'an allocation is undone, and not taken away');
  RETURN NULL;
END
$$;

CREATE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_allocation_delete();
