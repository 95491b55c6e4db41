import pino, { type DestinationStream, type Logger, stdSerializers } from 'pino';
import type { Env } from '../env.ts';

/** Where the database and its client repeat the values that they were given. */
const valuesOfErrors = ['detail', 'where', 'query', 'parameters', 'internalQuery', 'hint', 'clientVersion', 'meta'];

/** An error without the values that it was about: those belong to people, and the log to nobody. */
function serializeError(error: Error): object {
  const { aggregateErrors: _, ...told } = stdSerializers.err(error) as Record<string, unknown>;
  for (const key of valuesOfErrors) delete told[key];
  return told;
}

/** The log: one line of JSON for each request and each failure. */
export function createLog(env: Pick<Env, 'logLevel'>, to?: DestinationStream): Logger {
  const options = { level: env.logLevel, serializers: { err: serializeError } };
  return to ? pino(options, to) : pino(options);
}
