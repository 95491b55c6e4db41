import type { Rejection } from '@kontor/core';
import { entity, type RowChange } from '../entity.ts';
import { componentCodes, componentLabel } from './named-codes.ts';

/** An amount, or a quantity with or without the pay for one: either, and not both. */
function amountOrQuantity({ before, after }: RowChange): readonly Rejection[] {
  const { amount = null, quantity = null, unitPay = null } = { ...before, ...after };
  const given = [amount, quantity].filter((each) => each !== null).length;
  if (given !== 1)
    return [{ code: 'AMOUNT_OR_QUANTITY', message: 'Give an amount or a quantity, and not both.', path: ['amount'] }];
  if (unitPay === null || quantity !== null) return [];
  return [{ code: 'AMOUNT_OR_QUANTITY', message: 'The pay for one goes with a quantity.', path: ['unitPay'] }];
}

export const PayItem = entity('PayItem', {
  kind: 'master',
  title: {
    en: ['Pay item', 'Pay items'],
    sv: ['Lönehändelse', 'Lönehändelser'],
    de: ['Einmalbezug', 'Einmalbezüge'],
    hu: ['Eseti bérelem', 'Eseti bérelemek'],
    sl: ['Postavka plače', 'Postavke plače'],
  },
  money: {
    amount: 'company.baseCurrencyCode',
    unitPay: 'company.baseCurrencyCode',
  },
  names: { code: componentCodes },
  labels: { code: componentLabel },
  label: ['employee', 'code'],
  search: ['code', 'note'],
  columns: ['employee', 'period', 'code', 'amount', 'quantity', 'runKind', 'note', 'payslip'],
  order: ['code'],
  create: ['company', 'employee', 'period', 'runKind'],
  write: ['code', 'amount', 'quantity', 'unitPay', 'note'],
  guard: amountOrQuantity,
});
