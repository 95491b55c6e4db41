import { useMemo, useReducer, useState } from 'react';
import { useStore } from 'react-admin';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { editableDecimal } from '../values/format.ts';
import { isOfParties } from './account-search.ts';
import type { Books, Company } from './books.ts';
import { type ContraMemory, contraOf, remember } from './contra-memory.ts';
import {
  awaitsContra,
  emptySheet,
  isBlank,
  type Reckoning,
  type Sheet,
  type Side,
  totals,
  withAmount,
  withContra,
  withLine,
  withNewLine,
  withoutLine,
  withTaxSplit,
} from './sheet.ts';

const today = (): string => new Date().toLocaleDateString('sv-SE');

/** The sheet, and what typing does to it. */
export function useTyping(company: Company, books: Books, begun: Sheet | undefined) {
  const locale = useReaderLocale();
  const reckoning: Reckoning = useMemo(() => ({ locale, minorUnit: company.minorUnit }), [locale, company.minorUnit]);
  const [sheet, change] = useReducer(
    (current: Sheet, next: (sheet: Sheet) => Sheet) => next(current),
    begun ?? emptySheet(today()),
  );
  const [memory, setMemory] = useStore<ContraMemory>(`journal.contra.${company.id}`, []);
  const known = useMemo(() => new Map(books.accounts.map((account) => [account.code, account])), [books.accounts]);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const write = (amount: string) => editableDecimal(amount, locale);
  return {
    sheet,
    reckoning,
    known,
    totals: totals(sheet, reckoning),
    head: (values: Partial<Pick<Sheet, 'postingOn' | 'text' | 'reference'>>) =>
      change((current) => ({ ...current, ...values })),
    line: (key: number, values: Parameters<typeof withLine>[2]) => change((current) => withLine(current, key, values)),
    amount: (key: number, side: Side, text: string) => change((current) => withAmount(current, key, side, text)),
    /** The line whose account was taken as the cursor left it: if that asks for a business partner, the cursor goes there. */
    leftAt,
    account: (key: number, account: string, left = false) => {
      const choice = known.get(account);
      setLeftAt(left ? key : null);
      change((current) => {
        const own = { account, taxCode: choice?.taxCode ?? '', ...(!isOfParties(choice) && { party: '', dueOn: '' }) };
        const chosen = withLine(current, key, own);
        const line = chosen.lines.find((one) => one.key === key);
        return line && awaitsContra(line) ? withContra(chosen, key, reckoning, write) : chosen;
      });
    },
    /** Proposes the account that the first line was last set against, when the cursor comes to an empty second line. */
    propose: (key: number) =>
      change((current) => {
        const [first, second, ...more] = current.lines;
        if (!first || second?.key !== key || second.account !== '' || more.length > 0) return current;
        const account = contraOf(memory, first.account);
        if (account === undefined || !known.has(account)) return current;
        return withContra(withLine(current, key, { account }), key, reckoning, write);
      }),
    fill: (key: number) => change((current) => withContra(current, key, reckoning, write)),
    addLine: () => change(withNewLine),
    removeLine: (key: number) => change((current) => withoutLine(current, key)),
    /** Takes the tax out of a line's amount. Answers whether the line has a tax. */
    splitTax: (key: number): boolean => {
      const line = sheet.lines.find((one) => one.key === key);
      const tax = books.taxes.find(({ code }) => code === line?.taxCode);
      if (tax) change((current) => withTaxSplit(current, key, tax, reckoning, write));
      return tax !== undefined;
    },
    /** Begins the next entry, of the same day. */
    next: () => {
      const accounts = sheet.lines.filter((line) => !isBlank(line)).map(({ account }) => account);
      setMemory(remember(memory, accounts));
      change(({ postingOn }) => emptySheet(postingOn));
    },
  };
}
