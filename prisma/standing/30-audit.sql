-- Nothing is written without an operation that says who did it and why. The
-- program names the operation with set_config('kontor.operation', id, true); the
-- change rows commit with the fact or not at all.

-- Never in the audit: what the database counts by itself, and secrets.
CREATE OR REPLACE FUNCTION public.audited_columns(row_values jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}'::jsonb)
  FROM jsonb_each(row_values)
  WHERE key NOT IN ('version', 'updated_at') AND key NOT LIKE '%\_hash'
$$;

CREATE OR REPLACE FUNCTION public.record_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  operation uuid := nullif(current_setting('kontor.operation', true), '')::uuid;
  old_values jsonb;
  new_values jsonb;
  before_values jsonb;
  after_values jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    old_values := to_jsonb(OLD);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    new_values := to_jsonb(NEW);
  END IF;

  IF TG_OP = 'UPDATE' THEN
    IF old_values - ARRAY['version', 'updated_at'] = new_values - ARRAY['version', 'updated_at'] THEN
      RETURN NULL;
    END IF;
    -- A change of a secret alone is recorded with no values: that it happened is
    -- worth knowing, what it was is not.
    SELECT
      coalesce(jsonb_object_agg(key, o.value), '{}'::jsonb),
      coalesce(jsonb_object_agg(key, n.value), '{}'::jsonb)
    INTO before_values, after_values
    FROM jsonb_each(public.audited_columns(old_values)) AS o
    JOIN jsonb_each(public.audited_columns(new_values)) AS n USING (key)
    WHERE o.value IS DISTINCT FROM n.value;
  ELSIF TG_OP = 'INSERT' THEN
    after_values := public.audited_columns(new_values);
  ELSE
    before_values := public.audited_columns(old_values);
  END IF;

  IF operation IS NULL THEN
    RAISE EXCEPTION 'write outside an operation: % on %', lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'KO001',
            HINT = 'Run the write in a command, or name the operation with set_config(''kontor.operation'', id, true).';
  END IF;

  INSERT INTO public.audit_change (id, operation_id, table_name, row_id, kind, before, after, at)
  VALUES (
    public.uuid7(),
    operation,
    TG_TABLE_NAME,
    (coalesce(new_values, old_values) ->> 'id')::uuid,
    TG_OP,
    before_values,
    after_values,
    clock_timestamp()
  );
  RETURN NULL;
END
$$;

DO $$
DECLARE
  business_table text;
BEGIN
  FOR business_table IN
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name <> ALL (public.internal_tables())
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON public.%I
         FOR EACH ROW EXECUTE FUNCTION public.record_change()',
      business_table
    );
  END LOOP;
  -- A table that became internal must not keep the trigger of its former life.
  FOR business_table IN
    SELECT c.relname FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND t.tgname = 'record_change' AND c.relname = ANY (public.internal_tables())
  LOOP
    EXECUTE format('DROP TRIGGER record_change ON public.%I', business_table);
  END LOOP;
END
$$;
