import { expect, test } from 'vitest';
import { calendarDate } from '../date/calendar-date.ts';
import { decimal } from '../money/decimal.ts';
import { BUDGET_FIELDS, belowHeld, budgetFaults } from './position-budget.ts';

test.each(['APPROVED', 'OPEN', 'FILLED', 'FROZEN', 'CLOSED'] as const)(
  'what is approved of a seat that is %s stays',
  (status) => {
    expect(budgetFaults(status, BUDGET_FIELDS).map(({ code, path }) => [code, ...path])).toEqual(
      BUDGET_FIELDS.map((field) => ['BUDGET_APPROVED', field]),
    );
    expect(budgetFaults(status, [])).toEqual([]);
  },
);

test('the budget of a seat that is only proposed may change', () => {
  expect(budgetFaults('PROPOSED', BUDGET_FIELDS)).toEqual([]);
});

const share = (fte: string, startOn: string, endOn: string | null) => ({
  assignmentId: startOn,
  fte: decimal(fte),
  startOn: calendarDate(startOn),
  endOn: endOn === null ? null : calendarDate(endOn),
});

test.each([
  ['1', [share('1', '2026-01-01', null)], null],
  ['0.8', [share('1', '2026-01-01', null)], 'BUDGET_BELOW_HELD'],
  // Who has left holds nothing any more.
  ['0.8', [share('1', '2025-01-01', '2026-06-30')], null],
  // Who comes later does.
  ['0.8', [share('0.5', '2026-01-01', null), share('0.4', '2027-01-01', null)], 'BUDGET_BELOW_HELD'],
  ['0.8', [share('0.5', '2026-01-01', '2026-12-31'), share('0.4', '2027-01-01', null)], null],
])('%s FTE', (budgetedFte, shares, code) => {
  expect(belowHeld(decimal(budgetedFte), shares, calendarDate('2026-07-01'))?.code ?? null).toBe(code);
});
