import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';

/**
 * PHONE_MALFORMED: something other than digits and the usual separators.
 * PHONE_COUNTRY_CODE_MISSING: a national number, and no country to read it for.
 * PHONE_LENGTH_WRONG: not 7 to 15 digits (ITU-T E.164 allows 15 at most).
 */
export type PhoneCode = 'PHONE_MALFORMED' | 'PHONE_COUNTRY_CODE_MISSING' | 'PHONE_LENGTH_WRONG';

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Calling codes whose national numbers keep their leading zero or have another trunk prefix. */
const TRUNK_PREFIXES: Readonly<Record<string, string>> = { '36': '06', '39': '' };

/**
 * Reads a telephone number and writes it as E.164: '+46 (0)8-123 45 67' becomes '+4681234567'.
 * Spaces, hyphens, points, slashes and brackets are dropped; 00 stands for the plus sign. A number
 * without a country code is read for `callingCode` (digits, such as '46') if it is given.
 */
export function parsePhone(text: string, callingCode?: string, path: Path = []): Result<string, Rejection<PhoneCode>> {
  const compact = text.replace('(0)', '').replace(/[\s()./\u2010-\u2015-]/gu, '');
  if (!/^\+?[0-9]+$/.test(compact)) {
    return reject('PHONE_MALFORMED', 'Give a telephone number such as +46 8 123 45 67.', path);
  }
  const digits = internationalDigits(compact, callingCode);
  if (digits === null || digits.startsWith('0')) {
    return reject('PHONE_COUNTRY_CODE_MISSING', 'Begin the telephone number with + and the country code.', path);
  }
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) {
    return reject('PHONE_LENGTH_WRONG', `Give ${FEWEST_DIGITS} to ${MOST_DIGITS} digits with the country code.`, path);
  }
  return accept(`+${digits}`);
}

function internationalDigits(compact: string, callingCode: string | undefined): string | null {
  if (compact.startsWith('+')) return compact.slice(1);
  if (compact.startsWith('00')) return compact.slice(2);
  if (callingCode === undefined) return null;
  const trunk = TRUNK_PREFIXES[callingCode] ?? '0';
  const national = compact.startsWith(trunk) ? compact.slice(trunk.length) : compact;
  return callingCode + national;
}
