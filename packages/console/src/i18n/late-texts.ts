import { use } from 'react';
import { isLanguage, type Language } from './languages.ts';
import { useLanguage } from './use-texts.ts';

type Load = () => Promise<{ default: Readonly<Record<string, string>> }>;

/** The texts of a topic, each language in a file of its own. */
export type LateTexts<Key extends string> = Readonly<
  Record<Language, () => Promise<{ default: Readonly<Record<Key, string>> }>>
>;

/** Says a text of the topic, with what stands in its places. */
export type SayLate<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const asked = new Map<Load, ReturnType<Load>>();

function once(load: Load): ReturnType<Load> {
  const known = asked.get(load) ?? load();
  asked.set(load, known);
  return known;
}

/**
 * Texts of pages that few open: a language is fetched when the first of them is shown in it, and what stands around waits
 * until it is there.
 */
export function useLateTexts<Key extends string>(languages: LateTexts<Key>): SayLate<Key> {
  const language = useLanguage();
  const { default: texts } = use(once(languages[isLanguage(language) ? language : 'en']));
  return (key, values = {}) =>
    (texts[key] ?? key).replaceAll(/%\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
