/** What an account stands for; the first three are of the balance sheet, the last two of the profit and loss. */
export type AccountType = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'INCOME' | 'EXPENSE';

/** The side on which an account grows. */
export type NormalSide = 'DEBIT' | 'CREDIT';

/**
 * The subledger that alone posts to a control account. RECEIVABLES: customers. PAYABLES: suppliers. PAYROLL: wages that
 * are owed. An account without one takes postings from everywhere.
 */
export type ControlKind = 'RECEIVABLES' | 'PAYABLES' | 'PAYROLL';

/** Where a movement of an account stands in the cash-flow statement; CASH is what the statement explains. */
export type CashFlowActivity = 'CASH' | 'OPERATING' | 'INVESTING' | 'FINANCING';

/** What a journal is for. */
export type ChartJournalKind = 'GENERAL' | 'SALES' | 'PURCHASES' | 'BANK' | 'PAYROLL' | 'OPENING' | 'IMPORT';

/** An account of a shipped chart. */
export interface ChartAccount {
  readonly code: string;
  /** In the chart's own language. */
  readonly name: string;
  readonly englishName: string;
  readonly type: AccountType;
  readonly normalSide: NormalSide;
  readonly control: ControlKind | null;
  readonly cashFlow: CashFlowActivity;
  /** The field of the Swedish income-tax return (INK2R, INK2S) that the account adds to; null where there is none. */
  readonly sru: string | null;
  /** A code of the chart's `taxCodes` that an entry on this account proposes. */
  readonly defaultTaxCode: string | null;
}

/** A journal of a shipped chart; its code heads the numbers of its entries. */
export interface ChartJournal {
  readonly code: string;
  readonly name: string;
  readonly englishName: string;
  readonly kind: ChartJournalKind;
}

/** One rate of value-added tax with the accounts that collect it. */
export interface ChartTaxCode {
  readonly code: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly englishName: string;
  /** Percent of the net amount, such as '25' or '5.5'. */
  readonly rate: string;
  /** Tax on sales, owed to the state. */
  readonly outputAccount: string;
  /** Tax on purchases, deducted from what is owed. */
  readonly inputAccount: string;
}

export type ChartKey = 'SE_BAS' | 'DE_SKR04' | 'INTERNATIONAL';

/** A chart of accounts that ships with the product: short, and ready to post on. */
export interface Chart {
  readonly key: ChartKey;
  /** BCP 47 language of the accounts' names. */
  readonly language: string;
  readonly name: string;
  /** Where numbers and structure are from. */
  readonly source: string;
  readonly accounts: readonly ChartAccount[];
  readonly journals: readonly ChartJournal[];
  readonly taxCodes: readonly ChartTaxCode[];
  /** Equity: the result of a closed year before it is disposed of, and the balancing line of unbalanced opening balances. */
  readonly resultAccount: string;
  /** Equity: results of earlier years, carried forward. */
  readonly retainedEarningsAccount: string;
  readonly roundingAccount: string;
  readonly exchangeGainAccount: string;
  readonly exchangeLossAccount: string;
}

/** What a row says beyond the three names, where it differs from its block. */
export interface ChartRowDetail {
  readonly normalSide?: NormalSide;
  readonly control?: ControlKind;
  readonly cashFlow?: CashFlowActivity;
  readonly sru?: string;
  readonly tax?: string;
}

/** Code, name, English name, and what differs from the block. */
export type ChartRow = readonly [code: string, name: string, englishName: string, detail?: ChartRowDetail];

const SIDE: Readonly<Record<AccountType, NormalSide>> = {
  ASSET: 'DEBIT',
  EXPENSE: 'DEBIT',
  LIABILITY: 'CREDIT',
  EQUITY: 'CREDIT',
  INCOME: 'CREDIT',
};

/** The side on which accounts of a type grow, unless an account says otherwise. */
export function normalSideOf(type: AccountType): NormalSide {
  return SIDE[type];
}

/** A run of accounts of one type that share what `shared` says. */
export function block(type: AccountType, shared: ChartRowDetail, rows: readonly ChartRow[]): readonly ChartAccount[] {
  return rows.map(([code, name, englishName, detail = {}]) => {
    const all = { ...shared, ...detail };
    return {
      code,
      name,
      englishName,
      type,
      normalSide: all.normalSide ?? SIDE[type],
      control: all.control ?? null,
      cashFlow: all.cashFlow ?? 'OPERATING',
      sru: all.sru ?? null,
      defaultTaxCode: all.tax ?? null,
    };
  });
}
