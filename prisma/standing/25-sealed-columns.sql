-- Written by `kontor schema` out of packages/api/src/policy. Do not edit.

-- The columns of a table whose values stand sealed in the audit log.
CREATE OR REPLACE FUNCTION public.sealed_columns(of_table text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE of_table
    WHEN 'absence' THEN ARRAY['decision_note', 'health_note', 'kind_id', 'note']
    WHEN 'bank_change' THEN ARRAY['account_holder', 'bic', 'decided_at', 'iban', 'note', 'status']
    WHEN 'compensation' THEN ARRAY['amount', 'currency_code', 'decided_at', 'decision_reason', 'end_on', 'pay_period', 'reason', 'start_on', 'status']
    WHEN 'employee' THEN ARRAY['salary', 'salary_currency_code', 'salary_period', 'tax_code', 'tax_dependants']
    WHEN 'home_change' THEN ARRAY['city', 'country', 'decided_at', 'note', 'postal_code', 'private_email', 'private_phone', 'status', 'street']
    WHEN 'pay_calculation' THEN ARRAY['currency_code', 'employer_cost', 'gross', 'net', 'net_before']
    WHEN 'pay_fact' THEN ARRAY['name', 'starts_on', 'value']
    WHEN 'pay_item' THEN ARRAY['active', 'amount', 'code', 'note', 'quantity', 'run_kind', 'unit_pay']
    WHEN 'pay_opening_balance' THEN ARRAY['amount', 'code', 'tax_year']
    WHEN 'pay_problem' THEN ARRAY['code', 'message', 'path', 'severity', 'values']
    WHEN 'payment' THEN ARRAY['amount', 'bic', 'currency_code', 'end_to_end_id', 'iban', 'payee_name', 'released_at', 'remittance', 'source_event', 'source_id', 'source_type']
    WHEN 'payment_omission' THEN ARRAY['amount', 'currency_code', 'payee_name', 'problem']
    WHEN 'payslip' THEN ARRAY['currency_code', 'employer_cost', 'gross', 'input_digest', 'kind', 'net', 'pay_on', 'rule_version', 'sequence', 'tax_year']
    WHEN 'payslip_line' THEN ARRAY['amount', 'code', 'kind', 'label', 'line_no', 'rule_from']
    WHEN 'payslip_origin' THEN ARRAY['code', 'corrected', 'corrected_from', 'difference', 'paid', 'paid_from']
    WHEN 'payslip_sum' THEN ARRAY['amount', 'code']
    WHEN 'person' THEN ARRAY['account_holder', 'bic', 'birth_on', 'emergency_name', 'emergency_phone', 'emergency_relationship', 'home_city', 'home_country', 'home_postal_code', 'home_street', 'iban', 'national_id', 'nationality', 'private_email', 'private_phone', 'work_permit_until_on']
    WHEN 'tax_change' THEN ARRAY['decided_at', 'note', 'status', 'tax_code', 'tax_dependants']
  END
$$;

-- Whose a row of such a table is: what the id is of, and the column that holds it.
CREATE OR REPLACE FUNCTION public.sealed_subject(of_table text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE of_table
    WHEN 'absence' THEN ARRAY['employee', 'employee_id']
    WHEN 'bank_change' THEN ARRAY['person', 'person_id']
    WHEN 'compensation' THEN ARRAY['employee', 'employee_id']
    WHEN 'employee' THEN ARRAY['person', 'person_id']
    WHEN 'home_change' THEN ARRAY['person', 'person_id']
    WHEN 'pay_calculation' THEN ARRAY['employee', 'employee_id']
    WHEN 'pay_fact' THEN ARRAY['employee', 'employee_id']
    WHEN 'pay_item' THEN ARRAY['employee', 'employee_id']
    WHEN 'pay_opening_balance' THEN ARRAY['employee', 'employee_id']
    WHEN 'pay_problem' THEN ARRAY['employee', 'employee_id']
    WHEN 'payment' THEN ARRAY['employee', 'employee_id']
    WHEN 'payment_omission' THEN ARRAY['employee', 'employee_id']
    WHEN 'payslip' THEN ARRAY['employee', 'employee_id']
    WHEN 'payslip_line' THEN ARRAY['employee', 'employee_id']
    WHEN 'payslip_origin' THEN ARRAY['employee', 'employee_id']
    WHEN 'payslip_sum' THEN ARRAY['employee', 'employee_id']
    WHEN 'person' THEN ARRAY['person', 'id']
    WHEN 'tax_change' THEN ARRAY['employee', 'employee_id']
  END
$$;
