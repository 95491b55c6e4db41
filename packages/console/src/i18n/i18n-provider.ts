import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Catalogue } from './catalogue.ts';
import { LANGUAGES, type Language } from './languages.ts';

/** Each language is a file of its own, fetched when it is first chosen. */
const CATALOGUES: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en.ts'),
  sv: () => import('./sv.ts'),
  de: () => import('./de.ts'),
  hu: () => import('./hu.ts'),
  sl: () => import('./sl.ts'),
};

/** Why the graph refuses something; in English it says most of it itself. */
const REFUSALS: Record<Language, () => Promise<{ default: Readonly<Record<string, string>> }>> = {
  en: () => import('./refusals.ts?language=en'),
  sv: () => import('./refusals.ts?language=sv'),
  de: () => import('./refusals.ts?language=de'),
  hu: () => import('./refusals.ts?language=hu'),
  sl: () => import('./refusals.ts?language=sl'),
};

export async function createI18nProvider(initial: Language): Promise<I18nProvider> {
  const first = await loadMessages(initial);
  const messages = (locale: string) => (locale === initial ? first : loadMessages(locale as Language));
  return polyglotI18nProvider(messages as never, initial, [...LANGUAGES], { pluralRules: PLURAL_RULES });
}

/** The texts of a language, fetched once. */
export async function loadMessages(language: Language): Promise<object> {
  const [{ default: catalogue }, { default: refusal }] = await Promise.all([
    CATALOGUES[language](),
    REFUSALS[language](),
  ]);
  return { ...catalogue, kontor: { ...catalogue.kontor, refusal } };
}

/** polyglot knows Slovenian as `sl-SL` alone; with `sl` it would fall back to the two forms of English. */
const PLURAL_RULES = {
  pluralTypes: {
    two: (count: number) => (count === 1 ? 0 : 1),
    slovenian: (count: number) => {
      const rest = count % 100;
      if (rest === 1 || rest === 2) return rest - 1;
      return rest === 3 || rest === 4 ? 2 : 3;
    },
  },
  pluralTypeToLanguages: { two: ['en', 'sv', 'de', 'hu'], slovenian: ['sl'] },
};
