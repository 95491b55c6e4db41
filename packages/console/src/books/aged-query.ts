export const SUBLEDGERS = ['RECEIVABLES', 'PAYABLES'] as const;
export const BUCKETS = ['notDue', 'days1To30', 'days31To60', 'days61To90', 'daysOver90', 'total'] as const;

export interface AgedRow extends Readonly<Record<(typeof BUCKETS)[number], string>> {
  readonly partyId: string;
  readonly partyCode: string;
  readonly partyName: string;
  readonly subledger: string;
  readonly currencyCode: string;
  readonly items: number;
  /** In the currency of the company. */
  readonly worth: string;
}

/** A control account beside its open items, in the currency of the company. */
export interface AgedAccount {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly balance: string;
  readonly openItems: string;
  readonly difference: string;
}

export interface AgedAnswer {
  readonly company: { readonly baseCurrencyCode: string } | null;
  readonly agedItems: readonly AgedRow[] | null;
  readonly agedAccounts: readonly AgedAccount[] | null;
}

export const AGED = `query AgedItems($companyId: ID!, $endsOn: Date!, $subledger: Subledger) {
  company(id: $companyId) { baseCurrencyCode }
  agedItems(companyId: $companyId, endsOn: $endsOn, subledger: $subledger) {
    partyId partyCode partyName subledger currencyCode items notDue days1To30 days31To60 days61To90 daysOver90 total worth }
  agedAccounts(companyId: $companyId, endsOn: $endsOn, subledger: $subledger) {
    accountId code name balance openItems difference } }`;
