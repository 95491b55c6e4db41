import { createContext, useContext } from 'react';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';

/** What its provider has loaded. Apart from it, so that a page of a patch can read it without loading the patches. */
export const CatalogueContext = createContext<Catalogue | undefined>(undefined);

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue) throw new Error('The catalogue is used outside its provider.');
  return catalogue;
}

export function useResource(name: string): ResourceDefinition | undefined {
  return useCatalogue().byName.get(name);
}
