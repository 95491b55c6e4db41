import type { CalendarDate } from '../date/calendar-date.ts';
import { checkNumeric, type Decimal, scaleOf } from '../money/decimal.ts';
import { accept, type Result, rejectAll } from '../result.ts';
import { type ExplainedSteps, type Explanation, explain, keepStep } from './explain.ts';
import { RuleFault } from './language/fault.ts';
import type { BracketStep, Scope, Value } from './language/value.ts';
import { decimalOf, type Exact, exactOf, exactWhole, isNought, minus, NOUGHT, plus } from './number/exact.ts';
import { roundExact } from './number/rounding.ts';
import { type PayEvent, type PayEventRejection, refusal } from './pay-event.ts';
import { readFacts } from './read-facts.ts';
import type { ComponentKind, PackYear, Words } from './rule/definition.ts';
import type { Edition, PreparedBase, PreparedComponent, RuleBook } from './rule/prepare.ts';

/** What to calculate: an event by a rule book, with or without explanations. */
export interface CalculationInput {
  readonly rules: RuleBook;
  readonly event: PayEvent;
  /** Whether each line explains itself. It costs time, and can be had later from the same input. */
  readonly explains?: boolean;
}

/** One line of a payslip. A refund is a deduction below zero. */
export interface PayLine {
  readonly code: string;
  readonly kind: Exclude<ComponentKind, 'STEP'>;
  readonly amount: Decimal;
  readonly name: Words;
  /** First day of the version of the component that made it. */
  readonly version: CalendarDate;
  readonly explanation?: Explanation;
}

/** What a pay event comes to. */
export interface Calculation {
  readonly pack: string;
  readonly currency: string;
  readonly taxYear: PackYear;
  readonly lines: readonly PayLine[];
  /** All earnings. */
  readonly gross: Decimal;
  /** Earnings less deductions. */
  readonly net: Decimal;
  /** Earnings and what the employer pays beside them. */
  readonly employerCost: Decimal;
  /** What the accumulators hold after this event: all of the pack's. */
  readonly yearToDate: Readonly<Record<string, Decimal>>;
  readonly notices: readonly { readonly code: string; readonly message: Words }[];
}

/** numeric(20, minor unit) in the ledger. */
const MOST_DIGITS = 20;

/**
 * Calculates one pay event. The same input always gives the same answer: preview, run and
 * correction all come here. Everything that is wrong with the event is told at once.
 */
export function calculate({
  rules,
  event,
  explains = false,
}: CalculationInput): Result<Calculation, PayEventRejection> {
  const { pack } = rules;
  const year = pack.years.find(({ from, until }) => from <= event.payDate && event.payDate <= until);
  const edition = rules.editions.find(({ from, until }) => from <= event.payDate && event.payDate <= until);
  if (year === undefined || edition === undefined) {
    const years = pack.years.map(({ name }) => name).join(', ');
    const message = `The pack ${pack.code} has no rules for ${event.payDate}; it has ${years}.`;
    return rejectAll([refusal('PACK_YEAR_MISSING', message, ['payDate'])]);
  }
  const { facts, rejections: wrongFacts } = readFacts(pack.facts, event.facts);
  const wrong = [
    ...checkPeriod(rules, event),
    ...checkAmounts(edition, event, pack.minorUnit),
    ...wrongFacts,
    ...checkYearToDate(rules, event),
    ...(wrongFacts.length === 0 ? (pack.check?.(facts, year) ?? []) : []),
  ];
  if (wrong.length > 0) return rejectAll(wrong);
  const values = startingValues(edition, event, facts);
  return finish({ rules, edition, event, values, explains, year, kept: new Map() });
}

function checkPeriod({ pack }: RuleBook, { frequency, period }: PayEvent): readonly PayEventRejection[] {
  const periods = Object.hasOwn(pack.frequencies, frequency) ? pack.frequencies[frequency] : undefined;
  if (periods === undefined) {
    const message = `The pack ${pack.code} pays ${Object.keys(pack.frequencies).join(', ')}.`;
    return [refusal('FREQUENCY_UNKNOWN', message, ['frequency'])];
  }
  if (periods.includes(period)) return [];
  const message = `With ${frequency} a period is ${periods[0]} to ${periods.at(-1)}.`;
  return [refusal('PERIOD_OUT_OF_RANGE', message, ['period'])];
}

function checkAmounts(edition: Edition, { components }: PayEvent, minorUnit: number): readonly PayEventRejection[] {
  return components.flatMap(({ code, amount }, index): PayEventRejection[] => {
    const component = edition.components.get(code);
    const path = ['components', index];
    if (component === undefined) {
      return [refusal('COMPONENT_UNKNOWN', `There is no component ${code}.`, [...path, 'code'])];
    }
    if (component.definition.isGiven !== true) {
      return [refusal('COMPONENT_NOT_GIVEN', `${code} is computed, and not given.`, [...path, 'code'])];
    }
    const at = [...path, 'amount'];
    if (scaleOf(amount) > minorUnit && decimalOf(exactOf(amount), minorUnit) === null) {
      return [refusal('AMOUNT_EXCEEDS_MINOR_UNIT', `Give ${code} with at most ${minorUnit} decimals.`, at)];
    }
    if (!checkNumeric(amount, MOST_DIGITS, Math.max(minorUnit, scaleOf(amount))).ok) {
      return [refusal('AMOUNT_TOO_LARGE', `Give ${code} with at most ${MOST_DIGITS} digits.`, at)];
    }
    const isBelow = amount.startsWith('-') && component.definition.maySubtract !== true;
    return isBelow ? [refusal('AMOUNT_NEGATIVE', `Give ${code} as zero or more.`, at)] : [];
  });
}

function checkYearToDate({ pack }: RuleBook, { yearToDate }: PayEvent): readonly PayEventRejection[] {
  const known = new Set(pack.accumulators.map(({ code }) => code));
  return Object.entries(yearToDate).flatMap(([code, amount]) => {
    const path = ['yearToDate', code];
    if (!known.has(code)) {
      const message = `There is no running sum ${code}; there are ${[...known].join(', ')}.`;
      return [refusal('YEAR_TO_DATE_UNKNOWN', message, path)];
    }
    if (decimalOf(exactOf(amount), pack.minorUnit) !== null) return [];
    return [refusal('AMOUNT_EXCEEDS_MINOR_UNIT', `Give ${code} with at most ${pack.minorUnit} decimals.`, path)];
  });
}

function startingValues(edition: Edition, event: PayEvent, facts: ReadonlyMap<string, Value>): Map<string, Value> {
  const values = new Map<string, Value>([
    ['pay.frequency', event.frequency],
    ['pay.period', exactWhole(event.period)],
  ]);
  for (const [name, value] of facts) values.set(`fact.${name}`, value);
  for (const { code, name } of edition.accumulators) {
    const sofar = event.yearToDate[code];
    values.set(name, sofar === undefined ? NOUGHT : exactOf(sofar));
  }
  for (const name of edition.given.values()) values.set(name, NOUGHT);
  for (const { code, amount } of event.components) {
    const name = edition.given.get(code) ?? '';
    values.set(name, plus(numberAt(values, name), exactOf(amount)));
  }
  return values;
}

interface Work extends Required<CalculationInput> {
  readonly edition: Edition;
  readonly values: Map<string, Value>;
  readonly year: PackYear;
  readonly kept: ExplainedSteps;
}

function finish(work: Work): Result<Calculation, PayEventRejection> {
  const { edition, values, event, rules } = work;
  const given = new Set(event.components.map(({ code }) => code));
  const lines: PayLine[] = [];
  for (const node of edition.order) {
    if (node.kind === 'base') {
      values.set(node.name, sumOf(node, values));
      continue;
    }
    const computed = compute(node, work);
    if ('code' in computed) return rejectAll([computed]);
    values.set(node.definition.code, computed.value);
    if (node.definition.kind === 'STEP') {
      if (work.explains) keepStep(node, computed, values, edition, work.kept);
      continue;
    }
    const line = lineOf(node, computed, work);
    if (line === null) return rejectAll([notPayable(node)]);
    const isShown =
      node.definition.isAlwaysShown === true || given.has(line.code) || !isNought(computed.value as Exact);
    if (isShown) lines.push(line);
  }
  try {
    const yearToDate = addUp(work);
    if ('code' in yearToDate) return rejectAll([yearToDate]);
    const closing = { yearToDate: yearToDate.sums, notices: notices(work) };
    return accept({ ...totals(lines, rules.pack.minorUnit), ...heading(work), lines, ...closing });
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    return rejectAll([refusal('RULE_FAILED', error.message, [])]);
  }
}

function addUp({ edition, values, rules }: Work): { readonly sums: Record<string, Decimal> } | PayEventRejection {
  const sums: Record<string, Decimal> = {};
  for (const { code, name, adds } of edition.accumulators) {
    const after = plus(numberAt(values, name), adds.run({ values, steps: null }) as Exact);
    const amount = decimalOf(after, rules.pack.minorUnit);
    if (amount === null) return refusal('RESULT_NOT_PAYABLE', `${code} has too many decimals.`, ['yearToDate', code]);
    sums[code] = amount;
  }
  return { sums };
}

interface Computed {
  readonly value: Value;
  readonly before: Value;
  readonly steps: readonly BracketStep[];
}

function compute(node: PreparedComponent, { values, explains, edition }: Work): Computed | PayEventRejection {
  const { definition, rule, rounding, version } = node;
  const scope: Scope = { values, steps: explains ? [] : null };
  try {
    const before = rule === null ? numberAt(values, edition.given.get(definition.code) ?? '', NOUGHT) : rule.run(scope);
    const value =
      rounding === null || typeof before !== 'object' ? before : roundExact(before, rounding.mode, rounding.unit);
    return { value, before, steps: scope.steps ?? [] };
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    const { line, column } = error.position;
    const message = `${definition.code} from ${version.from}, line ${line}, column ${column}: ${error.message}`;
    return refusal('RULE_FAILED', message, ['components', definition.code, version.from, line, column]);
  }
}

function lineOf(
  node: PreparedComponent,
  computed: Computed,
  { values, explains, rules, edition, kept }: Work,
): PayLine | null {
  const { code, kind, name } = node.definition;
  const amount = decimalOf(computed.value as Exact, rules.pack.minorUnit);
  if (amount === null || kind === 'STEP') return null;
  const line = { code, kind, amount, name, version: node.version.from };
  return explains ? { ...line, explanation: explain(node, computed, values, edition, kept) } : line;
}

function sumOf({ parts }: PreparedBase, values: ReadonlyMap<string, Value>): Exact {
  return parts.reduce((sum, { code, way }) => {
    const value = numberAt(values, code);
    return way === 'ADD' ? plus(sum, value) : minus(sum, value);
  }, NOUGHT);
}

function totals(lines: readonly PayLine[], minorUnit: number): Pick<Calculation, 'gross' | 'net' | 'employerCost'> {
  const sum = (kind: ComponentKind): Exact =>
    lines.filter((line) => line.kind === kind).reduce((total, { amount }) => plus(total, exactOf(amount)), NOUGHT);
  const gross = sum('EARNING');
  return {
    gross: written(gross, minorUnit),
    net: written(minus(gross, sum('DEDUCTION')), minorUnit),
    employerCost: written(plus(gross, sum('EMPLOYER')), minorUnit),
  };
}

/** A sum of payable amounts, which is payable. */
function written(value: Exact, minorUnit: number): Decimal {
  const amount = decimalOf(value, minorUnit);
  if (amount === null) throw new RangeError('A sum of payable amounts has no more decimals than they.');
  return amount;
}

function heading({ rules, year }: Work): Pick<Calculation, 'pack' | 'currency' | 'taxYear'> {
  return { pack: rules.pack.code, currency: rules.pack.currency, taxYear: year };
}

function notices({ edition, values }: Work): Calculation['notices'] {
  return edition.notices
    .filter(({ when }) => when.run({ values, steps: null }) === true)
    .map(({ definition }) => ({ code: definition.code, message: definition.message }));
}

function notPayable({ definition, version }: PreparedComponent): PayEventRejection {
  const message = `${definition.code} from ${version.from} makes more decimals than the currency has: give it a rounding.`;
  return refusal('RESULT_NOT_PAYABLE', message, ['components', definition.code, version.from]);
}

function numberAt(values: ReadonlyMap<string, Value>, name: string, otherwise?: Exact): Exact {
  const value = values.get(name) ?? otherwise;
  if (typeof value !== 'object') throw new RangeError(`${name} is no number.`);
  return value;
}
