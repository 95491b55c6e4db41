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

export async function createI18nProvider(initial: Language): Promise<I18nProvider> {
  const { default: first } = await CATALOGUES[initial]();
  const messages = (locale: string) =>
    locale === initial ? first : CATALOGUES[locale as Language]().then((module) => module.default);
  return polyglotI18nProvider(messages as never, initial, [...LANGUAGES]);
}
