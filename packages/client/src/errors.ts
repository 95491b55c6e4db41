import { ClientError } from 'graphql-request';
import { type GraphError, KontorError } from './kontor-error.ts';

/** Why an input was refused; `path` points into it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  /** Of a conflict: the version that the record has by now. */
  readonly currentVersion?: number | null | undefined;
}

/** A mutation that did nothing, with every reason. */
export class UserErrors extends Error {
  override readonly name = 'UserErrors';
  readonly userErrors: readonly UserError[];

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map((each) => each.message).join(' '));
    this.userErrors = userErrors;
  }

  /** Whether somebody else has changed the record in the meantime: read it again and decide again. */
  get isConflict(): boolean {
    return this.userErrors.some((each) => each.code === 'CONFLICT');
  }

  /** Messages by input, such as `startOn` or `lines.2`, for a form; those for the input as a whole stand under ''. */
  byPath(): Readonly<Record<string, readonly string[]>> {
    const found: Record<string, string[]> = {};
    for (const { path, message } of this.userErrors) {
      const key = path.join('.');
      found[key] = [...(found[key] ?? []), message];
    }
    return found;
  }
}

/** Throws `UserErrors` if a mutation was refused; answers its payload otherwise. */
export function assertDone<P extends { readonly userErrors: readonly UserError[] }>(payload: P): P {
  if (payload.userErrors.length > 0) throw new UserErrors(payload.userErrors);
  return payload;
}

/** Names of the errors with which a signal ends a request. */
const endings = new Set(['AbortError', 'TimeoutError']);

/** Whatever went wrong with a request, as a `KontorError`; an abort stays the abort that it is. */
export function kontorErrorOf(error: unknown, signal?: AbortSignal | null | undefined): unknown {
  if (error instanceof KontorError || error instanceof UserErrors || signal?.aborted) return error;
  if (error instanceof ClientError) {
    const { errors = [], status } = error.response;
    const [first] = errors;
    if (!first)
      return new KontorError('NO_GRAPH', `The server answered ${status}, and not as the graph does.`, {
        status,
        cause: error,
      });
    const code = first.extensions?.['code'];
    return new KontorError(typeof code === 'string' ? code : 'INTERNAL', first.message, {
      status,
      errors: errors as readonly GraphError[],
      cause: error,
    });
  }
  if (!(error instanceof Error) || endings.has(error.name)) return error;
  if (error instanceof TypeError)
    return new KontorError('UNREACHABLE', 'The server could not be reached.', { status: 0, cause: error });
  return new KontorError('NO_GRAPH', 'The server answered, and not as the graph does.', { status: 200, cause: error });
}
