import { useEffect, useRef, useState } from 'react';
import type { Placed } from '../data/graph-error.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { formatDecimal } from '../values/format.ts';
import { type Books, type Company, type Posted, postSheet, type SheetRequest, saveDraft } from './books.ts';
import { faultsOf, isBlank, type SheetLine } from './sheet.ts';
import { useTyping } from './use-typing.ts';

/** What is wrong, by the cell or the field of the head that it is about; under `sheet`, what is about the whole. */
export type Faults = ReadonlyMap<string, string>;

const nothing: Faults = new Map();
const shownBelow = 8;

export const cell = (line: number, column: string): string => `${line}.${column}`;

/** The faults of a refusal at the cells of the lines that were sent. */
function placed({ faults, problem }: Placed, lines: readonly SheetLine[]): Faults {
  const entries = Object.entries(faults).map(([name, text]): [string, string] => {
    const [, row, column = 'account'] = /^lines\.(\d+)(?:\.(\w+))?$/.exec(name) ?? [];
    const line = row === undefined ? undefined : lines[Number(row)];
    return [line ? cell(line.key, column) : name, text];
  });
  return new Map(problem ? [...entries, ['sheet', problem]] : entries);
}

interface SheetOptions {
  readonly company: Company;
  readonly journal: string;
  readonly books: Books;
}

/** The entry that is being typed, and its way into the books. */
export function useSheet({ company, journal, books }: SheetOptions) {
  const t = useTexts();
  const explain = useRefusals();
  const typing = useTyping(company, books);
  const { sheet, reckoning, known } = typing;
  const { locale } = reckoning;
  const [faults, setFaults] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [posted, setPosted] = useState<readonly Posted[]>([]);
  // One key for as long as the sheet is the same entry: a second press or a retry does not post twice.
  const key = useRef(newIdempotencyKey());
  const written = sheet.lines.filter((line) => !isBlank(line));
  useLeaveWarning(written.length > 0);

  const own = (): Faults => {
    const difference = formatDecimal(typing.totals.difference.abs().toFixed(), locale);
    return new Map(
      faultsOf(sheet, known, reckoning).map(({ fault, key: line }) => {
        const column = fault === 'noAmount' || fault === 'badAmount' ? 'debit' : 'account';
        return [line === undefined ? 'sheet' : cell(line, column), t(`journal.${fault}`, { difference })];
      }),
    );
  };
  const send = async <Answer>(by: (request: SheetRequest) => Promise<Answer>): Promise<Answer | undefined> => {
    setBusy(true);
    try {
      const answer = await by({ company, journal, sheet, locale, idempotencyKey: key.current });
      setFaults(nothing);
      key.current = newIdempotencyKey();
      typing.next();
      return answer;
    } catch (error) {
      setFaults(placed(explain(error), written));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...typing,
    locale,
    faults,
    busy,
    posted,
    splitTax: (line: number) => {
      if (!typing.splitTax(line)) setFaults(new Map([[cell(line, 'taxCode'), t('journal.noTax')]]));
    },
    /** Posts the entry and begins the next. Answers whether it was posted. */
    post: async (): Promise<boolean> => {
      const found = own();
      setFaults(found);
      if (busy || found.size > 0) return false;
      const entry = await send(postSheet);
      if (entry) setPosted((before) => [entry, ...before].slice(0, shownBelow));
      return entry !== undefined;
    },
    /** Keeps the sheet for later and begins the next. Answers whether it was kept. */
    saveDraft: async (): Promise<boolean> => !busy && (await send(saveDraft)) !== undefined,
  };
}

export type SheetControl = ReturnType<typeof useSheet>;

/** The browser asks before what was typed is lost. */
function useLeaveWarning(typed: boolean): void {
  useEffect(() => {
    if (!typed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);
}
