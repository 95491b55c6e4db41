import { minus } from '../figures/figures.ts';

interface ExplainedStep {
  /** Null for the line itself, which comes last. */
  readonly code: string | null;
  readonly value: string | null;
  readonly level: string;
  readonly version: string;
  readonly rule: string | null;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly brackets: readonly {
    readonly from: string;
    readonly upTo: string | null;
    readonly rate: string;
    readonly amount: string;
    readonly result: string;
  }[];
  readonly beforeRounding: string;
  readonly roundingUnit: string | null;
}

export interface PreviewLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly amount: string;
  readonly explanation: { readonly steps: readonly ExplainedStep[] } | null;
}

export interface PreviewedMonth {
  readonly gross: string | null;
  readonly net: string | null;
  readonly employerCost: string | null;
  readonly lines: readonly PreviewLine[];
  readonly notices: readonly string[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: string }[];
}

export interface PreviewFact {
  readonly name: string;
  readonly meaning: string;
  readonly type: string;
  readonly choices: readonly string[];
  readonly value: string;
}

export interface Preview {
  readonly currencyCode: string;
  readonly today: PreviewedMonth | null;
  readonly proposed: PreviewedMonth;
  readonly facts: readonly PreviewFact[];
}

const month = `gross net employerCost notices problems { code message path }
  lines { code name kind amount explanation { steps { code value level version rule inputs { name value }
    brackets { from upTo rate amount result } beforeRounding roundingUnit } } }`;

export const PAY_PREVIEW = `query TryPay($employeeId: ID, $companyId: ID, $amount: Decimal!, $payPeriod: PreviewPayPeriod!,
  $from: Date!, $facts: [PreviewFactInput!]!) {
  it: payPreview(employeeId: $employeeId, companyId: $companyId, amount: $amount, payPeriod: $payPeriod, from: $from, facts: $facts) {
    currencyCode facts { name meaning type choices value } today { ${month} } proposed { ${month} } } }`;

/** Whom an address speaks of, by name. */
export const PREVIEW_WHO = 'query PreviewWho($id: ID!) { employee(id: $id) { id _label } }';

/** What is asked for. */
export interface PreviewQuestion {
  readonly employeeId: string | null;
  readonly companyId: string | null;
  readonly amount: string;
  readonly payPeriod: 'MONTH' | 'YEAR';
  readonly from: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** A row of the table: a line or a sum, today and as it is tried out. */
export interface PreviewRow {
  readonly key: string;
  /** Of a line, what it is called; null for a sum, which its key names. */
  readonly name: string | null;
  readonly today: string | null;
  readonly proposed: string | null;
  readonly difference: string | null;
  readonly line: PreviewLine | null;
}

const SUMS = [
  ['EARNING', 'gross'],
  ['DEDUCTION', 'net'],
  ['EMPLOYER', 'employerCost'],
] as const;

/** Lines of both months, each kind followed by its sum; what is paid in neither is left out. */
export function rowsOf({ today, proposed }: Preview): PreviewRow[] {
  const compare = (before: string | null, now: string | null): string | null =>
    today === null || proposed.gross === null ? null : minus(now ?? '0', before ?? '0');
  return SUMS.flatMap(([kind, sum]): PreviewRow[] => {
    const known = [...proposed.lines, ...(today?.lines ?? [])].filter((line) => line.kind === kind);
    const lines = [...new Map(known.toReversed().map((line) => [line.code, line])).values()].toReversed();
    const rows = lines.map((line): PreviewRow => {
      const amountIn = (of: PreviewedMonth | null) => of?.lines.find(({ code }) => code === line.code)?.amount ?? null;
      const [before, now] = [amountIn(today), amountIn(proposed)];
      return { key: line.code, name: line.name, today: before, proposed: now, difference: compare(before, now), line };
    });
    const isNought = (value: string | null) => value === null || Number(value) === 0;
    const total: PreviewRow = {
      key: sum,
      name: null,
      today: today?.[sum] ?? null,
      proposed: proposed[sum],
      difference: compare(today?.[sum] ?? null, proposed[sum]),
      line: null,
    };
    return [...rows.filter((row) => !(isNought(row.today) && isNought(row.proposed))), total];
  });
}
