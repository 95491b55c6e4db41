-- What is posted is posted: it is refused to change it, to the owner as well. (A superuser can turn triggers off;
-- `kontor ledger verify` finds what was done then.)
CREATE OR REPLACE FUNCTION public.posted_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY['journal_entry', 'journal_line', 'dimension_set', 'dimension_set_member', 'open_item', 'ledger_link',
    'pay_rule_book', 'payslip', 'payslip_line', 'payslip_sum', 'payslip_origin', 'payslip_detail']
$$;

CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'what is posted stays: % on %', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'KO002', HINT = 'Correct it with another entry.';
END
$$;

-- What remains of an open item follows from its settlements: the trigger on these changes it, and nobody else.
DO $$
DECLARE
  posted text;
BEGIN
  FOREACH posted IN ARRAY public.posted_tables() LOOP
    IF to_regclass('public.' || posted) IS NOT NULL THEN
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON public.%I
           FOR EACH STATEMENT %s EXECUTE FUNCTION public.refuse_change()',
        posted,
        CASE posted WHEN 'open_item' THEN 'WHEN (pg_trigger_depth() = 0)' ELSE '' END
      );
    END IF;
  END LOOP;
END
$$;
