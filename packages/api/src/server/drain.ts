import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** The longest that stopping waits for requests that are running. */
export const drainMilliseconds = 15_000;

/**
 * Lets a server stop without cutting anybody off: no new connection is taken, idle ones are closed, and each of the
 * others after the answer that it waits for.
 */
export class Drain {
  readonly #answering = new Set<ServerResponse>();
  #draining = false;

  get isDraining(): boolean {
    return this.#draining;
  }

  /** Wraps the server's listener, to know what is running. */
  watch(listener: (req: IncomingMessage, res: ServerResponse) => void) {
    return (req: IncomingMessage, res: ServerResponse): void => {
      if (this.#draining) res.setHeader('connection', 'close');
      this.#answering.add(res);
      res.once('close', () => this.#answering.delete(res));
      listener(req, res);
    };
  }

  async stop(server: Server, mostMilliseconds = drainMilliseconds): Promise<void> {
    this.#draining = true;
    for (const res of this.#answering) if (!res.headersSent) res.setHeader('connection', 'close');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), mostMilliseconds);
    await closed;
    clearTimeout(timer);
  }
}
