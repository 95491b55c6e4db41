-- What always holds in payroll, whoever writes.

ALTER TABLE pay_schedule
  ADD CONSTRAINT pay_schedule_pay_day CHECK (pay_day BETWEEN 0 AND 31 AND (frequency <> 'MONTHLY' OR pay_day >= 1)),
  ADD CONSTRAINT pay_schedule_anchor CHECK (frequency = 'MONTHLY' OR anchor_on IS NOT NULL),
  ADD CONSTRAINT pay_schedule_days_before CHECK (inputs_days_before >= 0 AND approval_days_before >= 0 AND deviation_percent >= 0);
ALTER TABLE payroll_period
  ADD CONSTRAINT payroll_period_days CHECK (ends_on >= starts_on AND number >= 1),
  ADD CONSTRAINT payroll_period_due CHECK (inputs_due_on <= pay_on AND approval_due_on <= pay_on),
  ADD CONSTRAINT payroll_period_no_overlap EXCLUDE USING gist (schedule_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE pay_component ADD CONSTRAINT pay_component_code CHECK (code ~ '^[A-Z][A-Z0-9_]{0,59}$');
ALTER TABLE pay_component_version
  ADD CONSTRAINT pay_component_version_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT pay_component_version_rounding CHECK (num_nulls(rounding_mode, rounding_unit) IN (0, 2));
ALTER TABLE pay_item
  ADD CONSTRAINT pay_item_amount_or_quantity CHECK (num_nonnulls(amount, quantity) = 1),
  ADD CONSTRAINT pay_item_unit_pay CHECK (unit_pay IS NULL OR quantity IS NOT NULL);
ALTER TABLE pay_run
  ADD CONSTRAINT pay_run_sequence CHECK (sequence >= 1),
  ADD CONSTRAINT pay_run_two_people CHECK (approved_by_id <> prepared_by_id),
  ADD CONSTRAINT pay_run_final_when CHECK ((status IN ('FINALIZED', 'PAID')) = (finalized_at IS NOT NULL)),
  ADD CONSTRAINT pay_run_approved_when CHECK (status NOT IN ('APPROVED', 'FINALIZED', 'PAID') OR approved_at IS NOT NULL),
  ADD CONSTRAINT pay_run_paid_when CHECK ((status = 'PAID') = (paid_on IS NOT NULL));
-- One regular run of a period, and one regular payslip of a person for it.
CREATE UNIQUE INDEX pay_run_regular_once ON pay_run (period_id) WHERE kind = 'REGULAR' AND status <> 'CANCELLED';
CREATE UNIQUE INDEX payslip_regular_once ON payslip (employee_id, period_id) WHERE kind = 'REGULAR';
-- Partial, as the rules are that Prisma does not know.
CREATE UNIQUE INDEX pay_calculation_once ON pay_calculation (run_id, employee_id) WHERE run_id IS NOT NULL;
ALTER TABLE payslip_line ADD CONSTRAINT payslip_line_number CHECK (line_no >= 1);
ALTER TABLE payslip_origin ADD CONSTRAINT payslip_origin_difference CHECK (difference = corrected - paid AND difference <> 0);

-- Whoever adds an item to a period shares a lock on it; whoever makes a run of it final has the lock alone.
CREATE FUNCTION pay_period_lock_key(period uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT hashtextextended('pay period ' || period, 0) $$;

CREATE FUNCTION check_pay_item() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.payslip_id IS NOT NULL THEN
      PERFORM refuse_in_books('pay_item_paid', 'pay_item', 'what was paid stays');
    ELSIF NEW.payslip_id IS NOT NULL OR NOT NEW.active THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(pay_period_lock_key(NEW.period_id));
  IF NEW.run_kind = 'REGULAR' AND EXISTS (
    SELECT FROM pay_run AS r WHERE r.period_id = NEW.period_id AND r.kind = 'REGULAR' AND r.finalized_at IS NOT NULL
  ) THEN
    PERFORM refuse_in_books('pay_item_period_final', 'pay_item', 'the regular run of the period is final');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER pay_item_period BEFORE INSERT OR UPDATE ON pay_item FOR EACH ROW EXECUTE FUNCTION check_pay_item();

-- A run that is final stays as it is: it can be paid, and posted with others if it was too small to be posted alone.
-- Before it becomes final its payslips are there, all of them, and come to what the run says.
CREATE FUNCTION check_pay_run() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  found record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.finalized_at IS NOT NULL THEN
      PERFORM refuse_in_books('pay_run_final', 'pay_run', 'a final run stays');
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.finalized_at IS NOT NULL THEN
    IF to_jsonb(NEW) - '{status,paid_on,entry_id,posted_gross,posted_net,posted_cost,version,updated_at}'::text[]
      <> to_jsonb(OLD) - '{status,paid_on,entry_id,posted_gross,posted_net,posted_cost,version,updated_at}'::text[]
      OR (OLD.entry_id IS NOT NULL AND (NEW.entry_id, NEW.posted_gross, NEW.posted_net, NEW.posted_cost)
        IS DISTINCT FROM (OLD.entry_id, OLD.posted_gross, OLD.posted_net, OLD.posted_cost))
      OR (OLD.status, NEW.status) NOT IN (('FINALIZED', 'FINALIZED'), ('FINALIZED', 'PAID'), ('PAID', 'PAID'))
      OR (OLD.paid_on IS NOT NULL AND NEW.paid_on IS DISTINCT FROM OLD.paid_on) THEN
      PERFORM refuse_in_books('pay_run_final', 'pay_run', 'a final run stays');
    END IF;
  ELSIF NEW.finalized_at IS NOT NULL THEN
    SELECT count(*) AS slips, coalesce(sum(s.gross), 0) AS gross, coalesce(sum(s.net), 0) AS net,
      coalesce(sum(s.employer_cost), 0) AS cost,
      coalesce(bool_and((s.gross, s.net, s.employer_cost) = (l.earned, l.earned - l.taken, l.earned + l.beside)), false) AS right_sums
    INTO found
    FROM payslip AS s
    LEFT JOIN (
      SELECT line.payslip_id,
        coalesce(sum(line.amount) FILTER (WHERE line.kind = 'EARNING'), 0) AS earned,
        coalesce(sum(line.amount) FILTER (WHERE line.kind = 'DEDUCTION'), 0) AS taken,
        coalesce(sum(line.amount) FILTER (WHERE line.kind = 'EMPLOYER'), 0) AS beside
      FROM payslip_line AS line JOIN payslip AS slip ON slip.id = line.payslip_id
      WHERE slip.run_id = NEW.id GROUP BY line.payslip_id
    ) AS l ON l.payslip_id = s.id
    WHERE s.run_id = NEW.id;
    IF NOT found.right_sums
      OR (found.slips, found.gross, found.net, found.cost)
        IS DISTINCT FROM (NEW.employee_count::bigint, NEW.gross, NEW.net, NEW.employer_cost) THEN
      PERFORM refuse_in_books('pay_run_of_payslips', 'pay_run', 'a run comes to what its payslips come to');
    END IF;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER pay_run_final BEFORE UPDATE OR DELETE ON pay_run FOR EACH ROW EXECUTE FUNCTION check_pay_run();

-- Payslips are made with their run and never after, each for a person of its company; what hangs on them is of the same person.
CREATE FUNCTION check_payslips() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added AS a JOIN pay_run AS r ON r.id = a.run_id
    WHERE r.status <> 'APPROVED' OR (a.period_id, a.kind, a.sequence, a.pay_on) IS DISTINCT FROM (r.period_id, r.kind, r.sequence, r.pay_on)
  ) THEN
    PERFORM refuse_in_books('payslip_of_run', 'payslip', 'a payslip is made when its run becomes final');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER payslips_of_run AFTER INSERT ON payslip REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_payslips();

CREATE FUNCTION check_payslip_parts() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added AS a JOIN payslip AS s ON s.id = a.payslip_id JOIN pay_run AS r ON r.id = s.run_id
    WHERE r.status <> 'APPROVED' OR s.employee_id <> a.employee_id
  ) THEN
    PERFORM refuse_in_books('payslip_parts_with_payslip', TG_TABLE_NAME, 'what is on a payslip is made with it');
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER parts_of_payslip AFTER INSERT ON payslip_line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_payslip_parts();
CREATE TRIGGER parts_of_payslip AFTER INSERT ON payslip_sum REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_payslip_parts();
CREATE TRIGGER parts_of_payslip AFTER INSERT ON payslip_origin REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_payslip_parts();
