import { fieldOf } from '../catalogue.ts';
import { type Entity, entityNamed, type Language } from '../entity.ts';
import { fallbackWord, wordFor } from './vocabulary.ts';

/** The label of a field: the entity's own word, the common one, or the name of what it leads to. */
export function fieldLabel(entity: Entity, name: string, language: Language): string {
  const own = entity.labels[name];
  if (own) return own[language];
  const field = fieldOf(entity.name, name);
  const common = wordFor(name, language);
  if (common !== undefined) return common;
  if (field.kind === 'relation') return entityNamed(field.type).title[language][field.list ? 1 : 0];
  return fallbackWord(name);
}
