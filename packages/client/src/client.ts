import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { type Change, type ChangesOptions, changesOf } from './changes.ts';
import { type Document, isMutation } from './document.ts';
import { getSdk, type Sdk } from './generated/sdk.ts';
import { sendingIds } from './ids.ts';
import { isRepeatable, type RetryOptions, withRetries } from './retry.ts';

/** What an answer says beside its data. */
export interface AnswerExtensions {
  /** Coordinates, such as `Employee.salary`, that were selected and that this viewer may never read: they are null. */
  readonly redacted?: readonly string[];
  readonly [name: string]: unknown;
}

export interface ClientOptions {
  readonly retry?: RetryOptions;
  /** Told what of an answer was left out because the viewer may never read it. */
  readonly onRedacted?: (coordinates: readonly string[]) => void;
  /** Sends the requests; the platform's own fetch unless given. */
  readonly fetch?: typeof fetch;
  /**
   * `ids` sends the id of each document in place of its text, and queries by GET: for a server that these are registered
   * with, by `kontor operations register`. Default: `text`.
   */
  readonly documents?: 'text' | 'ids';
}

export interface RequestOptions {
  /** Ends the request, and the waiting between two attempts. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs operations as one user. Failures are `KontorError`. */
export interface Client {
  /** The operations that come with this package, typed. */
  readonly sdk: Sdk;
  /** Sends a document of your own. */
  request<Result = unknown, Variables extends object = Record<string, unknown>>(
    document: Document<Result, Variables>,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<Result>;
  /** Sends a document of your own, and answers with what stands beside the data too. */
  requestWithExtensions<Result = unknown, Variables extends object = Record<string, unknown>>(
    document: Document<Result, Variables>,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<{ readonly data: Result; readonly extensions: AnswerExtensions }>;
  /** Tells that records of some entities change, until it is ended: `for await (const change of client.changes(['Device']))`. */
  changes(entities: readonly string[], options?: ChangesOptions): AsyncGenerator<Change>;
  /** Makes the operations of your own generated `getSdk` behave as these do: retries, and `KontorError`. */
  extend<S>(getSdk: (client: GraphQLClient, wrapper: SdkWrapper) => S): S;
}

/** What `getSdk` of `@graphql-codegen/typescript-graphql-request` takes as its second argument. */
export type SdkWrapper = <T>(
  action: (requestHeaders?: Record<string, string>) => Promise<T>,
  operationName: string,
  operationType?: string,
  variables?: unknown,
) => Promise<T>;

/** How a client proves who it acts for. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  /** Whether a browser is to send its cookie. */
  readonly includesCookie: boolean;
}

export function clientWith(url: string, given: Credentials, options: ClientOptions): Client {
  const credentials = options.documents === 'ids' ? { ...given, fetch: sendingIds(given.fetch) } : given;
  const graphql = new GraphQLClient(url, {
    headers: { ...credentials.headers },
    fetch: credentials.fetch,
    ...(credentials.includesCookie && { credentials: 'include' }),
    responseMiddleware: (response) => {
      if (response instanceof Error) return;
      const { redacted = [] } = (response.extensions ?? {}) as AnswerExtensions;
      if (redacted.length > 0) options.onRedacted?.(redacted);
    },
  });
  const retry = options.retry ?? {};
  const wrapper: SdkWrapper = (action, _name, type, variables) =>
    withRetries(() => action(), { repeatable: isRepeatable(type === 'mutation', variables), options: retry });
  const requestWithExtensions: Client['requestWithExtensions'] = async <Result, Variables extends object>(
    document: Document<Result, Variables>,
    variables?: Variables,
    { signal }: RequestOptions = {},
  ) => {
    const repeatable = isRepeatable(isMutation(document), variables);
    const query = typeof document === 'string' ? document : print(document);
    const send = () =>
      graphql.rawRequest<Result>({ query, ...(variables && { variables }), ...(signal && { signal }) });
    const { data, extensions } = await withRetries(send, { repeatable, signal, options: retry });
    return { data, extensions: (extensions ?? {}) as AnswerExtensions };
  };
  return {
    sdk: getSdk(graphql, wrapper),
    requestWithExtensions,
    request: async (document, variables, how) => (await requestWithExtensions(document, variables, how)).data,
    changes: (entities, how) => changesOf({ url, ...credentials }, entities, how),
    extend: (make) => make(graphql, wrapper),
  };
}

/** A client that acts by an API token: for programs, never in a browser. */
export function createClient({ url, token, ...options }: { url: string; token: string } & ClientOptions): Client {
  const credentials = {
    headers: { authorization: `Bearer ${token}` },
    fetch: options.fetch ?? fetch,
    includesCookie: false,
  };
  return clientWith(url, credentials, options);
}
