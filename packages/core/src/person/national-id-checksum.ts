import { addDays, calendarDate } from '../date/calendar-date.ts';
import { birthDate, type Reading } from './national-id-reading.ts';

/** Days from 1867-01-01, from which Hungarian tax numbers count, to 1900-01-01. */
const DAYS_FROM_1867_TO_1900 = 12_053;

/**
 * Reads a Hungarian adóazonosító jel (2017. évi CLI. törvény, 1. melléklet): 8, five digits with
 * the days from 1867-01-01 to the birth, three digits, and a check digit, which is the sum of the
 * nine digits times their place, modulo 11.
 */
export function hungarianTaxId(text: string): Reading {
  if (!/^8[0-9]{9}$/.test(text)) return { ok: false, code: 'NATIONAL_ID_MALFORMED' };
  const digits = [...text].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (index + 1), 0);
  if (sum % 11 !== digits[9]) return { ok: false, code: 'NATIONAL_ID_CHECKSUM_WRONG' };
  const days = Number(text.slice(1, 6)) - DAYS_FROM_1867_TO_1900;
  if (days < 0) return { ok: false, code: 'NATIONAL_ID_DATE_WRONG' };
  return { ok: true, value: text, birthOn: addDays(calendarDate('1900-01-01'), days) };
}

/**
 * Reads a German Steueridentifikationsnummer (§ 139b AO): eleven digits, the first not 0, the last
 * a check digit by ISO 7064 mod 11,10. It tells no date of birth.
 */
export function germanTaxId(text: string): Reading {
  if (!/^[1-9][0-9]{10}$/.test(text)) return { ok: false, code: 'NATIONAL_ID_MALFORMED' };
  let product = 10;
  for (const digit of text.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const check = (11 - product) % 10;
  if (check !== Number(text[10])) return { ok: false, code: 'NATIONAL_ID_CHECKSUM_WRONG' };
  return { ok: true, value: text, birthOn: null };
}

const EMSO_WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * Reads a Slovenian EMŠO (Zakon o centralnem registru prebivalstva): day, month, the last three
 * digits of the year, register 50 to 59, a serial number and a check digit modulo 11.
 */
export function slovenianEmso(text: string): Reading {
  if (!/^[0-9]{13}$/.test(text)) return { ok: false, code: 'NATIONAL_ID_MALFORMED' };
  const sum = EMSO_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  if (check !== Number(text[12])) return { ok: false, code: 'NATIONAL_ID_CHECKSUM_WRONG' };
  const years = Number(text.slice(4, 7));
  const birthOn = birthDate(years < 800 ? 2000 + years : 1000 + years, text.slice(2, 4), text.slice(0, 2));
  if (birthOn === null) return { ok: false, code: 'NATIONAL_ID_DATE_WRONG' };
  return { ok: true, value: text, birthOn };
}
