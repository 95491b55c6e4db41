/** What the sheet knows of a company's books, and what it sends. */
import { ask, mutate } from '../data/graph-client.ts';
import type { UserError } from '../data/graph-error.ts';
import { parseDecimal } from '../values/format.ts';
import type { AccountChoice } from './account-search.ts';
import { isBlank, type Sheet, type SheetLine, type Tax } from './sheet.ts';

export interface Company {
  readonly id: string;
  readonly label: string;
  readonly currency: string;
  readonly minorUnit: number;
}

export interface JournalChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export interface DimensionChoice {
  readonly code: string;
  readonly name: string;
  readonly objects: readonly { readonly code: string; readonly name: string }[];
}

export interface Books {
  readonly accounts: readonly AccountChoice[];
  readonly journals: readonly JournalChoice[];
  readonly taxes: readonly (Tax & { readonly name: string })[];
  readonly dimensions: readonly DimensionChoice[];
}

export const BOOK_COMPANIES = `query BookCompanies {
  companies(first: 100) { nodes { id _label baseCurrency { minorUnit code } } }
}`;

/** The companies that the viewer sees, with the currency of their books. */
export async function loadCompanies(signal: AbortSignal): Promise<readonly Company[]> {
  const { companies } = await ask<{
    companies: { nodes: { id: string; _label: string; baseCurrency: { code: string; minorUnit: number | null } }[] };
  }>(BOOK_COMPANIES, {}, signal);
  return companies.nodes.map(({ id, _label, baseCurrency }) => ({
    id,
    label: _label,
    currency: baseCurrency.code,
    minorUnit: baseCurrency.minorUnit ?? 0,
  }));
}

export const BOOK_ACCOUNTS = `query BookAccounts($company: ID!, $after: ID) {
  accounts(first: 100, after: $after, orderBy: [{ code: { direction: ASC } }],
    where: { company: { is: { id: { eq: $company } } }, postable: { eq: true },
      or: [{ control: { isNull: true } }, { control: { in: [RECEIVABLES, PAYABLES] } }] }) {
    nodes { id code name control taxCode { code } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface AccountPage {
  readonly accounts: {
    readonly nodes: readonly (Omit<AccountChoice, 'taxCode'> & {
      readonly taxCode: { readonly code: string } | null;
    })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function loadAccounts(company: string, signal: AbortSignal): Promise<readonly AccountChoice[]> {
  const found: AccountChoice[] = [];
  let after: string | null = null;
  do {
    const { accounts }: AccountPage = await ask<AccountPage>(BOOK_ACCOUNTS, { company, after }, signal);
    found.push(...accounts.nodes.map(({ taxCode, ...account }) => ({ ...account, taxCode: taxCode?.code ?? '' })));
    after = accounts.pageInfo.hasNextPage ? accounts.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

export const BOOK_CHOICES = `query BookChoices($company: ID!) {
  journals(first: 100, orderBy: [{ code: { direction: ASC } }], where: { company: { is: { id: { eq: $company } } } }) {
    nodes { code name kind }
  }
  taxCodes(first: 100, orderBy: [{ code: { direction: ASC } }], where: { company: { is: { id: { eq: $company } } } }) {
    nodes { code name rate inputAccountCode outputAccountCode }
  }
  dimensions(first: 20, orderBy: [{ code: { direction: ASC } }], where: { company: { is: { id: { eq: $company } } } }) {
    nodes { code name objects(first: 100) { nodes { code name } } }
  }
}`;

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

/** All that may be chosen on a line, asked for once: a typist waits for nothing. */
export async function loadBooks(company: string, signal: AbortSignal): Promise<Books> {
  const [accounts, choices] = await Promise.all([
    loadAccounts(company, signal),
    ask<{
      journals: Nodes<JournalChoice>;
      taxCodes: Nodes<{
        code: string;
        name: string;
        rate: string;
        inputAccountCode: string | null;
        outputAccountCode: string | null;
      }>;
      dimensions: Nodes<{ code: string; name: string; objects: Nodes<{ code: string; name: string }> }>;
    }>(BOOK_CHOICES, { company }, signal),
  ]);
  return {
    accounts,
    journals: choices.journals.nodes,
    taxes: choices.taxCodes.nodes.map(({ inputAccountCode, outputAccountCode, ...tax }) => ({
      ...tax,
      inputAccount: inputAccountCode,
      outputAccount: outputAccountCode,
    })),
    dimensions: choices.dimensions.nodes.map(({ objects, ...dimension }) => ({ ...dimension, objects: objects.nodes })),
  };
}

/** An entry that was posted a moment ago. */
export interface Posted {
  readonly id: string;
  readonly label: string;
}

/** An entry as it is sent. */
export interface SheetRequest {
  readonly company: Company;
  /** Code of the journal. */
  readonly journal: string;
  readonly sheet: Sheet;
  readonly locale: string;
  readonly idempotencyKey: string;
  /** The draft that is gone on with, and the version of it that was seen. */
  readonly draft: DraftVersion | null;
}

export interface DraftVersion {
  readonly id: string;
  readonly version: number;
}

/** A line as the graph takes it: amounts as decimals, nothing where nothing was typed. */
function lineInput(line: SheetLine, locale: string): Record<string, unknown> {
  const amount = (text: string) => (text.trim() === '' ? null : (parseDecimal(text, locale) ?? text));
  const dimensions = Object.entries(line.dimensions).filter(([, object]) => object !== '');
  return {
    account: line.account,
    debit: amount(line.debit),
    credit: amount(line.credit),
    currencyCode: line.currency || null,
    rate: amount(line.rate),
    taxCode: line.taxCode || null,
    dimensions: dimensions.map(([dimension, object]) => ({ dimension, object })),
    party: line.party || null,
    dueOn: line.dueOn || null,
    text: line.text || null,
    ...line.kept,
  };
}

const sheetInput = ({ company, journal, sheet, locale }: SheetRequest) => ({
  companyId: company.id,
  journal,
  postingOn: sheet.postingOn,
  text: sheet.text || null,
  reference: sheet.reference || null,
  ...sheet.kept,
  lines: sheet.lines.filter((line) => !isBlank(line)).map((line) => lineInput(line, locale)),
});

export const POST_ENTRY = `mutation PostEntry($input: PostEntryInput!) {
  postEntry(input: $input) { journalEntry { id _label } userErrors { __typename code message path } }
}`;

/** Posts the entry on the sheet, or the draft with what is on the sheet. Throws what the graph refuses. */
export async function postSheet(request: SheetRequest): Promise<Posted> {
  if (request.draft) return postDraft(await saveDraft(request));
  const { journalEntry } = await mutate<{
    journalEntry: { id: string; _label: string };
    userErrors: readonly UserError[];
  }>(POST_ENTRY, { ...sheetInput(request), idempotencyKey: request.idempotencyKey });
  return { id: journalEntry.id, label: journalEntry._label };
}

export const SAVE_ENTRY_DRAFT = `mutation SaveEntryDraft($input: SaveEntryDraftInput!) {
  saveEntryDraft(input: $input) { entryDraft { id version } userErrors { __typename code message path } }
}`;

/** Keeps the sheet as it is, for later. Answers the draft as it is kept. */
export async function saveDraft(request: SheetRequest): Promise<DraftVersion> {
  const { draft } = request;
  const { entryDraft } = await mutate<{ entryDraft: DraftVersion; userErrors: readonly UserError[] }>(
    SAVE_ENTRY_DRAFT,
    { ...sheetInput(request), ...(draft && { draftId: draft.id, expectedVersion: draft.version }) },
  );
  return entryDraft;
}

export const POST_DRAFT = `mutation PostDraft($input: PostDraftInput!) {
  postDraft(input: $input) { entryDraft { entry { id _label } } userErrors { __typename code message path } }
}`;

async function postDraft({ id, version }: DraftVersion): Promise<Posted> {
  const { entryDraft } = await mutate<{
    entryDraft: { entry: { id: string; _label: string } };
    userErrors: readonly UserError[];
  }>(POST_DRAFT, { draftId: id, expectedVersion: version });
  return { id: entryDraft.entry.id, label: entryDraft.entry._label };
}
