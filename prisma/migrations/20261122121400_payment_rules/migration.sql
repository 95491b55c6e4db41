-- What always holds of payments, whoever writes.

ALTER TABLE company_account
  ADD CONSTRAINT company_account_name CHECK (name ~ '\S'),
  ADD CONSTRAINT company_account_number CHECK (
    CASE WHEN iban IS NULL THEN num_nulls(sort_code, account_number, bic) = 0 ELSE num_nonnulls(sort_code, account_number) = 0 END
  );

ALTER TABLE payment_batch
  ADD CONSTRAINT payment_batch_two_people CHECK (approved_by_id <> prepared_by_id),
  ADD CONSTRAINT payment_batch_approved CHECK (
    status NOT IN ('APPROVED', 'EXPORTED', 'CONFIRMED') OR num_nulls(approved_by_id, approved_at, approved_sha256) = 0
  ),
  ADD CONSTRAINT payment_batch_exported CHECK (
    (status NOT IN ('EXPORTED', 'CONFIRMED') OR file_sha256 IS NOT NULL)
    AND num_nulls(file_sha256, exported_at) IN (0, 2)
  ),
  ADD CONSTRAINT payment_batch_confirmed CHECK (status <> 'CONFIRMED' OR num_nulls(booked_on, entry_id) = 0),
  ADD CONSTRAINT payment_batch_source CHECK (num_nulls(source_type, source_id) IN (0, 2)),
  ADD CONSTRAINT payment_batch_control CHECK (control_sum >= 0 AND payment_count >= 0);

ALTER TABLE payment
  ADD CONSTRAINT payment_amount CHECK (amount > 0),
  ADD CONSTRAINT payment_source CHECK (num_nulls(source_type, source_id, source_event) IN (0, 3)),
  ADD CONSTRAINT payment_to_employee CHECK ((kind = 'SALARY') = (employee_id IS NOT NULL));
CREATE CONSTRAINT TRIGGER minor_unit AFTER INSERT OR UPDATE ON payment
  FOR EACH ROW EXECUTE FUNCTION check_minor_unit('currency_code', 'amount');

-- The same is never paid twice: not by two batches, not by one, unless the first was taken back.
CREATE UNIQUE INDEX payment_source_once
  ON payment (company_id, source_type, source_id, source_event) WHERE released_at IS NULL AND source_type IS NOT NULL;

CREATE CONSTRAINT TRIGGER account_in_use AFTER INSERT OR UPDATE OF account_id, active ON company_account
  FOR EACH ROW EXECUTE FUNCTION check_in_use('account_id', 'account');
CREATE CONSTRAINT TRIGGER company_account_in_use AFTER INSERT OR UPDATE OF company_account_id ON payment_batch
  FOR EACH ROW EXECUTE FUNCTION check_in_use('company_account_id', 'company_account');
CREATE CONSTRAINT TRIGGER contra_account_in_use AFTER INSERT OR UPDATE OF contra_account_id ON payment_batch
  FOR EACH ROW EXECUTE FUNCTION check_in_use('contra_account_id', 'account');
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON company_account FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held('payment_batch', 'company_account_id', $$status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'EXPORTED')$$);

-- Sum and count of control follow from the payments. They change while the batch is a draft alone: whoever hands it in and
-- whoever adds a payment wait for each other at the row of the batch.
CREATE FUNCTION count_payments() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  direction int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE payment_batch AS b
  SET control_sum = b.control_sum + direction * changed_of.total, payment_count = b.payment_count + direction * changed_of.payments
  FROM (SELECT batch_id, sum(amount) AS total, count(*)::int AS payments FROM changed GROUP BY batch_id) AS changed_of
  WHERE b.id = changed_of.batch_id;
  IF EXISTS (SELECT FROM changed JOIN payment_batch AS b ON b.id = changed.batch_id WHERE b.status <> 'DRAFT') THEN
    PERFORM refuse_in_books('payment_batch_as_submitted', 'payment', 'the batch was handed in');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER count_added AFTER INSERT ON payment REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_payments();
CREATE TRIGGER count_removed AFTER DELETE ON payment REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_payments();

-- A payment stays as it was added. It is given up with its batch, once.
CREATE FUNCTION check_payment_stays() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  free text[] := '{released_at,version,updated_at}';
BEGIN
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR (OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at) THEN
    PERFORM refuse_in_books('payment_stays', 'payment', 'a payment stays as it was added');
  END IF;
  IF NEW.released_at IS NOT NULL AND NOT EXISTS (SELECT FROM payment_batch WHERE id = NEW.batch_id AND status IN ('REJECTED', 'CANCELLED')) THEN
    PERFORM refuse_in_books('payment_released', 'payment', 'the batch counts');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER payment_stays BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION check_payment_stays();

-- What was handed in is what is approved, written and booked; what was decided once is not decided again.
CREATE FUNCTION check_payment_batch() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  free text[] := '{status,submitted_at,approved_by_id,approved_at,approved_sha256,exported_at,file_sha256,booked_on,entry_id,reason,version,updated_at}';
BEGIN
  IF OLD.status <> 'DRAFT' AND to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    PERFORM refuse_in_books('payment_batch_as_submitted', 'payment_batch', 'the batch was handed in');
  END IF;
  IF NEW.prepared_by_id IS DISTINCT FROM OLD.prepared_by_id
    OR (OLD.approved_at IS NOT NULL AND (NEW.approved_by_id, NEW.approved_at, NEW.approved_sha256)
      IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at, OLD.approved_sha256))
    OR (OLD.exported_at IS NOT NULL AND (NEW.exported_at, NEW.file_sha256) IS DISTINCT FROM (OLD.exported_at, OLD.file_sha256))
    OR (OLD.entry_id IS NOT NULL AND (NEW.entry_id, NEW.booked_on) IS DISTINCT FROM (OLD.entry_id, OLD.booked_on))
  THEN
    PERFORM refuse_in_books('payment_batch_decided', 'payment_batch', 'what was decided stays');
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
    ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'EXPORTED'),
    ('EXPORTED', 'CONFIRMED'), ('DRAFT', 'CANCELLED'), ('SUBMITTED', 'CANCELLED'), ('APPROVED', 'CANCELLED'),
    ('EXPORTED', 'CANCELLED')
  ) THEN
    PERFORM refuse_in_books('payment_batch_status', 'payment_batch', OLD.status || ' does not become ' || NEW.status);
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER batch_change BEFORE UPDATE ON payment_batch FOR EACH ROW EXECUTE FUNCTION check_payment_batch();

-- A file is that of an approved batch, and the one whose hash the batch keeps.
CREATE FUNCTION check_payment_file() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM payment_batch
    WHERE id = NEW.batch_id AND status = 'EXPORTED' AND approved_at IS NOT NULL AND file_sha256 = encode(sha256(NEW.content), 'hex')
  ) THEN
    PERFORM refuse_in_books('payment_file_of_batch', 'payment_file', 'the batch has another file, or none');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER file_of_batch BEFORE INSERT ON payment_file FOR EACH ROW EXECUTE FUNCTION check_payment_file();
