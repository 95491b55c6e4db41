import type { Words } from './definition.ts';

/** English, Swedish, German, Hungarian, Slovenian. */
export function words(en: string, sv: string, de: string, hu: string, sl: string): Words {
  return { en, sv, de, hu, sl };
}
