import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';

/** POSTAL_CODE_MALFORMED: not a postal code of the country. */
export type PostalCodeCode = 'POSTAL_CODE_MALFORMED';

interface PostalFormat {
  readonly pattern: RegExp;
  readonly example: string;
}

/** Countries whose form is checked; of any other, 2 to 10 letters and digits are taken. */
const FORMATS: Readonly<Record<string, PostalFormat>> = {
  AT: { pattern: /^[1-9][0-9]{3}$/, example: '1010' },
  CH: { pattern: /^[1-9][0-9]{3}$/, example: '8001' },
  DE: { pattern: /^[0-9]{5}$/, example: '10115' },
  DK: { pattern: /^[0-9]{4}$/, example: '1050' },
  FI: { pattern: /^[0-9]{5}$/, example: '00100' },
  FR: { pattern: /^[0-9]{5}$/, example: '75001' },
  GB: { pattern: /^(?:GIR 0AA|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})$/, example: 'SW1A 1AA' },
  HU: { pattern: /^[1-9][0-9]{3}$/, example: '1051' },
  NO: { pattern: /^[0-9]{4}$/, example: '0150' },
  SE: { pattern: /^[1-9][0-9]{2} [0-9]{2}$/, example: '111 20' },
  SI: { pattern: /^[1-9][0-9]{3}$/, example: '1000' },
};
const ANYWHERE: PostalFormat = { pattern: /^(?=.{2,10}$)[A-Z0-9]+(?:[ -][A-Z0-9]+)*$/, example: '12345' };

/**
 * Reads a postal code of a country (ISO 3166-1 alpha-2): in capitals, written as the country's
 * post writes it, without the country prefix ('SE-111 20').
 */
export function parsePostalCode(
  text: string,
  country: string,
  path: Path = [],
): Result<string, Rejection<PostalCodeCode>> {
  const capitals = text.trim().toUpperCase().replace(/\s+/g, ' ');
  const bare = capitals.startsWith(`${country}-`) ? capitals.slice(country.length + 1) : capitals;
  const code = spaced(bare, country);
  const { pattern, example } = FORMATS[country] ?? ANYWHERE;
  if (!pattern.test(code)) {
    return reject('POSTAL_CODE_MALFORMED', `Give a postal code such as ${example}.`, path);
  }
  return accept(code);
}

function spaced(code: string, country: string): string {
  const compact = code.replaceAll(' ', '');
  if (country === 'SE') return `${compact.slice(0, 3)} ${compact.slice(3)}`;
  if (country === 'GB') return `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  return country in FORMATS ? compact : code;
}
