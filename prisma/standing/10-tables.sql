-- The two lists that decide how a table is treated. A table that is in neither is
-- a business table: audited row by row, and writable by the application.

-- Not audited: the audit itself, and what exists only to run the software.
CREATE OR REPLACE FUNCTION public.internal_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    '_prisma_migrations',
    'audit_operation',
    'audit_change',
    'audit_link',
    'audit_pending',
    'person_key',
    'sensitive_read',
    'kept_figures',
    'session',
    'sign_in_link',
    'second_factor',
    'recovery_code',
    'provider_sign_in',
    'idempotency_key',
    'rate_limit',
    'mail',
    'outbox',
    -- That they are registered is recorded as an operation; what they are, their hash says.
    'registered_operation',
    -- The entry is recorded as a whole when it is posted; these hang on it, follow from it, or count for nothing yet.
    'journal_line',
    'dimension_set',
    'dimension_set_member',
    'open_item',
    'number_series',
    'period_balance',
    'period_balance_delta',
    'ledger_pending',
    'ledger_link',
    'entry_draft_line',
    'imported_voucher',
    'imported_voucher_detail',
    -- A pay run is recorded as a whole: with the fingerprint of everything that it was made from and came to.
    'pay_calculation',
    'pay_calculation_detail',
    'pay_problem',
    'pay_rule_book',
    'payslip',
    'payslip_line',
    'payslip_sum',
    'payslip_origin',
    'payslip_detail',
    -- Files of payslips that stay as they are: who asked for them, and who downloaded them, is recorded.
    'payslip_archive',
    'payslip_archive_file',
    -- Files on their way out: who asked for what, and who downloaded it, is recorded.
    'data_export',
    'data_export_chunk',
    -- Its hash stands in the batch, which is audited.
    'payment_file'
  ]
$$;

-- Journals: the application may add to them and read them, never change them.
CREATE OR REPLACE FUNCTION public.append_only_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    'audit_operation',
    'audit_change',
    'audit_link',
    'sensitive_read',
    'kept_figures',
    'journal_entry',
    'journal_line',
    'dimension_set',
    'dimension_set_member',
    'open_item',
    'ledger_link',
    'imported_voucher',
    'imported_voucher_detail',
    'pay_rule_book',
    'payslip',
    'payslip_line',
    'payslip_sum',
    'payslip_origin',
    'payslip_detail',
    'payment_omission',
    'payment_file'
  ]
$$;

-- Sums over other tables, kept by functions that act as the owner: the application reads them.
CREATE OR REPLACE FUNCTION public.derived_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    'period_balance',
    'period_balance_delta'
  ]
$$;

-- Counters: the application counts them up, and takes none away.
CREATE OR REPLACE FUNCTION public.counter_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    'number_series'
  ]
$$;

-- Filled by triggers that act as the owner: the application takes away what it has done.
CREATE OR REPLACE FUNCTION public.queue_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    'ledger_pending'
  ]
$$;

-- Keys: the application may destroy them and can never read them. What they seal it
-- reads through functions that act as the owner.
CREATE OR REPLACE FUNCTION public.key_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT ARRAY[
    'person_key'
  ]
$$;
