import { gql } from '@apollo/client/core';
import {
  createMutation,
  deactivateMutation,
  listQuery,
  recordQuery,
  recordSelection,
  rowSelection,
  updateMutation,
} from '../generator/queries.ts';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';
import { accepted } from './graph-client.ts';
import { GraphError, type UserError } from './graph-error.ts';
import { orThrow } from './graph-request.ts';

/** What our pages add to react-admin's parameters. */
export interface ListMeta {
  readonly columns?: readonly string[];
  readonly orderBy?: readonly unknown[];
  readonly after?: string | null;
  readonly counted?: boolean;
}

/** react-admin's `filter`: the graph's own arguments. */
export interface ListFilter {
  readonly where?: Record<string, unknown>;
  readonly search?: string;
  readonly includeInactive?: boolean;
}

interface BuiltQuery {
  readonly query: ReturnType<typeof gql>;
  readonly variables: Record<string, unknown>;
  readonly parseResponse: (response: { data: Record<string, unknown> }) => unknown;
}

interface Params {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly target?: string;
  readonly data?: Record<string, unknown>;
  readonly previousData?: Record<string, unknown>;
  readonly pagination?: { page: number; perPage: number };
  readonly filter?: ListFilter;
  readonly meta?: ListMeta;
}

interface Connection {
  readonly nodes: readonly Record<string, unknown>[];
  readonly totalCount?: number;
  readonly totalCountIsExact?: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** react-admin's verbs as operations of the graph. */
export function buildQueryFactory({ catalogue }: { catalogue: Catalogue }) {
  return (verb: string, resourceName: string, params: Params): BuiltQuery => {
    const resource = catalogue.byName.get(resourceName);
    if (!resource) throw new Error(`There is no ${resourceName} for this viewer.`);
    const built = operationOf(verb, resource, params);
    return { ...built, parseResponse: ({ data }) => built.parseResponse({ data: orThrow(data) }) };
  };
}

function operationOf(verb: string, resource: ResourceDefinition, params: Params): BuiltQuery {
  switch (verb) {
    case 'GET_LIST':
      return list(resource, params);
    case 'GET_MANY_REFERENCE':
      return list(resource, { ...params, filter: { ...params.filter, where: pointingBack(params) } });
    case 'GET_MANY':
      return many(resource, params.ids ?? []);
    case 'GET_ONE':
      return one(resource, params.id ?? '');
    case 'CREATE':
      return write(resource, createMutation(resource), params.data ?? {});
    case 'UPDATE':
      return write(resource, updateMutation(resource), { id: params.id, ...versionOf(params), ...params.data });
    case 'DELETE':
      return write(resource, deactivateMutation(resource, false), { id: params.id, ...versionOf(params) });
    default:
      throw new Error(`The graph has no counterpart to ${verb}.`);
  }
}

function versionOf({ previousData }: Params): Record<string, unknown> {
  return previousData?.['version'] === undefined ? {} : { expectedVersion: previousData['version'] };
}

function pointingBack({ target, id, filter }: Params): Record<string, unknown> {
  const back = { [target ?? '']: { is: { id: { eq: id } } } };
  return filter?.where ? { and: [back, filter.where] } : back;
}

function list(resource: ResourceDefinition, { pagination, filter = {}, meta = {} }: Params): BuiltQuery {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const counted = meta.counted ?? true;
  const selection = rowSelection(resource, meta.columns ?? resource.columns);
  const variables: Record<string, unknown> = { first: perPage };
  if (meta.after) variables['after'] = meta.after;
  else if (page > 1) variables['offset'] = (page - 1) * perPage;
  if (filter.where) variables['where'] = filter.where;
  if (filter.search && resource.searchable) variables['search'] = filter.search;
  if (filter.includeInactive && resource.deactivates) variables['includeInactive'] = true;
  if (meta.orderBy && meta.orderBy.length > 0) variables['orderBy'] = meta.orderBy;
  return {
    query: gql(listQuery(resource, { selection, counted })),
    variables,
    parseResponse: ({ data }) => parseList(data[resource.plural] as Connection),
  };
}

function parseList({ nodes, totalCount, totalCountIsExact, pageInfo }: Connection) {
  return {
    data: nodes,
    total: totalCount,
    pageInfo: { hasNextPage: pageInfo.hasNextPage, hasPreviousPage: false },
    meta: { totalCountIsExact: totalCountIsExact ?? true, endCursor: pageInfo.endCursor },
  };
}

function many(resource: ResourceDefinition, ids: readonly string[]): BuiltQuery {
  const query = listQuery(resource, { selection: 'id _label', counted: false });
  const variables = { first: Math.min(100, ids.length), where: { id: { in: ids } } };
  const inactive = resource.deactivates ? { includeInactive: true } : {};
  return {
    query: gql(query),
    variables: { ...variables, ...inactive },
    parseResponse: ({ data }) => ({ data: (data[resource.plural] as Connection).nodes }),
  };
}

function one(resource: ResourceDefinition, id: string): BuiltQuery {
  return {
    query: gql(recordQuery(resource, recordSelection(resource))),
    variables: { id },
    parseResponse: ({ data }) => {
      const record = data[resource.single];
      // A wrong id and one that this viewer may not see are answered alike, with nothing.
      if (!record) throw new GraphError('NOT_FOUND', `${resource.label} ${id}`, 404);
      return { data: record };
    },
  };
}

function write(resource: ResourceDefinition, mutation: string, input: Record<string, unknown>): BuiltQuery {
  return {
    query: gql(mutation),
    variables: { input },
    parseResponse: ({ data }) => {
      const payload = Object.values(data)[0] as Record<string, unknown> & { userErrors: UserError[] };
      return { data: accepted(payload)[resource.single] };
    },
  };
}
