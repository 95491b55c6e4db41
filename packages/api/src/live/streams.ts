import type pg from 'pg';
import type { Logger } from 'pino';
import type { EntityName } from '../catalogue.ts';
import { createPool } from '../database/index.ts';
import { KontorError } from '../errors.ts';
import { entityPolicies } from '../policy/index.ts';
import { isSensitive } from '../read/notes.ts';
import { viewersOfNow } from '../server/authenticate.ts';
import { grantsKey, type Viewer } from '../viewer.ts';
import { type Change, listChanged, resync } from './change.ts';
import { type ChangedRow, changedRows, placeParameters, rowsAtMost } from './changed-rows.ts';
import { followed, followedTables } from './followed.ts';
import { Listener } from './listener.ts';
import { Stream } from './stream.ts';

/** How often it is looked whether whoever listens still may; what changed is told at once. */
const beatMilliseconds = 1_000;
/** Under many writers, what changed is gathered for so long. */
const gatherMilliseconds = 1_000;
const connections = 2;
/** How far back a stream may begin. */
export const secondsBackAtMost = 300;

export interface StreamLimits {
  readonly perUser: number;
  readonly perProcess: number;
  readonly seconds: number;
}

export interface Asked {
  readonly viewer: Viewer;
  readonly entities: readonly EntityName[];
  readonly secondsBack: number;
  /** Cuts the connection. */
  readonly drop: () => void;
}

/** What was found at one beat, so that those who see the same rows are not looked for one by one. */
type Found = Map<string, Promise<readonly ChangedRow[]>>;

/** A stream that is open, as whom, for what, and up to which link it has told. */
interface Following {
  readonly stream: Stream;
  readonly entities: readonly EntityName[];
  viewer: Viewer;
  /** Null until it is known where it begins. */
  seq: number | null;
}

/** What decides which rows a viewer sees. */
const sight = (viewer: Viewer): string =>
  [grantsKey(viewer), viewer.personId, ...viewer.employeeIds, viewer.secondFactorMissing === true].join('|');

/**
 * The streams of changes of one process. The audit log is what they follow: its links are numbered in an order in which
 * nothing is committed late, so a place in it is a number, and what was missed is read again from there. A notification
 * only says that it is time to look.
 */
export class Streams {
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  readonly #limits: StreamLimits;
  readonly #listener: Listener;
  readonly #open = new Set<Following>();
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> | null = null;
  #woken = false;
  #closed = false;
  #told = 0;

  constructor(appUrl: string, log: Logger, limits: StreamLimits) {
    const onError = (error: Error): void => log.warn({ err: error }, 'An idle connection broke.');
    this.#pool = createPool(appUrl, { max: connections, applicationName: 'kontor live', onError });
    this.#log = log;
    this.#limits = limits;
    this.#listener = new Listener(appUrl, log, () => this.#wake());
  }

  /** Streams that are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Events told since the process began. */
  get told(): number {
    return this.#told;
  }

  /** Opens a stream, or refuses it: it tells what changes from now on, or from some seconds ago. */
  async open({ viewer, entities, secondsBack, drop }: Asked): Promise<Stream> {
    this.#refuseMore(viewer);
    const stream = new Stream(() => {
      clearTimeout(life);
      this.#open.delete(following);
    }, drop);
    const following: Following = { stream, entities, viewer, seq: null };
    const life = setTimeout(() => stream.end(), this.#limits.seconds * 1_000).unref();
    // Counted before anything is waited for, so that many at once are not more than the limit.
    this.#open.add(following);
    try {
      following.seq = await this.#placeOf(secondsBack);
    } catch (error) {
      stream.end();
      throw error;
    }
    this.#listener.start();
    this.#wake();
    return stream;
  }

  #refuseMore({ userId }: Viewer): void {
    const own = [...this.#open].filter(({ viewer }) => viewer.userId === userId).length;
    if (!this.#closed && own < this.#limits.perUser && this.#open.size < this.#limits.perProcess) return;
    throw new KontorError('RATE_LIMITED', 'There are as many streams of changes open as may be. Close one.', {
      extensions: { retryAfterSeconds: 30 },
    });
  }

  async #placeOf(secondsBack: number): Promise<number> {
    const { rows } = await this.#pool.query<{ seq: number }>(
      `select coalesce((select seq from audit_link where at < clock_timestamp() - make_interval(secs => $1)
         order by seq desc limit 1), 0)::float8 as seq`,
      [secondsBack],
    );
    return rows[0]?.seq ?? 0;
  }

  #wake(): void {
    this.#woken = true;
    if (!this.#beating) this.#schedule(0);
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#open.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#beating = this.#beat().finally(() => {
        this.#beating = null;
        this.#schedule(this.#woken ? gatherMilliseconds : beatMilliseconds);
      });
    }, milliseconds).unref();
  }

  async #beat(): Promise<void> {
    this.#woken = false;
    try {
      const following = [...this.#open].filter(({ seq }) => seq !== null);
      await this.#admitAgain(following);
      await this.#tellAll(following.filter(({ stream }) => stream.isOpen));
    } catch (error) {
      // What was not told is told at the next beat: no place was moved on.
      this.#log.warn({ err: error }, 'What changed cannot be told; trying again soon.');
    }
  }

  /** Ends the streams of whoever may not listen any more, and tells the others where what they see has changed. */
  async #admitAgain(all: readonly Following[]): Promise<void> {
    const viewers = await viewersOfNow(
      this.#pool,
      all.map(({ viewer }) => viewer),
    );
    for (const following of all) {
      const viewer = viewers.get(following.viewer.sessionId ?? '');
      if (!viewer) {
        following.stream.end(new KontorError('UNAUTHENTICATED', 'The session or token has ended. Sign in again.'));
        continue;
      }
      const isOther = sight(viewer) !== sight(following.viewer);
      following.viewer = viewer;
      if (isOther) this.#push(following, resync);
    }
  }

  async #tellAll(all: readonly Following[]): Promise<void> {
    if (all.length === 0) return;
    const from = Math.min(...all.map(({ seq }) => seq ?? 0));
    const { rows } = await this.#pool.query<{ to: number; tables: string[] }>(
      `select (select coalesce(max(seq), 0) from audit_link)::float8 as to, array(
         select distinct c.table_name from audit_link l join audit_change c on c.operation_id = l.subject_id
         where l.kind = 'operation' and l.seq > $1) as tables`,
      [from],
    );
    const { to = 0, tables = [] } = rows[0] ?? {};
    if (to <= from) return;
    const touched = new Set(tables);
    const queue = [...all];
    const found: Found = new Map();
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.#tell(next, to, touched, found);
    };
    await Promise.all(Array.from({ length: connections }, worker));
  }

  async #tell(following: Following, to: number, touched: ReadonlySet<string>, found: Found): Promise<void> {
    const changes: Change[] = [];
    for (const entity of following.entities) {
      if (!followedTables(entity).some((table) => touched.has(table))) continue;
      for (const source of followed(entity))
        changes.push(...eventsOf(entity, source, await this.#changed(following, source, to, found)));
    }
    following.seq = to;
    for (const change of changes) this.#push(following, change);
  }

  /** What changed for a viewer. Whoever has the same rights shares it, where it does not go by who they are. */
  #changed({ viewer, seq }: Following, entity: EntityName, to: number, found: Found): Promise<readonly ChangedRow[]> {
    const { text, params } = changedRows(viewer, entity);
    const isAnybodys = params.length === placeParameters;
    const key = [entity, seq, grantsKey(viewer), ...(isAnybodys ? [] : [viewer.userId, sight(viewer)])].join(' ');
    const known = found.get(key);
    if (known) return known;
    const values = params.map((each) => each({ variables: { from: seq, to }, viewer }));
    const made = this.#pool.query<ChangedRow>(text, values).then(({ rows }) => rows);
    found.set(key, made);
    return made;
  }

  #push({ stream }: Following, change: Change): void {
    this.#told += 1;
    stream.push(change);
  }

  /** Ends all streams, so that their clients open them elsewhere, and opens no more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const { stream } of [...this.#open]) stream.end();
    await this.#beating;
    await this.#listener.close();
    await this.#pool.end();
  }
}

/** Many rows are one event; so are rows that may not be pointed at without its being on record that they were shown. */
function eventsOf(entity: EntityName, source: EntityName, rows: readonly ChangedRow[]): readonly Change[] {
  if (rows.length === 0) return [];
  const isWhole = entity !== source || rows.length > rowsAtMost || isSensitive(entityPolicies[entity].row);
  return isWhole ? [listChanged(entity)] : rows.map(({ id, kind, version }) => ({ kind, entity, id, version }));
}
