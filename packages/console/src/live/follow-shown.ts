import { type Change, type ChangesSource, changesOf } from '@kontor/client/changes';
import type { QueryClient } from '@tanstack/react-query';

/** Nobody listens for a page that is only passed through. */
const settleMilliseconds = 2_000;
/** Changes that come together are read together. */
const gatherMilliseconds = 400;
const entitiesAtMost = 20;
/** A page whose rows are older than this is read again before it listens. */
const secondsBackAtMost = 290;

const source: ChangesSource = {
  url: '/graphql',
  headers: { 'x-kontor-csrf': '1' },
  fetch: (...args) => fetch(...args),
  includesCookie: true,
};

/** What one page of the console is about, by the queries that it shows. */
interface Shown {
  readonly entities: readonly string[];
  /** How long ago the oldest of them was asked. */
  readonly secondsAgo: number;
}

/**
 * Keeps what is on screen as it is in the database: listens for changes of the entities whose queries are shown, by one
 * connection, and asks those queries anew. What is hidden in another tab listens to nothing, so that a browser with many
 * tabs has connections left. Ends with the signal.
 */
export function followShown(
  queryClient: QueryClient,
  isFollowable: (entity: string) => boolean,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let followed = '';
  let ending = new AbortController();
  let settling: number | undefined;

  const shown = (): Shown => {
    const queries = queryClient
      .getQueryCache()
      .findAll({ type: 'active' })
      .filter(({ queryKey: [of], state }) => typeof of === 'string' && isFollowable(of) && state.dataUpdatedAt > 0);
    const entities = [...new Set(queries.map(({ queryKey: [of] }) => String(of)))].sort();
    const oldest = Math.min(Date.now(), ...queries.map(({ state }) => state.dataUpdatedAt));
    return { entities: entities.slice(0, entitiesAtMost), secondsAgo: Math.ceil((Date.now() - oldest) / 1_000) };
  };
  const readAgain = (entities: ReadonlySet<string>): void => {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [of] }) =>
        typeof of === 'string' && (entities.has(of) || (entities.has('') && isFollowable(of))),
    });
  };
  const follow = (): void => {
    const { entities, secondsAgo } = document.hidden ? { entities: [], secondsAgo: 0 } : shown();
    if (entities.join() === followed) return;
    followed = entities.join();
    ending.abort();
    ending = new AbortController();
    if (entities.length === 0) return;
    const isOld = secondsAgo > secondsBackAtMost;
    if (isOld) readAgain(new Set(entities));
    void tell(entities, isOld ? 0 : secondsAgo, ending.signal, readAgain);
  };
  const settle = (): void => {
    window.clearTimeout(settling);
    settling = window.setTimeout(follow, settleMilliseconds);
  };
  const noticeTab = (): void => (document.hidden ? follow() : settle());

  const forget = queryClient.getQueryCache().subscribe(({ type }) => {
    if (type === 'observerAdded' || type === 'observerRemoved') settle();
  });
  document.addEventListener('visibilitychange', noticeTab);
  settle();
  signal.addEventListener(
    'abort',
    () => {
      forget();
      document.removeEventListener('visibilitychange', noticeTab);
      window.clearTimeout(settling);
      ending.abort();
    },
    { once: true },
  );
}

/** Passes on what is told, gathered; an empty name stands for everything. */
async function tell(
  entities: readonly string[],
  secondsBack: number,
  signal: AbortSignal,
  readAgain: (entities: ReadonlySet<string>) => void,
): Promise<void> {
  let gathered = new Set<string>();
  const note = ({ entity }: Pick<Change, 'entity'>): void => {
    if (gathered.size === 0)
      window.setTimeout(() => {
        if (!signal.aborted) readAgain(gathered);
        gathered = new Set();
      }, gatherMilliseconds);
    gathered.add(entity ?? '');
  };
  try {
    for await (const change of changesOf(source, entities, { signal, secondsBack })) note(change);
  } catch {
    // Nobody is told any more. Asking anew says why to whoever is looking: most likely that the session has ended.
    note({ entity: null });
  }
}
