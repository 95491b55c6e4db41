/** A cost centre whose result the viewer may have. */
export interface CentreChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly companyName: string;
}

export interface CentreLine {
  readonly key: string;
  readonly kind: 'ACCOUNT' | 'TOTAL';
  readonly accountId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly amounts: readonly string[];
  readonly amount: string;
  readonly budget: string | null;
  readonly budgetDifference: string | null;
}

export interface CentreResult {
  readonly code: string;
  readonly name: string;
  readonly objectId: string | null;
  readonly currencyCode: string;
  readonly yearName: string | null;
  /** Null for a day in no fiscal year. */
  readonly endsOn: string | null;
  readonly years: readonly { readonly name: string; readonly endsOn: string }[];
  readonly periods: readonly { readonly name: string; readonly endsOn: string }[];
  readonly lines: readonly CentreLine[];
  readonly budgets: readonly { readonly id: string; readonly name: string }[];
}

export const CENTRES = `query ReportedCostCentres { reportedCostCentres { id code name companyName } }`;

export const CENTRE_RESULT = `query CostCentreResult($costCentreId: ID!, $endsOn: Date!, $budgetId: ID) {
  costCentreResult(costCentreId: $costCentreId, endsOn: $endsOn, budgetId: $budgetId) {
    code name objectId currencyCode yearName endsOn
    years { name endsOn }
    periods { name endsOn }
    lines { key kind accountId code name amounts amount budget budgetDifference }
    budgets { id name } } }`;
