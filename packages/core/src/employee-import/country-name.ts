import { COUNTRIES, isCountry } from '../date/country.ts';
import { LANGUAGES } from '../date/locale.ts';
import { comparable } from './header.ts';

let codeByName: ReadonlyMap<string, string> | null = null;

/**
 * The code (ISO 3166-1 alpha-2) of a country given by code or by name in one of the languages, or
 * null. Names are those of Unicode CLDR as the runtime carries them, and a few that people write.
 */
export function countryOf(text: string): string | null {
  const capitals = text.trim().toUpperCase();
  if (isCountry(capitals)) return capitals;
  codeByName ??= namesOfCountries();
  return codeByName.get(comparable(text)) ?? null;
}

const ALSO_WRITTEN: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['England', 'GB'],
  ['USA', 'US'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
];

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = LANGUAGES.flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    return COUNTRIES.map((code) => [comparable(display.of(code) ?? code), code] as const);
  });
  return new Map([...names, ...ALSO_WRITTEN.map(([name, code]) => [comparable(name), code] as const)]);
}
