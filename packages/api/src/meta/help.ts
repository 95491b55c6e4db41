import { type Field, fieldOf } from '../catalogue.ts';
import { type Entity, entityNamed, type Language } from '../entity.ts';
import { descriptionOf } from '../graph/types.ts';
import { de } from './help/de.ts';
import { hu } from './help/hu.ts';
import { sl } from './help/sl.ts';
import { sv } from './help/sv.ts';
import type { HelpTexts } from './help/texts.ts';

type Translated = Exclude<Language, 'en'>;

const together = (texts: readonly HelpTexts[]): ReadonlyMap<string, string> =>
  new Map(texts.flatMap((each) => Object.entries(each)));

const translations: Readonly<Record<Translated, ReadonlyMap<string, string>>> = {
  sv: together(sv),
  de: together(de),
  hu: together(hu),
  sl: together(sl),
};

/** What is said of a relation that the schema says nothing of. The name of what it leads to stands first. */
const ofThisRecord: Readonly<Record<Translated, (target: string) => string>> = {
  sv: (target) => `${target} som hör till den här posten.`,
  de: (target) => `${target} zu diesem Datensatz.`,
  hu: (target) => `${target} ehhez a rekordhoz.`,
  sl: (target) => `${target} tega zapisa.`,
};

/** A help text in the language of the reader; in English where nobody has translated it. */
export const help = (english: string, language: Language): string =>
  language === 'en' ? english : (translations[language].get(english) ?? english);

/** Whether the help of a field is made of the name of what it leads to, so that there is no text to translate. */
export const isNamedByTarget = (field: Field): boolean => field.kind === 'relation' && field.documentation === '';

/** The help of a field. */
export function fieldHelp(entity: Entity, name: string, language: Language): string {
  const field = fieldOf(entity.name, name);
  if (language === 'en' || !isNamedByTarget(field)) return help(descriptionOf(entity, field), language);
  return ofThisRecord[language](entityNamed(field.type).title[language][field.list ? 1 : 0]);
}
