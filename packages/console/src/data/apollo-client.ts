import {
  ApolloClient,
  ApolloLink,
  type FetchResult,
  InMemoryCache,
  Observable,
  type Operation,
} from '@apollo/client/core';
import { type DocumentNode, print } from 'graphql';
import { GraphError } from './graph-error.ts';
import { failed, send } from './graph-request.ts';
import { inSession } from './session-end.ts';

/** The way of Apollo's operations to the graph. */
function createGraphLink(uri = '/graphql'): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable<FetchResult>((observer) => {
        post(uri, operation).then(
          (data) => {
            observer.next({ data });
            observer.complete();
          },
          (error: unknown) => {
            if (!(error instanceof GraphError)) return observer.error(error);
            observer.next({ data: failed(error) });
            observer.complete();
          },
        );
      }),
  );
}

function post(uri: string, operation: Operation): Promise<Record<string, unknown>> {
  const { signal } = (operation.getContext()['fetchOptions'] ?? {}) as { signal?: AbortSignal };
  const query = print(operation.query);
  const body = { operationName: operation.operationName, query, variables: operation.variables };
  return inSession(() => send(uri, body, signal));
}

/** Apollo's cache adds `__typename` everywhere, which the graph counts against a query. */
class PlainCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document;
  }
}

/**
 * The client under ra-data-graphql. react-query holds what is on screen, so Apollo's cache is not asked: a second copy
 * would outlive a change of rights.
 */
export const graphClient = new ApolloClient({
  link: createGraphLink(),
  cache: new PlainCache(),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});
