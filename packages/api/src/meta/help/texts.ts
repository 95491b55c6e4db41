/** Help in one language, by its English text. */
export type HelpTexts = Readonly<Record<string, string>>;
