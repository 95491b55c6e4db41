import type { World } from '@kontor/testkit';
import type pg from 'pg';
import type { EntityName } from '../../catalogue.ts';
import { connect } from '../../database/connect.ts';
import { entities } from '../../entity.ts';
import { followed } from '../../live/followed.ts';
import { Listening, type Told } from '../../live/proof/listen.ts';
import { secondsBackAtMost } from '../../live/streams.ts';
import type { Draw } from '../../read/proof/random-query.ts';
import type { Rows } from '../../read/proof/random-world.ts';
import type { Asked, Door } from './asked.ts';
import { carryOut, liftRules } from './carry-out.ts';
import type { Comparison } from './comparison.ts';
import type { Expectation, Person } from './expectation.ts';
import { RandomWrites, type Write } from './random-writes.ts';

const roundsOfSitting = 4;
const writesOfRound = 14;
const entitiesAtMost = 19;

/**
 * What everybody is told of, and last: a stream tells the entities in the order in which they were asked for. When it comes,
 * all that was written before it has been told, or never will be.
 */
const fence: EntityName = 'Company';

export interface Subscribing {
  readonly worlds: readonly [World, World];
  readonly rows: readonly [Rows, Rows];
  readonly expected: Expectation;
  readonly person: Person;
  readonly token: string;
  /** A company that everybody sees. */
  readonly companyId: string;
}

type Pair<T> = readonly [T, T];
const both = async <T>(work: (side: 0 | 1) => Promise<T>): Promise<Pair<T>> => Promise.all([work(0), work(1)]);

/** Streams of changes in two worlds, open while the same is written in both, and more where nobody may know of it. */
export class Subscription {
  readonly #of: Subscribing;
  readonly #comparison: Comparison;
  readonly #owners: Pair<pg.Client>;
  readonly #writes: RandomWrites;
  #sittings = 0;
  #fences = 0;

  private constructor(of: Subscribing, comparison: Comparison, owners: Pair<pg.Client>) {
    this.#of = of;
    this.#comparison = comparison;
    this.#owners = owners;
    this.#writes = new RandomWrites(of.rows, of.expected, of.person);
  }

  /** From here on the worlds are not what they were stored as. */
  static async begin(of: Subscribing, comparison: Comparison): Promise<Subscription> {
    const owners = await both((side) => connect(of.worlds[side].ownerUrl));
    await both((side) => liftRules(owners[side]));
    return new Subscription(of, comparison, owners);
  }

  async end(): Promise<void> {
    await both((side) => this.#owners[side].end());
  }

  /** Listens for some entities through some rounds of writes, and at first asks again afterwards for what was missed. */
  async sit(draw: Draw): Promise<void> {
    const among = this.#drawEntities(draw);
    // What was asked before this is no news any more.
    await this.#link();
    const streams = await this.#open(among, 0);
    const sources = [...new Set(among.flatMap(followed))].filter((each) => each !== fence);
    const written: Write[] = [];
    for (let round = 0; round < roundsOfSitting && !this.#comparison.first; round += 1) {
      const writes = await this.#write(this.#writes.drawSome(draw, sources, writesOfRound));
      written.push(...writes);
      this.#compare('changes', { entities: among, writes }, await this.#told(streams));
    }
    await this.#close(streams);
    this.#sittings += 1;
    // Links from before the first are older than anything that is missed; later a moment would decide which are.
    if (this.#sittings > 1 || this.#comparison.first) return;
    const later = await this.#open(among, secondsBackAtMost);
    this.#compare('missed changes', { entities: among, writes: written }, await this.#told(later));
    await this.#close(later);
  }

  /** Entities at random of which the one who listens sees a row or could. */
  #drawEntities(draw: Draw): EntityName[] {
    const left = entities()
      .map(({ name }) => name)
      .filter((name) => name !== fence && followed(name).length > 0 && !this.#of.expected.never(name, 'id'));
    return Array.from({ length: Math.min(entitiesAtMost, left.length) }, () =>
      left.splice(draw(left.length), 1),
    ).flat();
  }

  #open(among: readonly EntityName[], secondsBack: number): Promise<Pair<Listening>> {
    const { worlds, token } = this.#of;
    const headers = { authorization: `Bearer ${token}` };
    return both((side) => Listening.open({ url: worlds[side].url, headers, entities: [...among, fence], secondsBack }));
  }

  async #close(streams: Pair<Listening>): Promise<void> {
    for (const stream of streams) stream.close();
    await both((side) => streams[side].ended);
  }

  async #link(): Promise<void> {
    await both((side) => this.#of.worlds[side].link());
  }

  async #write(drawn: readonly Write[]): Promise<readonly Write[]> {
    this.#fences += 1;
    const last: Write = {
      entity: fence,
      id: this.#of.companyId,
      kind: 'changed',
      values: { name: `Fence ${this.#fences}` },
      sides: [0, 1],
    };
    const written = await carryOut(this.#owners, [...drawn, last]);
    for (const write of written) this.#writes.carriedOut(write);
    await this.#link();
    return written;
  }

  /** What each stream told up to the fence. Of one look no order is promised. */
  #told(streams: Pair<Listening>): Promise<Pair<string>> {
    return both(async (side) => {
      const stream = streams[side];
      await stream.until(({ events }) => events.some(({ entity }) => entity === fence));
      const told = stream.events.splice(0).filter(({ entity }) => entity !== fence);
      return JSON.stringify({ data: { changed: told.map((event) => this.#asCompared(event)).sort() } });
    });
  }

  #asCompared({ kind, entity, id, version }: Told): string {
    return [kind, entity, id, this.#writes.isApart(id) ? 'at some version' : version].join(' ');
  }

  #compare(door: Door, body: object, answers: Pair<string>): void {
    const operation: Asked = { doors: [door], by: 'stream', body };
    this.#comparison.add(operation, [...answers]);
  }
}
