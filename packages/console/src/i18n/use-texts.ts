import { useLocaleState, useTranslate } from 'react-admin';
import { readerLocale } from './reader-locale.ts';

/** Our own texts, by their keys below `kontor`. */
export function useTexts(): (key: string, options?: Record<string, unknown>) => string {
  const translate = useTranslate();
  return (key, options) => translate(`kontor.${key}`, options);
}

/** The language of the console, such as `en`: what texts and labels are asked for in. */
export function useLanguage(): string {
  return useLocaleState()[0];
}

/** How the reader writes days, numbers and amounts, such as `en-GB`. */
export function useReaderLocale(): string {
  return readerLocale(useLanguage(), navigator.languages);
}
