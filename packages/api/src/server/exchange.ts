import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpRefusal } from './answer.ts';

/** The longest that a request may take. Statements end before it. */
export const requestMilliseconds = 15_000;

/** What an operation was, for the log and the metrics: never its variables. */
export interface Outcome {
  operation: 'query' | 'mutation' | 'subscription' | 'none';
  operationName: string | null;
  /** Code of the first error; `OK` where there was none. */
  code: string;
  cost: number;
  userId: string | null;
}

/** One request and its answer. */
export interface Exchange {
  /** Stands in the log, in the header `x-request-id` and in every error that nobody expected. */
  readonly id: string;
  readonly startedAt: number;
  /** Address of whoever asks; behind proxies, the one that the outermost of ours saw. */
  readonly address: string | null;
  /** Aborted when the client goes away, or when the request has taken too long: its reason is the error to answer. */
  readonly signal: AbortSignal;
  /** Lets the request take so long from now on: bulk work that somebody waits for. */
  readonly extend: (milliseconds: number) => void;
  readonly outcome: Outcome;
}

/** The address of the other end; each proxy of ours appends to `x-forwarded-for` what it saw. */
export function addressOf(req: IncomingMessage, proxies: number): string | null {
  const socket = req.socket.remoteAddress ?? null;
  if (proxies === 0) return socket;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return forwarded.at(-proxies) ?? socket;
}

/** The reason of a signal whose client has gone: nobody reads the answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

const tookTooLong = (milliseconds: number) =>
  new HttpRefusal(
    408,
    'LIMIT_EXCEEDED',
    `The request took longer than ${milliseconds / 1000} seconds and was stopped. Ask for less; where it was to change something, look whether it did before you repeat it.`,
  );

/** Opens the exchange of a request. It ends by itself, with its answer. */
export function openExchange(req: IncomingMessage, res: ServerResponse, proxies: number): Exchange {
  const controller = new AbortController();
  // Every root field waits on the one signal, so more than the usual ten listen without anything being wrong.
  setMaxListeners(32, controller.signal);
  const within = (milliseconds: number) => setTimeout(() => controller.abort(tookTooLong(milliseconds)), milliseconds);
  let timer = within(requestMilliseconds);
  res.once('close', () => {
    clearTimeout(timer);
    if (!res.writableFinished) controller.abort(new ClientGone('The client has gone.'));
  });
  return {
    id: randomBytes(12).toString('base64url'),
    startedAt: performance.now(),
    address: addressOf(req, proxies),
    signal: controller.signal,
    extend: (milliseconds) => {
      clearTimeout(timer);
      if (!controller.signal.aborted) timer = within(milliseconds);
    },
    outcome: { operation: 'none', operationName: null, code: 'OK', cost: 0, userId: null },
  };
}
