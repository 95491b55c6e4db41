-- What a trigger refuses is told by its name, as what a constraint refuses is: the driver passes on the message alone.
CREATE OR REPLACE FUNCTION check_department_tree() RETURNS trigger
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
    RAISE EXCEPTION 'new row violates check constraint "department_parent_cycle": the department tree would be a cycle'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'department_parent_cycle', TABLE = 'department', COLUMN = 'parent_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION check_minor_unit() RETURNS trigger
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
      RAISE EXCEPTION 'new row violates check constraint "%_minor_unit": amount % has more decimals than % has',
        TG_TABLE_NAME, row_values ->> amount_column, currency_code
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_minor_unit', TABLE = TG_TABLE_NAME, COLUMN = amount_column;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
