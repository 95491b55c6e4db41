import { parseDecimal } from '../money/decimal.ts';
import { type Path, within } from '../result.ts';
import type { Value } from './language/value.ts';
import { compareExact, type Exact, exactOf, exactWhole } from './number/exact.ts';
import { type PayEventRejection, refusal } from './pay-event.ts';
import type { FactDefinition } from './rule/definition.ts';

/** The facts as values, with defaults for what is not said; and everything that is wrong with them. */
export function readFacts(
  definitions: readonly FactDefinition[],
  given: Readonly<Record<string, string | boolean>>,
): { readonly facts: ReadonlyMap<string, Value>; readonly rejections: readonly PayEventRejection[] } {
  const facts = new Map<string, Value>();
  const rejections: PayEventRejection[] = [];
  const known = new Set(definitions.map(({ name }) => name));
  for (const name of Object.keys(given).filter((one) => !known.has(one))) {
    const message = `There is no fact ${name}; there are ${[...known].join(', ')}.`;
    rejections.push(refusal('FACT_UNKNOWN', message, ['facts', name]));
  }
  for (const definition of definitions) {
    const said = Object.hasOwn(given, definition.name) ? given[definition.name] : undefined;
    const value = readValue(definition, said ?? defaultOf(definition));
    if ('rejections' in value) rejections.push(...value.rejections);
    else facts.set(definition.name, value.value);
  }
  return { facts, rejections };
}

type ReadFact = { readonly value: Value } | { readonly rejections: readonly PayEventRejection[] };

function defaultOf({ type, default: text }: FactDefinition): string | boolean {
  return type === 'boolean' ? text === 'true' : text;
}

function readValue(definition: FactDefinition, said: string | boolean): ReadFact {
  const path = ['facts', definition.name];
  if (definition.type === 'boolean') {
    return typeof said === 'boolean' ? { value: said } : wrongType(definition, 'true or false', path);
  }
  if (typeof said === 'boolean') return wrongType(definition, definition.type === 'text' ? 'a text' : 'a number', path);
  return definition.type === 'text' ? textOf(definition, said, path) : numberOf(definition, said, path);
}

function textOf({ name, choices, read }: FactDefinition, said: string, path: Path): ReadFact {
  if (choices !== undefined && !choices.includes(said)) {
    return { rejections: [refusal('FACT_CHOICE_UNKNOWN', `Give ${name} as one of ${choices.join(', ')}.`, path)] };
  }
  const result = read?.(said);
  if (result === undefined) return { value: said };
  return result.ok ? { value: result.value } : { rejections: within(path, result.rejections) };
}

function numberOf(definition: FactDefinition, said: string, path: Path): ReadFact {
  const { name, from, to } = definition;
  const read = parseDecimal(said);
  if (!read.ok) return wrongType(definition, 'a number', path);
  const value = exactOf(read.value);
  if (isOutside(value, from, to)) {
    const range = `${from ?? 'any'} to ${to ?? 'any'}`;
    return { rejections: [refusal('FACT_OUT_OF_RANGE', `Give ${name} as a whole number from ${range}.`, path)] };
  }
  return { value };
}

/** Facts that are numbers are counts: of days, children, weeks. */
function isOutside(value: Exact, from: number | undefined, to: number | undefined): boolean {
  if (value.over % value.under !== 0n) return true;
  if (from !== undefined && compareExact(value, exactWhole(from)) < 0) return true;
  return to !== undefined && compareExact(value, exactWhole(to)) > 0;
}

function wrongType({ name }: FactDefinition, wanted: string, path: Path): ReadFact {
  return { rejections: [refusal('FACT_TYPE_WRONG', `Give ${name} as ${wanted}.`, path)] };
}
