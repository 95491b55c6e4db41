/** Amounts are added in one currency alone: so of each amount it is known where its currency stands. */
import '../generated/domains.ts';
import { expect, test } from 'vitest';
import { type Field, graphFields } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { currencyOf } from './money.ts';

const isAmount = ({ type, native }: Field): boolean => type === 'Decimal' && native?.[1].join() === '20,4';

/** A figure of control over payments of any currency, and no amount of money. */
const noMoney = ['PaymentBatch.controlSum'];

test('every amount says where its currency is, and nothing else does', () => {
  const amounts = entities().flatMap(({ name }) =>
    graphFields(name)
      .filter(isAmount)
      .map((field) => `${name}.${field.name}`),
  );
  const withCurrency = entities().flatMap(({ name, money }) =>
    Object.keys(money).map((field) => {
      expect(currencyOf(name, field)?.at(-1)?.name, `${name}.${field}`).toMatch(/urrencyCode$/);
      return `${name}.${field}`;
    }),
  );
  expect(amounts.length).toBeGreaterThan(30);
  expect(withCurrency.toSorted()).toEqual(amounts.filter((each) => !noMoney.includes(each)).toSorted());
});
