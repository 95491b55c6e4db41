import { catalogueOf } from '../generator/compile.ts';
import type { ConsoleMeta } from '../generator/meta.ts';
import { META_QUERY } from '../generator/meta-query.ts';
import type { Catalogue } from '../generator/resource-definition.ts';
import { patches } from '../resources/index.ts';
import { ask } from './graph-client.ts';

const loaded = new Map<string, Promise<Catalogue>>();

/** The catalogue of this viewer in a language. It is asked for once per language and page load. */
export function loadCatalogue(language: string): Promise<Catalogue> {
  const known = loaded.get(language);
  if (known) return known;
  const asked = ask<{ consoleMeta: ConsoleMeta }>(META_QUERY, { language }).then(({ consoleMeta }) =>
    catalogueOf(consoleMeta, patches),
  );
  // A failure is not remembered: the next page asks again.
  asked.catch(() => loaded.delete(language));
  loaded.set(language, asked);
  return asked;
}

/** Names do not depend on the language, so any catalogue that is there serves to build queries. */
export function anyCatalogue(language: string): Promise<Catalogue> {
  return loaded.values().next().value ?? loadCatalogue(language);
}
