/** A draft on the sheet: asked for with all of its lines, and put into cells as the reader writes numbers. */
import { ask } from '../data/graph-client.ts';
import { editableDecimal } from '../values/format.ts';
import { emptyLine, emptySheet, type Sheet, type SheetLine } from './sheet.ts';

export interface DraftLine {
  readonly accountCode: string | null;
  readonly debit: string | null;
  readonly credit: string | null;
  readonly currencyCode: string | null;
  readonly rate: string | null;
  readonly partyCode: string | null;
  readonly taxCode: string | null;
  readonly taxBase: string | null;
  /** Such as `1:100 6:P7`; what is no plain letter stands by its percent code. */
  readonly dimensions: string | null;
  readonly dueOn: string | null;
  readonly text: string | null;
}

export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly postingOn: string | null;
  readonly documentOn: string | null;
  readonly reverseOn: string | null;
  readonly text: string | null;
  readonly reference: string | null;
  readonly journal: { readonly code: string } | null;
  readonly company: { readonly id: string } | null;
  readonly lines: readonly DraftLine[];
}

export const ENTRY_DRAFT = `query DraftToGoOnWith($id: ID!, $after: ID) {
  it: entryDraft(id: $id) { id version status postingOn documentOn reverseOn text reference journal { code } company { id }
    lines(first: 100, after: $after, orderBy: [{ lineNo: { direction: ASC } }]) {
      nodes { accountCode debit credit currencyCode rate partyCode taxCode taxBase dimensions dueOn text }
      pageInfo { hasNextPage endCursor }
    } }
}`;

interface Page {
  readonly it:
    | (Omit<Draft, 'lines'> & {
        readonly lines: {
          readonly nodes: readonly DraftLine[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      })
    | null;
}

/** A draft with all of its lines; null where the viewer sees none of the id. */
export async function loadDraft(id: string, signal: AbortSignal): Promise<Draft | null> {
  const lines: DraftLine[] = [];
  let after: string | null = null;
  for (;;) {
    const { it }: Page = await ask<Page>(ENTRY_DRAFT, { id, after }, signal);
    if (!it) return null;
    lines.push(...it.lines.nodes);
    if (!it.lines.pageInfo.hasNextPage) return { ...it, lines };
    after = it.lines.pageInfo.endCursor;
  }
}

function objectsOf(dimensions: string | null): Record<string, string> {
  const pairs = (dimensions ?? '').split(' ').filter((each) => each !== '');
  return Object.fromEntries(
    pairs.map((each) => {
      const [dimension = '', object = ''] = each.split(':', 2).map(decodeURIComponent);
      return [dimension, object];
    }),
  );
}

function lineOf(line: DraftLine, locale: string): SheetLine {
  const number = (value: string | null) => (value === null ? '' : editableDecimal(value, locale));
  return {
    ...emptyLine(),
    account: line.accountCode ?? '',
    debit: number(line.debit),
    credit: number(line.credit),
    currency: line.currencyCode ?? '',
    rate: number(line.rate),
    taxCode: line.taxCode ?? '',
    dimensions: objectsOf(line.dimensions),
    text: line.text ?? '',
    party: line.partyCode ?? '',
    dueOn: line.dueOn ?? '',
    kept: { taxBase: line.taxBase },
  };
}

/** The sheet that a draft was, with two lines at the least. */
export function sheetOf(draft: Draft, locale: string): Sheet {
  const lines = draft.lines.map((line) => lineOf(line, locale));
  while (lines.length < 2) lines.push(emptyLine());
  return {
    ...emptySheet(draft.postingOn ?? ''),
    text: draft.text ?? '',
    reference: draft.reference ?? '',
    lines,
    kept: { documentOn: draft.documentOn, reverseOn: draft.reverseOn },
  };
}
