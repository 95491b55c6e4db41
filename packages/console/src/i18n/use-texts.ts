import { useLocaleState, useTranslate } from 'react-admin';

/** Our own texts, by their keys below `kontor`. */
export function useTexts(): (key: string, options?: Record<string, unknown>) => string {
  const translate = useTranslate();
  return (key, options) => translate(`kontor.${key}`, options);
}

export function useLanguage(): string {
  return useLocaleState()[0];
}
