import { type CalendarDate, daysBetween } from '../date/calendar-date.ts';
import { accept, type Path, type Rejection, type Result, reject } from '../result.ts';
import { germanTaxId, hungarianTaxId, slovenianEmso } from './national-id-checksum.ts';
import type { NationalIdCode, Reading } from './national-id-reading.ts';
import { swedishIdentity } from './personnummer.ts';

/** A national identity number as stored, and the date of birth it tells, if it tells one. */
export interface NationalId {
  readonly value: string;
  readonly birthOn: CalendarDate | null;
}

type Outcome = Result<NationalId, Rejection<NationalIdCode>>;

/**
 * Reads a national identity number of a country (ISO 3166-1 alpha-2) on a day: SE personnummer or
 * samordningsnummer, HU adóazonosító jel, GB National Insurance number, DE
 * Steueridentifikationsnummer, SI EMŠO; of other countries 4 to 30 letters, digits and separators.
 * `on` is today: Sweden's short form leaves out the century.
 */
export function parseNationalId(text: string, country: string, on: CalendarDate, path: Path = []): Outcome {
  const compact = text.trim().toUpperCase().replace(/\s/g, '');
  const outcome = read(compact, country, on);
  if (!outcome.ok) return reject(outcome.code, messageOf(outcome.code, country), path);
  const { value, birthOn } = outcome;
  if (birthOn !== null && daysBetween(birthOn, on) < 0) {
    return reject('NATIONAL_ID_DATE_WRONG', messageOf('NATIONAL_ID_DATE_WRONG', country), path);
  }
  return accept({ value, birthOn });
}

function read(compact: string, country: string, on: CalendarDate): Reading {
  switch (country) {
    case 'SE':
      return swedishIdentity(compact, on);
    case 'HU':
      return hungarianTaxId(compact.replaceAll('-', ''));
    case 'DE':
      return germanTaxId(compact);
    case 'SI':
      return slovenianEmso(compact);
    case 'GB':
      return nationalInsuranceNumber(compact);
    default:
      return /^[A-Z0-9][A-Z0-9./+-]{3,29}$/.test(compact)
        ? { ok: true, value: compact, birthOn: null }
        : { ok: false, code: 'NATIONAL_ID_MALFORMED' };
  }
}

/**
 * National Insurance number, as HMRC's manual NIM39110 describes: two letters (neither D, F, I, Q,
 * U or V, the second not O, not BG, GB, KN, NK, NT, TN or ZZ), six digits, and A to D.
 */
function nationalInsuranceNumber(text: string): Reading {
  const isForm = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$/.test(text);
  return isForm ? { ok: true, value: text, birthOn: null } : { ok: false, code: 'NATIONAL_ID_MALFORMED' };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  SE: 'a personnummer such as 19811228-9874',
  HU: 'a ten-digit adóazonosító jel that begins with 8',
  GB: 'a National Insurance number such as AB123456C',
  DE: 'an eleven-digit Steueridentifikationsnummer',
  SI: 'a thirteen-digit EMŠO',
};

function messageOf(code: NationalIdCode, country: string): string {
  if (code === 'NATIONAL_ID_CHECKSUM_WRONG') return 'Check the identity number for a mistyped or swapped digit.';
  if (code === 'NATIONAL_ID_DATE_WRONG') return 'Check the date of birth in the identity number.';
  return `Give ${EXAMPLES[country] ?? 'an identity number of 4 to 30 letters and digits'}.`;
}
