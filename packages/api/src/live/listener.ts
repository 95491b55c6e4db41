import type pg from 'pg';
import type { Logger } from 'pino';
import { linkedChannel } from '../audit/link-pending.ts';
import { connect } from '../database/index.ts';

const againMilliseconds = 1_000;

/**
 * The one connection of a process that listens. It is made anew when it breaks, and whoever is woken looks up what
 * happened meanwhile: a notification says that there is something, and never what.
 */
export class Listener {
  readonly #url: string;
  readonly #log: Logger;
  readonly #wake: () => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #connecting: Promise<void> | null = null;
  #closed = false;

  constructor(url: string, log: Logger, wake: () => void) {
    this.#url = url;
    this.#log = log;
    this.#wake = wake;
  }

  /** Listens from now on, if it does not yet. */
  start(): void {
    if (this.#closed || this.#client || this.#connecting) return;
    clearTimeout(this.#timer);
    this.#connecting = this.#connect().finally(() => {
      this.#connecting = null;
    });
  }

  async #connect(): Promise<void> {
    try {
      const client = await connect(this.#url);
      client.once('end', () => this.#lost());
      client.on('notification', () => this.#wake());
      this.#client = client;
      await client.query(`listen ${linkedChannel}`);
      this.#wake();
    } catch (error) {
      this.#log.warn({ err: error }, 'Cannot listen for changes; trying again soon.');
      this.#lost();
    }
  }

  #lost(): void {
    this.#client = null;
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), againMilliseconds).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#connecting;
    await this.#client?.end().catch(() => undefined);
  }
}
