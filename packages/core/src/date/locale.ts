/** Languages that labels and messages are written in: ISO 639-1 codes. */
export const LANGUAGES = ['en', 'sv', 'de', 'hu', 'sl'] as const;

/** One of the languages that labels and messages are written in. */
export type Language = (typeof LANGUAGES)[number];

/** Whether a text is one of the languages. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * Whether a text is a language tag (BCP 47) in its canonical spelling that dates and numbers can be
 * formatted for, such as sv-SE. `sv_SE` and `SV-se` are not.
 */
export function isLocale(text: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(text);
    return canonical === text && Intl.DateTimeFormat.supportedLocalesOf(text).length === 1;
  } catch {
    return false;
  }
}
