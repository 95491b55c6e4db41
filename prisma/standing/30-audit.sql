-- Nothing is written without an operation that says who did it and why. The
-- program names the operation with set_config('kontor.operation', id, true); the
-- change rows commit with the fact or not at all.

-- The trigger's arguments are the columns of the table that never enter the audit:
-- what the database counts by itself, and secrets (named …_hash or …_sealed).
CREATE OR REPLACE FUNCTION public.record_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  operation uuid := nullif(current_setting('kontor.operation', true), '')::uuid;
  row_id uuid;
  old_values jsonb;
  new_values jsonb;
  before_values jsonb;
  after_values jsonb;
  sealed text[] := public.sealed_columns(TG_TABLE_NAME);
  subject text[];
  person uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    row_id := NEW.id;
    after_values := to_jsonb(NEW) - TG_ARGV;
  ELSIF TG_OP = 'DELETE' THEN
    row_id := OLD.id;
    before_values := to_jsonb(OLD) - TG_ARGV;
  ELSE
    row_id := NEW.id;
    old_values := to_jsonb(OLD) - '{version,updated_at}'::text[];
    new_values := to_jsonb(NEW) - '{version,updated_at}'::text[];
    IF old_values = new_values THEN
      RETURN NULL;
    END IF;
    -- A change of a secret alone is recorded with no values: that it happened is
    -- worth knowing, what it was is not.
    SELECT coalesce(jsonb_object_agg(key, old_values -> key), '{}'), coalesce(jsonb_object_agg(key, value), '{}')
    INTO before_values, after_values
    FROM jsonb_each(new_values - TG_ARGV)
    WHERE value IS DISTINCT FROM old_values -> key;
  END IF;

  IF operation IS NULL THEN
    RAISE EXCEPTION 'write outside an operation: % on %', lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'KO001',
            HINT = 'Run the write in a command, or name the operation with set_config(''kontor.operation'', id, true).';
  END IF;

  IF sealed IS NOT NULL AND coalesce(after_values ?| sealed, before_values ?| sealed) THEN
    subject := public.sealed_subject(TG_TABLE_NAME);
    person := CASE TG_OP WHEN 'DELETE' THEN before_values WHEN 'INSERT' THEN after_values ELSE new_values END ->> subject[2];
    IF subject[1] = 'employee' AND person IS NOT NULL THEN
      SELECT person_id INTO STRICT person FROM public.employee WHERE id = person;
    END IF;
    -- What is about nobody, such as a payment to a supplier, is nobody's to have erased.
    IF person IS NOT NULL THEN
      before_values := public.seal_values(before_values, sealed, person);
      after_values := public.seal_values(after_values, sealed, person);
    END IF;
  END IF;

  INSERT INTO public.audit_change (id, operation_id, table_name, row_id, kind, before, after, at, person_id)
  VALUES (public.uuid7(), operation, TG_TABLE_NAME, row_id, TG_OP, before_values, after_values, clock_timestamp(), person);
  RETURN NULL;
END
$$;

-- What a statement adds to a table without sealed columns is recorded for all of its rows at once: of thousands, in a
-- third of the time.
CREATE OR REPLACE FUNCTION public.record_added() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  operation uuid := nullif(current_setting('kontor.operation', true), '')::uuid;
BEGIN
  IF operation IS NULL AND EXISTS (SELECT FROM added) THEN
    RAISE EXCEPTION 'write outside an operation: % on %', lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'KO001',
            HINT = 'Run the write in a command, or name the operation with set_config(''kontor.operation'', id, true).';
  END IF;
  INSERT INTO public.audit_change (id, operation_id, table_name, row_id, kind, after, at)
  SELECT public.uuid7(), operation, TG_TABLE_NAME, a.id, TG_OP, to_jsonb(a) - TG_ARGV, clock_timestamp() FROM added AS a;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  business_table record;
  is_sealed boolean;
  former record;
BEGIN
  FOR business_table IN
    SELECT
      t.table_name AS name,
      (
        SELECT string_agg(quote_literal(c.column_name), ', ')
        FROM information_schema.columns AS c
        WHERE c.table_schema = 'public' AND c.table_name = t.table_name
          AND (c.column_name IN ('version', 'updated_at') OR c.column_name LIKE '%\_hash' OR c.column_name LIKE '%\_sealed')
      ) AS unaudited
    FROM information_schema.tables AS t
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND t.table_name <> ALL (public.internal_tables())
  LOOP
    is_sealed := public.sealed_columns(business_table.name) IS NOT NULL;
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER record_change AFTER %s ON public.%I
         FOR EACH ROW EXECUTE FUNCTION public.record_change(%s)',
      CASE WHEN is_sealed THEN 'INSERT OR UPDATE OR DELETE' ELSE 'UPDATE OR DELETE' END,
      business_table.name,
      -- Always one at least, as there is no array of no arguments.
      coalesce(business_table.unaudited, quote_literal('version'))
    );
    IF is_sealed THEN
      EXECUTE format('DROP TRIGGER IF EXISTS record_added ON public.%I', business_table.name);
    ELSE
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER record_added AFTER INSERT ON public.%I REFERENCING NEW TABLE AS added
           FOR EACH STATEMENT EXECUTE FUNCTION public.record_added(%s)',
        business_table.name,
        coalesce(business_table.unaudited, quote_literal('version'))
      );
    END IF;
  END LOOP;
  -- A table that became internal must not keep the trigger of its former life.
  FOR former IN
    SELECT t.tgname AS name, c.relname AS of_table FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND t.tgname IN ('record_change', 'record_added') AND c.relname = ANY (public.internal_tables())
  LOOP
    EXECUTE format('DROP TRIGGER %I ON public.%I', former.name, former.of_table);
  END LOOP;
END
$$;
