ALTER TYPE "compensation_status" ADD VALUE 'REVOKED';
ALTER TABLE "compensation" ADD COLUMN "decision_reason" VARCHAR(500);

-- Nobody is above themselves on any day, not only today: two lines that are dated ahead can make a cycle together. The
-- lock is the one of the line of today, so that changes of either kind wait for each other.
CREATE FUNCTION check_assignment_line() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  days daterange := daterange(NEW.start_on, NEW.end_on, '[]');
BEGIN
  IF NEW.manager_id IS NULL OR (
    TG_OP = 'UPDATE' AND NEW.manager_id = OLD.manager_id AND daterange(OLD.start_on, OLD.end_on, '[]') @> days
  ) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('manager line', 0));
  IF EXISTS (
    WITH RECURSIVE line AS (
      SELECT NEW.manager_id AS employee_id, days AS days
      UNION
      SELECT a.manager_id, line.days * daterange(a.start_on, a.end_on, '[]')
      FROM line
      JOIN assignment AS a ON a.employee_id = line.employee_id AND daterange(a.start_on, a.end_on, '[]') && line.days
      WHERE a.manager_id IS NOT NULL
    )
    SELECT FROM line WHERE line.employee_id = NEW.employee_id
  ) THEN
    RAISE EXCEPTION 'new row violates check constraint "assignment_manager_cycle": the manager line would be a cycle on some day'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_manager_cycle', TABLE = 'assignment', COLUMN = 'manager_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER manager_line AFTER INSERT OR UPDATE ON assignment
  FOR EACH ROW EXECUTE FUNCTION check_assignment_line();

-- As before, with a message that names the constraint: it is all that a driver keeps.
CREATE OR REPLACE FUNCTION check_manager_line() RETURNS trigger
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
    RAISE EXCEPTION 'new row violates check constraint "employee_manager_cycle": the manager line would be a cycle'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'employee_manager_cycle', TABLE = 'employee', COLUMN = 'manager_id';
  END IF;
  RETURN NULL;
END
$$;
