import type { QueryClient } from '@tanstack/react-query';
import buildGraphQLProvider from 'ra-data-graphql';
import type { DataProvider, GetListResult, GetOneResult, RaRecord } from 'react-admin';
import { isReference } from '../generator/form-values.ts';
import type { Catalogue } from '../generator/resource-definition.ts';
import { graphClient } from './apollo-client.ts';
import { buildQueryFactory } from './build-query.ts';
import { anyCatalogue } from './console-meta.ts';

/**
 * react-admin's data provider over the graph. ra-data-graphql introspects the schema by itself; in its place stands our
 * metadata query, which knows the viewer's rights. (The option is there, and missing from its types.)
 */
export function createDataProvider(queryClient: QueryClient, language: () => string): DataProvider {
  const built: { catalogue?: Catalogue; build?: ReturnType<typeof buildQueryFactory> } = {};
  const options = {
    client: graphClient,
    introspection: {},
    resolveIntrospection: async () => ({ catalogue: await anyCatalogue(language()) }),
    // Called for every request: built anew only when the catalogue is another one.
    buildQuery: (introspection: { catalogue: Catalogue }) => {
      if (!built.build || built.catalogue !== introspection.catalogue) {
        built.catalogue = introspection.catalogue;
        built.build = buildQueryFactory(introspection);
      }
      return built.build;
    },
    query: () => ({ fetchPolicy: 'no-cache' }),
    mutation: () => ({ fetchPolicy: 'no-cache' }),
  };
  const provider = buildGraphQLProvider(options as never) as unknown as DataProvider;
  return {
    ...provider,
    supportAbortSignal: true,
    getList: async (resource, params) => {
      const result = (await provider.getList(resource, params)) as GetListResult;
      await seedReferences(queryClient, resource, result.data, language());
      return result as never;
    },
    getOne: async (resource, params) => {
      const result = (await provider.getOne(resource, params)) as GetOneResult;
      if (result.data) await seedReferences(queryClient, resource, [result.data], language());
      return result as never;
    },
  };
}

/** Puts the labels that came with the rows where react-admin's reference components look first. */
async function seedReferences(
  queryClient: QueryClient,
  resourceName: string,
  rows: readonly RaRecord[],
  language: string,
): Promise<void> {
  const resource = (await anyCatalogue(language)).byName.get(resourceName);
  for (const field of resource?.fields ?? []) {
    if (field.kind !== 'REFERENCE' || !field.target) continue;
    for (const row of rows) {
      const value: unknown = row[field.name];
      if (!isReference(value)) continue;
      queryClient.setQueryData([field.target, 'getMany', { ids: [value.id], meta: undefined }], [value]);
    }
  }
}
