import type { QueryClient } from '@tanstack/react-query';
import type { DataProvider } from 'react-admin';

type Verb = (...args: unknown[]) => Promise<unknown>;

/** The data provider, fetched with the first record that is asked for: who has not signed in yet needs none of it. */
export function createLateDataProvider(queryClient: QueryClient, language: () => string): DataProvider {
  let provider: Promise<DataProvider> | undefined;
  const verb =
    (name: keyof DataProvider): Verb =>
    async (...args) => {
      provider ??= import('./data-provider.ts').then(({ createDataProvider }) =>
        createDataProvider(queryClient, language),
      );
      return ((await provider)[name] as Verb)(...args);
    };
  return {
    supportAbortSignal: true,
    getList: verb('getList'),
    getOne: verb('getOne'),
    getMany: verb('getMany'),
    getManyReference: verb('getManyReference'),
    create: verb('create'),
    update: verb('update'),
    updateMany: verb('updateMany'),
    delete: verb('delete'),
    deleteMany: verb('deleteMany'),
  } as unknown as DataProvider;
}
