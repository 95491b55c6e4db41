-- Values of a person stand in the audit log encrypted (AES-256, CBC, a random vector for each value) under a key of that
-- person, as {"$sealed": "<base64 of vector and ciphertext>"}. Destroying the key erases them, and leaves the log and
-- its chain as they are. That there was no value is not sealed.

CREATE OR REPLACE FUNCTION public.seal_values(given jsonb, columns text[], person uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  secret bytea;
BEGIN
  IF given IS NULL OR NOT given ?| columns THEN
    RETURN given;
  END IF;
  SELECT key INTO secret FROM public.person_key WHERE person_id = person;
  IF secret IS NULL THEN
    INSERT INTO public.person_key (person_id, key) VALUES (person, public.gen_random_bytes(32)) ON CONFLICT DO NOTHING;
    SELECT key INTO STRICT secret FROM public.person_key WHERE person_id = person;
  END IF;
  RETURN given || coalesce((
    SELECT jsonb_object_agg(each.key, jsonb_build_object('$sealed', translate(encode(
      each.vector || public.encrypt_iv(convert_to(each.value::text, 'UTF8'), secret, each.vector, 'aes'), 'base64'), E'\n', '')))
    FROM (
      SELECT value_of.key, value_of.value, public.gen_random_bytes(16) AS vector
      FROM jsonb_each(given) AS value_of
      WHERE value_of.key = ANY (columns) AND value_of.value <> 'null'
      OFFSET 0
    ) AS each
  ), '{}');
END
$$;

-- The values again: of the columns given, or of all with null. Where the key is destroyed, {"$erased": true}.
CREATE OR REPLACE FUNCTION public.open_values(given jsonb, columns text[], person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  secret bytea;
  opened jsonb;
BEGIN
  IF person IS NULL OR given IS NULL THEN
    RETURN given;
  END IF;
  SELECT key INTO secret FROM public.person_key WHERE person_id = person;
  BEGIN
    SELECT jsonb_object_agg(each.key,
      convert_from(public.decrypt_iv(substr(each.sealed, 17), secret, substr(each.sealed, 1, 16), 'aes'), 'UTF8')::jsonb)
    INTO opened
    FROM (
      SELECT value_of.key, decode(value_of.value ->> '$sealed', 'base64') AS sealed
      FROM jsonb_each(given) AS value_of
      WHERE jsonb_typeof(value_of.value) = 'object' AND value_of.value ? '$sealed'
        AND (columns IS NULL OR value_of.key = ANY (columns)) AND secret IS NOT NULL
    ) AS each;
  EXCEPTION WHEN external_routine_invocation_exception OR data_exception THEN
    -- Sealed under a key that was destroyed, before the person got another.
    secret := NULL;
  END;
  IF secret IS NULL THEN
    SELECT jsonb_object_agg(key, '{"$erased": true}'::jsonb) INTO opened
    FROM jsonb_each(given)
    WHERE jsonb_typeof(value) = 'object' AND value ? '$sealed' AND (columns IS NULL OR key = ANY (columns));
  END IF;
  RETURN given || coalesce(opened, '{}');
END
$$;
