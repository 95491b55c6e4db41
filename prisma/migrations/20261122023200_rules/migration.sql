-- What must hold whoever writes: the same rules that packages/core decides by, held by the database as well.

-- Dated rows of one employment do not overlap. Both ends of a range are days that belong to it.
ALTER TABLE assignment
  ADD CONSTRAINT assignment_dates CHECK (end_on IS NULL OR end_on >= start_on),
  ADD CONSTRAINT assignment_fte CHECK (fte > 0 AND fte <= 1.5),
  ADD CONSTRAINT assignment_no_overlap EXCLUDE USING gist (employee_id WITH =, daterange(start_on, end_on, '[]') WITH &&);

ALTER TABLE compensation
  ADD CONSTRAINT compensation_dates CHECK (end_on IS NULL OR end_on >= start_on),
  ADD CONSTRAINT compensation_amount CHECK (amount > 0),
  ADD CONSTRAINT compensation_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL)),
  ADD CONSTRAINT compensation_two_people CHECK (decided_by_id IS NULL OR decided_by_id IS DISTINCT FROM proposed_by_id),
  ADD CONSTRAINT compensation_no_overlap EXCLUDE USING gist (employee_id WITH =, daterange(start_on, end_on, '[]') WITH &&)
    WHERE (status = 'APPROVED');

ALTER TABLE employee
  ADD CONSTRAINT employee_dates CHECK (end_on IS NULL OR end_on >= start_on),
  ADD CONSTRAINT employee_fte CHECK (fte > 0 AND fte <= 1.5),
  ADD CONSTRAINT employee_salary CHECK (salary > 0),
  ADD CONSTRAINT employee_salary_whole CHECK (num_nulls(salary, salary_currency_code, salary_period) IN (0, 3)),
  ADD CONSTRAINT employee_dependants CHECK (tax_dependants >= 0),
  ADD CONSTRAINT employee_own_manager CHECK (manager_id <> id),
  ADD CONSTRAINT employee_number_present CHECK (employee_number ~ '\S');

ALTER TABLE position
  ADD CONSTRAINT position_fte CHECK (budgeted_fte > 0),
  ADD CONSTRAINT position_range CHECK (pay_minimum >= 0 AND pay_maximum >= pay_minimum),
  ADD CONSTRAINT position_range_whole CHECK (num_nulls(pay_minimum, pay_maximum, pay_currency_code, pay_period) IN (0, 4)),
  ADD CONSTRAINT position_title_present CHECK (code ~ '\S' AND title ~ '\S');

ALTER TABLE person
  ADD CONSTRAINT person_name_present CHECK (first_name ~ '\S' AND last_name ~ '\S'),
  ADD CONSTRAINT person_home_country CHECK (home_country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT person_nationality CHECK (nationality ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT person_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  ADD CONSTRAINT person_bic CHECK (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$');

ALTER TABLE bank_change
  ADD CONSTRAINT bank_change_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  ADD CONSTRAINT bank_change_two_people CHECK (
    status <> 'APPROVED'
    OR (first_decided_by_id IS NOT NULL AND decided_by_id IS NOT NULL AND first_decided_by_id <> decided_by_id)
  );

ALTER TABLE tax_change ADD CONSTRAINT tax_change_dependants CHECK (tax_dependants >= 0);
ALTER TABLE company
  ADD CONSTRAINT company_country CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT company_code_present CHECK (code ~ '\S' AND name ~ '\S');
ALTER TABLE site ADD CONSTRAINT site_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE room ADD CONSTRAINT room_capacity CHECK (capacity >= 0);
ALTER TABLE currency ADD CONSTRAINT currency_code CHECK (code ~ '^[A-Z]{3}$' AND minor_unit BETWEEN 0 AND 4);
ALTER TABLE app_user ADD CONSTRAINT user_email CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE role_grant ADD CONSTRAINT role_grant_dates CHECK (until_at IS NULL OR until_at > from_at);
CREATE UNIQUE INDEX role_grant_open_once ON role_grant (user_id, role, coalesce(company_id, '00000000-0000-0000-0000-000000000000'))
  WHERE until_at IS NULL;

ALTER TABLE device
  ADD CONSTRAINT device_holder CHECK (
    status NOT IN ('AWAITING_ACCEPTANCE', 'IN_USE', 'ON_LOAN', 'RETURN_DUE') OR holder_id IS NOT NULL
  ),
  ADD CONSTRAINT device_cost CHECK (purchase_cost >= 0),
  ADD CONSTRAINT device_cost_whole CHECK (num_nulls(purchase_cost, purchase_currency_code) IN (0, 2)),
  ADD CONSTRAINT device_tag_present CHECK (asset_tag ~ '\S');
ALTER TABLE device_assignment ADD CONSTRAINT device_assignment_dates CHECK (end_at IS NULL OR end_at >= start_at);
-- A device has one holder, or is kept for one, at a time.
CREATE UNIQUE INDEX device_assignment_open_once ON device_assignment (device_id) WHERE end_at IS NULL;
-- A serial number names one device of a model.
CREATE UNIQUE INDEX device_serial_once ON device (device_model_id, serial_number) WHERE serial_number IS NOT NULL;

-- No amount has more decimals than its currency.
CREATE FUNCTION check_minor_unit() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  row_values jsonb := to_jsonb(NEW);
  currency_code text := row_values ->> TG_ARGV[0];
  unit smallint;
  amount_column text;
BEGIN
  SELECT minor_unit INTO unit FROM currency WHERE code = currency_code;
  IF unit IS NULL THEN
    RETURN NULL;
  END IF;
  FOR at IN 1 .. TG_NARGS - 1 LOOP
    amount_column := TG_ARGV[at];
    IF scale(trim_scale((row_values ->> amount_column)::numeric)) > unit THEN
      RAISE EXCEPTION 'amount % has more decimals than % has', row_values ->> amount_column, currency_code
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_minor_unit', TABLE = TG_TABLE_NAME, COLUMN = amount_column;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER minor_unit AFTER INSERT OR UPDATE ON compensation
  FOR EACH ROW EXECUTE FUNCTION check_minor_unit('currency_code', 'amount');
CREATE CONSTRAINT TRIGGER minor_unit AFTER INSERT OR UPDATE ON position
  FOR EACH ROW EXECUTE FUNCTION check_minor_unit('pay_currency_code', 'pay_minimum', 'pay_maximum');
CREATE CONSTRAINT TRIGGER minor_unit AFTER INSERT OR UPDATE ON device
  FOR EACH ROW EXECUTE FUNCTION check_minor_unit('purchase_currency_code', 'purchase_cost');

-- Nobody is above themselves. Two changes that would make a cycle only together wait for each other at the lock; the
-- check after it is a new statement and sees what the other has committed.
CREATE FUNCTION check_manager_line() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.manager_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.manager_id IS NOT DISTINCT FROM OLD.manager_id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('manager line', 0));
  IF EXISTS (
    WITH RECURSIVE line AS (
      SELECT e.id, e.manager_id FROM employee AS e WHERE e.id = NEW.manager_id
      UNION
      SELECT e.id, e.manager_id FROM employee AS e JOIN line ON e.id = line.manager_id
    )
    SELECT FROM line WHERE line.id = NEW.id
  ) THEN
    RAISE EXCEPTION 'the manager line would be a cycle'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'employee_manager_cycle', TABLE = 'employee', COLUMN = 'manager_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER manager_line AFTER INSERT OR UPDATE OF manager_id ON employee
  FOR EACH ROW EXECUTE FUNCTION check_manager_line();

CREATE FUNCTION check_department_tree() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.parent_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('department tree', 0));
  IF EXISTS (
    WITH RECURSIVE line AS (
      SELECT d.id, d.parent_id FROM department AS d WHERE d.id = NEW.parent_id
      UNION
      SELECT d.id, d.parent_id FROM department AS d JOIN line ON d.id = line.parent_id
    )
    SELECT FROM line WHERE line.id = NEW.id
  ) THEN
    RAISE EXCEPTION 'the department tree would be a cycle'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'department_parent_cycle', TABLE = 'department', COLUMN = 'parent_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER department_tree AFTER INSERT OR UPDATE OF parent_id ON department
  FOR EACH ROW EXECUTE FUNCTION check_department_tree();

-- An employment carries the name of its person, so that lists sort by it without a join.
CREATE FUNCTION copy_person_name() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  SELECT p.first_name, p.last_name INTO NEW.first_name, NEW.last_name FROM person AS p WHERE p.id = NEW.person_id;
  RETURN NEW;
END
$$;

CREATE TRIGGER copy_person_name BEFORE INSERT OR UPDATE OF person_id, first_name, last_name ON employee
  FOR EACH ROW EXECUTE FUNCTION copy_person_name();

CREATE FUNCTION spread_person_name() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE employee SET first_name = NEW.first_name, last_name = NEW.last_name WHERE person_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER spread_person_name AFTER UPDATE OF first_name, last_name ON person
  FOR EACH ROW WHEN ((NEW.first_name, NEW.last_name) IS DISTINCT FROM (OLD.first_name, OLD.last_name))
  EXECUTE FUNCTION spread_person_name();

-- Searches fold case and accents and find words in the middle of a text.
CREATE INDEX employee_search_last_name ON employee USING gin (search_fold(last_name) gin_trgm_ops);
CREATE INDEX employee_search_first_name ON employee USING gin (search_fold(first_name) gin_trgm_ops);
CREATE INDEX employee_search_number ON employee USING gin (search_fold(employee_number) gin_trgm_ops);
CREATE INDEX employee_search_email ON employee USING gin (search_fold(work_email) gin_trgm_ops);
CREATE INDEX person_search_last_name ON person USING gin (search_fold(last_name) gin_trgm_ops);
CREATE INDEX person_search_first_name ON person USING gin (search_fold(first_name) gin_trgm_ops);
CREATE INDEX device_search_tag ON device USING gin (search_fold(asset_tag) gin_trgm_ops);
CREATE INDEX device_search_serial ON device USING gin (search_fold(serial_number) gin_trgm_ops);

-- People are listed by name, in the order of the viewer's language.
CREATE INDEX employee_by_name_en ON employee (last_name COLLATE "en-x-icu", first_name COLLATE "en-x-icu", id);
CREATE INDEX employee_by_name_sv ON employee (last_name COLLATE "sv-x-icu", first_name COLLATE "sv-x-icu", id);
CREATE INDEX employee_by_name_de ON employee (last_name COLLATE "de-x-icu", first_name COLLATE "de-x-icu", id);
CREATE INDEX employee_by_name_hu ON employee (last_name COLLATE "hu-x-icu", first_name COLLATE "hu-x-icu", id);
CREATE INDEX employee_by_name_sl ON employee (last_name COLLATE "sl-x-icu", first_name COLLATE "sl-x-icu", id);
CREATE INDEX device_by_tag ON device (asset_tag COLLATE "en-x-icu", id);
