/** One reason why a mutation did nothing, as the graph says it. */
export interface UserError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/** A mutation that the graph answered with `userErrors`: nothing was changed. */
export class RefusedError extends Error {
  readonly userErrors: readonly UserError[];
  readonly conflict: boolean;

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map((error) => error.message).join(' '));
    this.name = 'RefusedError';
    this.userErrors = userErrors;
    this.conflict = userErrors.some((error) => error.__typename === 'ConflictError');
  }
}

/** A request that the graph refused as a whole, by its stable code. */
export class GraphError extends Error {
  readonly code: string;
  readonly status: number;
  /** Why, where the graph says it in a word: `CURRENCIES_MIXED`. */
  readonly reason: string | undefined;

  constructor(code: string, message: string, status: number, reason?: string) {
    super(message);
    this.name = 'GraphError';
    this.code = code;
    this.status = status;
    this.reason = reason;
  }
}

/** Faults by the input that they speak of, and what speaks of none. */
export interface Placed {
  readonly faults: Record<string, string>;
  readonly problem: string;
}

/** Puts each reason beside its input; where the form has no such input, into the sentence for the whole. */
export function placeErrors(
  userErrors: readonly UserError[],
  say: (error: UserError) => string,
  inputs?: ReadonlySet<string>,
): Placed {
  const faults: Record<string, string> = {};
  const rest: string[] = [];
  for (const error of userErrors) {
    const name = (error.path ?? []).find((part) => part !== 'input' && (inputs?.has(part) ?? true));
    if (name === undefined) rest.push(say(error));
    else faults[name] = faults[name] === undefined ? say(error) : `${faults[name]} ${say(error)}`;
  }
  return { faults, problem: rest.join(' ') };
}

/** The refusal inside an error that react-admin or Apollo wrapped. */
export function refusalOf(error: unknown): RefusedError | undefined {
  return unwrap(error).find((one) => one instanceof RefusedError);
}

/** Whether the graph waits for a code of the second factor. */
export const asksForCode = (error: unknown): boolean =>
  refusalOf(error)?.userErrors.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED') ?? false;

export function graphErrorOf(error: unknown): GraphError | undefined {
  return unwrap(error).find((one) => one instanceof GraphError);
}

function unwrap(error: unknown): unknown[] {
  const found: unknown[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && found.length < 6) {
    found.push(current);
    const { body, networkError, cause } = current as { body?: unknown; networkError?: unknown; cause?: unknown };
    current = body ?? networkError ?? cause;
  }
  return found;
}

const ADVICE = new Set([
  'UNAUTHENTICATED',
  'BAD_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'INTERNAL',
  'UNREACHABLE',
]);

/** Key of the sentence that says what to do next. */
export function adviceKey(error: unknown): string {
  const code = graphErrorOf(error)?.code ?? 'INTERNAL';
  return `kontor.error.${ADVICE.has(code) ? code : 'INTERNAL'}`;
}
