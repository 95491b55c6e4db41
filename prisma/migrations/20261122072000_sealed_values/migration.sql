CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

-- AlterTable
ALTER TABLE "audit_change" ADD COLUMN "person_id" UUID;

-- CreateTable
CREATE TABLE "person_key" (
    "person_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("person_id")
);

-- What stands in the log already is sealed as the triggers seal from now on. Whose a row was is asked of the row, and of
-- the log where the row is gone.
CREATE FUNCTION pg_temp.subject_of(of_table text, of_row uuid, of_column text) RETURNS uuid
LANGUAGE plpgsql
AS $$
DECLARE
  found uuid;
BEGIN
  EXECUTE format('SELECT %I FROM public.%I WHERE id = $1', of_column, of_table) INTO found USING of_row;
  RETURN coalesce(found, (
    SELECT (coalesce(c.after, c.before) ->> of_column)::uuid FROM public.audit_change AS c
    WHERE c.table_name = of_table AND c.row_id = of_row AND c.kind IN ('INSERT', 'DELETE') LIMIT 1
  ));
END
$$;

UPDATE public.audit_change AS c
SET person_id = CASE c.table_name
  WHEN 'person' THEN c.row_id
  WHEN 'employee' THEN pg_temp.subject_of('employee', c.row_id, 'person_id')
  WHEN 'home_change' THEN pg_temp.subject_of('home_change', c.row_id, 'person_id')
  WHEN 'bank_change' THEN pg_temp.subject_of('bank_change', c.row_id, 'person_id')
  ELSE pg_temp.subject_of('employee', pg_temp.subject_of(c.table_name, c.row_id, 'employee_id'), 'person_id')
END
WHERE c.table_name IN ('person', 'employee', 'home_change', 'bank_change', 'compensation', 'tax_change');

INSERT INTO public.person_key (person_id, key)
SELECT person_id, gen_random_bytes(32) FROM (SELECT DISTINCT person_id FROM public.audit_change WHERE person_id IS NOT NULL) AS people;

CREATE FUNCTION pg_temp.seal(given jsonb, columns text[], secret bytea) RETURNS jsonb
LANGUAGE sql
AS $$
  SELECT given || coalesce((
    SELECT jsonb_object_agg(each.key, jsonb_build_object('$sealed', translate(encode(
      each.vector || public.encrypt_iv(convert_to(each.value::text, 'UTF8'), secret, each.vector, 'aes'), 'base64'), E'\n', '')))
    FROM (
      SELECT value_of.key, value_of.value, public.gen_random_bytes(16) AS vector
      FROM jsonb_each(given) AS value_of
      WHERE value_of.key = ANY (columns) AND value_of.value <> 'null'
      OFFSET 0
    ) AS each
  ), '{}')
$$;

WITH sealed (table_name, columns) AS (VALUES
  ('bank_change', ARRAY['account_holder', 'bic', 'decided_at', 'iban', 'note', 'status']),
  ('compensation', ARRAY['amount', 'currency_code', 'decided_at', 'decision_reason', 'end_on', 'pay_period', 'reason', 'start_on', 'status']),
  ('employee', ARRAY['salary', 'salary_currency_code', 'salary_period', 'tax_code', 'tax_dependants']),
  ('home_change', ARRAY['city', 'country', 'decided_at', 'note', 'postal_code', 'private_email', 'private_phone', 'status', 'street']),
  ('person', ARRAY['account_holder', 'bic', 'birth_on', 'emergency_name', 'emergency_phone', 'emergency_relationship', 'home_city', 'home_country', 'home_postal_code', 'home_street', 'iban', 'national_id', 'nationality', 'private_email', 'private_phone', 'work_permit_until_on']),
  ('tax_change', ARRAY['decided_at', 'note', 'status', 'tax_code', 'tax_dependants'])
)
UPDATE public.audit_change AS c
SET before = pg_temp.seal(c.before, s.columns, k.key), after = pg_temp.seal(c.after, s.columns, k.key)
FROM sealed AS s, public.person_key AS k
WHERE s.table_name = c.table_name AND k.person_id = c.person_id;

-- An update that changed nothing of these says of nobody whose it was.
UPDATE public.audit_change SET person_id = NULL
WHERE person_id IS NOT NULL AND coalesce(before::text, '') || coalesce(after::text, '') NOT LIKE '%"$sealed"%';
