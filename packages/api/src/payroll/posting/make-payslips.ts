import type { Transaction } from '../../write/operation.ts';

/**
 * Makes the payslips of a run out of what it was calculated to: a handful of statements, whatever the number of people,
 * and nothing of it passes through the program. Calculations are thrown away: the payslips say the same.
 */
export async function makePayslips(tx: Transaction, runId: string, taxYear: string): Promise<void> {
  await tx.$executeRaw`
    insert into payslip (company_id, run_id, period_id, employee_id, kind, sequence, pay_on, tax_year, currency_code, gross, net,
      employer_cost, rule_version, input_digest)
    select r.company_id, r.id, r.period_id, c.employee_id, r.kind, r.sequence, r.pay_on, ${taxYear}, c.currency_code, c.gross,
      c.net, c.employer_cost, b.pack || ' ' || ${taxYear} || ' ' || left(b.digest, 12), d.input_digest
    from pay_run r
    join pay_calculation c on c.run_id = r.id
    join pay_calculation_detail d on d.calculation_id = c.id
    join pay_rule_book b on b.id = d.rule_book_id
    where r.id = ${runId}::uuid`;
  await tx.$executeRaw`
    insert into payslip_line (company_id, payslip_id, employee_id, line_no, code, kind, label, amount, rule_from)
    select s.company_id, s.id, s.employee_id, l.place, l.line ->> 'code', (l.line ->> 'kind')::pay_component_kind,
      l.line ->> 'label', (l.line ->> 'amount')::numeric, (l.line ->> 'ruleFrom')::date
    from payslip s
    join pay_calculation c on c.run_id = s.run_id and c.employee_id = s.employee_id
    join pay_calculation_detail d on d.calculation_id = c.id
    cross join lateral jsonb_array_elements(d.lines) with ordinality as l (line, place)
    where s.run_id = ${runId}::uuid`;
  await tx.$executeRaw`
    insert into payslip_sum (company_id, payslip_id, employee_id, code, amount)
    select s.company_id, s.id, s.employee_id, y.key, y.value::numeric
    from payslip s
    join pay_calculation c on c.run_id = s.run_id and c.employee_id = s.employee_id
    join pay_calculation_detail d on d.calculation_id = c.id
    cross join lateral jsonb_each_text(d.year_to_date) as y
    where s.run_id = ${runId}::uuid`;
  await tx.$executeRaw`
    insert into payslip_origin (company_id, payslip_id, origin_payslip_id, employee_id, code, paid, corrected, difference,
      paid_from, corrected_from)
    select s.company_id, s.id, o."originPayslipId", s.employee_id, o.code, o.paid, o.corrected, o.difference, o."paidFrom",
      o."correctedFrom"
    from payslip s
    join pay_calculation c on c.run_id = s.run_id and c.employee_id = s.employee_id
    join pay_calculation_detail d on d.calculation_id = c.id
    cross join lateral jsonb_to_recordset(d.origins) as o ("originPayslipId" uuid, code text, paid numeric, corrected numeric,
      difference numeric, "paidFrom" text, "correctedFrom" text)
    where s.run_id = ${runId}::uuid`;
  await tx.$executeRaw`
    insert into payslip_detail (payslip_id, rule_book_id, event, prorations)
    select s.id, d.rule_book_id, d.event, d.prorations
    from payslip s
    join pay_calculation c on c.run_id = s.run_id and c.employee_id = s.employee_id
    join pay_calculation_detail d on d.calculation_id = c.id
    where s.run_id = ${runId}::uuid`;
  await tx.$executeRaw`delete from pay_calculation where run_id = ${runId}::uuid`;
}

/** Says of the items of a run which payslip paid them. */
export async function settleItems(tx: Transaction, runId: string, kinds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update pay_item i set payslip_id = s.id
    from payslip s
    where s.run_id = ${runId}::uuid and i.employee_id = s.employee_id and i.period_id = s.period_id
      and i.active and i.payslip_id is null and i.run_kind::text = any(${kinds})`;
}
