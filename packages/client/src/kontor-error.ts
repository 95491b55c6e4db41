/**
 * Why an operation failed as a whole: the graph's codes, and two for what the graph cannot say. Others are possible, such
 * as `GRAPHQL_VALIDATION_FAILED` for a document that does not fit the graph.
 */
export type KontorErrorCode =
  | 'UNAUTHENTICATED'
  | 'BAD_INPUT'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  /** No answer came: the network, or a server that is starting. It may have been carried out all the same. */
  | 'UNREACHABLE'
  /** Something else than the graph answered, such as a proxy. `status` tells more. */
  | 'NO_GRAPH'
  | (string & {});

/** A top-level error of the graph as it was sent. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An operation that failed as a whole. Programs decide by `code`; the message is for people. */
export class KontorError extends Error {
  override readonly name = 'KontorError';
  readonly code: KontorErrorCode;
  /** What the first error says besides, such as `retryAfterSeconds`. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Every top-level error. */
  readonly errors: readonly GraphError[];
  /** HTTP status; 0 where no answer came. */
  readonly status: number;

  constructor(
    code: KontorErrorCode,
    message: string,
    details: { status: number; errors?: readonly GraphError[]; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = details.status;
    this.errors = details.errors ?? [];
    this.extensions = this.errors[0]?.extensions ?? {};
  }
}
