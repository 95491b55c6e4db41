import type { BracketStep, Value } from './language/value.ts';
import { shownExact } from './number/exact.ts';
import type { PayrollRounding } from './number/rounding.ts';
import type { Edition, PreparedComponent } from './rule/prepare.ts';

/** How a line came about: enough to compute it again with pencil and paper. */
export interface Explanation extends StepExplanation {
  /** The steps on the way that the rule needed, themselves or through others, in the order of computing. */
  readonly through: readonly (StepExplanation & { readonly code: string; readonly value: string })[];
}

/** How one component came about. */
export interface StepExplanation {
  /** COUNTRY, COMPANY or EMPLOYEE: whose rule it is. */
  readonly level: PreparedComponent['level'];
  /** The first day of the version of the rule. */
  readonly version: string;
  /** In the rule language; null: the amount was given. */
  readonly rule: string | null;
  /** What the rule read, by name. A number that does not end is cut and marked with an ellipsis. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Each bracket that was applied, in order. */
  readonly steps: readonly {
    readonly table: string;
    readonly from: string;
    readonly upTo: string | null;
    readonly rate: string;
    readonly amount: string;
    readonly result: string;
  }[];
  /** What the rule gave before it was rounded, and how it was. */
  readonly beforeRounding: string;
  readonly rounding: { readonly mode: PayrollRounding; readonly unit: string } | null;
}

/** Explanations of steps as they are computed, to be found again by the lines that need them. */
export type ExplainedSteps = Map<string, Explanation['through'][number] & { readonly reads: readonly string[] }>;

/** Keeps the explanation of a step. */
export function keepStep(
  node: PreparedComponent,
  computed: { readonly value: Value; readonly before: Value; readonly steps: readonly BracketStep[] },
  values: ReadonlyMap<string, Value>,
  edition: Edition,
  kept: ExplainedSteps,
): void {
  const { code } = node.definition;
  const explained = explainOne(node, computed, values, edition);
  kept.set(code, { code, value: shown(computed.value), ...explained, reads: node.reads });
}

/** Explains a line, with every step that it needed. */
export function explain(
  node: PreparedComponent,
  computed: { readonly before: Value; readonly steps: readonly BracketStep[] },
  values: ReadonlyMap<string, Value>,
  edition: Edition,
  kept: ExplainedSteps,
): Explanation {
  const needed = new Set<string>();
  const need = (reads: readonly string[]): void => {
    for (const name of reads) {
      const step = kept.get(name);
      if (step === undefined || needed.has(name)) continue;
      needed.add(name);
      need(step.reads);
    }
  };
  need(node.reads);
  const through = [...kept.values()].filter(({ code }) => needed.has(code)).map(({ reads: _, ...step }) => step);
  return { ...explainOne(node, computed, values, edition), through };
}

function explainOne(
  { level, version, reads }: PreparedComponent,
  { before, steps }: { readonly before: Value; readonly steps: readonly BracketStep[] },
  values: ReadonlyMap<string, Value>,
  { constants }: Edition,
): StepExplanation {
  const inputs = reads.map((name) => [name, shown(constants.get(name) ?? values.get(name))] as const);
  return {
    level,
    version: version.from,
    rule: version.rule ?? null,
    inputs: Object.fromEntries(inputs),
    steps: steps.map(({ table, from, upTo, rate, amount, result }) => ({
      table,
      from: shownExact(from),
      upTo: upTo === null ? null : shownExact(upTo),
      rate: shownExact(rate),
      amount: shownExact(amount),
      result: shownExact(result),
    })),
    beforeRounding: shown(before),
    rounding: version.rounding ?? null,
  };
}

function shown(value: Value | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? shownExact(value) : String(value);
}
