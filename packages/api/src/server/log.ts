import pino, { type DestinationStream, type Logger, stdSerializers } from 'pino';
import type { Env } from '../env.ts';

/**
 * What is told of an error. All else that it carries may repeat the values that it was about, which belong to people and
 * the log to nobody, or is a whole connection.
 */
const toldOfErrors = [
  ...['type', 'message', 'stack', 'code', 'errno', 'syscall', 'severity', 'schema', 'table', 'column', 'dataType'],
  ...['constraint', 'file', 'line', 'routine'],
] as const;

function serializeError(error: Error): object {
  const known: Record<string, unknown> = stdSerializers.err(error);
  return Object.fromEntries(toldOfErrors.filter((key) => known[key] !== undefined).map((key) => [key, known[key]]));
}

/** The log: one line of JSON for each request and each failure. */
export function createLog(env: Pick<Env, 'logLevel'>, to?: DestinationStream): Logger {
  const options = { level: env.logLevel, serializers: { err: serializeError } };
  return to ? pino(options, to) : pino(options);
}
