-- A trigger looks at the tables that it means. Temporary tables come first for whoever does not say otherwise, and the
-- application may make some: one named as a real one would be asked instead of it.
DO $$
DECLARE
  trusting record;
BEGIN
  FOR trusting IN
    SELECT p.oid::regprocedure AS function FROM pg_proc AS p
    JOIN pg_namespace AS n ON n.oid = p.pronamespace
    JOIN pg_language AS l ON l.oid = p.prolang
    WHERE n.nspname = 'public' AND l.lanname = 'plpgsql' AND pg_get_userbyid(p.proowner) = current_user
      AND NOT coalesce(array_to_string(p.proconfig, ',') LIKE '%search_path=%', false)
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', trusting.function);
  END LOOP;
END
$$;
