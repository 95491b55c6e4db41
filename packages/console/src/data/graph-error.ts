/** One reason why a mutation did nothing, as the graph says it. */
export interface UserError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/**
 * A mutation that the graph answered with `userErrors`. `errors` is what react-admin's forms put beside their fields; what
 * belongs to no field stands under `root.serverError`, and the form shows it above its buttons.
 */
export class RefusedError extends Error {
  readonly errors: Record<string, unknown>;
  readonly userErrors: readonly UserError[];
  readonly conflict: boolean;

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map((error) => error.message).join(' '));
    this.name = 'RefusedError';
    this.userErrors = userErrors;
    this.conflict = userErrors.some((error) => error.__typename === 'ConflictError');
    this.errors = fieldErrors(userErrors);
  }
}

/** A request that the graph refused as a whole, by its stable code. */
export class GraphError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'GraphError';
    this.code = code;
    this.status = status;
  }
}

/** Messages by the name of the input field that they speak of. */
export function fieldErrors(userErrors: readonly UserError[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  const general: string[] = [];
  for (const { path, message } of userErrors) {
    const name = (path ?? []).find((part) => part !== 'input');
    if (name === undefined) general.push(message);
    else errors[name] = errors[name] === undefined ? message : `${String(errors[name])} ${message}`;
  }
  if (general.length > 0) errors['root'] = { serverError: general.join(' ') };
  return errors;
}

/** The refusal inside an error that react-admin or Apollo wrapped. */
export function refusalOf(error: unknown): RefusedError | undefined {
  return unwrap(error).find((one) => one instanceof RefusedError);
}

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
