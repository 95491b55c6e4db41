import { BUDGET_FIELDS, budgetFaults, compareDecimal, decimal, type PositionStatus } from '@kontor/core';
import { entity, type RowChange } from '../entity.ts';

/** Whether a value is another one than it was; numbers are equal whatever their zeros. */
const isOther = (was: unknown, is: unknown): boolean =>
  was === null || is === null || Number.isNaN(Number(is))
    ? was !== is
    : compareDecimal(decimal(String(was)), decimal(String(is))) !== 0;

const guard = ({ before, after }: RowChange) =>
  before === null
    ? []
    : budgetFaults(
        before['status'] as PositionStatus,
        BUDGET_FIELDS.filter((field) => field in after && isOther(before[field], after[field])),
      );

export const Position = entity('Position', {
  kind: 'document',
  title: {
    en: ['Position', 'Positions'],
    sv: ['Befattning', 'Befattningar'],
    de: ['Planstelle', 'Planstellen'],
    hu: ['Munkakör', 'Munkakörök'],
    sl: ['Delovno mesto', 'Delovna mesta'],
  },
  prominent: true,
  label: ['title'],
  search: ['code', 'title'],
  columns: ['code', 'title', 'department', 'status', 'budgetedFte', 'payMinimum', 'payMaximum', 'payCurrencyCode'],
  order: ['code'],
  create: ['company'],
  write: ['code', 'title', 'department', 'budgetedFte', 'payMinimum', 'payMaximum', 'payCurrency', 'payPeriod'],
  guard,
  checks: {
    budgetedFte: { minimum: '0.001' },
    payMinimum: { minimum: '0', currency: 'payCurrencyCode' },
    payMaximum: { minimum: '0', currency: 'payCurrencyCode' },
  },
});
