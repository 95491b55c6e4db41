import { describe, expect, test } from 'vitest';
import { calendarDate } from '../date/calendar-date.ts';
import { type Rejection, type Result, rejectionsOf } from '../result.ts';
import { parseBic, parseIban } from './bank-account.ts';
import { EMAIL_RULES, parseEmail } from './email.ts';
import { parseNationalId } from './national-id.ts';
import { PERSON_NAME_RULES, parsePersonName } from './person-name.ts';
import { parsePhone } from './phone.ts';
import { parsePostalCode } from './postal-code.ts';

const on = calendarDate('2026-11-22');

/** A value read, or the codes of its rejections. */
function outcome<Value>(result: Result<Value, Rejection>): Value | string {
  return result.ok
    ? result.value
    : rejectionsOf(result)
        .map(({ code }) => code)
        .join(' ');
}

describe('a name', () => {
  const rows = [
    ['Åsa', 'Åsa'],
    ['A\u030asa', 'Åsa'],
    ['  Jean-Luc O’Neill ', 'Jean-Luc O’Neill'],
    ['می‌خواهم', 'می‌خواهم'],
    ['', 'NAME_EMPTY'],
    [' \t ', 'NAME_EMPTY'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['𝒳'.repeat(101), 'NAME_TOO_LONG'],
    ['An\nna', 'NAME_HAS_CONTROL_CHARACTER'],
    ['Anna\u202e', 'NAME_HAS_CONTROL_CHARACTER'],
    ['Anna\u0000B', 'NAME_HAS_CONTROL_CHARACTER'],
    ['\ud800x', 'NAME_HAS_CONTROL_CHARACTER'],
  ] as const;
  test.each(rows)('%j reads as %j', (text, expected) => expect(outcome(parsePersonName(text))).toBe(expected));
  test('has a row for each rule', () => {
    expect(PERSON_NAME_RULES.every(({ code }) => rows.some(([, expected]) => expected === code))).toBe(true);
  });
});

describe('a mail address', () => {
  const rows = [
    [' Anna.Berg@Example.COM ', 'Anna.Berg@example.com'],
    ["o'neill+hr@mail.example.co.uk", "o'neill+hr@mail.example.co.uk"],
    ['åsa@räksmörgås.se', 'åsa@räksmörgås.se'],
    ['anna', 'EMAIL_MALFORMED'],
    ['@example.com', 'EMAIL_MALFORMED'],
    ['anna@localhost', 'EMAIL_MALFORMED'],
    ['anna@example.123', 'EMAIL_MALFORMED'],
    ['anna@@example.com', 'EMAIL_MALFORMED'],
    ['anna berg@example.com', 'EMAIL_MALFORMED'],
    ['anna..berg@example.com', 'EMAIL_MALFORMED'],
    ['anna@-example.com', 'EMAIL_MALFORMED'],
    ['anna@example.com\nbcc: x@y.se', 'EMAIL_MALFORMED'],
    [`${'a'.repeat(65)}@example.com`, 'EMAIL_TOO_LONG'],
  ] as const;
  test.each(rows)('%j reads as %j', (text, expected) => expect(outcome(parseEmail(text))).toBe(expected));
  test('has a row for each rule', () => {
    expect(EMAIL_RULES.every(({ code }) => rows.some(([, expected]) => expected === code))).toBe(true);
  });
});

describe('a telephone number', () => {
  test.each([
    ['+46 (0)8-123 45 67', undefined, '+4681234567'],
    ['0046 8 123 45 67', undefined, '+4681234567'],
    ['08-123 45 67', '46', '+4681234567'],
    ['06 30 123 4567', '36', '+36301234567'],
    ['+36 30/123-4567', undefined, '+36301234567'],
    ['+1\u00a0202\u2011555\u20110143', undefined, '+12025550143'],
    ['08-123 45 67', undefined, 'PHONE_COUNTRY_CODE_MISSING'],
    ['+0812345678', undefined, 'PHONE_COUNTRY_CODE_MISSING'],
    ['+46 12', undefined, 'PHONE_LENGTH_WRONG'],
    ['+461234567890123456', undefined, 'PHONE_LENGTH_WRONG'],
    ['ring me', undefined, 'PHONE_MALFORMED'],
    ['', undefined, 'PHONE_MALFORMED'],
    ['4.6812E+10', undefined, 'PHONE_MALFORMED'],
  ])('%j (%s) reads as %s', (text, callingCode, expected) => {
    expect(outcome(parsePhone(text, callingCode))).toBe(expected);
  });
});

describe('a bank account', () => {
  test.each([
    ['SE45 5000 0000 0583 9825 7466', 'SE4550000000058398257466'],
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['HU42117730161111101800000000', 'HU42117730161111101800000000'],
    ['SI56263300012039086', 'SI56263300012039086'],
    ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
    ['SE45 5000 0000 0583 9825 7467', 'IBAN_CHECKSUM_WRONG'],
    ['SE54 5000 0000 0583 9825 7466', 'IBAN_CHECKSUM_WRONG'],
    ['SE45 5000 0000 0583 9825 746', 'IBAN_LENGTH_WRONG'],
    ['US45500000000583982574', 'IBAN_COUNTRY_UNKNOWN'],
    ['123', 'IBAN_MALFORMED'],
  ])('IBAN %s reads as %s', (text, expected) => expect(outcome(parseIban(text))).toBe(expected));

  test.each([
    ['esse se ss', 'ESSESESS'],
    ['DEUTDEFF500', 'DEUTDEFF500'],
    ['ESSESES', 'BIC_MALFORMED'],
    ['ESSEZZSS', 'BIC_COUNTRY_UNKNOWN'],
  ])('BIC %s reads as %s', (text, expected) => expect(outcome(parseBic(text))).toBe(expected));
});

describe('a national identity number', () => {
  const read = (text: string, country: string) => {
    const result = parseNationalId(text, country, on);
    return result.ok ? `${result.value.value} ${result.value.birthOn}` : outcome(result);
  };
  test.each([
    ['SE', '811228-9874', '198112289874 1981-12-28'],
    ['SE', '19811228-9874', '198112289874 1981-12-28'],
    ['SE', '8112289874', '198112289874 1981-12-28'],
    ['SE', '670919-9530', '196709199530 1967-09-19'],
    ['SE', '811228+9874', 'NATIONAL_ID_DATE_WRONG'],
    ['SE', '701063-2391', '197010632391 1970-10-03'],
    ['SE', '811228-9875', 'NATIONAL_ID_CHECKSUM_WRONG'],
    ['SE', '20990101-0000', 'NATIONAL_ID_DATE_WRONG'],
    ['SE', '811328-9873', 'NATIONAL_ID_DATE_WRONG'],
    ['SE', 'abc', 'NATIONAL_ID_MALFORMED'],
    ['GB', 'ab 12 34 56 c', 'AB123456C null'],
    ['GB', 'BG123456C', 'NATIONAL_ID_MALFORMED'],
    ['GB', 'DA123456C', 'NATIONAL_ID_MALFORMED'],
    ['GB', 'AO123456C', 'NATIONAL_ID_MALFORMED'],
    ['GB', 'AB123456E', 'NATIONAL_ID_MALFORMED'],
    ['DE', '86095742719', '86095742719 null'],
    ['DE', '86095742718', 'NATIONAL_ID_CHECKSUM_WRONG'],
    ['DE', '06095742719', 'NATIONAL_ID_MALFORMED'],
    ['SI', '0101006500006', '0101006500006 2006-01-01'],
    ['SI', '0101006500007', 'NATIONAL_ID_CHECKSUM_WRONG'],
    ['SI', '010100650000', 'NATIONAL_ID_MALFORMED'],
    ['HU', '9000000000', 'NATIONAL_ID_MALFORMED'],
    ['FR', '2 55 08 14 168 025 38', '255081416802538 null'],
    ['FR', '!', 'NATIONAL_ID_MALFORMED'],
  ])('%s %s reads as %s', (country, text, expected) => {
    expect(read(text, country)).toBe(expected);
  });

  test('a Hungarian tax number tells the days since 1867, and its check digit any slip', () => {
    // 1987-01-05 is 43,833 days after 1867-01-01.
    const nine = '843833008';
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index + 1), 0);
    const check = sum % 11;
    expect(check).toBeLessThan(10);
    expect(read(`${nine}${check}`, 'HU')).toBe(`${nine}${check} 1987-01-05`);
    expect(read(`${nine}${(check + 1) % 10}`, 'HU')).toBe('NATIONAL_ID_CHECKSUM_WRONG');
  });
});

test.each([
  ['11120', 'SE', '111 20'],
  ['SE-111 20', 'SE', '111 20'],
  ['sw1a1aa', 'GB', 'SW1A 1AA'],
  ['1051', 'HU', '1051'],
  ['0123', 'HU', 'POSTAL_CODE_MALFORMED'],
  ['1234', 'SE', 'POSTAL_CODE_MALFORMED'],
  ['D04 C7F2', 'IE', 'D04 C7F2'],
  ['a-very-long-code', 'IE', 'POSTAL_CODE_MALFORMED'],
])('postal code %s of %s reads as %s', (text, country, expected) => {
  expect(outcome(parsePostalCode(text, country))).toBe(expected);
});
