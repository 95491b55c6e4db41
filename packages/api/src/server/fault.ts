import { GraphQLError } from 'graphql';
import type { App } from '../app.ts';
import { KontorError, limitExceeded } from '../errors.ts';
import { sqlStateOf } from '../write/operation.ts';
import { ClientGone } from './exchange.ts';
import { rateLimited } from './rate-limit.ts';

const longestMessage = 500;

/** Names that are like what was asked for are the schema's, of which a viewer may see only a part. */
const withoutSuggestion = (message: string): string => message.replace(/ Did you mean .*\?$/s, '');

const shortened = (message: string): string =>
  message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;

/** What Yoga calls by names of its own. */
const ofYoga = new Set(['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']);

/** An error of GraphQL itself, as a caller is told it: with a code, without suggestions, and of a bounded length. */
export function told(error: GraphQLError, code: string): GraphQLError {
  const coded = error.extensions['code'];
  const given = ofYoga.has(String(coded)) ? 'BAD_INPUT' : coded;
  const message = shortened(withoutSuggestion(error.message));
  if (message === error.message && coded !== undefined && coded === given) return error;
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...error.extensions, code: given ?? code },
  });
}

/** What the database says of a value that it cannot take: NUL in a text, a number or a date that is too large. */
const unusable = new Set(['22001', '22003', '22007', '22008', '22021', '22P05']);

/** Prisma says in its own words, or passes on in its own error, what the pool says. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  /timeout exceeded when trying to connect|Unable to start a transaction in the given time/.test(error.message);

/** An error of the database that whoever asked can do something about; null for any other. */
export function databaseFault(error: unknown): KontorError | null {
  // Every connection was taken for as long as anybody would wait for one.
  if (isBusy(error)) return rateLimited(1);
  const state = sqlStateOf(error);
  if (state === null) return null;
  if (unusable.has(state))
    return new KontorError(
      'BAD_INPUT',
      'A value cannot be used: it holds a control character, or is too long or too large.',
    );
  if (state === '57014')
    return limitExceeded('The database took longer than 10 seconds and was stopped. Ask for less.');
  if (state === '54001' || state === '54011' || state === '54023')
    return limitExceeded('The operation is too complex. Ask for less.');
  return null;
}

/** An error that nobody expected: everything about it is logged, and nothing told but where to find it in the log. */
export function unexpected(app: App, requestId: string, error: unknown): KontorError {
  app.log.error({ requestId, err: error }, 'A request failed.');
  return new KontorError(
    'INTERNAL',
    'Something went wrong here. It has been logged; try again, and give your administrator the requestId if it stays.',
    { extensions: { requestId } },
  );
}

/** Whether an error is one of GraphQL's about an argument, found only while the operation runs. */
const isAboutArgument = (error: GraphQLError): boolean => /^(Argument|Variable|Directive) /.test(error.message);

/** The innermost error that is not merely GraphQL's note of where it happened. */
function origin(error: unknown): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return inner ? origin(inner) : error;
}

/** Any error as a caller may be told it. */
export function answerable(app: App, requestId: string, error: unknown): GraphQLError {
  const cause = origin(error);
  if (cause instanceof ClientGone) return new KontorError('INTERNAL', cause.message);
  if (cause instanceof GraphQLError) {
    const located = error as GraphQLError;
    if (cause.extensions['code'] !== undefined) return told(located, '');
    if (isAboutArgument(cause)) return told(located, 'BAD_INPUT');
  }
  const known = databaseFault(cause) ?? unexpected(app, requestId, cause);
  if (!(error instanceof GraphQLError)) return known;
  return new GraphQLError(known.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: known.extensions,
  });
}
