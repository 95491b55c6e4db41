import { addMonths, type CalendarDate, partsOf } from '../date/calendar-date.ts';
import { birthDate, type Reading } from './national-id-reading.ts';

/**
 * Reads a Swedish personnummer or samordningsnummer (Folkbokföringslagen 1991:481, § 18 and 18 a;
 * Skatteverket SKV 704, SKV 707), with ten or twelve digits, and writes it with twelve. In a
 * samordningsnummer 60 is added to the day. With ten digits the century is the latest that leaves
 * the person born by `on`, or at least 100 years old on it where the separator is a plus sign.
 */
export function swedishIdentity(text: string, on: CalendarDate): Reading {
  const match = /^([0-9]{2})?([0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([0-9]{4})$/.exec(text);
  if (!match) return { ok: false, code: 'NATIONAL_ID_MALFORMED' };
  const [, century, years = '', month = '', dayDigits = '', separator, serial = ''] = match;
  if (!luhnHolds(years + month + dayDigits + serial)) {
    return { ok: false, code: 'NATIONAL_ID_CHECKSUM_WRONG' };
  }
  const coordination = Number(dayDigits) > 60;
  const day = String(Number(dayDigits) - (coordination ? 60 : 0)).padStart(2, '0');
  const year = century === undefined ? latestYear(years, month, day, separator === '+', on) : Number(century + years);
  const birthOn = birthDate(year, month, day);
  if (birthOn === null) return { ok: false, code: 'NATIONAL_ID_DATE_WRONG' };
  return { ok: true, value: `${year}${month}${dayDigits}${serial}`, birthOn };
}

function latestYear(years: string, month: string, day: string, isOld: boolean, on: CalendarDate): number {
  const limit = isOld ? addMonths(on, -1200) : on;
  const sameCentury = Math.floor(partsOf(limit).year / 100) * 100 + Number(years);
  return `${sameCentury}-${month}-${day}` > limit ? sameCentury - 100 : sameCentury;
}

/** The Luhn check (ISO/IEC 7812-1, annex B) over ten digits, the first of which is doubled. */
function luhnHolds(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
