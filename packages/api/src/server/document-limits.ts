import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  type Source,
} from 'graphql';
import { limitExceeded } from '../errors.ts';

/** What an operation may hold. Fragments count each time that they are spread, as they do when the operation runs. */
export const limits = {
  tokens: 2_000,
  /** Of a registered operation: somebody looked at it before. */
  registeredTokens: 10_000,
  depth: 12,
  /** The introspection of the tools is 15 deep; it may be, below `__schema` and `__type`. */
  introspectionDepth: 15,
  aliases: 15,
  rootFields: 10,
  directives: 50,
  selections: 2_500,
  registeredSelections: 5_000,
  /** Selections of one field that are merged: each is compared with each, so the cost grows with the square. */
  repeats: 50,
} as const;

/** What a selection set holds. */
interface Measure {
  readonly depth: number;
  /** The depth without what is below `__schema` and `__type` at this level. */
  readonly depthOfData: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields, and the fragments around them. */
  readonly selections: number;
  /** Fields of this level itself. */
  readonly here: number;
}

const nothing: Measure = { depth: 0, depthOfData: 0, aliases: 0, directives: 0, selections: 0, here: 0 };

/** The fields of GraphQL itself that tell of the schema. */
export const introspective: ReadonlySet<string> = new Set(['__schema', '__type']);

const together = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  depthOfData: Math.max(a.depthOfData, b.depthOfData),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  selections: a.selections + b.selections,
  here: a.here + b.here,
});

/** Measures selections. A fragment is measured once, however often it is spread, so that measuring stays cheap. */
class Measuring {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, Measure | 'measuring'>();

  constructor(document: DocumentNode) {
    for (const each of document.definitions)
      if (each.kind === 'FragmentDefinition') this.#fragments.set(each.name.value, each);
  }

  set(set: SelectionSetNode): Measure {
    return set.selections.map((node) => this.#selection(node)).reduce(together, nothing);
  }

  #selection(node: SelectionNode): Measure {
    const inner = this.#inner(node);
    return {
      ...inner,
      directives: inner.directives + (node.directives?.length ?? 0),
      selections: inner.selections + 1,
    };
  }

  #inner(node: SelectionNode): Measure {
    if (node.kind === 'InlineFragment') return this.set(node.selectionSet);
    if (node.kind === 'FragmentSpread') return this.#fragment(node.name.value);
    const below = node.selectionSet ? this.set(node.selectionSet) : nothing;
    return {
      depth: below.depth + 1,
      depthOfData: introspective.has(node.name.value) ? 1 : below.depth + 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      directives: below.directives,
      selections: below.selections,
      here: 1,
    };
  }

  /** Refuses a field that is selected too often at one place. Only for what is known to be within the other limits. */
  refuseRepeats(sets: readonly SelectionSetNode[]): void {
    const merged = new Map<string, SelectionSetNode[]>();
    const counts = new Map<string, number>();
    const collect = (set: SelectionSetNode | undefined): void => {
      for (const node of set?.selections ?? []) {
        if (node.kind !== 'Field') {
          collect(
            node.kind === 'InlineFragment' ? node.selectionSet : this.#fragments.get(node.name.value)?.selectionSet,
          );
          continue;
        }
        const key = (node.alias ?? node.name).value;
        const count = (counts.get(key) ?? 0) + 1;
        if (count > limits.repeats)
          throw limitExceeded(`${key} is selected more than ${limits.repeats} times at one place.`);
        counts.set(key, count);
        if (node.selectionSet) merged.set(key, [...(merged.get(key) ?? []), node.selectionSet]);
      }
    };
    for (const set of sets) collect(set);
    for (const below of merged.values()) this.refuseRepeats(below);
  }

  #fragment(name: string): Measure {
    const known = this.#known.get(name);
    if (known === 'measuring')
      throw new GraphQLError(`The fragment ${name} spreads itself.`, {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    if (known) return known;
    const fragment = this.#fragments.get(name);
    this.#known.set(name, 'measuring');
    const inner = fragment ? this.set(fragment.selectionSet) : nothing;
    const measure = { ...inner, directives: inner.directives + (fragment?.directives?.length ?? 0) };
    this.#known.set(name, measure);
    return measure;
  }
}

function refuse(what: string, found: number, most: number): void {
  if (found > most)
    throw limitExceeded(`The document has too many ${what}; ${most.toLocaleString('en')} are the most.`);
}

function limitOperation(measure: Measure): void {
  if (measure.depthOfData > limits.depth || measure.depth > limits.introspectionDepth)
    throw limitExceeded(`The operation is nested too deep; ${limits.depth} levels of fields are the most.`);
  refuse('fields at its root', measure.here, limits.rootFields);
}

function limitDefinition(measure: Measure, isRegistered: boolean): void {
  refuse('selections', measure.selections, isRegistered ? limits.registeredSelections : limits.selections);
  refuse('aliases', measure.aliases, limits.aliases);
  refuse('directives', measure.directives, limits.directives);
}

/** Parses a document and refuses one that is beyond the limits, before anything costlier is done with it. */
export function parseWithinLimits(source: string | Source, { isRegistered = false } = {}): DocumentNode {
  const document = parseTokens(source, isRegistered ? limits.registeredTokens : limits.tokens);
  const measuring = new Measuring(document);
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue;
    // A fragment that nothing spreads is validated all the same, so it is held to the limits too.
    const measure = measuring.set(definition.selectionSet);
    const own = [definition, ...(definition.variableDefinitions ?? [])].flatMap((node) => node.directives ?? []);
    limitDefinition({ ...measure, directives: measure.directives + own.length }, isRegistered);
    if (definition.kind === 'OperationDefinition') limitOperation(measure);
    measuring.refuseRepeats([definition.selectionSet]);
  }
  return document;
}

function parseTokens(source: string | Source, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(`more that ${maxTokens} tokens`))
      throw limitExceeded(`The document has more than ${maxTokens.toLocaleString('en')} tokens.`);
    throw error;
  }
}
