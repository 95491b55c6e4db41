/** Languages of the console, by their own names. */
export const LANGUAGES = [
  { locale: 'en', name: 'English' },
  { locale: 'sv', name: 'Svenska' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'hu', name: 'Magyar' },
  { locale: 'sl', name: 'Slovenščina' },
] as const;

export type Language = (typeof LANGUAGES)[number]['locale'];

const STORED = 'kontor.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(({ locale }) => locale === value);
}

/** The language chosen in this browser, or the first of the browser's own that we have, or English. */
export function initialLanguage(): Language {
  const stored = storedLanguage();
  if (stored) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export function storedLanguage(): Language | undefined {
  const stored = localStorage.getItem(STORED);
  return isLanguage(stored) ? stored : undefined;
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
