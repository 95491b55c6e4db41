import { useCallback, useRef, useState } from 'react';
import { RefusedError, refusalOf, type UserError } from '../data/graph-error.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useLeaveWarning } from '../layout/use-leave-warning.ts';
import { formatDecimal } from '../values/format.ts';
import {
  type Books,
  type Company,
  type DraftVersion,
  type Posted,
  postSheet,
  type SheetRequest,
  saveDraft,
} from './books.ts';
import { faultsOf, isBlank, type Sheet, type SheetFault, type SheetLine } from './sheet.ts';
import { useTyping } from './use-typing.ts';

/** What is wrong, by the cell or the field of the head that it is about; under `sheet`, what is about the whole. */
export type Faults = ReadonlyMap<string, string>;

const nothing: Faults = new Map();
const shownBelow = 8;

export const cell = (line: number, column: string): string => `${line}.${column}`;

/** Cells that show what is wrong with a line; that of the account, unless said here. */
const columnOf: Partial<Record<SheetFault, string>> = { noAmount: 'debit', badAmount: 'debit', noParty: 'party' };

/** Fields of the head that show what is wrong with them. */
const HEAD: ReadonlySet<string> = new Set(['postingOn', 'reference', 'text']);

/** The place of a refusal: a cell of the lines that were sent, a field of the head, or the sheet as a whole. */
function placeOf({ path }: UserError, lines: readonly SheetLine[]): string {
  const [first = '', row, column = 'account'] = (path ?? []).filter((part) => part !== 'input');
  const line = first === 'lines' && row !== undefined ? lines[Number(row)] : undefined;
  if (line) return cell(line.key, column);
  return HEAD.has(first) ? first : 'sheet';
}

interface SheetOptions {
  readonly company: Company;
  readonly journal: string;
  readonly books: Books;
  /** The draft that is gone on with, and what it holds. */
  readonly begun?: { readonly draft: DraftVersion; readonly sheet: Sheet };
}

/** The entry that is being typed, and its way into the books. */
export function useSheet({ company, journal, books, begun }: SheetOptions) {
  const t = useTexts();
  const explain = useRefusals();
  const typing = useTyping(company, books, begun?.sheet);
  const { sheet, reckoning, known } = typing;
  const { locale } = reckoning;
  const [faults, setFaults] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [posted, setPosted] = useState<readonly Posted[]>([]);
  // One key for as long as the sheet is the same entry: a second press or a retry does not post twice.
  const key = useRef(newIdempotencyKey());
  const [draft, setDraft] = useState(begun?.draft ?? null);
  /** Each reason where it belongs, in the words of the reader. */
  const placed = (error: unknown): Faults => {
    const errors = refusalOf(error)?.userErrors;
    if (!errors) return new Map([['sheet', explain(error, new Set()).problem]]);
    const faultsAt = new Map<string, string>();
    for (const each of errors) {
      const place = placeOf(each, written);
      const said = explain(new RefusedError([each]), new Set()).problem;
      faultsAt.set(place, [faultsAt.get(place), said].filter(Boolean).join(' '));
    }
    return faultsAt;
  };
  const written = sheet.lines.filter((line) => !isBlank(line));
  // The sheet as it was last kept, in a draft or in the books: only what was typed since would be lost.
  const kept = useRef(begun?.sheet);
  const isBegun = written.length > 0;
  useLeaveWarning(useCallback(() => isBegun && sheet !== kept.current, [isBegun, sheet]));

  const own = (): Faults => {
    const difference = formatDecimal(typing.totals.difference.abs().toFixed(), locale);
    return new Map(
      faultsOf(sheet, known, reckoning).map(({ fault, key: line }) => {
        const column = columnOf[fault] ?? 'account';
        return [line === undefined ? 'sheet' : cell(line, column), t(`journal.${fault}`, { difference })];
      }),
    );
  };
  const send = async <Answer>(by: (request: SheetRequest) => Promise<Answer>): Promise<Answer | undefined> => {
    setBusy(true);
    try {
      const answer = await by({ company, journal, sheet, locale, idempotencyKey: key.current, draft });
      setFaults(nothing);
      key.current = newIdempotencyKey();
      return answer;
    } catch (error) {
      setFaults(placed(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...mendedByTyping(typing, setFaults),
    locale,
    faults,
    busy,
    posted,
    splitTax: (line: number) => {
      if (!typing.splitTax(line)) setFaults(new Map([[cell(line, 'taxCode'), t('journal.noTax')]]));
    },
    /** Posts the entry and begins the next. Answers what was posted. */
    post: async (): Promise<Posted | undefined> => {
      const found = own();
      setFaults(found);
      if (busy || found.size > 0) return undefined;
      const entry = await send(postSheet);
      if (!entry) return undefined;
      setPosted((before) => [entry, ...before].slice(0, shownBelow));
      kept.current = sheet;
      if (!draft) typing.next();
      return entry;
    },
    /** Keeps the sheet for later. What is new makes room for the next; a draft stays to be gone on with. */
    saveDraft: async (): Promise<boolean> => {
      const saved = busy ? undefined : await send(saveDraft);
      if (!saved) return false;
      kept.current = sheet;
      if (draft) setDraft(saved);
      else typing.next();
      return true;
    },
    isDraft: draft !== null,
  };
}

/** Typing after which what was wrong with a cell is not said any more once something else stands there. */
function mendedByTyping(
  typing: ReturnType<typeof useTyping>,
  setFaults: (change: (before: Faults) => Faults) => void,
): ReturnType<typeof useTyping> {
  const typed = (line: number, ...columns: readonly string[]): void =>
    setFaults((before) => {
      const cells = columns.map((column) => cell(line, column)).filter((each) => before.has(each));
      return cells.length === 0 ? before : new Map([...before].filter(([place]) => !cells.includes(place)));
    });
  return {
    ...typing,
    line: (key, values) => {
      typed(key, ...Object.keys(values));
      typing.line(key, values);
    },
    amount: (key, side, text) => {
      typed(key, 'debit', 'credit');
      typing.amount(key, side, text);
    },
    account: (key, account, left) => {
      typed(key, 'account', 'party');
      typing.account(key, account, left);
    },
  };
}

export type SheetControl = ReturnType<typeof useSheet>;
