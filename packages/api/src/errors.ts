import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** Stable codes of top-level errors; programs decide by them. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'BAD_INPUT'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'LINK_INVALID'
  | 'LINK_EXPIRED'
  | 'OPERATION_NOT_REGISTERED'
  | 'INTERNAL';

/** An expected failure of a whole operation. Failures of a single input are `userErrors` of the payload instead. */
export class KontorError extends GraphQLError {
  constructor(code: ErrorCode, message: string, options: GraphQLErrorOptions = {}) {
    super(message, { ...options, extensions: { ...options.extensions, code } });
  }
}

/** Why something is refused, where a program says it in words of its own: `extensions.reason`. */
export type ErrorReason = 'GROUPS_TOO_MANY' | 'KEYS_TOO_MANY' | 'KEY_TWICE' | 'CURRENCIES_MIXED' | 'TIME_ZONE_UNKNOWN';

const because = (reason?: ErrorReason): GraphQLErrorOptions => (reason ? { extensions: { reason } } : {});

export const badInput = (message: string, reason?: ErrorReason): KontorError =>
  new KontorError('BAD_INPUT', message, because(reason));
export const forbidden = (message: string): KontorError => new KontorError('FORBIDDEN', message);
export const notFound = (what: string): KontorError => new KontorError('NOT_FOUND', `There is no such ${what}.`);
export const limitExceeded = (message: string, reason?: ErrorReason): KontorError =>
  new KontorError('LIMIT_EXCEEDED', message, because(reason));
