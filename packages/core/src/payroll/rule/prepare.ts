import { addDays, type CalendarDate } from '../../date/calendar-date.ts';
import { decimal } from '../../money/decimal.ts';
import { accept, type Result, rejectAll } from '../../result.ts';
import { type CheckedRule, checkRule, expectType } from '../language/check.ts';
import { type Expression, namesIn, parseRule } from '../language/parse.ts';
import type { Table, Value, ValueType, Vocabulary } from '../language/value.ts';
import { type Exact, exactOf } from '../number/exact.ts';
import type { PayrollRounding } from '../number/rounding.ts';
import type { ComponentDefinition, ComponentVersion, CountryPack, NoticeDefinition, RuleLayer } from './definition.ts';
import { type LayeredComponent, type LayeredRules, layRules, type RuleLevel } from './layer.ts';
import { orderByNeed } from './order.ts';
import { catchFault, isRejection, type RulePlace, type RuleSetRejection } from './rejection.ts';
import { versionOn } from './version.ts';
import { vocabularyOn } from './vocabulary.ts';

/** A component ready to be computed. */
export interface PreparedComponent {
  readonly kind: 'component';
  readonly definition: ComponentDefinition;
  readonly level: RuleLevel;
  readonly version: ComponentVersion;
  /** Null: the amount that is given. */
  readonly rule: CheckedRule | null;
  readonly rounding: { readonly mode: PayrollRounding; readonly unit: Exact } | null;
  /** The names that its rule reads, for the explanation. */
  readonly reads: readonly string[];
}

/** A base ready to be summed. */
export interface PreparedBase {
  readonly kind: 'base';
  readonly name: string;
  readonly parts: readonly { readonly code: string; readonly way: 'ADD' | 'SUBTRACT' }[];
}

/** The rules as they stand from one day to another, in the order of computing. */
export interface Edition {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly order: readonly (PreparedComponent | PreparedBase)[];
  readonly components: ReadonlyMap<string, PreparedComponent>;
  /** Each with the name that rules know it by, so that it is not put together for each person. */
  readonly accumulators: readonly { readonly code: string; readonly name: string; readonly adds: CheckedRule }[];
  /** Code and name of each component that an event may give an amount for. */
  readonly given: ReadonlyMap<string, string>;
  readonly notices: readonly { readonly definition: NoticeDefinition; readonly when: CheckedRule }[];
  readonly constants: ReadonlyMap<string, Value>;
  readonly tables: ReadonlyMap<string, Table>;
}

/** All rules of a pack with its layers, checked: prepare once, calculate for everybody. */
export interface RuleBook {
  readonly pack: CountryPack;
  readonly editions: readonly Edition[];
}

/**
 * Reads and checks every rule of every version, in every stretch of time in which they hold
 * together. All faults are told, each with component, version and position.
 */
export function prepareRules(pack: CountryPack, layers: readonly RuleLayer[] = []): Result<RuleBook, RuleSetRejection> {
  const rules = layRules(pack, layers);
  if (rules.rejections.length > 0) return rejectAll(rules.rejections);
  const rejections: RuleSetRejection[] = [];
  const editions = stretches(pack, rules).map(({ from, until }) => edition(pack, rules, from, until, rejections));
  // A rule that is wrong is wrong in each stretch in which it holds, and told once.
  const keys = rejections.map(({ code, path }) => [code, ...path].join(' '));
  const told = rejections.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  return told.length > 0 ? rejectAll(told) : accept({ pack, editions });
}

/** The stretches of the pack's years in which nothing changes. */
function stretches(pack: CountryPack, rules: LayeredRules): readonly { from: CalendarDate; until: CalendarDate }[] {
  const versions = [...rules.parameters.values(), ...rules.tables.values()].flatMap((one) => [...one.versions]);
  const components = [...rules.components.values()].flatMap(({ definition }) => [...definition.versions]);
  const changes = [...versions, ...components].flatMap(({ from, until }) =>
    until === undefined ? [from] : [from, addDays(until, 1)],
  );
  return pack.years.flatMap((year) => {
    const within = changes.filter((day) => day > year.from && day <= year.until);
    const starts = [...new Set([year.from, ...within])].sort();
    return starts.map((from, index) => {
      const next = starts[index + 1];
      return { from, until: next === undefined ? year.until : addDays(next, -1) };
    });
  });
}

function edition(
  pack: CountryPack,
  rules: LayeredRules,
  from: CalendarDate,
  until: CalendarDate,
  rejections: RuleSetRejection[],
): Edition {
  const { vocabulary, rejections: unreadable } = vocabularyOn(pack, rules, from);
  rejections.push(...unreadable);
  const read = readComponents(rules, from, rejections);
  const parts = new Map(pack.bases.map(({ name }) => [`base.${name}`, feeders(read, name)]));
  const needs = new Map([...read].map(([code, { reads }]) => [code, reads]));
  for (const [base, feeding] of parts) {
    needs.set(
      base,
      feeding.map(({ code }) => code),
    );
  }
  const ordered = orderByNeed(needs);
  const types = new Map(vocabulary.types);
  const known = { ...vocabulary, types };
  const order = ordered.ok ? ordered.order : [...needs.keys()];
  if (!ordered.ok) rejections.push(cycleOf(ordered.cycle));
  // In a cycle nothing can be checked in order; the cycle is to be mended first.
  const prepared = ordered.ok ? order.flatMap((node) => prepareNode(node, read, parts, known, types, rejections)) : [];
  return {
    from,
    until,
    order: prepared,
    components: new Map(prepared.flatMap((one) => (one.kind === 'component' ? [[one.definition.code, one]] : []))),
    ...(ordered.ok ? closing(pack, known, rejections) : { accumulators: [], notices: [] }),
    given: new Map(
      [...read.values()].flatMap(({ definition: { code, isGiven } }) => (isGiven ? [[code, `given.${code}`]] : [])),
    ),
    constants: vocabulary.constants,
    tables: vocabulary.tables,
  };
}

interface ReadComponent extends LayeredComponent {
  readonly version: ComponentVersion;
  readonly expression: Expression | null;
  readonly reads: readonly string[];
}

type Read = ReadonlyMap<string, ReadComponent>;

function readComponents(rules: LayeredRules, from: CalendarDate, rejections: RuleSetRejection[]): Read {
  const read = new Map<string, ReadComponent>();
  for (const [code, component] of rules.components) {
    const version = versionOn(component.definition.versions, from);
    if (version === null) continue;
    const { rule } = version;
    const parsed = rule === undefined ? null : catchFault(placeOf(code, version), () => parseRule(rule));
    if (parsed !== null && isRejection(parsed)) rejections.push(parsed);
    const expression = parsed === null || isRejection(parsed) ? null : parsed;
    read.set(code, { ...component, version, expression, reads: expression === null ? [] : [...namesIn(expression)] });
  }
  return read;
}

function feeders(read: Read, base: string): PreparedBase['parts'] {
  return [...read.values()].flatMap(({ definition }) => {
    const way = definition.feeds?.[base];
    return way === undefined ? [] : [{ code: definition.code, way }];
  });
}

function prepareNode(
  node: string,
  read: Read,
  parts: ReadonlyMap<string, PreparedBase['parts']>,
  known: Vocabulary,
  types: Map<string, ValueType>,
  rejections: RuleSetRejection[],
): readonly (PreparedComponent | PreparedBase)[] {
  const component = read.get(node);
  if (component === undefined) return [{ kind: 'base', name: node, parts: parts.get(node) ?? [] }];
  const { definition, version, expression, level, reads } = component;
  const rule =
    expression === null
      ? null
      : catchFault(placeOf(node, version), () => {
          const checked = checkRule(expression, known);
          return definition.kind === 'STEP' ? checked : expectType(checked, 'number', expression.at);
        });
  if (rule !== null && isRejection(rule)) {
    rejections.push(rule);
    types.set(node, 'number');
    return [];
  }
  types.set(node, rule?.type ?? 'number');
  const rounding = version.rounding ?? null;
  return [
    {
      kind: 'component',
      definition,
      level,
      version,
      rule,
      rounding: rounding === null ? null : { mode: rounding.mode, unit: exactOf(decimal(rounding.unit)) },
      reads,
    },
  ];
}

/** What is computed when all components are: what accumulates, and what is to be noticed. */
function closing(
  pack: CountryPack,
  known: Vocabulary,
  rejections: RuleSetRejection[],
): Pick<Edition, 'accumulators' | 'notices'> {
  const read = (place: RulePlace, rule: string, wanted: ValueType): readonly CheckedRule[] => {
    const checked = catchFault(place, () => {
      const expression = parseRule(rule);
      return expectType(checkRule(expression, known), wanted, expression.at);
    });
    if (!isRejection(checked)) return [checked];
    rejections.push(checked);
    return [];
  };
  return {
    accumulators: pack.accumulators.flatMap(({ code, adds }) =>
      read({ group: 'accumulators', code, from: null }, adds, 'number').map((rule) => ({
        code,
        name: `ytd.${code}`,
        adds: rule,
      })),
    ),
    notices: pack.notices.flatMap((definition) =>
      read({ group: 'notices', code: definition.code, from: null }, definition.when, 'boolean').map((when) => ({
        definition,
        when,
      })),
    ),
  };
}

function placeOf(code: string, { from }: ComponentVersion): RulePlace {
  return { group: 'components', code, from };
}

function cycleOf(cycle: readonly string[]): RuleSetRejection {
  const message = `These need each other, and none can be first: ${cycle.join(' → ')}.`;
  return { code: 'COMPONENT_CYCLE', message, path: ['components', ...cycle] };
}
