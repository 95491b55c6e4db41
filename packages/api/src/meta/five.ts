/** A text in every language of the console. */
export type Five = readonly [en: string, sv: string, de: string, hu: string, sl: string];
