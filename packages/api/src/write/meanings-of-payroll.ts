import { each, type Rows, taken } from './meaning.ts';

/** What the rules of payroll mean to whoever broke them, by the name of the rule. */
export const meaningsOfPayroll: Rows = {
  ...each('END_BEFORE_START', 'The end is before the start.', {
    payroll_period_days: 'endsOn',
    pay_component_version_days: 'endsOn',
  }),
  ...each('AMOUNT_OR_QUANTITY', 'Give an amount or a quantity, and not both.', {
    pay_item_amount_or_quantity: 'amount',
    pay_item_unit_pay: 'unitPay',
  }),
  ...each('PERIOD_FINALIZED', 'The regular run of this period is final: choose the next period, or a correction.', {
    pay_item_period_final: 'periodId',
  }),
  ...each('ITEM_PAID', 'The item is paid: correct it by another one.', { pay_item_paid: 'id' }),
  ...each('SAME_PERSON', 'Somebody other than the preparer must approve.', { pay_run_two_people: 'runId' }),
  ...each('RUN_FINAL', 'The run is final: correct it by another one.', { pay_run_final: 'runId' }),
  ...each('DUE_AFTER_PAY_DAY', 'A deadline is not after the pay day.', { payroll_period_due: 'payOn' }),
  ...each('ANCHOR_MISSING', 'Give the first day of some period: the others follow from it.', {
    pay_schedule_anchor: 'anchorOn',
  }),
  ...each('TOO_LARGE', 'A month has 31 days at the most.', { pay_schedule_pay_day: 'payDay' }),
  payroll_period_no_overlap: taken(
    'PERIODS_OVERLAP',
    'Another period of the schedule has some of these days.',
    'startsOn',
    'PayrollPeriod',
    'startsOn',
  ),
  pay_run_regular_once: taken(
    'RUN_EXISTS',
    'The period has a regular run already: go on with that one, or make another kind.',
    'periodId',
    'PayRun',
    'period',
  ),
  payslip_regular_once: taken(
    'PAID_ALREADY',
    'Somebody in the run has a payslip for the period already: calculate again.',
    'runId',
    'Payslip',
    'period',
  ),
};
