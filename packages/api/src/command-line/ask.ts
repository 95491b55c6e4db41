/** The graph, asked by a command: what it may see and do is what the viewer may. */
import { type ExecutionResult, execute, parse } from 'graphql';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Looks } from '../read/looks.ts';
import type { Viewer } from '../viewer.ts';
import { Unusable } from './session.ts';

const contextOf = (app: App, viewer: Viewer): Context => ({
  app,
  viewer,
  request: new Request(`${app.address()}/graphql`),
  answerHeaders: new Headers(),
  address: null,
  requestId: 'command line',
  signal: new AbortController().signal,
  takeTime: () => undefined,
  follow: () => Promise.reject(new Unusable('A command listens to nothing.')),
  // Whoever has the machine may ask as much as they like.
  meter: { cost: 0, charge: () => undefined },
  redacted: new Set(),
  looks: new Looks(),
});

/** Asks the graph as this viewer. What it refuses is told on one line. */
export async function ask<T>(
  app: App,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  // Loaded here alone: building the graph takes longer than most commands.
  const [{ schema }, { rootFieldsOf }] = await Promise.all([import('../schema.ts'), import('../read/execute.ts')]);
  const context = contextOf(app, viewer);
  const args = { schema, document: parse(query), variableValues: variables, contextValue: context };
  const result = (await execute(args)) as ExecutionResult<T>;
  await context.looks.record(app, viewer, () => rootFieldsOf(args));
  const [error] = result.errors ?? [];
  if (error)
    throw error.originalError && !('extensions' in error.originalError)
      ? error.originalError
      : new Unusable(error.message);
  return result.data as T;
}

/** Why a mutation did nothing, as the graph says it. */
export interface Told {
  readonly userErrors: readonly { readonly message: string; readonly path: readonly string[] }[];
}

/** Refuses on one line where a mutation did. */
export function orRefuse<T extends Told>(payload: T): T {
  if (payload.userErrors.length > 0)
    throw new Unusable(
      payload.userErrors.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join(' '),
    );
  return payload;
}

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every row of a list, page by page. The query takes `$after` and asks for `pageInfo { hasNextPage endCursor }`. */
export async function* askAll<T>(
  app: App,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
): AsyncGenerator<T> {
  let after: string | null = null;
  do {
    const data: Record<string, Page<T>> = await ask(app, viewer, query, { ...variables, after });
    const page: Page<T> | undefined = Object.values(data)[0];
    yield* page?.nodes ?? [];
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

/** A line of the answer: columns that a program can split at the tabs. The process ends before a pipe has taken it all. */
export const answerLine = (...columns: readonly (string | null)[]): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${columns.map((each) => each ?? '').join('\t')}\n`, () => resolve()));
