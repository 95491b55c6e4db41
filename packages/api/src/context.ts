import type { App } from './app.ts';
import type { Stream } from './live/stream.ts';
import type { Asked } from './live/streams.ts';
import type { Looks } from './read/looks.ts';
import type { Viewer } from './viewer.ts';

/** Counts what an operation costs, in rows that it may return, and refuses what goes beyond a limit. */
export interface Meter {
  readonly cost: number;
  charge(rows: number): void;
}

/** What a resolver is given besides its arguments. */
export interface Context {
  readonly app: App;
  /** Null without a session: then only signing in is possible. */
  readonly viewer: Viewer | null;
  /** The request, for its address, cookies and abort signal. */
  readonly request: Request;
  /** Headers that the answer gets, such as the session's cookie. */
  readonly answerHeaders: { append(name: string, value: string): unknown };
  /** Address of the other end of the connection. */
  readonly address: string | null;
  /** Stands in the log and in the errors that nobody expected. */
  readonly requestId: string;
  /** Aborted when the client goes away or the request has taken too long; what runs in the database is cancelled. */
  readonly signal: AbortSignal;
  /** Lets the request take as long as bulk work may. */
  readonly takeTime: () => void;
  /** Opens a stream of changes, which goes on after what a request may take. */
  readonly follow: (asked: Omit<Asked, 'drop'>) => Promise<Stream>;
  /** What the operation has cost so far. */
  readonly meter: Meter;
  /** Coordinates that were selected in vain, gathered while the operation runs. */
  readonly redacted: Set<string>;
  /** Whose data of the sensitive classes the answer shows; written down before it goes out. */
  readonly looks: Looks;
}
