-- Optimistic locking: the database, not the program, counts the versions of a row.
CREATE OR REPLACE FUNCTION public.count_row_version() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  -- The program cannot set these, and they do not make a row differ.
  NEW.version := OLD.version;
  IF TG_ARGV[0] = 'updated_at' THEN
    NEW.updated_at := OLD.updated_at;
  END IF;
  -- Compared as stored: json and a few other types have no equality.
  -- The row is returned even if nothing changed; returning null would make the
  -- statement report no row, which Prisma takes for "not found".
  IF NEW *= OLD THEN
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1;
  IF TG_ARGV[0] = 'updated_at' THEN
    NEW.updated_at := clock_timestamp();
  END IF;
  RETURN NEW;
END
$$;

DO $$
DECLARE
  versioned record;
BEGIN
  FOR versioned IN
    SELECT
      t.table_name,
      EXISTS (
        SELECT FROM information_schema.columns AS c
        WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'updated_at'
      ) AS has_updated_at
    FROM information_schema.tables AS t
    JOIN information_schema.columns AS v USING (table_schema, table_name)
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND v.column_name = 'version'
  LOOP
    -- The name sorts last: BEFORE triggers fire in the order of their names, and
    -- this one must see what the others made of the row.
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER zz_count_row_version BEFORE UPDATE ON public.%I
         FOR EACH ROW EXECUTE FUNCTION public.count_row_version(%L)',
      versioned.table_name,
      CASE WHEN versioned.has_updated_at THEN 'updated_at' ELSE '' END
    );
  END LOOP;
END
$$;
