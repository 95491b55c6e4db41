/** What an entry of pay shows of groups of people, and what it puts together. */
import { decimal } from '@kontor/core';
import { expect, test } from 'vitest';
import { type Amount, disclosed } from './disclose.ts';

/** One pound on an account for each of some people, from a number on. */
const pounds = (account: string, count: number, other: Partial<Amount> & { from?: number } = {}): readonly Amount[] =>
  Array.from({ length: count }, (_, index) => {
    const { from = 0, ...rest } = other;
    const place = { account, costCentre: null, side: 'debit', amount: decimal('1') } as const;
    return { ...place, ...rest, people: [from + index] };
  });

const shown = (amounts: readonly Amount[], peopleInCompany = 100): readonly string[] | null =>
  disclosed(amounts, { net: 'NET', peopleInCompany })
    ?.map(({ account, costCentre, amount, people }) => `${account} ${costCentre ?? '-'} ${amount} of ${people.size}`)
    .toSorted() ?? null;

const centres = (...counts: readonly number[]): readonly Amount[] =>
  counts.flatMap((count, index) => pounds('PAY', count, { costCentre: `C${index}`, from: index * 50 }));

test.each([
  ['cost centres of five and more stand by themselves', centres(6, 5), ['PAY C0 6 of 6', 'PAY C1 5 of 5']],
  ['small ones stand together where they are five', centres(6, 2, 3), ['PAY - 5 of 5', 'PAY C0 6 of 6']],
  ['a small one takes the smallest of the others with it', centres(9, 6, 3), ['PAY - 9 of 9', 'PAY C0 9 of 9']],
  ['of two, neither is told from the other', centres(9, 3), ['PAY - 12 of 12']],
])('%s', (_, amounts, expected) => {
  expect(shown(amounts)).toEqual(expected);
});

test('an account of two people joins the largest of what is owed, and never what is paid out', () => {
  const owed = { side: 'credit' } as const;
  const amounts = [...pounds('NET', 8, owed), ...pounds('TAX', 7, owed), ...pounds('LOAN', 2, owed)];
  expect(shown(amounts)).toEqual(['NET - 8 of 8', 'TAX - 9 of 7']);
});

test('fewer than five are shown as one where they are the whole company, and otherwise not at all', () => {
  const three = centres(2, 1);
  expect(shown(three, 3)).toEqual(['PAY - 3 of 3']);
  expect(shown(three, 4)).toBeNull();
});
