import { fieldOf } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { type Entity, entities, entityNamed, type Language } from '../entity.ts';
import type { InputField } from '../write/input.ts';
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

/**
 * The label of an input of a command: its own word, the common one, that of the field of the same name, or the name of the
 * record that it takes.
 */
export function inputLabel(command: Command, name: string, field: InputField, language: Language): string {
  if (field.label) return field.label[language];
  const common = wordFor(name, language) ?? wordFor(name.replace(/Id$/, ''), language);
  if (common !== undefined) return common;
  const ofField = entityNamed(command.entity).labels[name];
  if (ofField) return ofField[language];
  const target = entities().find((entity) => entity.name === field.entity);
  return target?.title[language][0] ?? fallbackWord(name);
}
