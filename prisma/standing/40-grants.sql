-- The application's role has what it needs and no more: it owns nothing, cannot
-- TRUNCATE, cannot turn off a trigger, and can only add to a journal.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO kontor_app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM kontor_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO kontor_app;

DO $$
DECLARE
  each_table text;
BEGIN
  FOR each_table IN
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
  LOOP
    IF each_table = '_prisma_migrations' THEN
      EXECUTE format('GRANT SELECT ON public.%I TO kontor_app', each_table);
    ELSIF each_table = ANY (public.key_tables()) THEN
      EXECUTE format('GRANT SELECT (person_id), DELETE ON public.%I TO kontor_app', each_table);
    ELSIF each_table = ANY (public.derived_tables()) THEN
      EXECUTE format('GRANT SELECT ON public.%I TO kontor_app', each_table);
    ELSIF each_table = ANY (public.counter_tables()) THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO kontor_app', each_table);
    ELSIF each_table = ANY (public.queue_tables()) THEN
      EXECUTE format('GRANT SELECT, DELETE ON public.%I TO kontor_app', each_table);
    ELSIF each_table = ANY (public.append_only_tables()) THEN
      EXECUTE format('GRANT SELECT, INSERT ON public.%I TO kontor_app', each_table);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO kontor_app', each_table);
    END IF;
  END LOOP;
  FOR each_table IN
    SELECT table_name FROM information_schema.views WHERE table_schema = 'public'
  LOOP
    EXECUTE format('GRANT SELECT ON public.%I TO kontor_app', each_table);
  END LOOP;
END
$$;

-- These act as the owner, for the application alone.
REVOKE ALL ON FUNCTION public.seal_values(jsonb, text[], uuid), public.open_values(jsonb, text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.seal_values(jsonb, text[], uuid), public.open_values(jsonb, text[], uuid) TO kontor_app;
