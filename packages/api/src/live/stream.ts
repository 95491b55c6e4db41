import type { KontorError } from '../errors.ts';
import type { Change } from './change.ts';

/** Events that wait for a slow client at the most; then it is dropped. */
export const waitingAtMost = 1_000;

/**
 * The events of one subscription, in the order in which they are pushed. Whoever reads them waits; whoever pushes them
 * never does, so there is an end to how many may wait.
 */
export class Stream implements AsyncIterableIterator<Change | KontorError> {
  readonly #waiting: (Change | KontorError)[] = [];
  readonly #onEnd: () => void;
  readonly #drop: () => void;
  #reader: ((result: IteratorResult<Change | KontorError>) => void) | null = null;
  #ended = false;

  /** `onEnd` is called once, however it ends; `drop` cuts the connection of a client that does not read. */
  constructor(onEnd: () => void, drop: () => void) {
    this.#onEnd = onEnd;
    this.#drop = drop;
  }

  get isOpen(): boolean {
    return !this.#ended;
  }

  push(event: Change | KontorError): void {
    if (this.#ended) return;
    if (this.#reader) {
      const reader = this.#reader;
      this.#reader = null;
      reader({ done: false, value: event });
    } else if (this.#waiting.length < waitingAtMost) this.#waiting.push(event);
    else {
      this.#waiting.length = 0;
      this.end();
      this.#drop();
    }
  }

  /** Ends it after what still waits, and after a last event that says why, where there is something to say. */
  end(why?: KontorError): void {
    if (this.#ended) return;
    if (why) this.push(why);
    this.#ended = true;
    this.#reader?.({ done: true, value: undefined });
    this.#reader = null;
    this.#onEnd();
  }

  async next(): Promise<IteratorResult<Change | KontorError>> {
    const value = this.#waiting.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#ended) return { done: true, value: undefined };
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  /** Called when nobody reads any more. */
  async return(): Promise<IteratorResult<Change | KontorError>> {
    this.#waiting.length = 0;
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
