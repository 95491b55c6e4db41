import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

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
  /** Coordinates that were selected in vain, gathered while the operation runs. */
  readonly redacted: Set<string>;
}
