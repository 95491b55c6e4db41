import type pg from 'pg';
import type { Logger } from 'pino';
import { rateLimited } from './rate-limit.ts';

export interface AllowanceOptions {
  /** The most that a principal can save up, in rows. */
  readonly capacity: number;
  /** What a principal gains, in rows. */
  readonly perSecond: number;
}

interface Account {
  tokens: number;
  countedAt: number;
  /** Spent here and not yet taken from the row in the database. */
  unsettled: number;
  usedAt: number;
}

const settleMilliseconds = 1_000;
/** After this long without a request an account is forgotten here; the database still has it. */
const forgetMilliseconds = 60_000;
const sweepMilliseconds = 3_600_000;

/**
 * Takes what was spent from each row and answers what is left. A row may go below nothing: what several processes let
 * pass in the same second is paid back before anything else passes.
 */
const settleStatement = `
  insert into rate_limit as b (bucket, tokens, filled_at)
  select bucket, $3::float8 - spent, clock_timestamp() from unnest($1::text[], $2::float8[]) as t (bucket, spent) order by bucket
  on conflict (bucket) do update set
    tokens = least($3::float8, b.tokens + greatest(0, extract(epoch from clock_timestamp() - b.filled_at)) * $4::float8)
      - ($3::float8 - excluded.tokens),
    filled_at = clock_timestamp()
  returning bucket, tokens`;

/** A row that has not been touched for a day is full, as one that is not there is. */
const sweepStatement = `delete from rate_limit where filled_at < now() - interval '1 day'`;

/**
 * How much each principal may ask of the graph: a bucket of tokens, one for each row that an operation may return.
 *
 * The buckets are rows of the database, and several processes share them. A request does not wait for them: each process
 * counts by itself and settles with the database once a second, for all principals in one statement. Only the first
 * request of a principal that a process does not know waits, for one round trip. See `docs/decisions`.
 */
export class Allowance {
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  readonly #options: AllowanceOptions;
  readonly #accounts = new Map<string, Account>();
  readonly #opening = new Map<string, Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #settling: Promise<void> = Promise.resolve();
  #sweptAt = Date.now();

  constructor(pool: pg.Pool, log: Logger, options: AllowanceOptions) {
    this.#pool = pool;
    this.#log = log;
    this.#options = options;
    this.#timer = setInterval(() => void this.settle(), settleMilliseconds).unref();
  }

  /** Gets ready to spend for a principal. A round trip where this process does not know it, and nothing otherwise. */
  async open(principal: string): Promise<void> {
    if (this.#accounts.has(principal)) return;
    const opening = this.#opening.get(principal) ?? this.#open(principal);
    this.#opening.set(principal, opening);
    try {
      await opening;
    } finally {
      this.#opening.delete(principal);
    }
  }

  async #open(principal: string): Promise<void> {
    const left = await this.#exchange([principal], [0]);
    const now = Date.now();
    this.#accounts.set(principal, { tokens: left.get(principal) ?? 0, countedAt: now, unsettled: 0, usedAt: now });
  }

  /** Spends, or throws RATE_LIMITED and spends nothing. */
  spend(principal: string, rows: number): void {
    const account = this.#counted(principal);
    if (!account) return;
    if (account.tokens < rows) {
      const lack = Math.min(rows, this.#options.capacity) - account.tokens;
      throw rateLimited(Math.max(1, Math.ceil(lack / this.#options.perSecond)));
    }
    this.owe(principal, rows);
  }

  /** Spends what has been used already, even if nothing is left. */
  owe(principal: string, rows: number): void {
    const account = this.#counted(principal);
    if (!account) return;
    account.tokens -= rows;
    account.unsettled += rows;
  }

  #counted(principal: string): Account | undefined {
    const account = this.#accounts.get(principal);
    if (!account) return undefined;
    const now = Date.now();
    const gained = (Math.max(0, now - account.countedAt) / 1000) * this.#options.perSecond;
    account.tokens = Math.min(this.#options.capacity, account.tokens + gained);
    account.countedAt = now;
    account.usedAt = now;
    return account;
  }

  /** Settles with the database; one at a time, so that nothing is taken twice. */
  settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#settle());
    return this.#settling;
  }

  async #settle(): Promise<void> {
    const now = Date.now();
    const spent: [string, number][] = [];
    for (const [principal, account] of this.#accounts) {
      if (account.unsettled > 0) spent.push([principal, account.unsettled]);
      else if (now - account.usedAt > forgetMilliseconds) this.#accounts.delete(principal);
    }
    try {
      if (spent.length > 0) await this.#take(spent);
      if (now - this.#sweptAt > sweepMilliseconds) {
        this.#sweptAt = now;
        await this.#pool.query(sweepStatement);
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'What was spent could not be settled; it will be tried again.');
    }
  }

  async #take(spent: readonly [string, number][]): Promise<void> {
    const left = await this.#exchange(
      spent.map(([principal]) => principal),
      spent.map(([, rows]) => rows),
    );
    for (const [principal, rows] of spent) {
      const account = this.#accounts.get(principal);
      if (!account) continue;
      account.unsettled -= rows;
      // What was spent while the statement was under way is not in its answer.
      account.tokens = (left.get(principal) ?? 0) - account.unsettled;
      account.countedAt = Date.now();
    }
  }

  async #exchange(principals: readonly string[], rows: readonly number[]): Promise<ReadonlyMap<string, number>> {
    const { capacity, perSecond } = this.#options;
    const result = await this.#pool.query<{ bucket: string; tokens: number }>({
      name: 'settle with buckets',
      text: settleStatement,
      values: [principals, rows, capacity, perSecond],
    });
    return new Map(result.rows.map((row) => [row.bucket, row.tokens]));
  }

  /** Settles what is left and stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.settle();
  }
}
