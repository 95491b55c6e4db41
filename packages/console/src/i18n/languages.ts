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
/** Set when somebody chose a language in this tab before signing in: then it is theirs, and goes to their account. */
const CHOSEN_HERE = 'kontor.languageChosen';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(({ locale }) => locale === value);
}

/** Before anybody is known: the language last used in this browser, or the first of the browser's own that we have. */
export function guestLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

/** Marks the language as one that a guest chose, until they sign in. */
export function markChosenByGuest(): void {
  sessionStorage.setItem(CHOSEN_HERE, '1');
}

/** Whether a guest chose the language in this tab; asked once, on signing in. */
export function takeChosenByGuest(): boolean {
  const chosen = sessionStorage.getItem(CHOSEN_HERE) !== null;
  sessionStorage.removeItem(CHOSEN_HERE);
  return chosen;
}
