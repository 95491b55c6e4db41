import { isCountry } from '../date/country.ts';
import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';

/**
 * IBAN_MALFORMED: not two letters, two digits and more. IBAN_COUNTRY_UNKNOWN: the country has no
 * IBAN. IBAN_LENGTH_WRONG: too long or short for its country. IBAN_CHECKSUM_WRONG: mistyped.
 */
export type IbanCode = 'IBAN_MALFORMED' | 'IBAN_COUNTRY_UNKNOWN' | 'IBAN_LENGTH_WRONG' | 'IBAN_CHECKSUM_WRONG';

/** BIC_MALFORMED: not 8 or 11 characters of ISO 9362. BIC_COUNTRY_UNKNOWN: no such country. */
export type BicCode = 'BIC_MALFORMED' | 'BIC_COUNTRY_UNKNOWN';

/** Length of an IBAN for each country of the IBAN registry (ISO 13616, kept by SWIFT). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18
  DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23
  IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27
  MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19
  SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Reads an IBAN: spaces removed, in capitals, check digits right (ISO 13616, ISO 7064 mod 97-10). */
export function parseIban(text: string, path: Path = []): Result<string, Rejection<IbanCode>> {
  const iban = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$/.test(iban)) {
    return reject('IBAN_MALFORMED', 'Give an IBAN such as SE45 5000 0000 0583 9825 7466.', path);
  }
  const country = iban.slice(0, 2);
  const length = IBAN_LENGTHS.get(country);
  if (length === undefined) {
    return reject('IBAN_COUNTRY_UNKNOWN', `Check the first two letters: ${country} has no IBAN.`, path);
  }
  if (iban.length !== length) {
    return reject('IBAN_LENGTH_WRONG', `Give ${length} characters: an IBAN of ${country} has as many.`, path);
  }
  if (remainderOf97(iban) !== 1) {
    return reject('IBAN_CHECKSUM_WRONG', 'Check the IBAN for a mistyped or swapped character.', path);
  }
  return accept(iban);
}

/**
 * Reads a BIC: spaces removed, in capitals, 8 or 11 characters (ISO 9362). Kosovo's XK is accepted
 * beside ISO 3166, as SWIFT does.
 */
export function parseBic(text: string, path: Path = []): Result<string, Rejection<BicCode>> {
  const bic = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic)) {
    return reject('BIC_MALFORMED', 'Give a BIC of 8 or 11 characters, such as ESSESESS.', path);
  }
  const country = bic.slice(4, 6);
  if (!isCountry(country) && country !== 'XK') {
    return reject('BIC_COUNTRY_UNKNOWN', `Check the fifth and sixth letter: ${country} is no country.`, path);
  }
  return accept(bic);
}

/** ISO 7064 mod 97-10: first four characters last, letters as 10 to 35. */
function remainderOf97(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
