-- The site of a device is that of its room, whatever it said before.
DO $$
DECLARE
  operation uuid;
BEGIN
  IF EXISTS (SELECT FROM device AS d JOIN room AS r ON r.id = d.room_id WHERE d.site_id IS DISTINCT FROM r.site_id) THEN
    INSERT INTO audit_operation (actor, command, channel, reason)
    VALUES ('migration', 'migrate', 'command line', 'The site of a device is that of its room')
    RETURNING id INTO operation;
    PERFORM set_config('kontor.operation', operation::text, true);
    UPDATE device AS d SET site_id = r.site_id FROM room AS r WHERE r.id = d.room_id AND d.site_id IS DISTINCT FROM r.site_id;
  END IF;
END
$$;

-- DropForeignKey
ALTER TABLE "device" DROP CONSTRAINT "device_company_id_room_id_fkey";

-- DropIndex
DROP INDEX "room_company_id_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "room_company_id_site_id_id_key" ON "room"("company_id", "site_id", "id");

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_company_id_site_id_room_id_fkey" FOREIGN KEY ("company_id", "site_id", "room_id") REFERENCES "room"("company_id", "site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE device ADD CONSTRAINT device_room_at_site CHECK (room_id IS NULL OR site_id IS NOT NULL);

-- What is out of use is chosen for nothing new, and what is in use is not taken out of use under those who use it. Whoever
-- refers to a record and whoever takes it out of use wait for each other at a lock on it; each check is a new statement and
-- sees what the other has committed. The lock is no row lock, so that renaming a department waits for nobody.
CREATE FUNCTION check_in_use() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  own_column text := TG_ARGV[0];
  target text := TG_ARGV[1];
  was jsonb;
  referred text := to_jsonb(NEW) ->> own_column;
  in_use boolean;
BEGIN
  IF referred IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    was := to_jsonb(OLD);
    -- What comes back into use refers to what is in use.
    IF was ->> own_column = referred AND NOT (was ->> 'active' = 'false' AND to_jsonb(NEW) ->> 'active' = 'true') THEN
      RETURN NULL;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('in use ' || referred, 0));
  EXECUTE format('SELECT active FROM %I WHERE id = $1', target) INTO in_use USING referred::uuid;
  IF NOT in_use THEN
    RAISE EXCEPTION 'new row violates check constraint "%_%_in_use"', TG_TABLE_NAME, own_column
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || own_column || '_in_use', TABLE = TG_TABLE_NAME, COLUMN = own_column;
  END IF;
  RETURN NULL;
END
$$;

-- The arguments are threes: a table, its column that refers here, and which of its rows count.
CREATE FUNCTION check_not_held() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  is_held boolean;
  holders text[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('in use ' || NEW.id, 0));
  FOR at IN 0 .. TG_NARGS - 1 BY 3 LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I = $1 AND (%s))', TG_ARGV[at], TG_ARGV[at + 1], TG_ARGV[at + 2])
      INTO is_held USING NEW.id;
    IF is_held THEN
      holders := holders || TG_ARGV[at];
    END IF;
  END LOOP;
  IF holders <> '{}' THEN
    RAISE EXCEPTION 'new row violates check constraint "%_held": %', TG_TABLE_NAME, array_to_string(holders, ' ')
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_held', TABLE = TG_TABLE_NAME, COLUMN = 'active';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON site FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON cost_centre FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON department FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON position FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON employee FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER company_in_use AFTER INSERT ON device FOR EACH ROW EXECUTE FUNCTION check_in_use('company_id', 'company');
CREATE CONSTRAINT TRIGGER site_in_use AFTER INSERT OR UPDATE OF site_id, active ON room FOR EACH ROW EXECUTE FUNCTION check_in_use('site_id', 'site');
CREATE CONSTRAINT TRIGGER site_in_use AFTER INSERT OR UPDATE OF site_id ON employee FOR EACH ROW EXECUTE FUNCTION check_in_use('site_id', 'site');
CREATE CONSTRAINT TRIGGER site_in_use AFTER INSERT OR UPDATE OF site_id ON device FOR EACH ROW EXECUTE FUNCTION check_in_use('site_id', 'site');
CREATE CONSTRAINT TRIGGER room_in_use AFTER INSERT OR UPDATE OF room_id ON device FOR EACH ROW EXECUTE FUNCTION check_in_use('room_id', 'room');
CREATE CONSTRAINT TRIGGER parent_in_use AFTER INSERT OR UPDATE OF parent_id, active ON department FOR EACH ROW EXECUTE FUNCTION check_in_use('parent_id', 'department');
CREATE CONSTRAINT TRIGGER cost_centre_in_use AFTER INSERT OR UPDATE OF cost_centre_id, active ON department FOR EACH ROW EXECUTE FUNCTION check_in_use('cost_centre_id', 'cost_centre');
CREATE CONSTRAINT TRIGGER department_in_use AFTER INSERT OR UPDATE OF department_id ON position FOR EACH ROW EXECUTE FUNCTION check_in_use('department_id', 'department');
CREATE CONSTRAINT TRIGGER department_in_use AFTER INSERT OR UPDATE OF department_id ON assignment FOR EACH ROW EXECUTE FUNCTION check_in_use('department_id', 'department');
CREATE CONSTRAINT TRIGGER device_model_in_use AFTER INSERT OR UPDATE OF device_model_id ON device FOR EACH ROW EXECUTE FUNCTION check_in_use('device_model_id', 'device_model');

-- A model may go out of use while devices of it are about: none is bought any more.
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON company FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held(
    'employee', 'company_id', 'status IN (''PRE_HIRE'', ''ACTIVE'')',
    'device', 'company_id', 'status NOT IN (''SOLD'', ''DONATED'', ''DESTROYED'', ''WRITTEN_OFF'')'
  );
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON site FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held(
    'room', 'site_id', 'active',
    'employee', 'site_id', 'status IN (''PRE_HIRE'', ''ACTIVE'')',
    'device', 'site_id', 'status NOT IN (''SOLD'', ''DONATED'', ''DESTROYED'', ''WRITTEN_OFF'')'
  );
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON room FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held('device', 'room_id', 'status NOT IN (''SOLD'', ''DONATED'', ''DESTROYED'', ''WRITTEN_OFF'')');
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON cost_centre FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held('department', 'cost_centre_id', 'active');
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON department FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held(
    'department', 'parent_id', 'active',
    'position', 'department_id', 'status <> ''CLOSED''',
    'assignment', 'department_id',
    'end_on IS NULL OR end_on >= (SELECT (now() AT TIME ZONE c.time_zone)::date FROM company AS c WHERE c.id = company_id)'
  );
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON person FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held('employee', 'person_id', 'status IN (''PRE_HIRE'', ''ACTIVE'')');
CREATE CONSTRAINT TRIGGER not_held AFTER UPDATE OF active ON manufacturer FOR EACH ROW WHEN (OLD.active AND NOT NEW.active)
  EXECUTE FUNCTION check_not_held('device_model', 'manufacturer_id', 'active');

-- Nothing is agreed in what is no money, or money no more. What was agreed before stays.
CREATE FUNCTION check_money() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  own_column text := TG_ARGV[0];
  currency_code text := to_jsonb(NEW) ->> own_column;
BEGIN
  IF currency_code IS NULL OR (TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> own_column = currency_code) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM currency WHERE code = currency_code AND (withdrawn_on IS NOT NULL OR minor_unit IS NULL)) THEN
    RAISE EXCEPTION 'new row violates check constraint "%_%_in_use"', TG_TABLE_NAME, own_column
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || own_column || '_in_use', TABLE = TG_TABLE_NAME, COLUMN = own_column;
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER money AFTER INSERT OR UPDATE OF base_currency_code ON company FOR EACH ROW EXECUTE FUNCTION check_money('base_currency_code');
CREATE CONSTRAINT TRIGGER money AFTER INSERT OR UPDATE OF pay_currency_code ON position FOR EACH ROW EXECUTE FUNCTION check_money('pay_currency_code');
CREATE CONSTRAINT TRIGGER money AFTER INSERT OR UPDATE OF currency_code ON compensation FOR EACH ROW EXECUTE FUNCTION check_money('currency_code');
CREATE CONSTRAINT TRIGGER money AFTER INSERT OR UPDATE OF purchase_currency_code ON device FOR EACH ROW EXECUTE FUNCTION check_money('purchase_currency_code');

-- What somebody else approved of a seat is not changed by one alone, and no seat is budgeted with less than is held of it.
-- Whoever takes a part of a seat holds a lock on it, so that the check sees every part.
CREATE FUNCTION check_position_budget() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF OLD.status <> 'PROPOSED' THEN
    RAISE EXCEPTION 'new row violates check constraint "position_budget_approved"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'position_budget_approved', TABLE = 'position', COLUMN = 'budgeted_fte';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER budget_approved AFTER UPDATE OF budgeted_fte, pay_minimum, pay_maximum, pay_currency_code, pay_period ON position
  FOR EACH ROW WHEN (
    (OLD.budgeted_fte, OLD.pay_minimum, OLD.pay_maximum, OLD.pay_currency_code, OLD.pay_period)
    IS DISTINCT FROM (NEW.budgeted_fte, NEW.pay_minimum, NEW.pay_maximum, NEW.pay_currency_code, NEW.pay_period)
  )
  EXECUTE FUNCTION check_position_budget();

CREATE FUNCTION check_position_held() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  today date := (SELECT (now() AT TIME ZONE c.time_zone)::date FROM company AS c WHERE c.id = NEW.company_id);
BEGIN
  -- The most is held today, or on a day on which somebody begins.
  IF EXISTS (
    SELECT FROM assignment AS a
    CROSS JOIN LATERAL (
      SELECT sum(b.fte) AS fte FROM assignment AS b
      WHERE b.position_id = NEW.id AND daterange(b.start_on, b.end_on, '[]') @> greatest(a.start_on, today)
    ) AS held
    WHERE a.position_id = NEW.id AND held.fte > NEW.budgeted_fte
  ) THEN
    RAISE EXCEPTION 'new row violates check constraint "position_budget_held"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'position_budget_held', TABLE = 'position', COLUMN = 'budgeted_fte';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER budget_held AFTER UPDATE OF budgeted_fte ON position
  FOR EACH ROW WHEN (NEW.budgeted_fte < OLD.budgeted_fte) EXECUTE FUNCTION check_position_held();
