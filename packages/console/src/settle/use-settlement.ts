import { Big } from 'big.js';
import { useRef, useState } from 'react';
import { mutate } from '../data/graph-client.ts';
import { RefusedError, refusalOf, type UserError } from '../data/graph-error.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { useRefresh } from '../record/use-refresh.ts';
import { parseDecimal } from '../values/format.ts';
import { ALLOCATE, type OpenItem } from './settle-query.ts';

/** What is asked for besides the items. */
export interface Terms {
  readonly settledOn: string;
  readonly gainAccount: string;
  readonly lossAccount: string;
}

const noTerms: Terms = { settledOn: '', gainAccount: '', lossAccount: '' };

/** Names of the inputs that a refusal may stand at, for those beside the items. */
const TERMS: ReadonlySet<string> = new Set(Object.keys(noTerms));

/** The item that a refusal is about, of those that were sent; undefined where it is about the rest. */
function itemOf({ path }: UserError, sent: readonly OpenItem[]): OpenItem | undefined {
  const [list, row] = (path ?? []).filter((part) => part !== 'input');
  return list === 'items' && row !== undefined ? sent[Number(row)] : undefined;
}

/** The course of a settlement: items are ticked, amounts typed, and all of it is sent at once. */
export function useSettlement(items: readonly OpenItem[], ticked: readonly string[]) {
  const locale = useReaderLocale();
  const explain = useRefusals();
  const refresh = useRefresh();
  const key = useRef(newIdempotencyKey());
  const [amounts, setAmounts] = useState<ReadonlyMap<string, string>>(new Map(ticked.map((id) => [id, ''])));
  const [terms, setTerms] = useState(noTerms);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = items.filter(({ id }) => amounts.has(id));
  const changed = () => {
    key.current = newIdempotencyKey();
    setFaults(new Map());
    setProblem('');
  };
  const toggle = (id: string) => {
    changed();
    setAmounts((current) => {
      const next = new Map(current);
      if (!next.delete(id)) next.set(id, '');
      return next;
    });
  };
  const setAmount = (id: string, text: string) => {
    changed();
    setAmounts((current) => new Map(current).set(id, text));
  };
  /** Each reason beside its item or term; what is about neither, as a sentence for the whole. */
  const place = (error: unknown) => {
    const errors = refusalOf(error)?.userErrors ?? [];
    const ofItems = errors.flatMap((each) => {
      const item = itemOf(each, chosen);
      return item ? [[item.id, explain(new RefusedError([each]), new Set()).problem] as const] : [];
    });
    const others = errors.filter((each) => itemOf(each, chosen) === undefined);
    const rest = explain(errors.length > 0 ? new RefusedError(others) : error, TERMS);
    setFaults(new Map([...ofItems, ...Object.entries(rest.faults)]));
    setProblem(rest.problem);
  };
  const settle = async (): Promise<boolean> => {
    const [first] = chosen;
    if (!first) return false;
    setBusy(true);
    setFaults(new Map());
    setProblem('');
    try {
      await mutate(ALLOCATE, {
        companyId: first.account?.company.id,
        idempotencyKey: key.current,
        items: chosen.map(({ id }) => {
          const text = amounts.get(id)?.trim() ?? '';
          return text === '' ? { itemId: id } : { itemId: id, amount: parseDecimal(text, locale) ?? text };
        }),
        ...Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== '')),
      });
      changed();
      setAmounts(new Map());
      await refresh();
      return true;
    } catch (error) {
      place(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const change = (values: Partial<Terms>) => {
    changed();
    setTerms((current) => ({ ...current, ...values }));
  };
  return { chosen, amounts, terms, change, faults, problem, busy, toggle, setAmount, settle };
}

/** What was chosen on one side, as far as it is open. */
export function sumOf(chosen: readonly OpenItem[], side: 'debit' | 'credit'): string {
  return chosen
    .map(({ remaining }) => new Big(remaining))
    .filter((remaining) => (side === 'debit' ? remaining.gt(0) : remaining.lt(0)))
    .reduce((sum, remaining) => sum.plus(remaining.abs()), new Big(0))
    .toFixed();
}
